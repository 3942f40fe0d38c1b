"""Asking: a page of questions, its place on the visitor's own path in the address, its questions only in the form."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from .. import answers, protocol
from ..answers import Refused, Visit
from ..forms import PageForm
from ..picks import pick_for
from ..protocol import Item, Page, item_name
from ..way import Way
from ..wording import respondent
from .asking import ORIGINS, context, said_next
from .guards import sent_by_this_site, with_visit


@require_http_methods(["GET", "HEAD", "POST"])
@with_visit
def step(request: HttpRequest, visit: Visit, n: int) -> HttpResponse:
    if request.method == "POST":
        return _receive(request, visit)
    way = Way(visit.answers)
    if not 1 <= n <= min(way.furthest, len(way.pages)):
        return to_next(visit, way)
    page = way.pages[n - 1]
    refused = visit.refused if visit.refused and _concerns(visit.refused, page) else None
    form = _form(page, visit, refused)
    shown = render(request, "finder/question.html", context(request, visit, way, n, form))
    return answers.keep_shown(shown, visit, refused)


def _concerns(refused: Refused, page: Page) -> bool:
    return not {item_name(item) for item in page.items}.isdisjoint(refused.fields)


def _form(page: Page, visit: Visit, refused: Refused | None) -> PageForm:
    """The page with the answers given before; or, once, with what was chosen and the errors about it."""
    who = respondent(visit.answers)
    if refused:
        return PageForm.refused(page.items, visit.answers, who, refused)
    return PageForm(page.items, visit.answers, who, suggested=visit.suggested)


def _receive(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take the answers to the items named in the form, wherever they now stand. What is in order is kept at once."""
    named = set(request.POST.getlist("item"))
    items = [item for item in protocol.asked(visit.answers) if item_name(item) in named]
    if not items:
        moved = replace(visit, notice="moved")
        return answers.keep(to_next(moved), moved)
    skipping = request.POST.get("action") == "skip"
    form = PageForm(items, visit.answers, respondent(visit.answers), data=request.POST, skipping=skipping)
    complete = form.is_valid()
    told = visit.telling(form.told())
    way = Way(told.answers)
    n = 0 if complete else way.place(form.items[name] for name in form.errors)
    if n:  # an item that no longer matters after the others is not asked again
        return _ask_again(request, told, n, form.not_taken())
    told = replace(told, notice=said_next(items, told.answers))
    return answers.keep(_onward(request, told, way, items), told)


def _ask_again(request: HttpRequest, visit: Visit, n: int, refused: Refused) -> HttpResponse:
    """Back to the page, which then shows the error: as the answer to a GET, it can be reloaded and gone back to."""
    origin = request.POST.get("from")
    response = redirect(reverse("finder:step", args=[n]) + (f"?{origin}" if origin in ORIGINS else ""))
    response.status_code = 303
    return answers.keep(response, replace(visit, refused=refused))


def _onward(request: HttpRequest, visit: Visit, way: Way, items: list[Item]) -> HttpResponse:
    """The next page of the path, answered or not; from a review or a result, back there or to what is open."""
    origin, following = request.POST.get("from"), way.place(items) + 1
    if origin == "result" and way.standing.decided:
        return redirect("finder:result")
    if origin in ORIGINS or following >= way.furthest:
        return to_next(visit, way, "review" if origin == "review" else "result")
    return redirect("finder:step", n=following)


def to_next(visit: Visit, way: Way | None = None, at_the_end: str = "result") -> HttpResponse:
    """The first open page; where nothing is open, the result or the review."""
    way = way or Way(visit.answers)
    return redirect("finder:step", n=way.open[0]) if way.open else redirect(f"finder:{at_the_end}")


@csrf_exempt
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Start with a substance already ticked. Posted from cached pages, so it asks for our own origin, not a token."""
    if not sent_by_this_site(request):
        return redirect("finder:start")
    try:
        visit = answers.read(request) or Visit()
    except (answers.Expired, answers.Unreadable):
        visit = Visit()
    picks = (pick_for(key) for key in request.POST.getlist("substance")[:5])
    chosen = tuple(dict.fromkeys(pick for pick in picks if pick))
    visit = replace(visit, suggested=tuple(dict.fromkeys((*visit.suggested, *chosen))), refused=None)
    return answers.keep(to_next(visit), visit)
