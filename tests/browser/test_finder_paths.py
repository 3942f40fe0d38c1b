"""Whole paths in real Chromium on a narrow phone: without JavaScript, by keyboard, back, reload, two tabs."""

import pytest

from finder import protocol
from tests.browser.questionnaire import arrive, by_pointer, open_question, press, walk_through
from tests.finder.people import NORA, RAY, SAM, walk

PHONE = {"width": 360, "height": 740}


def start(page, site):
    page.goto(f"{site}/finder/")
    page.get_by_role("link", name="Start", exact=True).click()


@pytest.fixture
def phone(page):
    page.set_viewport_size(PHONE)
    return page


@pytest.fixture
def plain_phone(browser):
    """A phone without JavaScript."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def no_sideways_scroll(page):
    return page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(
    "person,heading", [(RAY, "Inpatient detox"), (NORA, "Outpatient"), (SAM, "Call or text 988 now")]
)
def test_a_whole_path_without_javascript(plain_phone, site, person, heading):
    answers = walk(person)
    start(plain_phone, site)
    asked = walk_through(plain_phone, answers)
    assert asked == [q.id for q in protocol.path(answers)]
    plain_phone.get_by_role("link", name="See where to start").first.click()
    assert plain_phone.locator("h1").inner_text() == heading
    plain_phone.get_by_role("link", name="Find places that offer this").click()
    assert "/facilities/?care=" in plain_phone.url


def by_keyboard(page, boxes):
    """Tab to each box, arrow to the radio, space for a checkbox, then Tab to Continue and press Enter."""
    for name, value in boxes:
        target = page.locator(f"input[name='{name}'][value='{value}']")
        if target.get_attribute("type") == "checkbox":
            tab_to(page, target)
            page.keyboard.press("Space")
            continue
        tab_to(page, page.locator(f"input[name='{name}']").first)
        page.keyboard.press("Space")
        for _ in range(30):
            if target.is_checked():
                break
            page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Continue"))
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page, target):
    wanted = target.evaluate("e => e.id || e.value || e.name")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(e => e.id || e.value || e.name)(document.activeElement)") == wanted:
            return
    raise AssertionError(f"the keyboard cannot reach {wanted}")


def test_a_whole_path_by_keyboard(phone, site):
    answers = walk(NORA)
    start(phone, site)
    asked = walk_through(phone, answers, by_keyboard)
    assert asked == [q.id for q in protocol.path(answers)]
    tab_to_link(phone, "See where to start")
    assert phone.locator("h1").inner_text() == "Outpatient"


def tab_to_link(page, name):
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard cannot reach {name}")


def test_every_page_of_a_path_fits_360_pixels_with_one_h1(phone, site, visited):
    answers = walk(RAY)
    start(phone, site)

    def look_and_choose(page, boxes):
        assert no_sideways_scroll(page), open_question(page)
        assert page.locator("h1").count() == 1
        by_pointer(page, boxes)

    walk_through(phone, answers, look_and_choose)
    for address in (
        "review",
        "result",
        "result/print",
        "how-it-works",
        "how-it-works/questions",
        "how-it-works/rules",
    ):
        phone.goto(f"{site}/finder/{address}/")
        assert no_sideways_scroll(phone), address
        assert phone.locator("h1").count() == 1
    assert visited["errors"] == []
    assert all(url.startswith(site) for url in visited["requests"])


def test_back_shows_the_answer_and_going_on_keeps_the_rest(phone, site):
    start(phone, site)
    by_pointer(phone, [("answer", "no")])
    by_pointer(phone, [("answer", "none")])
    phone.go_back()
    phone.wait_for_url("**/finder/step/2/")
    assert phone.locator("input[value='none']").is_checked()
    phone.get_by_role("link", name="Back").click()
    assert phone.locator("input[value='no']").is_checked()
    by_pointer(phone, [])
    by_pointer(phone, [])
    assert open_question(phone) == "respondent"


def test_a_reload_changes_nothing(phone, site):
    start(phone, site)
    by_pointer(phone, [("answer", "no")])
    phone.reload()
    assert open_question(phone) == "danger_signs"


def test_an_error_takes_the_focus_and_leads_to_the_field(plain_phone, phone, site):
    for page in (phone, plain_phone):
        start(page, site)
        press(page, "Continue")
        assert "Error:" in page.title()
        focused = page.locator("*:focus")
        assert "There is a problem" in focused.inner_text()
        page.locator(".error-summary a").click()
        assert page.locator("*:focus").get_attribute("name") == "answer"


def test_going_back_to_an_error_never_asks_to_send_the_form_again(plain_phone, phone, site):
    for page in (phone, plain_phone):
        start(page, site)
        press(page, "Continue")
        assert "Error:" in page.title()
        assert page.reload().request.method == "GET"
        by_pointer(page, [("answer", "no")])
        assert open_question(page) == "danger_signs"
        back = page.go_back()
        assert (back.status, back.request.method) == (200, "GET")
        assert open_question(page) == "overdose_now"
        assert page.locator("input[value=no]").is_checked()


def test_two_tabs_end_up_in_the_same_place(context, site):
    one, two = context.new_page(), context.new_page()
    start(one, site)
    by_pointer(one, [("answer", "no")])
    by_pointer(one, [("answer", "none")])
    by_pointer(one, [("answer", "self")])
    by_pointer(one, [("answer", "thoughts")])
    assert open_question(one) == "means_access"
    two.goto(f"{site}/finder/step/4/")
    by_pointer(two, [("answer", "no")])
    by_pointer(one, [("answer", "no")])
    assert "That question no longer comes up" in one.locator("main").inner_text()
    assert open_question(one) == open_question(two) == "violence"


def test_changing_one_answer_keeps_the_rest(context, phone, site):
    arrive(context, site, walk(RAY))
    phone.goto(f"{site}/finder/review/")
    phone.get_by_role("link", name="Have you served in the military?").click()
    by_pointer(phone, [("answer", "yes")])
    assert phone.url.endswith("/finder/review/")
    phone.get_by_role("link", name="See where to start").first.click()
    assert phone.locator("h1").inner_text() == "Inpatient detox"
    assert "VA care" in phone.locator("main").inner_text()


def test_the_result_can_be_copied_as_text(context, page, site):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    arrive(context, site, walk(RAY))
    page.goto(f"{site}/finder/result/")
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Suggested starting level: Inpatient detox" in copied and "Not a diagnosis" in copied


def test_leaving_forgets_the_answers_and_shows_the_weather(context, page, site):
    context.route("https://www.weather.gov/**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
    start(page, site)
    by_pointer(page, [("answer", "no")])
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("https://www.weather.gov/**")
    assert context.cookies(f"{site}/finder/") == []
    page.goto(f"{site}/finder/review/")
    assert open_question(page) == "overdose_now" and not page.locator("input:checked").count()
