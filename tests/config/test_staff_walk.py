"""A walk as each role from the home page of work: what it is shown opens, and what it may do can be found."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve, reverse

from config.roles import ROLES
from config.second_factor import confirm, pending_device
from facilities.imports import uploads
from facilities.models import SavedSearch
from tests.config.test_staff_matrix import may, tested
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<(?:a|input|img)\b[^>]*\b(?:href|src)="([^"]+)"')
SUBMIT = re.compile(r'<(?:input|button)\b[^>]*type="(?:submit|image)"|<button\b(?![^>]*type="button")')
FORM = re.compile(r'<form\b([^>]*\bmethod="post"[^>]*)>(.*?)</form>', re.DOTALL)
ACTION = re.compile(r'\b(?:form)?action="([^"]*)"')
# Reached after a form, part of a page, or second addresses that Django makes for what has a page of our own.
NOT_LINKED = {"jsi18n", "password_change_done", "facilities_facility_picture"}
NOT_LINKED |= {f"facilities_importbatch_{page}" for page in ("add", "watch", "history")}
NOT_LINKED |= {f"facilities_proposal_{page}" for page in ("change", "history")}
NOT_LINKED |= {f"facilities_quarantinedpoint_{page}" for page in ("change", "history")}


def walk(client):
    """Status of each address that links lead to, and where visible forms would be sent."""
    found, forms, waiting = {}, set(), [reverse("admin:index")]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        answer = client.get(path)
        found[path] = answer.status_code
        if answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming:
            waiting += [there for there in leads_to(path, LINK.findall(answer.text)) if there not in found]
            forms |= set(sent_to(path, answer.text))
    return found, forms


def leads_to(path, links):
    there = {urlsplit(urljoin(path, unescape(link))).path for link in links if not link.startswith("#")}
    return sorted(one for one in there if one.startswith("/admin/"))


def sent_to(path, text):
    for attributes, content in FORM.findall(text):
        if not SUBMIT.search(content):
            continue  # how Django shows what may only be read
        actions = ACTION.findall(attributes) + ACTION.findall(content)
        yield from leads_to(path, actions or [""])


@pytest.fixture
def walked(request, things, client_of, settings):
    settings.STAFF_SECOND_FACTOR = False
    person = make_staff("person")
    person.groups.set(Group.objects.filter(name=request.param))
    confirm(pending_device(person))
    with_more_to_do(things, person)
    client = client_of(person)
    return request.param, client, *walk(client)


def with_more_to_do(things, person):
    """A file to apply, an import to undo, a change to take back, a kept search."""
    batch = things["importbatch"]
    uploads.store(batch, SimpleUploadedFile("x.csv", b"Name1\n"))
    batch.report = {"refused": [{"row": 3, "column": "zip", "reason": "not a ZIP", "raw": {}}]}
    batch.save()
    batch.pk, batch.status = None, "applied"
    batch.save()
    things["facility"].name = "Example Renamed"
    things["facility"].save()
    SavedSearch.objects.create(owner=person, name="Mine", query="q=x")


every_role = pytest.mark.parametrize("walked", [*ROLES, "no role"], indirect=True)


@every_role
def test_every_link_opens(walked):
    _, _, found, _ = walked
    assert {path: status for path, status in found.items() if status not in {200, 302}} == {}


@every_role
def test_every_form_is_taken(walked):
    """Sent empty, a form may complain about its fields, but never about who sends it."""
    _, client, _, forms = walked
    refused = {path: client.post(path).status_code for path in sorted(forms - {reverse("admin:logout")})}
    assert {path: status for path, status in refused.items() if status not in {200, 302}} == {}


@every_role
def test_every_page_it_may_open_can_be_found(walked):
    role, _, found, forms = walked
    reached = {resolve(path).url_name for path in [*found, *forms]}
    open_to_it = {name for name in tested() if may(role, name)} - NOT_LINKED
    assert open_to_it - reached == set()
