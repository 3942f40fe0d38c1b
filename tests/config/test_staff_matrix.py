"""Every address under /admin/ x every role x nobody, a visitor, and staff without a second step.

What the stock pages of a model allow follows from the table in config/roles.py; our own pages are listed here.
A new address without a line fails the test.
"""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import NoReverseMatch, URLResolver, reverse

from config.roles import ROLES, codenames
from config.second_factor import confirm, pending_device
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
MANAGER, EDITOR, REVIEWER, ADMINISTRATOR = ROLES
EVERYONE = set(ROLES) | {"no role"}

# Pages open to whoever has only given a password, or nothing: they are the log-in itself.
LOG_IN = {"welcome", "second_factor", "second_factor_set_up", "login"}
# Our own pages: who may read (GET), or for decisions send (POST).
OWN = {
    "index": EVERYONE,
    "account": EVERYONE,
    "password_change": EVERYONE,
    "password_change_done": EVERYONE,
    "jsi18n": EVERYONE,
    "audit": {ADMINISTRATOR},
    "workbench": EVERYONE,  # answers typed there are not stored
    "workbench_cases": EVERYONE,
    "workbench_results": EVERYONE,
    "facilities_facility_queue": {MANAGER},
    "facilities_facility_call": {MANAGER},
    "facilities_facility_merge": {MANAGER},
    "facilities_facility_split": {MANAGER},
    "facilities_matches": {MANAGER},
    "facilities_services": {MANAGER},
    "facilities_add_program": {MANAGER},
    "facilities_facility_point": {MANAGER},
    "facilities_facility_picture": {MANAGER, ADMINISTRATOR},
    "facilities_proposals": {MANAGER},
    "facilities_importbatch_upload": {MANAGER, ADMINISTRATOR},
    "facilities_importbatch_watch": {MANAGER, ADMINISTRATOR},
    "facilities_importbatch_refused": {MANAGER, ADMINISTRATOR},
}
POSTED = {
    "recovery_codes": EVERYONE,
    "config_announcement_approve": set(ROLES),
    "auth_user_link": {ADMINISTRATOR},
    "auth_user_reset_second_step": {ADMINISTRATOR},
    "articles_article_preview": {EDITOR},
    "articles_article_sign": {REVIEWER},
    "facilities_match_decide": {MANAGER},
    "facilities_undo": {MANAGER},
    "facilities_save_search": {MANAGER, ADMINISTRATOR},
    "facilities_forget_search": {MANAGER, ADMINISTRATOR},
    "facilities_proposal_decide": {MANAGER},
    "facilities_importbatch_apply": {MANAGER, ADMINISTRATOR},
    "facilities_importbatch_undo": {MANAGER, ADMINISTRATOR},
}
# Django's own, tested by Django, which check rights object by object.
DJANGO = {"logout", "autocomplete", "view_on_site", "app_list", None}
STOCK = re.compile(r"^(\w+?)_(\w+)_(changelist|add|history|delete|change)$")
NEEDS = {"changelist": ("view", "change"), "change": ("view", "change"), "history": ("view", "change")}
NEEDS |= {"add": ("add",), "delete": ()}
# Narrower than the permission: made elsewhere, or read only.
NEVER = {"auth_group_add", "facilities_organization_add", "articles_signoff_add"}


def addresses(patterns=None):
    for pattern in admin.site.get_urls() if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns)
        else:
            yield pattern.name


def may(role, name):
    """Whether the tables allow this role this page."""
    if name in OWN or name in POSTED:
        return role in (OWN | POSTED)[name]
    app, model, page = STOCK.match(name).groups()
    has = codenames(ROLES.get(role, {}))
    return name not in NEVER and any((app, model, f"{action}_{model}") in has for action in NEEDS[page])


def model_of(name):
    special = {"facilities_match_decide": "matchdecision", "facilities_proposal_decide": "proposal"}
    special |= {"facilities_services": "program", "facilities_add_program": "facility"}
    return special.get(name) or name.split("_")[1]


def address_of(name, things):
    if name == "facilities_undo":
        place = things["facility"]
        return reverse(f"admin:{name}", args=[place.pk, "facility", place.history.first().pk])
    for args in ([], [getattr(things.get(model_of(name) if "_" in name else ""), "pk", 1)]):
        try:
            return reverse(f"admin:{name}", args=args)
        except NoReverseMatch:
            continue
    raise AssertionError(f"no address for {name}")


def ask(client, name, things):
    address = address_of(name, things)
    return client.post(address) if name in POSTED else client.get(address)


def tested():
    return sorted({name for name in addresses() if name not in DJANGO | LOG_IN})


def test_every_address_has_a_line():
    unknown = {name for name in tested() if name not in OWN | POSTED and not STOCK.match(name)}
    assert not unknown


@pytest.mark.parametrize("role", [*ROLES, "no role"])
def test_roles(role, things, client_of, settings):
    settings.STAFF_SECOND_FACTOR = False
    person = make_staff("person")
    person.groups.set(Group.objects.filter(name=role))
    wrong = []
    for name in tested():
        status = ask(client_of(person), name, things).status_code
        closed = status == 403
        if closed == may(role, name):
            wrong.append((name, status))
    assert not wrong


@pytest.mark.parametrize("who", ["nobody", "a visitor", "staff without the second step"])
def test_outside_nothing_opens(who, things, client_of, client, settings):
    settings.STAFF_SECOND_FACTOR = True
    if who == "a visitor":
        client = client_of(User.objects.create_user("visitor"))
    elif who != "nobody":
        person = make_staff("person", is_superuser=True)
        confirm(pending_device(person))
        client = client_of(person)
    answers = {name: ask(client, name, things) for name in tested()}
    login = reverse("admin:login")
    assert {name: got.status_code for name, got in answers.items() if got.status_code != 302} == {}
    assert all(got.url.startswith(login) for got in answers.values())


@pytest.mark.parametrize("role", [*ROLES, "no role"])
def test_nobody_deletes_through_a_form(role, things, client_of, settings):
    settings.STAFF_SECOND_FACTOR = False
    person = make_staff("person")
    person.groups.set(Group.objects.filter(name=role))
    deletes = [name for name in tested() if name.endswith("_delete")]
    client = client_of(person)
    assert {client.post(address_of(name, things), {"post": "yes"}).status_code for name in deletes} == {403}


def test_groups_are_what_the_table_says(db):
    for name, role in ROLES.items():
        rows = Group.objects.get(name=name).permissions.values_list(
            "content_type__app_label", "content_type__model", "codename"
        )
        assert set(rows) == codenames(role), name


def test_no_role_holds_a_right_to_delete():
    assert not [row for role in ROLES.values() for row in codenames(role) if row[2].startswith("delete")]
