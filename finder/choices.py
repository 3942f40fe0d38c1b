"""A question ready to draw: its choices, and how they stand. Decides nothing."""

from typing import NamedTuple

from .picks import headed


class Choice(NamedTuple):
    """One radio button or checkbox, ready to draw."""

    id: str
    type: str
    name: str
    value: str
    label: str
    hint: str
    checked: bool
    size: str


class Group(NamedTuple):
    """The choices under one legend. `label`, `label_hint`: the drug or other row. `look`: how the choices stand."""

    name: str
    text: str
    hint: str
    label: str
    label_hint: str
    errors: list[str]
    choices: list[Choice]
    skipped: bool
    look: str

    @property
    def headed(self) -> list[tuple[str, list[Choice]]]:
        """The choices under their headings, where they have some."""
        return headed(self.choices)

    @property
    def first(self) -> str:
        """The id of the choice that stands first."""
        return (self.headed[0][1] if self.look == "headed" else self.choices)[0].id

    @property
    def about(self) -> str:
        """Before an error in the list of errors: what it is about, where the page asks more than one thing."""
        return "".join(f"{words} " for words in (self.label and f"{self.label}:", self.text) if words)
