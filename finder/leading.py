"""What a result page leads with: one line of danger, or someone to see before any program. Words only."""

from collections.abc import Collection
from typing import Any, NamedTuple

from .protocol import Line
from .protocol.lines import CALL_988, POISON, SAMHSA

# Messages that take the place of the level as the heading, in the order in which they lead.
LEADS = ("PEDIATRICIAN", "BODY_FIRST", "MIND_FIRST", "PRESCRIBER_FIRST", "NO_SIGN")


class Danger(NamedTuple):
    """`says`: one sentence that ends in a link to 911. Said when all of these messages are given."""

    given: frozenset[str]
    says: str


FEVER = "for a seizure, confusion or a high fever, "
DANGERS = (
    Danger(frozenset({"NO_ABRUPT_STOP", "DONT_DETOX_ALONE"}), f"Do not stop suddenly or alone; {FEVER}"),
    Danger(frozenset({"NO_ABRUPT_STOP", "NALOXONE"}), "Do not stop suddenly; if someone will not wake, "),
    Danger(frozenset({"NO_ABRUPT_STOP"}), "Do not stop suddenly; for a seizure or confusion, "),
    Danger(frozenset({"DONT_DETOX_ALONE"}), f"Do not go through withdrawal alone; {FEVER}"),
    Danger(
        frozenset({"NALOXONE", "TOLERANCE_DROP"}),
        "After a break, the old amount can kill; if someone will not wake, ",
    ),
    Danger(frozenset({"NALOXONE"}), "If someone will not wake, give naloxone and "),
)

# As said on the phone. A medicine without a name of its own here is "my medicine".
SPOKEN = {
    "benzodiazepines": "a benzodiazepine",
    "z_drugs": "a sleep medicine",
    "barbiturates": "a barbiturate",
    "oxybate_prescribed": "oxybate",
    "carisoprodol": "carisoprodol",
    "baclofen": "baclofen",
    "gabapentinoids": "gabapentin or pregabalin",
    "pain_opioids": "an opioid pain medicine",
    "prescription_stimulants": "ADHD medicine",
    "antidepressants": "an antidepressant",
    "steroids": "a steroid",
    "other": "a medicine",
}
KEEP = (
    "{I} take methadone or buprenorphine, and {i} want to stay on it. "
    "Can {i} get a visit soon, so that no dose is missed?"
)
SLOWLY = (
    "{I} take {medicine} as directed, and nothing should stop suddenly. "
    "Can {i} get a visit to make a slow plan before anything changes?"
)
SAYS = {
    "PEDIATRICIAN": "A child under 12 needs to see a doctor today. Who can see the child, and how soon?",
    "BODY_FIRST": "{I} need to see a doctor today, because {my} health is not steady. Who can see {me}?",
    "MIND_FIRST": "{I} need help with {my} mood or thoughts. Who can see {me}, and how soon?",
    "NO_SIGN": "",  # no one has to be called
}
WHO = {
    "PEDIATRICIAN": "To the doctor for children",
    "BODY_FIRST": "To the doctor's office",
    "MIND_FIRST": "To the doctor's office",
    "PRESCRIBER_FIRST": "To the prescriber or pharmacy",
}


def _call(line: Line) -> Line:
    """The line's number alone, as words on a button."""
    return Line(f"Call {line.label.rsplit(' ', maxsplit=1)[-1]}", line.href)


BUTTONS = {
    "PEDIATRICIAN": (_call(POISON), "Poison Control. Free, day and night"),
    "MIND_FIRST": (CALL_988, "Or text 988. Free, day and night"),
}
HELPLINE = (_call(SAMHSA), "SAMHSA. Free, day and night")


class Button(NamedTuple):
    """The one number to press."""

    line: Line
    note: str


def danger(messages: Collection[str]) -> str:
    """The first that fits; empty where nothing dangerous was told."""
    return next((d.says for d in DANGERS if d.given <= set(messages)), "")


def button(code: str, messages: Collection[str]) -> Button | None:
    """For what leads the page; the helpline where the level does, or where 988 stands above it already. None where
    everyone's own doctor is to be called."""
    helpline = code in ("", "NO_SIGN") or (code == "MIND_FIRST" and "CALL_988" in messages)
    found = HELPLINE if helpline else BUTTONS.get(code)
    return Button(*found) if found else None


def script(code: str, answers: dict[str, Any], words: dict[str, str]) -> str:
    """What to say to whom the page leads to."""
    if code != "PRESCRIBER_FIRST":
        return SAYS[code].format(**words)
    picks = answers.get("substances")
    picked = [p for p in picks if p in SPOKEN] if isinstance(picks, list | tuple) else []
    if isinstance(picks, list | tuple) and "moud" in picks:
        return KEEP.format(**words)
    medicine = " and ".join(SPOKEN[p] for p in picked[:2]) or "{my} medicine".format(**words)
    return SLOWLY.format(medicine=medicine, **words)
