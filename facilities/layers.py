"""Bit sets in layers: one bit per facility, one layer per program there, so that ONE program must meet it all."""

from array import array
from collections.abc import Iterable

Layers = list[int]


def all_of(base: Layers, others: Iterable[Layers]) -> Layers:
    """Programs in base and in each of the others."""
    found = base
    for layers in others:
        found = [a & b for a, b in zip(found, layers, strict=True)]
    return found


def without(base: Layers, other: Layers) -> Layers:
    """Programs in base and not in other."""
    return [a & ~b for a, b in zip(base, other, strict=True)]


def anywhere(layers: Layers) -> int:
    """Facilities with a program in any layer."""
    found = 0
    for bits in layers:
        found |= bits
    return found


def as_bits(positions: Iterable[int]) -> int:
    """An integer with these bits set; one pass over bytes, as adding powers of two would copy it each time."""
    positions = positions if isinstance(positions, array) else array("I", positions)
    raw = bytearray(max(positions, default=0) // 8 + 1)
    for bit in positions:
        raw[bit >> 3] |= 1 << (bit & 7)
    return int.from_bytes(raw, "little")
