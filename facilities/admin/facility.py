"""The list of places and the page that edits one, with its programs."""

import re
from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import URLPattern, path, re_path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from facilities.admin import bulk, matches, point, point_picture, programs, searches, services, undo, verify
from facilities.admin.filters import CheckFilter, EditionFilter, LevelFilter
from facilities.admin.forms import FacilityForm, ProgramForm
from facilities.admin.history import Entry, of_facility
from facilities.admin.kept import Kept, KeptAdmin
from facilities.completeness import FACTS, missing_facts
from facilities.models import DataVersion, Facility, Program, ServiceCode


class ProgramInline(Kept, admin.StackedInline):
    model = Program
    form = ProgramForm
    extra = 0
    can_delete = False
    show_change_link = False
    readonly_fields = ("came_from", "services")
    fieldsets = (
        (None, {"fields": (("name1", "name2"), ("phone", "intake1", "intake2"), "website", "status")}),
        ("Services", {"fields": ("came_from", "services"), "classes": ("collapse",)}),
        ("More numbers, and fields that are ours", {
            "fields": (("intake1a", "intake2a"), "release_fields"), "classes": ("collapse",)
        }),
    )  # fmt: skip

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        self.may_change = self.has_change_permission(request)  # there is one inline a request
        return super().get_queryset(request).defer("raw")

    @cached_property
    def code_words(self) -> dict[str, tuple[str, str]]:
        rows = ServiceCode.objects.values_list("code", "category_name", "label")
        return {code: (category, label) for code, category, label in rows}

    @admin.display(description="came from")
    def came_from(self, program: Program) -> str:
        seen = f"edition {program.edition}, first seen {program.first_seen}"
        return f"{program.get_directory_display()}: {program.source} ({seen})"

    @admin.display(description="services")
    def services(self, program: Program) -> SafeString:
        groups: dict[str, list[str]] = {}
        for code in program.codes_text.split():
            category, label = self.code_words.get(code, ("Unknown code", ""))
            groups.setdefault(category, []).append(f"{label} ({code})".strip())
        rows = ((category, "; ".join(labels)) for category, labels in groups.items())
        words = format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows)
        stated = format_html("<dl>{}</dl>", words)
        if not self.may_change:
            return stated
        url = reverse("admin:facilities_services", args=[program.pk])
        return format_html('{}<a href="{}">Change the services</a>', stated, url)


