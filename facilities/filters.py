"""The search form. Each filter is one line, and each line is one word of the facility queryset."""

from copy import copy
from functools import cache
from typing import Any

import django_filters
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict

from facilities import choice_groups as groups
from facilities.choices import ChoiceGroup
from facilities.forms import PlaceField
from facilities.geo import Point
from facilities.models import Facility
from facilities.places import Found

NEAREST, FARTHEST, USUAL_MILES = 5, 500, 25
MILES_CHOICES = (5, 10, 25, 50, 100, 250, 500)


class Shared:
    """A filter that never changes: a FilterSet copies its filters for every request, so the copy is kept shallow."""

    def __deepcopy__(self, memo: dict) -> "Shared":
        return copy(self)


class Says(Shared, django_filters.MultipleChoiceFilter):
    """Facilities with one program that states what the boxes ticked ask for; `word` takes the facts."""

    def __init__(self, word: str, group: ChoiceGroup):
        super().__init__(choices=group.pairs, label=group.title)
        self.word, self.group = word, group
        message = (
            f"“%(value)s” is not a choice we know for “{group.title}”. Remove it, or pick from the list."
        )
        self.extra.update(widget=forms.CheckboxSelectMultiple, error_messages={"invalid_choice": message})

    def filter(self, qs: Any, value: list[str], every: bool = False) -> Any:
        for facts in self.group.needs(value, every):
            qs = getattr(qs, self.word)(*facts)
        return qs.without_codes(*sorted(self.group.excludes(value)))


class Setting(Shared, django_filters.Filter):
    """A field that shapes the search as a whole (see `filter_queryset`) and removes nothing by itself."""

    def __init__(self, field_class: type[forms.Field], **kwargs: Any):
        super().__init__(**kwargs)
        self.field_class = field_class

    def filter(self, qs: Any, value: Any) -> Any:
        return qs


def _miles() -> Setting:
    far = f"Choose a distance from {NEAREST} to {FARTHEST} miles."
    limits = [MinValueValidator(NEAREST, far), MaxValueValidator(FARTHEST, far)]
    return Setting(forms.IntegerField, validators=limits, error_messages={"invalid": far}, label="Within")


