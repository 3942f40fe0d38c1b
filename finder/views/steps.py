"""Asking: one question a page, its place on the visitor's own path in the address, its name only in the form."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from .. import answers, protocol
from ..answers import Refused, Visit
from ..forms import QuestionForm
from ..picks import pick_for
from ..protocol import SKIP, Question
from ..wording import part_of, respondent
from .guards import sent_by_this_site, with_visit


@require_http_methods(["GET", "HEAD", "POST"])
@with_visit
def step(request: HttpRequest, visit: Visit, n: int) -> HttpResponse:
    path = protocol.path(visit.answers)
    if request.method == "POST":
        return _receive(request, visit, path)
    if not 1 <= n <= min(furthest(visit, path), len(path)):
        return to_next(visit)
    question = path[n - 1]
    refused = visit.refused if visit.refused and visit.refused.question == question.id else None
    page = _page(request, visit, n, _form(question, visit, refused))
    return answers.keep_shown(page, visit, refused)


def _form(question: Question, visit: Visit, refused: Refused | None) -> QuestionForm:
    """The question with the answer given before; or, once, with what was chosen and the error about it."""
    sent = MultiValueDict(refused.chosen) if refused else None
    suggested = list(visit.suggested) if question.id == "substances" else None
    return QuestionForm(question, visit.answers, respondent(visit.answers), data=sent, suggested=suggested)


def _receive(request: HttpRequest, visit: Visit, path: tuple[Question, ...]) -> HttpResponse:
    """Take the answer to the question named in the form, wherever that question now stands."""
    question = next((q for q in path if q.id == request.POST.get("question")), None)
    if question is None:
        moved = replace(visit, notice="moved")
        return answers.keep(to_next(moved), moved)
    form = QuestionForm(question, visit.answers, respondent(visit.answers), data=request.POST)
    skipped = question.skippable and request.POST.get("action") == "skip"
    if not skipped and not form.is_valid():
        return _ask_again(request, visit, path.index(question) + 1, form)
    told = visit.with_answer(question.id, SKIP if skipped else form.answer())
    return answers.keep(_onward(told, question, reviewing="reviewing" in request.POST), told)


def _ask_again(request: HttpRequest, visit: Visit, n: int, form: QuestionForm) -> HttpResponse:
    """Back to the question, which then shows the error: as the answer to a GET, it can be reloaded and gone back to."""
    reviewing = "?review" if "reviewing" in request.POST else ""
    response = redirect(reverse("finder:step", args=[n]) + reviewing)
    response.status_code = 303
    return answers.keep(response, replace(visit, refused=Refused(form.question.id, form.chosen())))


def _onward(visit: Visit, question: Question, reviewing: bool) -> HttpResponse:
    """The next page of the path, answered or not; from a review, straight to what is still open."""
    path = protocol.path(visit.answers)
    following = path.index(question) + 2
    if reviewing or following >= furthest(visit, path):
        return to_next(visit)
    return redirect("finder:step", n=following)


def _page(request: HttpRequest, visit: Visit, n: int, form: QuestionForm) -> HttpResponse:
    question, who = form.question, respondent(visit.answers)
    context: dict[str, Any] = {
        "n": n,
        "form": form,
        "question": question,
        "text": question.text_for(who),
        "hint": question.hint_for(who),
        "part": part_of(question, protocol.path(visit.answers)),
        "notice": visit.notice,
        "reviewing": "review" in request.GET,
        "started": bool(visit.answers),
        "show_988": question.section == "S" and visit.answers.get("suicide", "no") != "no",
    }
    return render(request, "finder/question.html", context)


def furthest(visit: Visit, path: tuple[Question, ...]) -> int:
    """Place of the first open question; one past the end when none is open."""
    following = protocol.next_question(visit.answers)
    return path.index(following) + 1 if following else len(path) + 1


def to_next(visit: Visit) -> HttpResponse:
    path = protocol.path(visit.answers)
    n = furthest(visit, path)
    return redirect("finder:step", n=n) if n <= len(path) else redirect("finder:review")


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
