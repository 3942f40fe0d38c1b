"""The three-valued reading as z3 formulas: the running rules as they are laid flat, on any part of the answers.

`given` is a variable for each question and row: whether it has its answer yet. Every bit has two formulas, that it
surely holds and that it surely does not, and a third: whether the walk down from the open outcomes comes by it.
"""

from collections.abc import Iterable

import z3

from finder.protocol.conditions import Condition
from finder.protocol.flat import Asking, Node
from finder.protocol.threefold import ASKINGS, FLAT

from .logic import Logic


class Some:
    """What is known of the answers of `logic` once some of them are given. Its facts are added to those of `logic`."""

    def __init__(self, logic: Logic) -> None:
        self.logic = logic
        self.given = {(a.question.id, a.row): z3.Bool(f"given {a.question.id}:{a.row}") for a in ASKINGS}
        self.surely: dict[int, z3.BoolRef] = {}
        self.surely_not: dict[int, z3.BoolRef] = {}
        for asking in ASKINGS:
            for leaf in bits(asking.leaves):
                self.define(leaf, *self.leaf(asking, leaf))
            answered = list(logic.raw[asking.question.id, asking.row].values())
            logic.facts.append(z3.Implies(self.given[asking.question.id, asking.row], z3.Or(answered)))
        for node in FLAT.nodes:
            self.define(node.bit, *self.node(node))

    def define(self, bit: int, surely: z3.BoolRef, surely_not: z3.BoolRef) -> None:
        number = bit.bit_length()
        self.surely[bit], self.surely_not[bit] = z3.Bools(f"surely-{number} surely-not-{number}")
        self.logic.facts += [self.surely[bit] == surely, self.surely_not[bit] == surely_not]

    def leaf(self, asking: Asking, leaf: int) -> tuple[z3.BoolRef, z3.BoolRef]:
        raw = self.logic.raw[asking.question.id, asking.row]
        true = z3.Or([raw[value] for value, leaves in asking.reads.items() if leaves & leaf])
        given = self.given[asking.question.id, asking.row]
        return z3.And(given, true), z3.And(given, z3.Not(true))

    def node(self, node: Node) -> tuple[z3.BoolRef, z3.BoolRef]:
        parts = bits(node.parts)
        surely, surely_not = [self.surely[b] for b in parts], [self.surely_not[b] for b in parts]
        if node.negated:
            return surely_not[0], surely[0]
        return at_least(node.need, surely), at_least(len(parts) - node.need + 1, surely_not)

    def settled_right(self, outcome: Condition) -> z3.BoolRef:
        """What the reading calls settled is so."""
        bit, holds = FLAT.bit(outcome), self.logic(outcome)
        return z3.And(z3.Implies(self.surely[bit], holds), z3.Implies(self.surely_not[bit], z3.Not(holds)))

    def open(self, bit: int) -> z3.BoolRef:
        return z3.Not(z3.Or(self.surely[bit], self.surely_not[bit]))

    def reached(self, outcomes: Iterable[Condition], name: str = "reached") -> dict[int, z3.BoolRef]:
        """For every bit, whether the walk comes by it: from what is open down to its open parts."""
        reached: dict[int, z3.BoolRef] = {}
        ways: dict[int, list[z3.BoolRef]] = {FLAT.bit(o): [z3.BoolVal(True)] for o in outcomes}
        for bit, parts in [
            *((n.bit, n.parts) for n in reversed(FLAT.nodes)),
            *((leaf, 0) for leaf in LEAVES),
        ]:
            reached[bit] = z3.Bool(f"{name}-{bit.bit_length()}")
            self.logic.facts.append(reached[bit] == z3.And(self.open(bit), z3.Or(ways.get(bit, []))))
            for part in self.down(parts):
                ways.setdefault(part, []).append(reached[bit])
        return reached

    def down(self, parts: int) -> list[int]:
        return bits(parts)


def bits(number: int) -> list[int]:
    return [1 << n for n in range(number.bit_length()) if number >> n & 1]


def at_least(n: int, parts: list[z3.BoolRef]) -> z3.BoolRef:
    if n == len(parts):
        return z3.And(parts)
    return z3.Or(parts) if n == 1 else z3.PbGe([(part, 1) for part in parts], n)


LEAVES = [leaf for asking in ASKINGS for leaf in bits(asking.leaves)]
