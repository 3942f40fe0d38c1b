"""JSON-LD: well formed, what schema.org asks for, nothing the page does not show, safe inside HTML."""

import json
import re
from datetime import date

import pytest
from jsonschema import validate

from articles import structured
from tests.factories import make_article, make_sign_off

pytestmark = pytest.mark.django_db

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
ANSWER = {
    "type": "object",
    "required": ["@type", "text"],
    "properties": {"@type": {"const": "Answer"}, "text": TEXT},
}
SHAPES = {
    "MedicalWebPage": {
        "required": ["@context", "url", "name", "description", "datePublished", "dateModified", "author", "inLanguage"],
        "properties": {"url": ADDRESS, "name": TEXT, "description": TEXT, "datePublished": DAY, "dateModified": DAY,
                       "lastReviewed": DAY, "reviewedBy": {"required": ["@type", "name"]}},
    },
    "FAQPage": {
        "required": ["@context", "mainEntity"],
        "properties": {"mainEntity": {"type": "array", "minItems": 1, "items": {
            "required": ["@type", "name", "acceptedAnswer"],
            "properties": {"@type": {"const": "Question"}, "name": TEXT, "acceptedAnswer": ANSWER}}}},
    },
    "BreadcrumbList": {
        "required": ["@context", "itemListElement"],
        "properties": {"itemListElement": {"type": "array", "minItems": 3, "items": {
            "required": ["@type", "position", "name", "item"],
            "properties": {"position": {"type": "integer"}, "name": TEXT, "item": ADDRESS}}}},
    },
}  # fmt: skip


def blocks(client, article):
    html = client.get(article.get_absolute_url()).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return {block["@type"]: block for block in map(json.loads, found)}


def test_all_three_kinds_have_their_shape(client):
    found = blocks(client, make_article())
    assert set(found) == set(SHAPES)
    for kind, block in found.items():
        assert block["@context"] == "https://schema.org"
        validate(block, SHAPES[kind])


def test_reviewed_only_when_true(client):
    article = make_article()
    assert "lastReviewed" not in blocks(client, article)["MedicalWebPage"]
    make_sign_off(article, signed_on=date(2026, 11, 24))
    page = blocks(client, article)["MedicalWebPage"]
    assert page["lastReviewed"] == "2026-11-24"
    assert page["reviewedBy"]["name"] == "Example Reviewer"
    validate(page, SHAPES["MedicalWebPage"])
    article.title = "Changed"
    article.save()
    assert "lastReviewed" not in blocks(client, article)["MedicalWebPage"]


def test_answers_are_those_on_the_page(client):
    article = make_article(body="## Is it safe?\n\nNo [@klonopin-label]. Call first.\n")
    (question,) = blocks(client, article)["FAQPage"]["mainEntity"]
    assert (question["name"], question["acceptedAnswer"]["text"]) == ("Is it safe?", "No. Call first.")


def test_a_page_without_questions_has_no_faq(client):
    assert "FAQPage" not in blocks(client, make_article(body="Plain [@klonopin-label].\n"))


def test_no_text_can_end_the_block():
    assert "</script" not in structured.script({"x": "</script><script>alert(1)</script>"})[:-9]


def test_canonical_and_open_graph(client):
    article = make_article(title='A "quoted" title')
    html = client.get(article.get_absolute_url() + "?utm=1").content.decode()
    assert f'<link rel="canonical" href="http://testserver{article.get_absolute_url()}">' in html
    assert '<meta property="og:title" content="A &quot;quoted&quot; title">' in html
