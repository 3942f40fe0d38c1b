"""The "what was used" question: which box a substance of the library stands for, and the headings over the boxes."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from articles.substances import SUBSTANCES

from .protocol import question


class Valued(Protocol):
    @property
    def value(self) -> str: ...


C = TypeVar("C", bound=Valued)

# Where the questionnaire asks about a whole class, or uses another word than the library.
OF_CLASS = {
    "benzodiazepines": "benzodiazepines",
    "z_drugs": "z_drugs",
    "barbiturates": "barbiturates",
    "gabapentinoids": "gabapentinoids",
}
OF_SUBSTANCE = {
    "oxybate": "oxybate_prescribed",
    "opioids": "street_opioids",
    "heroin": "street_opioids",
    "fentanyl": "street_opioids",
    "nitazenes": "street_opioids",
    "xylazine": "street_opioids",
    "medetomidine": "street_opioids",
    "prescription_opioids": "pain_opioids",
    "methadone": "moud",
    "buprenorphine": "moud",
    "nicotine": "tobacco",
}


def pick_for(key: str) -> str | None:
    """The option id for a substance key of the library, or for an option id itself; None for anything else."""
    known = question("substances")
    substance = SUBSTANCES.get(key)
    by_class = OF_CLASS.get(substance.klass) if substance else None
    pick = OF_SUBSTANCE.get(key) or by_class or key
    return pick if known.has_option(pick) else None


# Headings over the boxes of that question, common ones first. A box that stands nowhere here comes under the last.
HEADINGS = {
    "Alcohol": ("alcohol",),
    "Pills and medicines": (
        "benzodiazepines",
        "z_drugs",
        "gabapentinoids",
        "antidepressants",
        "carisoprodol",
        "baclofen",
        "barbiturates",
        "steroids",
        "dxm",
        "phenibut",
        "ghb",
        "oxybate_prescribed",
    ),
    "Opioids": ("pain_opioids", "street_opioids", "moud", "kratom", "seven_oh", "tianeptine", "loperamide"),
    "Stimulants": ("cocaine", "methamphetamine", "prescription_stimulants"),
    "Anything else": (
        "cannabis",
        "tobacco",
        "mdma",
        "hallucinogens",
        "ketamine",
        "synthetic_cannabinoids",
        "inhalants",
    ),
}


def headed(choices: Iterable[C]) -> list[tuple[str, list[C]]]:
    """The boxes under their headings, in the order written above."""
    place = {pick: (n, m) for n, picks in enumerate(HEADINGS.values()) for m, pick in enumerate(picks)}
    rest = (len(HEADINGS) - 1, len(place))
    by_heading: dict[str, list[C]] = {heading: [] for heading in HEADINGS}
    for choice in sorted(choices, key=lambda c: place.get(c.value, rest)):
        by_heading[list(HEADINGS)[place.get(choice.value, rest)[0]]].append(choice)
    return list(by_heading.items())
