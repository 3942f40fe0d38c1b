"""Fields that clean into what the site works with."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from facilities.geo import Point, rounded
from facilities.models import ProblemReport
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


class HereForm(forms.Form):
    """Where a browser says it is."""

    lat = forms.FloatField(min_value=-90, max_value=90)
    lon = forms.FloatField(min_value=-180, max_value=180)

    @property
    def point(self) -> Point:
        """To about a kilometer, whatever was sent."""
        return rounded(Point(self.cleaned_data["lat"], self.cleaned_data["lon"]))


class ReportForm(forms.ModelForm):
    """What is wrong with a listing."""

    kind = forms.ChoiceField(
        choices=ProblemReport.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong.", "invalid_choice": "Choose what is wrong."},
    )

    class Meta:
        model = ProblemReport
        fields = ["kind", "details"]
        error_messages = {
            "details": {"max_length": "Use at most 1,000 letters. There are %(show_value)s now."},
        }
