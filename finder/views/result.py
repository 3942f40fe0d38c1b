"""Answering: the answers to look over, the level with its reasons, and the page to print."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from .. import answers, protocol
from ..answers import Visit
from ..emergency import instructions
from ..guide import WARNING_SOURCES
from ..summary import Summary
from ..way import Way
from ..wording import by_part
from .guards import with_visit
from .steps import to_next

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


@require_http_methods(READ_ONLY)
@with_visit
def result(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Only once the level and the safety messages are settled: an earlier result could miss a danger."""
    way = Way(visit.answers)
    if not way.standing.decided:
        return to_next(visit, way)
    return render(request, "finder/result.html", _context(visit))


@require_http_methods(READ_ONLY)
@with_visit
def printed(request: HttpRequest, visit: Visit) -> HttpResponse:
    way = Way(visit.answers)
    if not way.standing.decided:
        return to_next(visit, way)
    return render(request, "finder/print.html", {**_context(visit), "parts": by_part(visit.answers)})


def _context(visit: Visit) -> dict[str, object]:
    summary = Summary(visit.answers)
    return {
        "summary": summary,
        "level": summary.level,
        "required_text": protocol.REQUIRED_TEXT,
        "limits": protocol.LIMITS,
        "warning_sources": WARNING_SOURCES,
        "today": timezone.localdate(),
        **(instructions(summary, summary.emergency_kinds) if summary.is_emergency else {}),
    }
