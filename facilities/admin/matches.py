"""Match review: two entries side by side, one key to decide. And merging or splitting whole places."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from facilities import merging
from facilities.admin.pages import need, show
from facilities.models import Facility, MatchDecision, Program

MAY_DECIDE = ("change_matchdecision", "change_facility")
PROGRAM_ROWS = ("name1", "name2", "phone", "intake1", "website", "edition", "status")
PLACE_ROWS = ("street1", "street2", "city", "state", "zip")


class Row(NamedTuple):
    label: str
    left: str
    right: str
    differs: bool


def side_by_side(old: Program, new: Program) -> list[Row]:
    """Fields at least one of them knows; of services only those that differ."""
    pairs: list[tuple[Any, Any, str]] = [(old, new, name) for name in PROGRAM_ROWS]
    pairs += [(old.facility, new.facility, name) for name in PLACE_ROWS]
    rows = [
        Row(str(left._meta.get_field(name).verbose_name), str(getattr(left, name)), str(getattr(right, name)),
            getattr(left, name) != getattr(right, name))
        for left, right, name in pairs
    ]  # fmt: skip
    return [*(row for row in rows if row.left or row.right), services(old, new)]


def services(old: Program, new: Program) -> Row:
    shared = len(old.code_set & new.code_set)
    left, right = (f"{shared} shared; only here: {' '.join(sorted(mine)) or 'none'}" for mine in (
        old.code_set - new.code_set, new.code_set - old.code_set
    ))  # fmt: skip
    return Row("services", left, right, old.code_set != new.code_set)


@require_safe
def next_match(request: HttpRequest) -> HttpResponse:
    """The likeliest undecided pair; `after` skips to the next one without deciding."""
    need(request, *MAY_DECIDE)
    waiting = MatchDecision.objects.filter(verdict=MatchDecision.Verdict.OPEN).order_by("-score", "pk")
    pairs = waiting.select_related("old__facility", "new__facility", "batch")
    skip = request.GET.get("skip", "0")
    number = int(skip) if skip.isdecimal() and len(skip) < 6 else 0
    pair = pairs[number : number + 1].first()
    context: dict[str, Any] = {"pair": pair, "count": waiting.count(), "next": number + 1}
    context["rows"] = side_by_side(pair.old, pair.new) if pair else []
    return show(request, "match.html", Facility, title="The same place?", **context)


@require_POST
def decide_match(request: HttpRequest, pk: int) -> HttpResponse:
    need(request, *MAY_DECIDE)
    with transaction.atomic():
        pair = get_object_or_404(MatchDecision.objects.select_for_update(), pk=pk)
        if pair.verdict != MatchDecision.Verdict.OPEN:
            messages.warning(request, f"{pair.decided_by or 'Somebody'} already decided this pair.")
        elif "same" in request.POST:
            merging.same_entry(pair, request.user)
            messages.success(request, f"Joined: {pair.old}.")
        else:
            merging.different(pair, request.user)
            messages.success(request, f"Kept apart: {pair.old} and {pair.new}.")
    return redirect("admin:facilities_matches")


class MergeForm(forms.Form):
    gone = forms.IntegerField(label="Number of the listing to merge into this one", min_value=1)
    why = forms.CharField(label="Why?", max_length=60)

    def clean_gone(self) -> Facility:
        found = Facility.objects.filter(pk=self.cleaned_data["gone"]).first()
        if found is None:
            raise ValidationError("There is no listing with this number.")
        return found


class SplitForm(forms.Form):
    programs = forms.ModelMultipleChoiceField(
        Program.objects.none(),
        label="Programs that move to a new listing",
        widget=forms.CheckboxSelectMultiple,
    )
    name = forms.CharField(label="Name of the new listing", max_length=200)
    why = forms.CharField(label="Why?", max_length=60)

    def __init__(self, *args: Any, facility: Facility, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["programs"].queryset = facility.programs.defer("raw")  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
def merge_page(request: HttpRequest, pk: int) -> HttpResponse:
    """First post shows both listings; the second, with `sure`, merges."""
    need(request, "change_facility", "change_program")
    keep = get_object_or_404(Facility, pk=pk)
    form = MergeForm(request.POST or None)
    gone = form.cleaned_data["gone"] if form.is_valid() else None
    if gone and "sure" in request.POST:
        try:
            merging.merge(keep, gone, request.user, form.cleaned_data["why"])
        except ValidationError as error:
            form.add_error("gone", error)
        else:
            messages.success(request, f"Merged. The old address of {gone} leads here now.")
            return redirect("admin:facilities_facility_change", keep.pk)
    context = {"object": keep, "form": form, "gone": gone if not form.errors else None}
    return show(request, "merge.html", Facility, title=f"Merge another listing into {keep}", **context)


@require_http_methods(["GET", "POST"])
def split_page(request: HttpRequest, pk: int) -> HttpResponse:
    need(request, "change_facility", "add_facility", "change_program")
    facility = get_object_or_404(Facility, pk=pk)
    form = SplitForm(request.POST or None, facility=facility)
    if form.is_valid():
        data = form.cleaned_data
        try:
            new = merging.split(facility, data["programs"], data["name"], request.user, data["why"])
        except ValidationError as error:
            form.add_error("programs", error)
        else:
            messages.success(request, f"Split off {new}.")
            return redirect("admin:facilities_facility_change", new.pk)
    return show(request, "split.html", Facility, title=f"Split {facility}", object=facility, form=form)
