"""The facts of a place that one phone call can confirm, each as a question to ask."""

from collections.abc import Iterator
from typing import NamedTuple

from facilities.completeness import PAYMENTS
from facilities.models import Facility, FieldCheck, Program, ServiceCode


class Fact(NamedTuple):
    """`key` names it in a form. Essential facts make the listing as a whole verified once all are confirmed."""

    key: str
    field: str
    program: Program | None
    question: str
    value: str
    essential: bool
    confirmed: FieldCheck | None


class Asked(NamedTuple):
    field: str
    question: str
    value: str
    essential: bool


def facts_of(facility: Facility) -> list[Fact]:
    """Facts of the place, then of each listed program. Needs `with_programs()`. Two queries."""
    programs: list[Program] = facility.listed_programs  # type: ignore[attr-defined]
    newest = newest_checks(facility)
    payments = dict(ServiceCode.objects.filter(code__in=PAYMENTS).values_list("code", "label"))
    asked = [(None, item) for item in of_place(facility)]
    asked += [(program, item) for program in programs for item in of_program(program, payments)]  # type: ignore[misc]
    return [
        Fact(key := f"{program.pk if program else 'place'}:{item.field}", item.field, program, item.question,
             item.value, item.essential, newest.get(key))
        for program, item in asked
    ]  # fmt: skip


def newest_checks(facility: Facility) -> dict[str, FieldCheck]:
    checks = FieldCheck.objects.filter(facility=facility).order_by("checked_on", "id")
    return {f"{check.program_id or 'place'}:{check.field}": check for check in checks}


def of_place(facility: Facility) -> Iterator[Asked]:
    if not facility.address_withheld:
        street = " ".join(filter(None, [facility.street1, facility.street2]))
        where = f"{street or 'not known'}, {facility.city}, {facility.state} {facility.zip}"
        yield Asked("street", "Are you at this address?", where, True)
    if facility.website:
        yield Asked("website", "Is this your website?", facility.website, False)


def of_program(program: Program, payments: dict[str, str]) -> Iterator[Asked]:
    phones = [program.phone, program.intake1, program.intake2]
    yield Asked(
        "phone", "Are these the numbers to call?", ", ".join(filter(None, phones)) or "not known", True
    )
    levels = ", ".join(level.label for level in program.stated_levels())
    yield Asked("levels", "Which levels of care do you offer?", levels or "not stated", True)
    paid = ", ".join(label for code, label in sorted(payments.items()) if code in program.code_set)
    yield Asked("payment", "Which payment do you take?", paid or "not stated", False)