@admin.register(Facility)
class FacilityAdmin(KeptAdmin):
    form = FacilityForm
    inlines = (ProgramInline,)
    list_display = (
        "name",
        "city",
        "state",
        "status",
        "levels",
        "last_verified_on",
        "last_seen_edition",
        "known",
    )
    list_filter = (
        "status", LevelFilter, CheckFilter, EditionFilter, "address_withheld", "is_example", "point_quality", "state",
    )  # fmt: skip
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("search_text",)
    search_help_text = "Name, town, ZIP or phone number"
    raw_id_fields = ("organization",)
    actions = bulk.ACTIONS
    readonly_fields = ("programs_say", "came_from")
    save_on_top = True
    fieldsets = (
        (None, {"fields": ("programs_say", ("name", "name2"), "organization", "website", "status")}),
        ("Where", {"fields": (
            ("street1", "street2"), ("city", "state", "zip"), "address_withheld", "point", "came_from"
        )}),
        ("Checked", {"fields": (("last_verified_on", "last_verified_how"), "staff_notes", "release_fields")}),
        ("This change", {"fields": ("change_reason",)}),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        programs = Program.objects.listed().defer("raw")
        listed = Prefetch("programs", queryset=programs, to_attr="listed_programs")
        return super().get_queryset(request).prefetch_related(listed)

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Seven digits or more are a phone number, anything else is words of a name or place."""
        digits = re.sub(r"\D", "", search_term)
        if len(digits) >= 7:
            programs = Program.objects.filter(phone_digits__contains=digits[-10:])
            return queryset.filter(pk__in=programs.values("facility")), False
        return queryset.matching(search_term), False

    def get_fieldsets(self, request: HttpRequest, obj: Facility | None = None) -> Any:
        """A new place has nothing to say about itself yet."""
        if obj:
            return self.fieldsets
        drop = {"programs_say", "came_from"}
        return [
            (title, {**options, "fields": tuple(name for name in options["fields"] if name not in drop)})
            for title, options in self.fieldsets  # type: ignore[union-attr]
        ]

    # --- columns --------------------------------------------------------------------------------------------
    @admin.display(description="levels stated")
    def levels(self, facility: Any) -> str:
        stated = {level for program in facility.listed_programs for level in program.stated_levels()}
        return ", ".join(level.label for level in sorted(stated, reverse=True)) or "not stated"

    @admin.display(description="known")
    def known(self, facility: Any) -> str:
        """How many of the facts a visitor needs are known; the rest by name, as questions to ask."""
        missing = missing_facts(facility, facility.listed_programs)
        count = f"{len(FACTS) - len(missing)} of {len(FACTS)}"
        return f"{count}; ask: {', '.join(missing)}" if missing else count

    @admin.display(description="In short")
    def programs_say(self, facility: Any) -> str:
        return f"{self.levels(facility)}. Known: {self.known(facility)}."

    @admin.display(description="Point")
    def came_from(self, facility: Facility) -> str:
        return f"{facility.get_point_quality_display()} {facility.point_source}".strip()

    # --- saving ---------------------------------------------------------------------------------------------
    def save_model(self, request: HttpRequest, obj: Facility, form: ModelForm, change: bool) -> None:
        form.remember_ownership(request.user.get_username())  # type: ignore[attr-defined]
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: Any, change: bool) -> None:
        for program_form in formset.initial_forms:
            if program_form.has_changed():
                program_form.remember_ownership(request.user.get_username())
                program_form.instance._change_reason = form.cleaned_data.get("change_reason") or ""
        super().save_formset(request, form, formset, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        DataVersion.bump()  # public pages show the change without a restart

    def response_add(self, request: HttpRequest, obj: Facility, post_url_continue: str | None = None) -> Any:
        """A place without a program cannot be found: go on to add one."""
        return redirect("admin:facilities_add_program", obj.pk)

    # --- own pages ------------------------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("searches/", wrap(searches.save_search), name="facilities_save_search"),
            path("searches/<int:pk>/forget/", wrap(searches.forget_search), name="facilities_forget_search"),
            path("check/", wrap(verify.queue_page), name="facilities_facility_queue"),
            path("<int:pk>/check/", wrap(verify.call_page), name="facilities_facility_call"),
            path("<int:pk>/point/", wrap(point.point_page), name="facilities_facility_point"),
            path("<int:pk>/outline.svg", wrap(point_picture.picture), name="facilities_facility_picture"),
            path("<int:pk>/programs/add/", wrap(programs.add_program), name="facilities_add_program"),
            path("<int:pk>/merge/", wrap(matches.merge_page), name="facilities_facility_merge"),
            path("<int:pk>/split/", wrap(matches.split_page), name="facilities_facility_split"),
            re_path(
                r"^(?P<pk>\d+)/history/(?P<kind>facility|program)/(?P<row>\d+)/undo/$",
                wrap(undo.undo_view),
                name="facilities_undo",
            ),
            path("programs/<int:pk>/services/", wrap(services.services_page), name="facilities_services"),
            path("matches/", wrap(matches.next_match), name="facilities_matches"),
            path("matches/<int:pk>/", wrap(matches.decide_match), name="facilities_match_decide"),
        ]
        return own + super().get_urls()

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, {"searches": searches.searches_of(request.user)})

    def changes(self, obj: Facility) -> list[Entry]:
        return of_facility(obj)
