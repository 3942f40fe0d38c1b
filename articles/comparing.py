"""Withdrawal side by side: up to four substances on one time axis."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.parts import danger_context
from articles.substances import SUBSTANCES, Substance, Window, class_label, window_for
from articles.timeline import COLUMN, Chart, axis_hours, chart, stages

MOST = 4


@dataclass(frozen=True)
class Column:
    """One substance of the comparison. `chart` is None where no withdrawal pattern is known."""

    substance: Substance
    window: Window
    klass: str
    meter: dict
    chart: Chart | None


def columns(keys: Iterable[str]) -> list[Column]:
    """The first four known keys, each with its bars on the axis that holds them all."""
    chosen = [SUBSTANCES[key] for key in dict.fromkeys(keys) if key in SUBSTANCES][:MOST]
    windows = [window_for(substance) for substance in chosen]
    drawn = [stages(window) for window in windows]
    span = max((axis_hours(bars) for bars in drawn if bars), default=0)
    return [
        Column(
            substance, window, class_label(substance), danger_context(window.danger),
            chart(bars, COLUMN, span, f"compare-{substance.key}") if bars else None,
        )
        for substance, window, bars in zip(chosen, windows, drawn, strict=True)
    ]  # fmt: skip


def choices() -> list[tuple[str, list[Substance]]]:
    """Every substance by class, for the form."""
    groups: dict[str, list[Substance]] = {}
    for substance in SUBSTANCES.values():
        groups.setdefault(class_label(substance), []).append(substance)
    return list(groups.items())
