"""Fields that clean into what the site works with."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from facilities.places import LONGEST_TEXT, Found, find_place


class PlaceError(ValidationError):
    """An unknown or ambiguous place; `options` are places that may have been meant."""

    def __init__(self, message: str, options: tuple[Found, ...]):
        super().__init__(message, code="place")
        self.options = options


class PlaceField(forms.CharField):
    """A typed ZIP, city or state, cleaned into a places.Found."""

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("max_length", LONGEST_TEXT)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Found | None:
        if (
            value is None
        ):  # no such field in the address, as in a link from an article: the page asks for the place
            return None
        answer = find_place(super().clean(value))
        if isinstance(answer, Found):
            return answer
        raise PlaceError(answer.message, answer.options)
