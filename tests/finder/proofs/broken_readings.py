"""Three-valued readings that are wrong on purpose."""

import z3

from finder.protocol.flat import Asking, Node
from finder.protocol.outcomes import LEVELS
from finder.protocol.shapes import SKIP
from finder.protocol.threefold import ASKINGS, FLAT

from .some import Some, bits

_ASKED = {a.asked for a in ASKINGS}
_LEVELS = [FLAT.bit(level) for level in LEVELS.values()]


class UnansweredIsNo(Some):
    """Not answered yet is taken as not so."""

    def leaf(self, asking: Asking, leaf: int) -> tuple[z3.BoolRef, z3.BoolRef]:
        surely, surely_not = super().leaf(asking, leaf)
        return surely, z3.Or(surely_not, z3.Not(self.given[asking.question.id, asking.row]))


class UnansweredIsWhatItCountsAs(Some):
    """Not answered yet is taken as what it counts as until then."""

    def leaf(self, asking: Asking, leaf: int) -> tuple[z3.BoolRef, z3.BoolRef]:
        surely, surely_not = super().leaf(asking, leaf)
        counts = asking.reads.get(asking.question.open_as, 0) & leaf
        missing = z3.Not(self.given[asking.question.id, asking.row])
        return z3.Or(surely, missing) if counts else surely, surely_not


class SkipIsNoAnswer(Some):
    """A skipped question is taken as the mildest, not as what skipping counts as."""

    def leaf(self, asking: Asking, leaf: int) -> tuple[z3.BoolRef, z3.BoolRef]:
        surely, surely_not = super().leaf(asking, leaf)
        skipped = self.logic.raw[asking.question.id, asking.row].get(SKIP, z3.BoolVal(False))
        given = self.given[asking.question.id, asking.row]
        return z3.And(surely, z3.Not(skipped)), z3.Or(surely_not, z3.And(given, skipped))


class AskedAnyway(Some):
    """An answer counts although it is open whether its question is asked."""

    def node(self, node: Node) -> tuple[z3.BoolRef, z3.BoolRef]:
        surely, surely_not = super().node(node)
        return (z3.Not(surely_not), surely_not) if node.bit in _ASKED else (surely, surely_not)


class LevelTooEarly(Some):
    """One floor that holds settles the level, whatever is open above it."""

    def node(self, node: Node) -> tuple[z3.BoolRef, z3.BoolRef]:
        surely, surely_not = super().node(node)
        if node.bit not in _LEVELS:
            return surely, surely_not
        below = [self.surely[b] for b in _LEVELS[: _LEVELS.index(node.bit)] if b in self.surely]
        return surely, z3.Or(surely_not, z3.And(z3.Or(below), z3.Not(surely)))


class PastTheGate(Some):
    """The walk does not go down into the conditions under which a question is asked."""

    def down(self, parts: int) -> list[int]:
        return [bit for bit in bits(parts) if bit not in _ASKED]
