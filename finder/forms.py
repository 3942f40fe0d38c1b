"""One page of questions as a form: only answers that the questions offer get through."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from .answers import Refused
from .choices import Choice, Group
from .protocol import SKIP, Item, Option, Question, asked, is_answered, item_name, subjects
from .protocol.room import size
from .protocol.substances import PICKS
from .wording import asks, sentence

CHOOSE_ONE = "Choose one answer. If none fits exactly, choose the closest one."
CHOOSE_HERE = "Choose an answer here."
CHOOSE_MANY = "Choose at least one answer."
NOT_OFFERED = "That answer is not in the list. Choose one from the list."
EXCLUSIVE = "“{alone}” cannot go together with other answers. Choose it by itself, or take it away."
UNKNOWN = "?"  # stands for any value that no question offers
ABOUT = {"benzo_dose": PICKS["benzodiazepines"][0]}  # asked beside rows of this drug
LIST = 7  # more choices than this stand closer together


class PageForm(forms.Form):
    """A field for every item. `skipping`: what is left empty and may be skipped is no error."""

    use_required_attribute = False

    def __init__(
        self,
        items: Iterable[Item],
        answers: dict[str, Any],
        respondent: str,
        *,
        data: Any = None,
        suggested: Iterable[str] = (),
        skipping: bool = False,
    ):
        super().__init__(data)
        self.items = {item_name(item): item for item in items}
        self.answers, self.respondent, self.skipping = answers, respondent, skipping
        for name, item in self.items.items():
            self.fields[name] = self._field(item.question)
            given = _given(item, answers)
            self.initial[name] = None if given == SKIP else given
        if "substances" in self.items and "substances" not in answers:
            self.initial["substances"] = list(suggested)

    @classmethod
    def refused(
        cls, items: Iterable[Item], answers: dict[str, Any], respondent: str, refused: Refused
    ) -> "PageForm":
        """The page again: what was refused with its errors, everything else as it is known."""
        form = cls(items, answers, respondent)
        known = {name: _listed(form.initial[name]) for name in form.items}
        again = cls(items, answers, respondent, data=MultiValueDict(known | refused.chosen))
        for name in set(again.items) - set(refused.fields):
            again.fields[name].required = False
        return again

    def _field(self, question: Question) -> forms.Field:
        alone = CHOOSE_ONE if len(self.items) == 1 else CHOOSE_HERE
        kind, required = (
            (forms.MultipleChoiceField, CHOOSE_MANY)
            if question.kind == "many"
            else (forms.ChoiceField, alone)
        )
        errors = {"required": required, "invalid_choice": NOT_OFFERED, "invalid_list": NOT_OFFERED}
        return kind(
            choices=[(o.id, o.label) for o in question.options],
            error_messages=errors,
            required=not (self.skipping and question.skippable),
        )

    def clean(self) -> None:
        for name, item in self.items.items():
            chosen = self.cleaned_data.get(name)
            if item.question.kind == "many" and chosen and len(chosen) > 1 and not item.question.mixes:
                for alone in (o for o in item.question.options if o.exclusive and o.id in chosen):
                    self.add_error(name, EXCLUSIVE.format(alone=alone.label_for(self.respondent)))

    def told(self) -> dict[str, Any]:
        """All answers, with what was well answered here; in a skipped page the rest counts as skipped."""
        told = dict(self.answers)
        for name, item in self.items.items():
            if name in self.errors:
                continue
            value = self.cleaned_data.get(name) or (SKIP if self.skipping else None)
            if value:
                told[item.question.id] = _with(item, value, told)
        return told

    def not_taken(self) -> Refused:
        """Which items have an error, and what was sent for them; what is not offered is not kept."""
        chosen = {}
        for name in self.errors:
            question = self.items[name].question
            sent = (v if question.has_option(v) else UNKNOWN for v in _listed(self[name].data) if v)
            chosen[name] = list(dict.fromkeys(sent))
        return Refused(tuple(chosen), {name: values for name, values in chosen.items() if values})

    @property
    def one_question(self) -> bool:
        return len({item.question.id for item in self.items.values()}) == 1

    def groups(self) -> list[Group]:
        """Every item, ready to draw. A question that comes again is said in a few words, without its hint."""
        groups, seen = [], set()
        for name, item in self.items.items():
            groups.append(self._group(name, item, again=item.question in seen))
            seen.add(item.question)
        return groups

    def _group(self, name: str, item: Item, again: bool = False) -> Group:
        question, bound = item.question, self[name]
        chosen = set(_listed(bound.value()))
        row = question.subject(item.row) if item.row else None
        about = row.label_for(self.respondent) if row else ABOUT.get(question.id, "")
        return Group(
            name,
            sentence(question.topic) if again else asks(question, self.respondent),
            "" if again else question.hint_for(self.respondent),
            about,
            row.hint if row else "",
            [str(error) for error in bound.errors],
            [self._choice(name, n, question, o, o.id in chosen) for n, o in enumerate(question.options)],
            _given(item, self.answers) == SKIP,
            self._look(question),
        )

    def _look(self, question: Question) -> str:
        if question.id == "substances":
            return "headed"
        if len(self.items) == 1 and len(question.options) > LIST:
            return "close"
        return "chips" if len(self.items) > 1 else ""

    def _choice(self, name: str, n: int, question: Question, option: Option, checked: bool) -> Choice:
        kind = "checkbox" if question.kind == "many" else "radio"
        label = option.label_for(self.respondent)
        return Choice(
            f"{name}-{n}", kind, name, option.id, label, option.hint, checked, size(label, option.hint)
        )


def alone(data: Any) -> dict[str, Any]:
    """The answers in one sent page, read without a visit; those to follow-up questions as if their question stood."""
    named = set(data.getlist("item"))
    before = {"suicide": "thoughts"} if named & {"means_access", "ever_tried"} else {}
    items = [item for item in asked(before) if item_name(item) in named]
    form = PageForm(items, before, "self", data=data)
    form.is_valid()
    return form.told()


def _given(item: Item, answers: dict[str, Any]) -> Any:
    """What was answered before: an option, a list of them, "skip" or None."""
    if not is_answered(item, answers):
        return None
    given = answers[item.question.id]
    return given.get(item.row) if item.row and isinstance(given, Mapping) else given


def _with(item: Item, value: Any, answers: dict[str, Any]) -> Any:
    """The answer to the whole question; rows that are off the page today keep theirs."""
    if not item.row:
        return value
    before = answers.get(item.question.id)
    if before == SKIP:
        before = {row.id: SKIP for row in subjects(item.question, answers)}
    return {**(before if isinstance(before, Mapping) else {}), item.row: value}


def _listed(value: Any) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list | tuple) else [value] if value else []
