"""The facts of a place that one phone call can confirm: each as a question to ask, and what was confirmed when."""

from collections.abc import Iterator
from typing import NamedTuple

from facilities.completeness import PAYMENTS
from facilities.models import Facility, FieldCheck, How, Program
from facilities.taxonomy.wording import label

NAMES = {
    "street": "Address",
    "website": "Website",
    "phone": "Phone",
    "levels": "Levels of care",
    "payment": "Payment",
}
IN_WORDS = {
    How.PHONE: "by phone call",
    How.WEBSITE: "on their website",
    How.FAX: "by fax",
    How.VISIT: "by a visit",
}
UNKNOWN = NOT_KNOWN, NOT_STATED = "not known", "not stated"


class Fact(NamedTuple):
    """`key` names it in a form. Essential facts make the listing as a whole verified once all are confirmed."""

    key: str
    field: str
    program: Program | None
    question: str
    value: str
    essential: bool
    checked: FieldCheck | None

    @property
    def confirmed(self) -> FieldCheck | None:
        """The newest check, as long as the fact still reads as it did then."""
        return self.checked if self.checked and self.checked.value == self.value else None


class Asked(NamedTuple):
    field: str
    question: str
    value: str
    essential: bool


def facts_of(facility: Facility) -> list[Fact]:
    """Facts of the place, then of each listed program. Needs `with_programs()`. One query."""
    programs: list[Program] = facility.listed_programs  # type: ignore[attr-defined]
    newest = newest_checks(facility)
    asked = [(None, item) for item in of_place(facility)]
    asked += [(program, item) for program in programs for item in of_program(program)]  # type: ignore[misc]
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
        where = f"{street or NOT_KNOWN}, {facility.city}, {facility.state} {facility.zip}"
        yield Asked("street", "Are you at this address?", where, True)
    if facility.website:
        yield Asked("website", "Is this your website?", facility.website, False)


def of_program(program: Program) -> Iterator[Asked]:
    phones = [program.phone, program.intake1, program.intake2]
    numbers = ", ".join(filter(None, phones))
    yield Asked("phone", "Are these the numbers to call?", numbers or NOT_KNOWN, True)
    levels = ", ".join(level.label for level in program.stated_levels())
    yield Asked("levels", "Which levels of care do you offer?", levels or NOT_STATED, True)
    paid = ", ".join(label(code) for code in sorted(PAYMENTS & program.code_set))
    yield Asked("payment", "Which payment do you take?", paid or NOT_STATED, False)


def confirmed(facility: Facility) -> list[str]:
    """For visitors, a sentence for each fact that a person confirmed and that has not changed since."""
    if facility.is_example:
        return []
    several = len(facility.listed_programs) > 1  # type: ignore[attr-defined]
    known = [fact for fact in facts_of(facility) if fact.confirmed and fact.value not in UNKNOWN]
    return [sentence(fact, several) for fact in known]


def sentence(fact: Fact, several: bool) -> str:
    check = fact.confirmed
    whose = f"{fact.program.name2 or fact.program.name1}: " if several and fact.program else ""
    day = f"{check.checked_on:%b} {check.checked_on:%-d, %Y}"  # type: ignore[union-attr]
    return f"{whose}{NAMES[fact.field]} confirmed {day}, {IN_WORDS[check.how]}."  # type: ignore[union-attr,index]
