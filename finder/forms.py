"""One question as a form: only answers that the question offers get through."""

from typing import Any, NamedTuple

from django import forms

from .protocol import SKIP, Option, Question, subjects

REQUIRED = {
    "one": "Choose one answer. If none fits exactly, choose the closest one.",
    "many": "Choose at least one answer.",
    "each": "Choose an answer here.",
}
NOT_OFFERED = "That answer is not in the list. Choose one from the list."
EXCLUSIVE = "“{alone}” cannot go together with other answers. Choose it by itself, or take it away."
UNKNOWN = "?"  # stands for any value that no question offers


class Choice(NamedTuple):
    """One radio button or checkbox, ready to draw."""

    id: str
    type: str
    name: str
    value: str
    label: str
    hint: str
    checked: bool


class Group(NamedTuple):
    """The choices under one heading: the question, or one subject of it."""

    name: str
    label: str
    hint: str
    errors: list[str]
    choices: list[Choice]
    skipped: bool


class QuestionForm(forms.Form):
    """Fields come from the question: one list, or for kind "each" one list for every subject that applies."""

    use_required_attribute = False

    def __init__(
        self,
        question: Question,
        answers: dict[str, Any],
        respondent: str,
        *,
        data: Any = None,
        suggested: Any = None,
        prefix: str | None = None,
    ):
        super().__init__(data, prefix=prefix)
        self.question, self.respondent = question, respondent
        self.is_each = question.kind == "each"
        self.subjects = subjects(question, answers) if self.is_each else ()
        given = answers.get(question.id, suggested)
        self.skipped = given == SKIP
        given = None if self.skipped else given
        self.earlier = given if self.is_each and given else {}
        for name in [s.id for s in self.subjects] if self.is_each else ["answer"]:
            self.fields[name] = self._field()
            self.initial[name] = self.earlier.get(name) if self.is_each else given

    def _field(self) -> forms.Field:
        kind = forms.MultipleChoiceField if self.question.kind == "many" else forms.ChoiceField
        errors = {
            "required": REQUIRED[self.question.kind],
            "invalid_choice": NOT_OFFERED,
            "invalid_list": NOT_OFFERED,
        }
        return kind(choices=[(o.id, o.label) for o in self.question.options], error_messages=errors)

    def clean_answer(self) -> Any:
        value = self.cleaned_data["answer"]
        if self.question.kind == "many" and len(value) > 1:
            for alone in (o for o in self.question.options if o.exclusive and o.id in value):
                raise forms.ValidationError(EXCLUSIVE.format(alone=alone.label_for(self.respondent)))
        return value

    def answer(self) -> Any:
        """The answer as the protocol takes it: an option id, a list of them, or {subject: option id}."""
        if not self.is_each:
            return self.cleaned_data["answer"]
        return {**self.earlier, **self.cleaned_data}  # rows that are off the path today keep their answers

    def chosen(self) -> dict[str, list[str]]:
        """What was sent in each field, for the next form to refuse alike; what is not offered is not kept."""
        offered = {option.id for option in self.question.options}
        sent = {name: self[name].data for name in self.fields}  # None, an option id, or a list of them
        listed = {name: value if isinstance(value, list) else [value] for name, value in sent.items()}
        return {
            name: list(dict.fromkeys(value if value in offered else UNKNOWN for value in values if value))
            for name, values in listed.items()
        }

    def groups(self) -> list[Group]:
        if not self.is_each:
            return [self._group("answer", "", "")]
        return [self._group(s.id, s.label_for(self.respondent), s.hint) for s in self.subjects]

    def _group(self, name: str, label: str, hint: str) -> Group:
        bound = self[name]
        given = bound.value() or ()
        chosen = {given} if isinstance(given, str) else set(given)
        choices = [
            self._choice(bound.html_name, n, option, option.id in chosen)
            for n, option in enumerate(self.question.options)
        ]
        errors = [str(error) for error in bound.errors]
        return Group(bound.html_name, label, hint, errors, choices, self.skipped or given == SKIP)

    def _choice(self, name: str, n: int, option: Option, checked: bool) -> Choice:
        kind = "checkbox" if self.question.kind == "many" else "radio"
        label = option.label_for(self.respondent)
        return Choice(f"{name}-{n}", kind, name, option.id, label, option.hint, checked)
