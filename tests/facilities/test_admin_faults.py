"""A connection lost at any write of a staff action: the data is as before or as after, never between."""

from contextlib import suppress

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from facilities import decisions, merging
from facilities.admin import bulk
from facilities.admin.services import save_services
from facilities.models import Facility, FieldCheck, MatchDecision, MergedFacility, ProblemReport, Proposal
from tests.facilities.imported import everything
from tests.factories import make_facility, make_program, make_staff

pytestmark = pytest.mark.django_db
WRITES = ("INSERT", "UPDATE", "DELETE")


class Lost:
    """Lets `good` writes through, then loses the connection."""

    def __init__(self, good):
        self.left = good

    def __call__(self, execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES):
            if self.left == 0:
                raise OperationalError("the connection was lost")
            self.left -= 1
        return execute(sql, params, many, context)


def state():
    more = {
        model: sorted(map(str, model.objects.values_list()))
        for model in (MergedFacility, FieldCheck, ProblemReport)
    }
    return everything() | more


def merging_two():
    keep, gone = make_program().facility, make_program().facility
    ProblemReport.objects.create(facility=gone, kind="moved")
    return lambda user: merging.merge(keep, gone, user, "one door")


def splitting():
    place = make_facility()
    make_program(place)
    moving = make_program(place)
    return lambda user: merging.split(place, [moving], "Example Second", user, "two doors")


def joining():
    old = make_program(make_facility(status="retired"), status="retired", edition=2022)
    pair = MatchDecision.objects.create(old=old, new=make_program(), score=80, why="alike")
    return lambda user: merging.same_entry(pair, user)


def accepting():
    program = make_program(owned_fields={"phone": {"by": "bob", "on": "2026-01-05"}})
    proposal = Proposal.objects.create(
        facility=program.facility, program=program, field="phone", theirs="312-555-0177"
    )
    return lambda user: decisions.accept(proposal.pk, user)


def verifying_many():
    places = [make_facility().pk for _ in range(3)]
    chosen = Facility.objects.filter(pk__in=places)
    return lambda user: bulk.apply(chosen, bulk.VERIFY, {"how": "phone", "why": ""}, user)


def changing_services():
    program = make_program(codes="OIT MD")
    return lambda user: save_services(program, ["OIT"], user, "called")


ACTIONS = [merging_two, splitting, joining, accepting, verifying_many, changing_services]


@pytest.mark.parametrize("prepare", ACTIONS, ids=lambda action: action.__name__)
def test_lost_at_any_write_nothing_stays_half_done(prepare):
    user = make_staff()
    for good in range(60):
        act, lost = prepare(), Lost(good)
        before = state()
        with connection.execute_wrapper(lost), suppress(OperationalError):
            act(user)
            assert state() != before
            assert good > 1, "the action writes nothing that could be lost"
            return
        assert state() == before, f"lost after {good} writes"
    raise AssertionError("the action never came to its end")


def test_the_fault_is_real():
    with connection.execute_wrapper(Lost(0)), pytest.raises(OperationalError):
        FieldCheck.objects.create(
            facility=make_facility(), field="phone", how="phone", checked_on=timezone.localdate()
        )
