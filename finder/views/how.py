"""How the questionnaire works, drawn from the objects that decide: an overview, the questions, the rules, and JSON."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from facilities.levels import LevelOfCare

from .. import protocol
from ..protocol.conditions import ALWAYS
from ..wording import section


@cache
def _contents() -> dict[str, Any]:
    """The rules never change while the program runs, so this is put together once."""
    parts = [
        (title, [q for q in protocol.QUESTIONS if section(q) == key])
        for key, title in protocol.SECTIONS.items()
    ]
    floors = [
        (level.label, [f for f in protocol.FLOORS if f.floor == level]) for level in reversed(LevelOfCare)
    ]
    return {
        "parts": parts,
        "always": ALWAYS,
        "ratings": [(label, name, protocol.RATINGS[name]) for name, label in protocol.RATING_NAMES.items()],
        "floors": floors,
        "messages": protocol.MESSAGES.values(),
        "tracks": protocol.TRACKS.values(),
        "adjuncts": protocol.ADJUNCTS.values(),
        "required_text": protocol.REQUIRED_TEXT,
        "limits": protocol.LIMITS,
        "version": protocol.RULE_SET_VERSION,
        "dated": protocol.RULE_SET_DATE,
    }


@cache
def _sources(page: str) -> list[protocol.Source]:
    """What this page names, and no more: each page lists its own sources."""
    naming: dict[str, tuple[Any, ...]] = {
        "questions": protocol.QUESTIONS,
        "rules": (*protocol.RATING_RULES, *protocol.FLOORS),
        "said": (*protocol.MESSAGES.values(), *protocol.TRACKS.values(), *protocol.ADJUNCTS.values()),
    }
    numbers = {number for item in naming.get(page, ()) for number in item.sources}
    return [protocol.SOURCES[number] for number in sorted(numbers)]


@require_safe
def how(request: HttpRequest, page: str) -> HttpResponse:
    """`page`: "how" (the overview), "questions", "rules" or "said"; apart, so that each stays light."""
    return render(request, f"finder/{page}.html", {**_contents(), "sources": _sources(page)})


@require_safe
def rules_json(request: HttpRequest) -> HttpResponse:
    content = {"version": protocol.RULE_SET_VERSION, "date": protocol.RULE_SET_DATE, **protocol.rule_set()}
    return JsonResponse(content)
