"""The filter panel: every box with its count, the ticked ones as chips, and addresses with one thing changed."""

from typing import Any, NamedTuple

from django.http import QueryDict

from facilities.choice_groups import BY_PARAM, EITHER_WAY, GROUPS
from facilities.choices import ChoiceGroup
from facilities.facets import Count
from facilities.filters import FacilityFilter
from facilities.match import words


class Box(NamedTuple):
    """One choice with its state; `counted` is None before there is a place to count around."""

    slug: str
    label: str
    ticked: bool
    counted: Count | None


class Panel(NamedTuple):
    """One question with the boxes to show."""

    group: ChoiceGroup
    boxes: list[Box]
    ticked: int
    either_way: bool
    every: bool


class Chip(NamedTuple):
    """A ticked box, with the address of the same search without it."""

    label: str
    without: str


def panels(search: FacilityFilter, counts: dict[str, dict[str, Count]], everything: bool) -> list[Panel]:
    """Panels in page order: the common boxes and any ticked one, or every box there is."""
    found = []
    ticked, every = search.ticked, search.data.getlist("every")
    for group in GROUPS:
        chosen = set(ticked.get(group.param, ()))
        counted = counts.get(group.param, {})
        shown = group.shown(chosen, everything)
        boxes = [Box(c.slug, c.label, c.slug in chosen, counted.get(c.slug)) for c in shown]
        if boxes:
            either_way = group in EITHER_WAY
            found.append(Panel(group, boxes, len(chosen), either_way, group.param in every))
    return found


def chips(ticked: dict[str, list[str]], query: QueryDict) -> list[Chip]:
    """Every ticked box as something to take away."""
    chosen = [(param, choice) for param, slugs in ticked.items() for choice in BY_PARAM[param].chosen(slugs)]
    return [Chip(words(choice), changed(query, param, remove=choice.slug)) for param, choice in chosen]


def changed(query: QueryDict, param: str = "", value: str | None = None, remove: str | None = None) -> str:
    """The query string with one parameter set or one value gone: first page, and no words we do not know."""
    copy = QueryDict(mutable=True)
    for name in FacilityFilter.base_filters:
        kept = [text for text in query.getlist(name) if (name, text) != (param, remove)]
        if kept:
            copy.setlist(name, list(dict.fromkeys(kept)))
    if value is not None:
        copy[param] = value
    return copy.urlencode()


def addresses(search: FacilityFilter, query: QueryDict) -> dict[str, Any]:
    """Other searches from here: without filters, with the silent places, by telehealth, and around a namesake."""
    place_only = QueryDict(mutable=True)
    place_only.update({name: str(query[name]) for name in ("near", "miles") if name in query})
    state = QueryDict(mutable=True)
    state.update({"near": search.place.state if search.place else "", "extras": "telehealth"})
    options = search.place_options or (search.place.others if search.place else ())
    return {
        "query": changed(query),
        "place_only": place_only.urlencode(),
        "with_unstated": changed(query, "unstated", "1"),
        "without_unstated": changed(query, "unstated", remove=query.get("unstated")),
        "by_telehealth": state.urlencode(),
        "options": [(option, changed(query, "near", option.query)) for option in options],
    }
