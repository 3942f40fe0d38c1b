"""Whole paths in real Chromium on a narrow phone: without JavaScript, by keyboard, back, reload, two tabs."""

import pytest

from finder import protocol
from finder.protocol import item_name
from tests.browser.questionnaire import arrive, by_pointer, open_items, open_questions, press, walk_through
from tests.finder.journeys import journey
from tests.finder.people import NORA, RAY, SAM, boxes, everything_at_worst, place, walk

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
    "person,heading",
    [
        (RAY, "Nurses day and night: inpatient detox"),
        (NORA, "Start with the prescriber"),
        (SAM, "Call or text 988 now"),
    ],
)
def test_a_whole_path_without_javascript(plain_phone, site, person, heading):
    answers = walk(person)
    start(plain_phone, site)
    asked = walk_through(plain_phone, answers)
    assert len(asked) == journey(answers).items and len(asked) == len(set(asked))
    assert plain_phone.url.endswith("/finder/result/")
    assert plain_phone.locator("h1").inner_text() == heading
    plain_phone.get_by_label("ZIP code or city").fill("60614")
    plain_phone.get_by_role("button", name="Find", exact=True).click()
    assert "/facilities/?near=60614&care=" in plain_phone.url


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
    assert len(asked) == journey(answers).items
    assert phone.url.endswith("/finder/result/")
    assert phone.locator("h1").inner_text() == "Start with the prescriber"


def test_every_page_of_a_path_fits_360_pixels_with_one_h1(phone, site, visited):
    answers = walk(RAY)
    start(phone, site)

    def look_and_choose(page, boxes):
        assert no_sideways_scroll(page), open_items(page)
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


SCREEN_AND_A_HALF = 1110
LONG_LISTS = {"substances"}  # one list under five headings: everything that can be used has its box


def test_no_page_is_longer_than_a_screen_and_a_half(context, phone, site):
    for answers in (everything_at_worst(), walk(RAY), walk({**NORA, "respondent": "client"})):
        arrive(context, site, answers)
        for n, page in enumerate(protocol.pages(answers), start=1):
            if LONG_LISTS & {question.id for question in page.questions}:
                continue
            phone.goto(f"{site}/finder/step/{n}/")
            tall = phone.locator("form.question").bounding_box()["height"]
            assert tall <= SCREEN_AND_A_HALF, (tall, [item_name(item) for item in page.items])


def test_every_choice_is_a_target_of_44_pixels(context, phone, site):
    answers = walk(NORA)
    arrive(context, site, answers)
    for n, _ in enumerate(protocol.pages(answers), start=1):
        phone.goto(f"{site}/finder/step/{n}/")
        boxes = [box.bounding_box() for box in phone.locator("label.choice").all()]
        assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes), n


def begin(page, site):
    """As far as the fourth page, which asks several things at once."""
    start(page, site)
    by_pointer(page, [("overdose_now", "no")])
    by_pointer(page, [("danger_signs", "none")])
    by_pointer(page, [("exposures", "none")])


ABOUT = [("respondent", "self"), ("age", "age_26_64"), ("sex", "male"), ("medical", "none")]


def test_back_shows_the_answers_and_going_on_keeps_the_rest(phone, site):
    begin(phone, site)
    by_pointer(phone, ABOUT)
    phone.go_back()
    phone.wait_for_url("**/finder/step/4/")
    assert phone.locator("input:checked").count() == 4
    phone.get_by_role("link", name="Back").click()
    assert phone.locator("input[value='none']").is_checked()
    by_pointer(phone, [])
    by_pointer(phone, [])
    assert open_questions(phone) == ["suicide"]


def test_the_rest_can_be_skipped_at_once(phone, site):
    begin(phone, site)
    phone.locator("input[name=respondent][value=family]").check()
    press(phone, "Skip the rest")
    phone.get_by_role("link", name="Back").click()
    assert phone.locator("input[value=family]").is_checked()


def test_what_is_missing_is_asked_again_and_the_rest_is_kept(plain_phone, site):
    begin(plain_phone, site)
    by_pointer(plain_phone, ABOUT[:2])
    assert "Error:" in plain_phone.title()
    assert plain_phone.locator("input:checked").count() == 2
    assert plain_phone.locator("fieldset.has-error").count() == 2
    by_pointer(plain_phone, ABOUT[2:])
    assert open_questions(plain_phone) == ["suicide"]


