"""The words facilities are searched with. Each finishes the sentence "facilities ..." and can be chained."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Self
from uuid import UUID

from django.db.models import Case, Exists, F, Max, OuterRef, Prefetch, Q, QuerySet, When
from django.db.models.sql.where import AND

from facilities.geo import Point
from facilities.keys import fold
from facilities.levels import LevelOfCare
from facilities.models import distance

CHECK_EVERY = timedelta(days=180)
# Half of the columns, and half of the time to read them. A card that shows more must name it here.
FACILITY_ON_CARD = (
    "public_id", "name", "street1", "street2", "city", "state", "zip", "address_withheld", "is_example",
    "last_verified_on", "last_verified_how", "last_seen_edition",
)  # fmt: skip
PROGRAM_ON_CARD = "facility_id", "name2", "phone", "intake1", "codes_text", "offered_levels"


class OneProgram:
    """The single condition "one program meets all of this", written when the SQL is: adding a word costs nothing."""

    contains_aggregate = contains_over_clause = False

    def __init__(self, condition: Q):
        self.condition = condition

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        found = Exists(listed_programs(self.condition).filter(facility=OuterRef("pk")).order_by())
        return compiler.compile(found.resolve_expression(compiler.query))


class FacilityQuerySet(QuerySet):
    """Words about services collect into ONE condition: a facility matches when one of its programs meets them all."""

    _program_condition: Q | None = None

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc]
        clone._program_condition = self._program_condition
        return clone

    def with_one_program(self, condition: Q) -> Self:
        """With a listed program meeting `condition` (a Q over Program) and every such condition before it."""
        clone = self._chain()  # type: ignore[attr-defined]
        clone._program_condition = (
            condition if clone._program_condition is None else clone._program_condition & condition
        )
        where = clone.query.where
        where.children = [node for node in where.children if not isinstance(node, OneProgram)]
        where.add(OneProgram(clone._program_condition), AND)
        return clone

    def matching_programs(self) -> "QuerySet[Any]":
        """The listed programs, anywhere, that meet the conditions so far: shows which program matched."""
        return listed_programs(self._program_condition or Q())

    # --- which are public -----------------------------------------------------------------------------------
    def listed(self) -> Self:
        return self.filter(status="listed")

    def exportable(self) -> Self:
        """What open data may hold: listed, and not an example."""
        return self.listed().filter(is_example=False)

    def pinned(self) -> Self:
        """Those that may be shown as a point: the address is published and the point is known."""
        return self.filter(address_withheld=False, latitude__isnull=False)

    def public(self, public_id: UUID) -> Any:
        """The facility of a public address, listed or retired; None when hidden or unknown."""
        return self.exclude(status="hidden").filter(public_id=public_id).first()

    def among(self, ids: Iterable[UUID]) -> Self:
        """Only those with one of these public ids."""
        return self.filter(public_id__in=list(ids))

    # --- what they offer ------------------------------------------------------------------------------------
    def offering(self, *levels: LevelOfCare, or_unstated: bool = False) -> Self:
        """Any of these levels; `or_unstated` adds programs that may offer one but did not say."""
        from facilities.models.program import offers

        return self.with_one_program(offers(levels, or_unstated))

    def with_codes(self, *codes: str) -> Self:
        """One program states every one of these codes."""
        return self._each(states_any((code,)) for code in codes)

    def with_any_code(self, *codes: str) -> Self:
        """One program states at least one of these codes."""
        return self._each([states_any(codes)])

    def without_codes(self, *codes: str) -> Self:
        """The program states none of these codes: for facts that rule a place out (exclusive, does not treat)."""
        return self._each([~states_any(codes)]) if codes else self

    def accepting(self, *payments: str) -> Self:
        """Any of these payment codes (PAY, PYAS), such as MD or SS."""
        return self.with_any_code(*payments)

    def serving(self, *groups: str) -> Self:
        """A program or group for any of these (SG, AGE codes), such as PW or VET."""
        return self.with_any_code(*groups)

    def speaking(self, *languages: str) -> Self:
        """Any of these languages (SL, OL codes), sign language (AH) included."""
        return self.with_any_code(*languages)

    def treating(self, substance: str | None = None) -> Self:
        """Without programs that say they do not treat `substance`, or serve only other people (DUI clients always)."""
        from facilities.taxonomy.filters import EXCLUSIVE, ruled_out_by

        return self.without_codes(*sorted(ruled_out_by(substance) if substance else EXCLUSIVE["dui"]))

    def _each(self, conditions: Iterable[Q]) -> Self:
        found = self
        for condition in conditions:
            found = found.with_one_program(condition)
        return found

    # --- where they are -------------------------------------------------------------------------------------
    def in_state(self, code: str) -> Self:
        return self.filter(state=code.upper())

    def near(self, point: Point, miles: float) -> Self:
        """Within `miles` of the point, nearest first, with a column `miles`: a box on the index, then the circle."""
        inside = self.filter(distance.in_box(point, miles)).with_miles(point)
        return inside.filter(miles__lte=miles).order_by("miles", "id")

    def with_miles(self, point: Point) -> Self:
        """Adds `miles` from the point; null where a facility has no point."""
        return self.annotate(miles=distance.Miles(point))

    # --- what they are called, how fresh they are -----------------------------------------------------------
    def matching(self, text: str) -> Self:
        """Every word of `text` is in the name, street, city, state or ZIP; accents and case do not matter."""
        found = self
        for word in fold(text).split()[:8]:
            found = found.filter(search_text__contains=word)
        return found

    def fresh_first(self) -> Self:
        return self.order_by(
            F("last_verified_on").desc(nulls_last=True), F("last_seen_edition").desc(nulls_last=True), "id"
        )

    def newest_edition(self) -> int | None:
        """Year of the newest directory edition among these; None without any."""
        return self.aggregate(newest=Max("last_seen_edition"))["newest"]

    def ranking(self) -> list[tuple[int, float | None]]:
        """(id, miles) of each in its present order: count, page and distance from a single query."""
        if "miles" in self.query.annotations:
            return list(self.values_list("pk", "miles"))
        return [(pk, None) for pk in self.values_list("pk", flat=True)]

    def in_order(self, ranking: Iterable[tuple[int, float | None]]) -> list[Any]:
        """The facilities of (a part of) a ranking, in its order, each with its `miles`."""
        miles = dict(ranking)
        found: dict[int, Any] = self.in_bulk(miles)
        for pk, facility in found.items():
            facility.miles = miles[pk]
        return [found[pk] for pk in miles if pk in found]

    def due_for_check(self, today: date) -> Self:
        """Listed, real, and not verified in the last 180 days; never verified first, then the oldest."""
        old = Q(last_verified_on__isnull=True) | Q(last_verified_on__lt=today - CHECK_EVERY)
        due = self.listed().filter(old, is_example=False)
        return due.order_by(F("last_verified_on").asc(nulls_first=True), "last_seen_edition", "id")

    def best_first(self) -> Self:
        """The order of every result list (facilities:ranking explains it): match, distance, freshness. Nothing else."""
        asked = [
            name for name in ("-full_match", "miles") if name.removeprefix("-") in self.query.annotations
        ]
        return self.order_by(
            *asked,
            F("last_verified_on").desc(nulls_last=True),
            F("last_seen_edition").desc(nulls_last=True),
            "city",
            "name",
            "id",
        )

    def most_needed_first(self, today: date) -> Self:
        """The order of checking: reported as wrong, then 24-hour care, then never verified, then the oldest facts.

        A place nobody could reach in the last three days waits.
        """
        from facilities.models.check import NO_ANSWER, FieldCheck
        from facilities.models.program import Program, offers
        from facilities.models.review import ProblemReport

        here = {"facility": OuterRef("pk")}
        unreached = FieldCheck.objects.filter(
            field=NO_ANSWER, checked_on__gt=today - timedelta(days=3), **here
        )
        reports = ProblemReport.objects.filter(status__in=("new", "check"), **here)
        day_and_night = (LevelOfCare.INPATIENT_WM, LevelOfCare.RESIDENTIAL)
        around_the_clock = Program.objects.listed().filter(offers(day_and_night), **here).order_by()
        found = self.exclude(Exists(unreached)).annotate(
            reported=Exists(reports), around_the_clock=Exists(around_the_clock)
        )
        oldest = (F("last_verified_on").asc(nulls_first=True), "last_seen_edition", "id")
        return found.order_by("-reported", "-around_the_clock", *oldest)

    # --- what comes with them -------------------------------------------------------------------------------
    def with_match(self, asked: Self) -> Self:
        """Adds `full_match`: 1 where a program states all that the query `asked` asks of one program, else 0."""
        programs = asked.matching_programs().filter(facility=OuterRef("pk"))
        return self.annotate(full_match=Case(When(Exists(programs), then=1), default=0))

    def with_programs(self) -> Self:
        """Adds `listed_programs` (a list, without their raw rows) to each facility in one more query."""
        from facilities.models.program import Program

        programs = Program.objects.listed().defer("raw")
        return self.prefetch_related(Prefetch("programs", queryset=programs, to_attr="listed_programs"))

    def for_cards(self) -> Self:
        """As `with_programs`, with nothing but the columns a card shows."""
        from facilities.models.program import Program

        programs = Program.objects.listed().only(*PROGRAM_ON_CARD)
        shown = self.only(*FACILITY_ON_CARD)
        return shown.prefetch_related(Prefetch("programs", queryset=programs, to_attr="listed_programs"))


def listed_programs(condition: Q) -> "QuerySet[Any]":
    """Listed programs that meet a condition."""
    from facilities.models.program import Program

    return Program.objects.listed().filter(condition)


def states_any(codes: Iterable[str]) -> Q:
    """A Q over Program: it states at least one of these codes."""
    from facilities.models.codes import ProgramCode

    return Q(Exists(ProgramCode.objects.filter(program=OuterRef("pk"), service_code__in=list(codes))))
