"""Editors write and publish, reviewers sign what they have read, nobody does the other's work."""

import json
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.timezone import localdate

from articles.models import Article, SignOff
from tests.factories import ARTICLE_BODY, make_article, make_sign_off, make_staff

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def enter(client, settings):
    """Log in as somebody with one role."""
    settings.STAFF_SECOND_FACTOR = False

    def log_in(role):
        user = make_staff(role.split()[0].lower())
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user, BACKEND)
        return client

    return log_in


def url(name, *args):
    return reverse(f"admin:articles_article_{name}", args=args)


def form_data(**changes):
    data = {"topic": "alcohol", "slug": "facts", "title": "Facts", "summary": "Short.", "kind": "reference"}
    data |= {
        "substance": "",
        "level": "",
        "order": "5",
        "related": "care/iop\n\ncare/php",
        "keywords": "facts",
    }
    data |= {
        "published": "2026-11-24",
        "updated": "2026-11-24",
        "review_due": "2027-11-01",
        "status": "draft",
    }
    return {**data, "change_note": "", "body": ARTICLE_BODY, **changes}


class TestEditor:
    def test_writes_a_draft(self, enter):
        answer = enter("Editor").post(url("add"), form_data())
        assert answer.status_code == 302
        article = Article.objects.get()
        assert (article.status, article.related, article.keywords) == (
            "draft",
            ["care/iop", "care/php"],
            ["facts"],
        )
        assert article.history.get().history_user.username == "editor"

    def test_publishes_with_a_note_for_readers(self, enter, client):
        article = make_article(status="in_review", updated=date(2026, 1, 1))
        changes = form_data(
            topic=article.topic, slug=article.slug, status="published", change_note="Clearer words."
        )
        assert enter("Editor").post(url("change", article.pk), changes).status_code == 302
        article.refresh_from_db()
        assert article.updated == localdate()
        assert article.change_log[-1] == {"date": localdate().isoformat(), "note": "Clearer words."}
        assert "Clearer words." in client.get(article.get_absolute_url()).content.decode()

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"body": "Text [@nobody].\n"}, "Line 1: unknown source @nobody"),
            ({"body": "Text.\n"}, "Line 1: has no citation at all"),
            ({"body": ARTICLE_BODY + "\n{{nonsense}}\n"}, "Line 5: unknown part {{nonsense}}"),
            ({"substance": "alcohol"}, "a substance page needs ::: call-911"),
            ({"kind": "substance"}, "A substance page needs a substance."),
        ],
    )
    def test_a_mistake_is_shown_beside_its_field_and_the_text_kept(self, enter, changes, message):
        answer = enter("Editor").post(url("add"), form_data(**changes))
        html = answer.content.decode()
        assert answer.status_code == 200
        assert message in html
        assert form_data(**changes)["body"].strip().splitlines()[-1] in html
        assert not Article.objects.exists()

    def test_sees_the_wording_check_and_the_sources(self, enter):
        article = make_article(body="## Q?\n\nAn addict takes 15% more. [@klonopin-label]\n")
        html = enter("Editor").get(url("change", article.pk)).content.decode()
        assert "person with a substance use disorder" in html
        assert "[@asam-benzo-taper-2025]" in html

    def test_is_told_about_wording_on_save(self, enter):
        body = "An addict may call [@klonopin-label].\n"
        html = enter("Editor").post(url("add"), form_data(body=body), follow=True).content.decode()
        assert "The wording check has 1 remark" in html
        assert "person with a substance use disorder" in html

    def test_cannot_sign(self, enter):
        article = make_article()
        editor = enter("Editor")
        assert editor.get(url("sign", article.pk)).status_code == 403
        data = {
            "reviewer": "Me",
            "credential": "MD",
            "licence": "1",
            "profile": "https://example.org/",
            "confirm": "on",
        }
        data |= {"next_due": "2099-01-01", "text_hash": article.reading_hash}
        assert editor.post(url("sign", article.pk), data).status_code == 403
        assert not SignOff.objects.exists()
        assert "Read and sign" not in editor.get(url("change", article.pk)).content.decode()

    def test_cannot_delete(self, enter):
        assert enter("Editor").get(url("delete", make_article().pk)).status_code == 403


class TestPreview:
    def test_draws_and_checks_what_is_typed_without_saving(self, enter):
        answer = enter("Editor").post(
            url("preview"), form_data(body="An addict [@nobody].\n"), headers={"Accept": "application/json"}
        )
        made = json.loads(answer.content)
        assert "<p>An addict.</p>" in made["html"]
        assert "unknown source @nobody" in made["checks"]
        assert "person with a substance use disorder" in made["checks"]
        assert not Article.objects.exists()

    def test_is_a_page_without_javascript(self, enter):
        html = enter("Editor").post(url("preview"), form_data(title="My title")).content.decode()
        assert "Preview, not saved" in html
        assert "<h1>My title</h1>" in html

    def test_an_empty_form_is_answered(self, enter):
        assert enter("Editor").post(url("preview"), {}).status_code == 200

    def test_is_for_people_who_may_write(self, enter):
        assert enter("Clinical reviewer").post(url("preview"), form_data()).status_code == 403

    def test_is_closed_to_visitors(self, client):
        assert client.post(url("preview"), form_data()).status_code == 302


