"""The shared vocabulary of substances: names, classes, danger and withdrawal windows.

Pure Python. Numbers that pages, pictures and the questionnaire show live here once.
"""

from dataclasses import replace

from .substance_data.benzodiazepines import BENZODIAZEPINES
from .substance_data.classes import CLASSES, DANGER
from .substance_data.others import OPIOIDS, SEDATIVES, STIMULANTS_AND_MORE
from .substance_data.types import UNKNOWN, Event, Klass, Substance, Window, days_text, hours_text
from .substance_data.windows import WINDOWS

__all__ = [
    "BENZODIAZEPINE_TABLE",
    "CLASSES",
    "DANGER",
    "SUBSTANCES",
    "UNKNOWN",
    "WINDOWS",
    "Event",
    "Klass",
    "Substance",
    "Window",
    "class_label",
    "danger_words",
    "days_text",
    "hours_text",
    "medical_detox_required",
    "on_page",
    "siblings",
    "window_for",
]

SUBSTANCES: dict[str, Substance] = {
    s.key: s for s in (*SEDATIVES[:1], *BENZODIAZEPINES, *SEDATIVES[1:], *OPIOIDS, *STIMULANTS_AND_MORE)
}

# Rows of {{benzo-table}}: every single medicine, without the overview and the street group.
BENZODIAZEPINE_TABLE = tuple(s for s in BENZODIAZEPINES if s.half_life and s.prescribed)


def window_for(substance: Substance) -> Window:
    """The class window, with the substance's own onset and length where it has them."""
    window = WINDOWS[substance.window]
    return replace(
        window,
        onset_h=substance.onset_h or window.onset_h,
        acute_d=substance.acute_d or window.acute_d,
    )


def siblings(substance: Substance) -> list[Substance]:
    """Other substances of the same class, in table order."""
    return [s for s in SUBSTANCES.values() if s.klass == substance.klass and s.key != substance.key]


def class_label(substance: Substance) -> str:
    """The visitor's name for the substance's class."""
    return CLASSES[substance.klass].label


def danger_words(level: int) -> tuple[str, str]:
    """Short name and sentence for a danger of 1 to 4."""
    return DANGER[level]


def medical_detox_required(substance: Substance) -> bool:
    """True where a sudden stop can kill: only medical detox is suitable."""
    return WINDOWS[substance.window].danger == 4


def on_page(topic: str, slug: str) -> list[Substance]:
    """Substances whose article is topic/slug. Several may share a page."""
    return [s for s in SUBSTANCES.values() if (s.topic, s.slug) == (topic, slug)]
