"""How the API says no: one shape for every problem, with the parameter and a way forward."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError


class Problem(Schema):
    """What is wrong: `errors` by parameter; `options` are values that may have been meant."""

    detail: str
    errors: dict[str, list[str]] = {}
    options: list[str] = []


class Refused(Exception):
    """A request that cannot be answered, with its Problem: 422, or 404 for a place we do not know or know twice."""

    def __init__(self, problem: Problem, status: int):
        self.problem, self.status = problem, status


def install(api: NinjaAPI) -> None:
    """Give every error of the API the same shape."""

    def answer(request: HttpRequest, problem: Problem, status: int) -> HttpResponse:
        return api.create_response(request, problem.model_dump(), status=status)

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, error: Any) -> HttpResponse:
        return answer(request, error.problem, error.status)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: Any) -> HttpResponse:
        errors: dict[str, list[str]] = {}
        for one in error.errors:
            errors.setdefault(str(one["loc"][2] if len(one["loc"]) > 2 else one["loc"][-1]), []).append(
                one["msg"]
            )
        return answer(request, Problem(detail="Some parameters cannot be used.", errors=errors), 422)

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Any) -> HttpResponse:
        return answer(request, Problem(detail="There is no such record."), 404)

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: Any) -> HttpResponse:
        return answer(request, Problem(detail=str(error)), error.status_code)
