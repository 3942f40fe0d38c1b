"""The shapes of the protocol: what a question, a rule, a message and a source are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .conditions import ALWAYS, Answered, Any_, Condition, Picked, Skipped

Respondent = Literal["self", "family", "client"]
SKIP = "skip"

_FORMS = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")
_FIRST_SENTENCE = re.compile(r"(?<=[.?!])\s")


def worded(text: str, text_other: str, respondent: str) -> str:
    """The wording for this visitor. `{they|your client}` holds the words for family and for a client."""
    if respondent in ("self", "") or not text_other:
        return text
    return _FORMS.sub(r"\2" if respondent == "client" else r"\1", text_other)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `rank`: severity, higher is worse. `counts_as`: the option the rules read in its place."""

    id: str
    label: str
    label_other: str = ""
    rank: int = 0
    counts_as: str | None = None
    exclusive: bool = False  # in a question with many choices: cannot stand beside another
    hint: str = ""

    def label_for(self, respondent: str) -> str:
        return worded(self.label, self.label_other, respondent)


@dataclass(frozen=True, slots=True)
class Subject:
    """One row of an "each" question: a substance, a group, a program or an item. Asked when `when` holds.
    `skip_as`: what this row counts as when skipped, where it differs from its question."""

    id: str
    label: str
    when: Condition = ALWAYS
    hint: str = ""
    label_other: str = ""
    skip_as: str = ""

    @property
    def text(self) -> str:
        return self.label

    def label_for(self, respondent: str) -> str:
        return worded(self.label, self.label_other, respondent)


@dataclass(frozen=True, eq=False, kw_only=True)
class Question:
    """`code`: its label in the clinical specification. `skip_as`: options a skipped answer counts as; empty means
    the mildest. `open_as`: the option a row counts as until it is answered, where the mildest would be unsafe.
    `topic`: a few words for lists and reasons. `mixes`: an exclusive choice ticked beside others is no error."""

    id: str
    code: str
    section: str
    kind: Literal["one", "many", "each"]
    topic: str
    text: str
    text_other: str
    options: tuple[Option, ...]
    why: str
    sources: tuple[int, ...]
    asked_when: Condition = ALWAYS
    subjects: tuple[Subject, ...] = ()
    skip_as: tuple[str, ...] = ()
    open_as: str = ""
    skippable: bool = True
    hint: str = ""
    hint_other: str = ""
    mixes: bool = False

    @cached_property
    def _options(self) -> dict[str, Option]:
        return {o.id: o for o in self.options}

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        return {s.id: s for s in self.subjects}

    @cached_property
    def counted(self) -> dict[str, str]:
        """Option id -> the option id that the rules read."""
        return {o.id: o.counts_as or o.id for o in self.options}

    def option(self, option_id: str) -> Option:
        """Raises KeyError."""
        return self._options[option_id]

    def has_option(self, option_id: object) -> bool:
        return isinstance(option_id, str) and option_id in self._options

    def subject(self, subject_id: str) -> Subject:
        """Raises KeyError."""
        return self._subjects[subject_id]

    def text_for(self, respondent: str) -> str:
        return worded(self.text, self.text_other, respondent)

    def hint_for(self, respondent: str) -> str:
        return worded(self.hint, self.hint_other, respondent)

    # The words conditions are written in.

    def one_of(self, *options: str, of: str = "") -> Condition:
        """One of these was answered. Raises KeyError for an unknown option or subject, TypeError for kind "many"."""
        if self.kind == "many":
            raise TypeError(f"{self.id} takes many answers: use picked()")
        for option in options:
            self.option(option)
        if of:
            self.subject(of)
        return Answered(self, frozenset(options), of)

    def at_least(self, option: str, of: str = "") -> Condition:
        """The answer is this severe or worse, by rank."""
        floor = self.option(option).rank
        graver = tuple(o.id for o in self.options if o.rank >= floor and not o.counts_as)
        if self.kind == "many":
            return Any_(*(self.picked(o) for o in graver))
        return self.one_of(*graver, of=of)

    def skip_option(self, of: str = "") -> str:
        """The option that a skipped answer, or a skipped row, counts as; empty where it counts as none."""
        own = self.subject(of).skip_as if of else ""
        skipped = own or "".join(self.skip_as[:1])
        return self.counted[skipped] if skipped else ""

    def picked(self, option: str) -> Condition:
        self.option(option)
        return Picked(self, option)

    def skipped(self) -> Condition:
        return Skipped(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """If `when` holds, the rating `rating` is at least `value`. `choice`: our own cautious choice."""

    id: str
    rating: str
    value: int
    when: Condition
    because: str
    sources: tuple[int, ...]
    choice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorRule:
    """If `when` holds, the level is at least `floor` (a LevelOfCare number). `kind`: which emergency, if one."""

    id: str
    floor: int
    when: Condition
    because: str
    sources: tuple[int, ...]
    kind: str = ""
    choice: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A phone, text or web line: what people read, and the address behind it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something to say beside the level. `text`: sentences to the person; `text_other`: to someone close to them.
    `whole`: never shortened to its first sentence. `safety`: must not be missed, so questions that could bring it
    are asked before a result is offered (16.27). `child`: also said where the person is under 12 (16.18)."""

    code: str
    title: str
    text: str
    when: Condition
    sources: tuple[int, ...]
    text_other: str = ""
    lines: tuple[Line, ...] = ()
    whole: bool = False
    safety: bool = True
    child: bool = False

    def text_for(self, respondent: str) -> str:
        return worded(self.text, self.text_other, respondent)

    def lead_for(self, respondent: str) -> str:
        """The first sentence, or all of a message that is shown whole."""
        text = self.text_for(respondent)
        return text if self.whole else _FIRST_SENTENCE.split(text, maxsplit=1)[0]

    def rest_for(self, respondent: str) -> str:
        """What opens in place."""
        return self.text_for(respondent)[len(self.lead_for(respondent)) :].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A kind of care to look for, or an extra help, beside the level. `ask`: what to ask a program.
    `articles`: topics that explain it."""

    id: str
    title: str
    text: str
    when: Condition
    sources: tuple[int, ...]
    ask: str = ""
    lines: tuple[Line, ...] = ()
    text_other: str = ""

    def text_for(self, respondent: str) -> str:
        return worded(self.text, self.text_other, respondent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry of the bibliography; numbers are those of the clinical bibliography."""

    number: int
    text: str
    url: str = ""
    second_hand: bool = False
