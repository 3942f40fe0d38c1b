"""The filters that people ask for most, one tap each. Every list offers the same ones to everyone."""

from typing import NamedTuple

from django.http import QueryDict

from facilities.panels import changed

# Offered to everyone alike on every list: label, parameter, boxes ticked by it (any of them will do).
ONE_TAP = (
    ("Teens", "who", ("teens",)),
    ("Women", "who", ("women",)),
    ("Spanish", "language", ("spanish",)),
    ("Medicaid", "pay", ("medicaid",)),
    ("No insurance", "pay", ("free", "sliding", "help")),
    ("Telehealth", "extras", ("telehealth",)),
)


class OneTap(NamedTuple):
    """A common filter that is not on yet, with the address of the same search with it."""

    label: str
    with_it: str


def one_taps(ticked: dict[str, list[str]], query: QueryDict) -> list[OneTap]:
    """The common filters, without those that are on."""
    off = [tap for tap in ONE_TAP if not set(tap[2]) <= set(ticked.get(tap[1], ()))]
    return [OneTap(label, added(query, param, slugs)) for label, param, slugs in off]


def added(query: QueryDict, param: str, slugs: tuple[str, ...]) -> str:
    """The query string with these boxes ticked as well: first page."""
    copy = QueryDict(changed(query), mutable=True)
    copy.setlist(param, list(dict.fromkeys([*copy.getlist(param), *slugs])))
    return copy.urlencode()
