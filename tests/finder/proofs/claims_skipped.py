"""Invariant 50: what is not asked by 16.27 changes nothing. For every answer set and every part of it given so far."""

import z3

from finder.protocol.conditions import Condition
from finder.protocol.outcomes import DECISIVE, OUTCOMES
from finder.protocol.threefold import ASKINGS, FLAT

from .claims import claim, one_case
from .logic import Logic
from .some import bits
from .world import World


def settled(world: World, x: Logic, outcomes: tuple[Condition, ...]) -> z3.BoolRef:
    some = world.reading(x)
    return z3.And([some.settled_right(outcome) for outcome in outcomes])


@claim("50 what decides stays settled")
@one_case
def decisive_settled(world: World, x: Logic) -> z3.BoolRef:
    """A level, next level, emergency or safety message that some answers settle is the same with all answers."""
    return settled(world, x, DECISIVE)


@claim("50 care and search stay settled")
@one_case
def care_settled(world: World, x: Logic) -> z3.BoolRef:
    """So is a track, an adjunct and a search word."""
    return settled(world, x, OUTCOMES[len(DECISIVE) :])


def left(world: World, x: Logic, outcomes: tuple[Condition, ...]) -> z3.BoolRef:
    """While one of these is open, a question is asked that has no answer yet and is reached from them."""
    some = world.reading(x)
    reached = some.reached(outcomes)
    to_ask = [z3.And(some.surely[a.asked], z3.Or([reached[b] for b in bits(a.leaves)])) for a in ASKINGS]
    return z3.Implies(z3.Or([some.open(FLAT.bit(o)) for o in outcomes]), z3.Or(to_ask))


@claim("50 something left to ask")
@one_case
def left_to_ask(world: World, x: Logic) -> z3.BoolRef:
    """So where nothing is left to ask, every outcome is settled."""
    return left(world, x, OUTCOMES)


@claim("50 something left to decide")
@one_case
def left_to_decide(world: World, x: Logic) -> z3.BoolRef:
    """So where a result is offered early, the level, the next one, emergencies and safety messages are settled."""
    return left(world, x, DECISIVE)