class TestReviewer:
    def signed(self, article, **changes):
        data = {
            "reviewer": "Example Reviewer",
            "credential": "MD",
            "licence": "IL 1",
            "profile": "https://example.org/r",
        }
        data |= {"next_due": (localdate() + timedelta(days=300)).isoformat(), "confirm": "on"}
        return {**data, "text_hash": article.reading_hash, **changes}

    def test_sees_every_word_and_source_before_signing(self, enter):
        article = make_article()
        html = enter("Clinical reviewer").get(url("sign", article.pk)).content.decode()
        for words in (article.title, article.summary, article.html, article.notes_html, article.reading_hash):
            assert words in html

    def test_signs_and_the_badge_appears(self, enter, client):
        article = make_article()
        assert (
            enter("Clinical reviewer").post(url("sign", article.pk), self.signed(article)).status_code == 302
        )
        assert SignOff.objects.get().user.username == "clinical"
        assert "Medically reviewed" in client.get(article.get_absolute_url()).content.decode()

    def test_a_text_that_changed_meanwhile_is_not_signed(self, enter):
        article = make_article()
        data = self.signed(article)
        article.title = "Changed while reading"
        article.save()
        html = enter("Clinical reviewer").post(url("sign", article.pk), data).content.decode()
        assert "The text changed while you were reading" in html
        assert not SignOff.objects.exists()

    @pytest.mark.parametrize(
        "changes",
        [{"confirm": ""}, {"reviewer": ""}, {"credential": ""}, {"profile": "x"}, {"next_due": "2020-01-01"}],
    )
    def test_an_incomplete_sign_off_is_refused_with_a_message(self, enter, changes):
        article = make_article()
        answer = enter("Clinical reviewer").post(url("sign", article.pk), self.signed(article, **changes))
        assert "errorlist" in answer.content.decode()
        assert not SignOff.objects.exists()

    def test_reads_but_cannot_write(self, enter):
        article = make_article()
        reviewer = enter("Clinical reviewer")
        assert "Read and sign" in reviewer.get(url("change", article.pk)).content.decode()
        assert reviewer.post(url("change", article.pk), form_data(title="Mine")).status_code == 403
        assert reviewer.get(url("add")).status_code == 403

    def test_a_sign_off_cannot_be_changed(self, enter):
        sign_off = make_sign_off(make_article())
        address = reverse("admin:articles_signoff_change", args=[sign_off.pk])
        assert enter("Clinical reviewer").post(address, {"reviewer": "Other"}).status_code == 403


class TestQueue:
    def listed(self, client, waits):
        return client.get(url("changelist"), {"waits": waits}).content.decode()

    def test_shows_what_waits_and_why(self, enter):
        never, changed, fine, draft = (make_article(title=t) for t in ("Never", "Changed", "Fine", "Sketch"))
        for article in (changed, fine):
            make_sign_off(article)
        changed.summary = "Other words."
        changed.save()
        draft.status = "draft"
        draft.save()
        client = enter("Editor")
        todo = self.listed(client, "yes")
        assert "no clinician has signed it" in todo
        assert "it has changed since it was signed" in todo
        assert ">Fine<" not in todo
        assert ">Sketch<" not in todo
        assert ">Changed<" in self.listed(client, "changed")
        assert f">{never.title}<" not in self.listed(client, "changed")
        assert ">Fine<" in self.listed(client, "no")

    def test_a_passed_check_date_is_in_the_queue(self):
        article = make_article(review_due=date(2026, 1, 1))
        make_sign_off(article)
        assert article.waits_for(date(2026, 11, 24)) == ["its check date has passed"]


class TestVersions:
    def test_two_versions_side_by_side(self, enter):
        article = make_article(body="## Q?\n\nOld words [@klonopin-label].\n\nSame.\n")
        article.body = article.body.replace("Old", "New")
        article.save()
        html = enter("Editor").get(url("history", article.pk)).content.decode()
        assert "<del>Old words" in html
        assert "<ins>New words" in html
        assert "<del>Same." not in html

    def test_markup_in_a_text_is_shown_not_run(self, enter):
        article = make_article()
        article.body += "\n<script>alert(1)</script>\n"
        article.save()
        html = enter("Editor").get(url("history", article.pk)).content.decode()
        assert "<script>alert" not in html
        assert "&lt;script&gt;" in html

    @pytest.mark.parametrize("query", [{"old": "x", "new": "y"}, {"old": "999999"}])
    def test_nonsense_is_answered(self, enter, query):
        assert enter("Editor").get(url("history", make_article().pk), query).status_code == 200


def test_the_list_needs_a_constant_number_of_queries(enter, django_assert_max_num_queries):
    for _ in range(8):
        make_sign_off(make_article())
    client = enter("Editor")
    with django_assert_max_num_queries(14):
        client.get(url("changelist"))
