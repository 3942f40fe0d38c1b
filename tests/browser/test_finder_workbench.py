"""The clinician's workbench in a real browser: no axe violation, a quiet console, a case from start to end."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client

pytestmark = pytest.mark.django_db(transaction=True)
# Without preload axe does not copy our stylesheets into inline ones, which our CSP refuses with a console error.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "preload": False}
SHAPES = [(390, "dark"), (1280, "light")]


@pytest.fixture(params=SHAPES, ids=[f"{width}-{scheme}" for width, scheme in SHAPES])
def bench(request, live_server, page, settings):
    """The workbench, entered by a member of staff, at one width and color scheme."""
    width, scheme = request.param
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    settings.STAFF_SECOND_FACTOR = False
    client = Client()
    client.force_login(User.objects.create_superuser("alice"), "django.contrib.auth.backends.ModelBackend")
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/workbench/")
    return page


def look(page):
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def test_a_case_from_the_table_to_its_outcome(bench, live_server):
    errors = []
    bench.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    look(bench)
    bench.get_by_label("Start from a named case").select_option(
        "Daily heavy drinking and a past withdrawal seizure"
    )
    with bench.expect_navigation():
        bench.get_by_role("button", name="Load").click()
    assert bench.get_by_role("heading", name="Inpatient detox").count()
    look(bench)
    bench.locator("select[name='overdose_now']").select_option("yes")
    with bench.expect_navigation():
        bench.get_by_role("button", name="Work it out").click()
    assert bench.get_by_role("heading", name="Emergency care now, then Inpatient detox").count()
    bench.goto(f"{live_server.url}/admin/workbench/cases/")
    look(bench)
    assert errors == []
