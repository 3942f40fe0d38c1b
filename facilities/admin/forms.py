"""Editing a place and its programs: why it changed, which fields are ours, and a point pasted as one line."""

import re
from typing import Any

from django import forms
from django.utils import timezone

from facilities.models import Facility, Place, Program
from facilities.ownership import claim, release

POINT = re.compile(r"^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$")


class OwnedForm(forms.ModelForm):
    """A form whose changed fields become ours; `release_fields` gives some back to the imports."""

    release_fields = forms.MultipleChoiceField(
        label="Let imports decide these again", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        owned = self.instance.owned_fields
        choices = [
            (name, f"{self.label_of(name)}: since {mark['on']}, by {mark['by']}")
            for name, mark in owned.items()
        ]
        field: Any = self.fields["release_fields"]
        field.choices = choices
        if not choices:
            field.widget = forms.MultipleHiddenInput()  # an empty choice says nothing

    def label_of(self, name: str) -> str:
        return str(self._meta.model._meta.get_field(name).verbose_name)

    def remember_ownership(self, by: str) -> None:
        """Call before saving the instance."""
        claim(self.instance, self.changed_data, by, timezone.localdate())
        release(self.instance, self.cleaned_data.get("release_fields", []))


class FacilityForm(OwnedForm):
    point = forms.CharField(
        label="Coordinates",
        required=False,
        max_length=60,
        help_text="Latitude and longitude as a map shows them, such as 41.8857, -87.6225. Leave empty for none.",
    )
    change_reason = forms.CharField(
        label="Why?",
        required=False,
        max_length=100,
        help_text="One line for the history, such as “called, new suite”.",
    )

    class Meta:
        model = Facility
        fields = (
            "organization", "name", "name2", "street1", "street2", "city", "state", "zip", "address_withheld",
            "website", "status", "last_verified_on", "last_verified_how", "staff_notes",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.instance.latitude is not None and "point" in self.fields:
            self.initial["point"] = f"{self.instance.latitude:.6f}, {self.instance.longitude:.6f}"

    def clean_state(self) -> str:
        return self.cleaned_data["state"].upper()

    def clean_zip(self) -> str:
        code = self.cleaned_data["zip"].strip()
        if not re.fullmatch(r"\d{5}", code):
            raise forms.ValidationError("A ZIP code has five digits, such as 60614.")
        return code

    def clean_point(self) -> tuple[float, float] | None:
        text = self.cleaned_data["point"]
        if not text.strip():
            return None
        found = POINT.match(text)
        if not found:
            raise forms.ValidationError("Write latitude, then longitude, such as 41.8857, -87.6225.")
        latitude, longitude = float(found[1]), float(found[2])
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise forms.ValidationError("Latitude lies between -90 and 90, longitude between -180 and 180.")
        return latitude, longitude

    def save(self, commit: bool = True) -> Any:
        self.instance._change_reason = self.cleaned_data.get("change_reason") or ""
        if "point" in self.changed_data:
            self.set_point(self.cleaned_data["point"], "staff", Facility.PointQuality.STAFF)
        elif "zip" in self.changed_data and self.instance.point_quality != Facility.PointQuality.STAFF:
            self.set_point(zip_point(self.cleaned_data["zip"]), "ZIP table", Facility.PointQuality.ZIP)
        return super().save(commit)

    def set_point(
        self, point: tuple[float, float] | None, source: str, quality: Facility.PointQuality
    ) -> None:
        place = self.instance
        place.latitude, place.longitude = point or (None, None)
        place.point_source, place.point_quality = (
            (source, quality) if point else ("", Facility.PointQuality.NONE)
        )

    def remember_ownership(self, by: str) -> None:
        super().remember_ownership(by)
        if "point" in self.changed_data:
            claim(self.instance, ("latitude", "longitude"), by, timezone.localdate())


def zip_point(code: str) -> tuple[float, float] | None:
    """A moved place without a point of its own stands in the middle of its new ZIP code."""
    place = Place.objects.filter(kind=Place.Kind.ZIP, zip=code).first()
    return (place.latitude, place.longitude) if place else None


class ProgramForm(OwnedForm):
    class Meta:
        model = Program
        fields = (
            "name1",
            "name2",
            "phone",
            "intake1",
            "intake2",
            "intake1a",
            "intake2a",
            "website",
            "status",
        )
