"""Answering: the answers to look over, the level with its reasons, and the page to print."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from .. import answers, protocol
from ..answers import Visit
from ..emergency import instructions
from ..guide import WARNING_SOURCES
from ..referral import referral
from ..summary import Summary
from ..way import Way
from ..wording import by_part
from .better import still_open
from .guards import with_visit
from .steps import to_next

# The other ways to print: name of the address, words of the link.
ONE_PAGE = ("finder:one_page", "One page")
WITH_ANSWERS = ("finder:print", "All of it, with my answers")
WITHOUT_ANSWERS = ("finder:print_without_answers", "All of it, without my answers")
READ_ONLY = ["GET", "HEAD", "POST"]  # POST: only to go on from an emergency page


@require_http_methods(READ_ONLY)
@with_visit
def review(request: HttpRequest, visit: Visit) -> HttpResponse:
    if not visit.answers:
        return to_next(visit)
    way = Way(visit.answers)
    context = {
        "parts": by_part(visit.answers),
        "next_step": way.furthest if way.open else None,
        "decided": way.standing.decided,
        "notice": visit.notice,
    }
    page = render(request, "finder/review.html", context)
    return answers.keep_shown(page, visit)


def of_result(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the result: only when level and safety messages are settled. An earlier one could miss a danger."""

    @require_http_methods(READ_ONLY)
    @with_visit
    @wraps(view)
    def settled(request: HttpRequest, visit: Visit, **kwargs: bool) -> HttpResponse:
        way = Way(visit.answers)
        if not way.standing.decided:
            return to_next(visit, way)
        return view(request, visit, way, **kwargs)

    return settled


@of_result
def result(request: HttpRequest, visit: Visit, way: Way) -> HttpResponse:
    return render(request, "finder/result.html", {**_context(visit), **still_open(visit, way)})


@of_result
def printed(request: HttpRequest, visit: Visit, way: Way, with_answers: bool = True) -> HttpResponse:
    """Everything the result says, with or without the answers."""
    other = WITHOUT_ANSWERS if with_answers else WITH_ANSWERS
    parts = by_part(visit.answers) if with_answers else []
    context = {**_context(visit), "parts": parts, "ways": (other, ONE_PAGE)}
    return render(request, "finder/print.html", context)


@of_result
def one_page(request: HttpRequest, visit: Visit, way: Way) -> HttpResponse:
    """For a pocket or a wall: no answer is on it."""
    context = {**_context(visit), "ways": (WITH_ANSWERS, WITHOUT_ANSWERS)}
    return render(request, "finder/one_page.html", context)


def _context(visit: Visit) -> dict[str, object]:
    summary = Summary(visit.answers)
    today = timezone.localdate()
    return {
        "summary": summary,
        "level": summary.level,
        "required_text": protocol.REQUIRED_TEXT,
        "limits": protocol.LIMITS,
        "warning_sources": WARNING_SOURCES,
        "today": today,
        "referral": referral(summary.recommendation, summary.level_named, today),
        **(instructions(summary, summary.emergency_kinds) if summary.is_emergency else {}),
    }