class FacilityFilter(django_filters.FilterSet):
    """Facilities near a place that offer what was asked; the best match first."""

    near = Setting(PlaceField, label="Near")
    miles = _miles()
    unstated = Setting(forms.BooleanField, widget=forms.TextInput, label="Include places that did not say")
    every = Setting(
        forms.MultipleChoiceField,
        choices=[(group.param, group.title) for group in groups.EITHER_WAY],
        error_messages={
            "invalid_choice": "“%(value)s” is not a group that can be asked for in full. Remove it."
        },
    )
    care = Says("offering", groups.CARE)
    detox = Says("with_any_code", groups.DETOX)
    managed = Says("with_any_code", groups.MANAGED)
    moud = Says("with_any_code", groups.MOUD)
    medicine = Says("with_any_code", groups.MEDICINE)
    pay = Says("accepting", groups.PAY)
    age = Says("serving", groups.AGE)
    sex = Says("serving", groups.SEX)
    who = Says("serving", groups.WHO)
    language = Says("speaking", groups.LANGUAGE)
    extras = Says("with_any_code", groups.EXTRAS)
    therapy = Says("with_any_code", groups.THERAPY)
    kind = Says("with_any_code", groups.KIND)
    license = Says("with_any_code", groups.LICENSE)
    smoking = Says("with_any_code", groups.SMOKING)
    health = Says("with_any_code", groups.HEALTH)
    crisis = Says("with_any_code", groups.CRISIS)

    class Meta:
        model = Facility
        fields: list[str] = []

    def __init__(self, data: QueryDict | None = None, *args: Any, **kwargs: Any):
        super().__init__(
            QueryDict() if data is None else data, *args, **kwargs
        )  # bound: no place, no results

    def get_form_class(self) -> type[forms.BaseForm]:
        return _form_class()

    def filter_queryset(self, queryset: Any) -> Any:
        if self.place is None:
            return queryset.none()
        everyone = self.around(queryset.listed())
        asked = self.asked(everyone)
        if not self.include_unstated:
            return asked.best_first()
        levels = [fact for some in groups.CARE.needs(self.chosen.get("care", ())) for fact in some]
        possible = everyone.offering(*levels, or_unstated=True) if levels else everyone
        return possible.without_codes(*sorted(self.excluded)).with_match(asked).best_first()

    def asked(self, queryset: Any, but: str = "") -> Any:
        """Those that state everything ticked, leaving out the group named `but`."""
        queryset = queryset.without_codes(*sorted(self.only_others))
        for param, slugs in self.chosen.items():
            if param != but:
                queryset = self.filters[param].filter(queryset, slugs, self.wants_every(param))
        return queryset

    def around(self, queryset: Any) -> Any:
        """Facilities in reach of the place, or in the whole state."""
        place = self.form.cleaned_data["near"]
        return queryset.near(place.point, self.reach) if place.point else queryset.in_state(place.state)

    @property
    def place(self) -> Found | None:
        return self.form.cleaned_data.get("near")

    @property
    def point(self) -> Point | None:
        return self.place.point if self.place else None

    @property
    def reach(self) -> int:
        return self.form.cleaned_data.get("miles") or USUAL_MILES

    @property
    def include_unstated(self) -> bool:
        """Whether places that did not say come after those that did."""
        return bool(self.form.cleaned_data["unstated"])

    @property
    def chosen(self) -> dict[str, list[str]]:
        """Slugs ticked, by group, in page order; only groups with a choice."""
        cleaned = self.form.cleaned_data
        return {group.param: cleaned[group.param] for group in groups.GROUPS if cleaned.get(group.param)}

    def wants_every(self, param: str) -> bool:
        """Whether the visitor asked for all boxes of a group where one would be enough."""
        return param in (self.form.cleaned_data.get("every") or ())

    @property
    def ticked(self) -> dict[str, list[str]]:
        """The boxes to show as ticked: also those of a group that has an error."""
        known = {group.param: dict.fromkeys(self.data.getlist(group.param)) for group in groups.GROUPS}
        found = {
            param: [s for s in slugs if s in groups.BY_PARAM[param].by_slug] for param, slugs in known.items()
        }
        return {param: slugs for param, slugs in found.items() if slugs}

    @property
    def switches(self) -> dict[str, list[str]]:
        """The settings besides the place, as they were sent."""
        return {name: self.data.getlist(name) for name in ("unstated", "every") if name in self.data}

    @property
    def place_options(self) -> tuple[Found, ...]:
        """Places that may have been meant, when the one typed is unknown or ambiguous."""
        errors = self.form.errors.as_data().get("near", [])
        return tuple(option for error in errors for option in getattr(error, "options", ()))

    @property
    def only_others(self) -> frozenset[str]:
        """Programs for DUI clients only are left out, unless that is what is looked for."""
        return frozenset() if "dui" in self.chosen.get("who", ()) else groups.DUI_ONLY

    @property
    def excluded(self) -> frozenset[str]:
        """Every code that rules a program out of this search."""
        return self.only_others.union(
            *(groups.BY_PARAM[param].excludes(slugs) for param, slugs in self.chosen.items())
        )


class Unchanging(dict):
    """Form fields that nothing changes: a form copies its fields for every request, and these are not copied."""

    def __deepcopy__(self, memo: dict) -> "Unchanging":
        return self


@cache
def _form_class() -> type[forms.BaseForm]:
    """The form behind the search, built once: django-filter would build the class anew for every request."""
    fields = {name: declared.field for name, declared in FacilityFilter.base_filters.items()}
    return type("SearchForm", (forms.BaseForm,), {"base_fields": Unchanging(fields)})
