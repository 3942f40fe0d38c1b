"""Article pages in a real browser: danger first, readable at any width and on paper, by keyboard, without scripts."""

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from articles.files import read_all
from articles.models import Article
from tests.factories import make_article, make_staff

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "preload": False}
CLONAZEPAM = "/articles/benzodiazepines/clonazepam/"
PATHS = [f"/articles/{file.fields['topic']}/{file.fields['slug']}/" for file in read_all()[0]]
A_DAY = 8  # articles looked at by axe on one day; all of them within a week or so


def sample():
    """A few articles, other ones each day; the same all day, so that a failure can be repeated."""
    start = datetime.date.today().toordinal() * A_DAY
    return [PATHS[(start + place) % len(PATHS)] for place in range(min(A_DAY, len(PATHS)))]


@pytest.mark.parametrize("path", sample())
def test_axe_finds_nothing_on_todays_articles(page, site, visited, path):
    for width, scheme in ((390, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(site + path)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{width} px, {scheme}: {found.generate_report()}"
    assert visited["errors"] == []
    assert {address.split("/")[2] for address in visited["requests"]} == {site.removeprefix("http://")}


def test_no_article_scrolls_sideways_on_a_small_phone(page, site):
    page.set_viewport_size({"width": 320, "height": 700})
    wide = []
    for path in [
        *PATHS,
        "/articles/",
        "/articles/glossary/",
        "/articles/a-z/",
        "/articles/compare/?with=alcohol&with=ghb",
    ]:
        page.goto(site + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    assert wide == []


def test_the_emergency_card_is_on_the_first_screen_of_a_phone(page, site):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site + CLONAZEPAM)
    title = page.locator(".callout.danger .callout-title").first
    assert title.bounding_box()["y"] < 700


@pytest.mark.parametrize(("width", "shown"), [(360, "narrow"), (1280, "wide")])
def test_one_picture_for_each_width_with_letters_of_readable_size(page, site, width, shown):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + CLONAZEPAM)
    visible = page.locator(".timeline svg:visible")
    assert visible.count() == 1
    assert f"timeline-{shown}" in visible.get_attribute("class")
    smallest = visible.evaluate("""svg => Math.min(...[...svg.querySelectorAll('text')].map(
        text => parseFloat(getComputedStyle(text).fontSize) * svg.clientWidth / svg.viewBox.baseVal.width))""")
    assert smallest >= 12


def test_no_word_of_the_picture_is_cut_off(page, site):
    for path in ("alcohol/alcohol-withdrawal", "benzodiazepines/clonazepam", "opioids/fentanyl"):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{site}/articles/{path}/")
            cut = page.locator(".timeline svg:visible").evaluate("""svg => [...svg.querySelectorAll('text')].filter(
                text => text.getBBox().x < -1 || text.getBBox().x + text.getBBox().width > svg.viewBox.baseVal.width + 1
            ).map(text => text.textContent)""")
            assert cut == []


def test_a_citation_opens_its_source_and_leads_back_by_keyboard(page, site):
    page.goto(site + CLONAZEPAM)
    page.locator("#cite-2-1").focus()
    page.keyboard.press("Enter")
    sheet = page.locator("#ref-2")
    expect(sheet).to_be_in_viewport()
    assert sheet.evaluate("box => getComputedStyle(box).position") == "fixed"
    sheet.locator(".back a").first.click()
    expect(page.locator("#cite-2-1")).to_be_in_viewport()
    assert sheet.evaluate("box => getComputedStyle(box).position") != "fixed"


def test_a_word_opens_its_meaning(page, site):
    page.goto(site + CLONAZEPAM)
    word = page.locator(".term").first
    word.click()
    expect(page.locator(f"#word-{word.get_attribute('id').removeprefix('use-')}")).to_be_in_viewport()


def test_contents_stay_in_view_and_mark_where_you_are(page, site):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + CLONAZEPAM)
    link = page.locator(".contents a").nth(4)
    link.click()
    expect(link).to_be_in_viewport()
    expect(link).to_have_css("font-weight", "700")


def test_everything_works_without_javascript(browser, site):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site + CLONAZEPAM)
    page.locator(".feedback button", has_text="Yes").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    page.goto(site + CLONAZEPAM)
    page.locator("summary", has_text="Read the picture as a table").click()
    expect(page.locator(".timeline table")).to_be_visible()


def test_print_has_the_text_the_sources_and_no_buttons(page, site):
    page.goto(site + CLONAZEPAM)
    page.emulate_media(media="print")
    for gone in (".contents", ".feedback", ".zip-box", ".start-questionnaire", ".site-header nav", ".leave"):
        expect(page.locator(gone).first).to_be_hidden()
    for kept in ("h1", ".callout.danger", ".timeline-wide", ".sources li", ".crisis", ".marker"):
        expect(page.locator(kept).first).to_be_visible()


def test_the_zip_box_opens_the_finder_filtered(page, site):
    page.goto(site + CLONAZEPAM)
    page.get_by_label("ZIP code, or city and state").fill("60614")
    page.locator(".zip-box button").click()
    assert page.url.startswith(f"{site}/facilities/?")
    for part in ("near=60614", "care=inpatient_wm", "detox=benzodiazepines"):
        assert part in page.url


def test_the_questionnaire_starts_with_the_substance_and_no_answer_in_the_address(page, site):
    page.goto(site + CLONAZEPAM)
    page.locator(".start-questionnaire button").click()
    assert "/finder/" in page.url
    assert "clonazepam" not in page.url


def test_search_from_the_library_page(page, site):
    page.goto(f"{site}/articles/")
    page.get_by_label("Search by name, street name or question").fill("klonipin")
    page.keyboard.press("Enter")
    expect(page.locator(".article-list strong").first).to_contain_text("Klonopin")


@pytest.mark.django_db(transaction=True)
class TestEditor:
    @pytest.fixture
    def editor(self, page, live_server, settings, client):
        settings.STAFF_SECOND_FACTOR = False
        client.force_login(
            make_staff("editor", is_superuser=True), "django.contrib.auth.backends.ModelBackend"
        )
        cookie = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        errors = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        yield page
        assert errors == []

    def test_preview_and_checks_follow_what_is_typed(self, editor, live_server):
        article = make_article()
        editor.goto(live_server.url + reverse("admin:articles_article_change", args=[article.pk]))
        editor.locator("#id_body").fill("## Hello?\n\nAn addict [@klonopin-label].\n")
        expect(editor.locator("[data-preview] h2").first).to_have_text("Hello?")
        expect(editor.locator("[data-checks]")).to_contain_text("person with a substance use disorder")
        assert Article.objects.get().body == article.body

    def test_a_source_is_found_and_inserted(self, editor, live_server):
        article = make_article()
        editor.goto(live_server.url + reverse("admin:articles_article_change", args=[article.pk]))
        editor.locator(".picker summary").click()
        editor.get_by_label("Find a source").fill("boxed warning benzodiazepine")
        editor.locator("#id_body").evaluate("box => box.setSelectionRange(0, 0)")
        editor.locator(".picker li:visible button").first.click()
        assert editor.locator("#id_body").input_value().startswith("[@fda-benzo-2020]")

    @pytest.mark.parametrize("name", ["change", "sign", "history"])
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing(self, editor, live_server, name, scheme):
        article = make_article()
        editor.emulate_media(color_scheme=scheme)
        editor.goto(live_server.url + reverse(f"admin:articles_article_{name}", args=[article.pk]))
        found = Axe().run(editor, options=RULES)
        assert found.violations_count == 0, found.generate_report()
