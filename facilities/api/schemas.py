"""The shapes of the API. Search parameters come from the same table as the search page."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import create_model

from facilities.choice_groups import EITHER_WAY, GROUPS
from facilities.filters import FARTHEST, NEAREST, USUAL_MILES
from facilities.places import LONGEST_TEXT

MOST_PAGES, MOST_PER_PAGE = 10_000, 100


class Paging(Schema):
    page: int = Field(1, ge=1, le=MOST_PAGES)
    per_page: int = Field(20, ge=1, le=MOST_PER_PAGE)


class Where(Schema):
    near: str = Field(
        ..., min_length=1, max_length=LONGEST_TEXT, description="ZIP code, “City, ST” or a state."
    )
    miles: int = Field(USUAL_MILES, ge=NEAREST, le=FARTHEST, description="Not used with a state.")
    unstated: Literal["", "1"] = Field(
        "", description="1: also places that do not state what was asked; they come last."
    )


def _boxes(group: Any) -> Any:
    described = f"{group.title}: {group.rule}. " + "; ".join(
        f"{c.slug} = {c.label}" for c in group.choices[:12]
    )
    slugs: Any = Literal[tuple(choice.slug for choice in group.choices)]  # type: ignore[valid-type]
    return (list[slugs], Field([], max_length=len(group.choices), description=described))


_EVERY: Any = Literal[tuple(group.param for group in EITHER_WAY)]  # type: ignore[valid-type]
SearchQuery: Any = create_model(
    "SearchQuery",
    __base__=Where,
    every=(
        list[_EVERY],
        Field([], max_length=4, description="Groups of which all boxes must be met, not one."),
    ),
    **{group.param: _boxes(group) for group in GROUPS},
)


class PagedSearch(SearchQuery, Paging):
    """A search, one page of it."""


class PhoneOut(Schema):
    kind: str
    number: str
    extension: str = ""
    link: str = ""


class LevelOut(Schema):
    """A level of care derived from codes. `stated` is false where the place may offer it and did not say."""

    level: str | None
    shown_as: str
    stated: bool
    caveat: str


class ProgramOut(Schema):
    id: UUID
    name: str
    name2: str
    directory: str
    source: str
    edition: int
    phones: list[PhoneOut]
    levels: list[LevelOut]
    codes: list[str]


class FacilityOut(Schema):
    """One place. Street, ZIP and point are null where the place does not publish its address."""

    id: UUID
    url: str
    name: str
    name2: str
    street: str | None
    city: str
    state: str
    zip: str | None
    latitude: float | None
    longitude: float | None
    point_quality: str
    website: str
    last_seen_edition: int | None
    last_verified_on: date | None
    checked: str
    programs: list[ProgramOut]


class ResultOut(FacilityOut):
    """A place in a search, with why it matched."""

    miles: float | None
    stated: list[str]
    not_stated: list[str]
    limits: list[str]


class Meta(Schema):
    license: str
    credit: str
    newest_edition: int | None


class ResultsOut(Schema):
    meta: Meta
    place: str
    total: int
    page: int
    pages: int
    results: list[ResultOut]


class DetailOut(Schema):
    meta: Meta
    facility: FacilityOut


class CodeOut(Schema):
    code: str
    category: str
    category_name: str
    official_label: str
    label: str
    means: str


class CodesOut(Schema):
    meta: Meta
    codes: list[CodeOut]


class PlaceOut(Schema):
    query: str
    label: str
    kind: str
    state: str
    latitude: float | None
    longitude: float | None


class PlacesOut(Schema):
    """`found` is null when nothing, or more than one place, fits; `options` are what may be meant."""

    meta: Meta
    message: str
    found: PlaceOut | None
    options: list[PlaceOut]