def test_a_reload_changes_nothing(phone, site):
    start(phone, site)
    by_pointer(phone, [("overdose_now", "no")])
    phone.reload()
    assert open_questions(phone) == ["danger_signs"]


def test_an_error_takes_the_focus_and_leads_to_the_field(plain_phone, phone, site):
    for page in (phone, plain_phone):
        start(page, site)
        press(page, "Continue")
        assert "Error:" in page.title()
        focused = page.locator("*:focus")
        assert "There is a problem" in focused.inner_text()
        page.locator(".error-summary a").click()
        assert page.locator("*:focus").get_attribute("name") == "overdose_now"


def test_going_back_to_an_error_never_asks_to_send_the_form_again(plain_phone, phone, site):
    for page in (phone, plain_phone):
        start(page, site)
        press(page, "Continue")
        assert "Error:" in page.title()
        assert page.reload().request.method == "GET"
        by_pointer(page, [("overdose_now", "no")])
        assert open_questions(page) == ["danger_signs"]
        back = page.go_back()
        assert (back.status, back.request.method) == (200, "GET")
        assert open_questions(page) == ["overdose_now"]
        assert page.locator("input[value=no]").is_checked()


def test_two_tabs_end_up_in_the_same_place(context, site):
    one, two = context.new_page(), context.new_page()
    begin(one, site)
    by_pointer(one, ABOUT)
    by_pointer(one, [("suicide", "thoughts")])
    mind = [("psychosis", "no"), ("psych_hospital", "no"), ("mh_diagnosis", "none"), ("mh_impair", "not")]
    by_pointer(one, mind)
    assert open_questions(one) == ["means_access", "ever_tried"]
    two.goto(f"{site}/finder/step/5/")
    by_pointer(two, [("suicide", "no")])
    by_pointer(two, [])
    by_pointer(one, [("means_access", "no"), ("ever_tried", "never")])
    assert "That page no longer comes up" in one.locator("main").inner_text()
    assert open_questions(one) == open_questions(two) == ["violence"]


def test_changing_one_answer_keeps_the_rest(context, phone, site):
    arrive(context, site, walk(RAY))
    phone.goto(f"{site}/finder/review/")
    phone.get_by_role("link", name="Have you served in the military?").click()
    by_pointer(phone, [("veteran", "yes")])
    assert phone.url.endswith("/finder/review/")
    phone.get_by_role("link", name="See where to start").first.click()
    assert phone.locator("h1").inner_text() == "Nurses day and night: inpatient detox"
    assert "VA care" in phone.locator("main").inner_text()


def test_it_says_when_it_is_settled_and_goes_straight_to_the_result(plain_phone, site):
    start(plain_phone, site)
    answers = walk(RAY)
    while not plain_phone.get_by_role("link", name="See it now").count():
        by_pointer(plain_phone, [box for box in boxes(open_items(plain_phone), answers)])
    assert "Your answers already point to inpatient detox" in plain_phone.locator("main").inner_text()
    plain_phone.get_by_role("link", name="See it now").click()
    assert plain_phone.locator("h1").inner_text() == "Nurses day and night: inpatient detox"


def test_being_hurt_shows_the_hotline_and_the_way_out_on_the_next_page(context, plain_phone, site):
    answers = {k: v for k, v in walk({}).items() if k != "violence"}
    arrive(plain_phone.context, site, answers)
    plain_phone.goto(f"{site}/finder/step/{place('violence', walk({}))}/")
    by_pointer(plain_phone, [("violence", "being_hurt")])
    main = plain_phone.locator("main")
    assert (
        main.locator("a[href='tel:18007997233']").count() and main.locator("a[href='/finder/leave/']").count()
    )


def test_leaving_forgets_the_answers_and_shows_the_weather(context, page, site):
    context.route("https://www.weather.gov/**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
    start(page, site)
    by_pointer(page, [("overdose_now", "no")])
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("https://www.weather.gov/**")
    assert context.cookies(f"{site}/finder/") == []
    page.goto(f"{site}/finder/review/")
    assert open_questions(page) == ["overdose_now"] and not page.locator("input:checked").count()
