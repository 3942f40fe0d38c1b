"""Parameters of the HSDS lists, and the rows behind them. Never an example, never a hidden or retired listing."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import is_naive, make_aware
from ninja import Field, Schema

from facilities.api.hsds.terms import TAXONOMY_ID, code_of
from facilities.api.schemas import MOST_PAGES, MOST_PER_PAGE
from facilities.keys import fold
from facilities.models import Facility, Organization, Program


class Paged(Schema):
    search: str = Field("", max_length=100, description="Words of a name or place.")
    page: int = Field(1, ge=1, le=MOST_PAGES)
    per_page: int = Field(50, ge=1, le=MOST_PER_PAGE)
    format: Literal["json"] = "json"


class ServiceQuery(Paged):
    taxonomy_term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    organization_id: UUID | None = None
    modified_after: datetime | None = None
    minimal: bool = False
    full: bool = False


def services(query: ServiceQuery | None = None) -> QuerySet[Program]:
    """Listed programs of exportable places, by id."""
    found = Program.objects.exportable().select_related("facility__organization").defer("raw").order_by("id")
    if query is None:
        return found
    if query.search:
        found = found.filter(facility__in=Facility.objects.matching(query.search))
    if query.taxonomy_id and query.taxonomy_id != TAXONOMY_ID:
        return found.none()
    if query.taxonomy_term_id:
        found = found.filter(program_codes__service_code=code_of(query.taxonomy_term_id) or "")
    if query.organization_id:
        found = found.filter(facility__organization__public_id=query.organization_id)
    if query.modified_after:
        found = found.filter(updated_at__gt=_aware(query.modified_after))
    return found


def organizations(search: str = "") -> QuerySet[Organization]:
    found: Any = Organization.objects.filter(is_example=False).order_by("id")
    for word in fold(search).split():
        found = found.filter(name_key__contains=word)
    return found


def locations(search: str = "") -> QuerySet[Facility]:
    return Facility.objects.exportable().matching(search).order_by("id")


def _aware(moment: datetime) -> datetime:
    return make_aware(moment) if is_naive(moment) else moment
