"""Kind, plain, sourced words; and every starter text keeps to them."""

import pytest

from articles import wording
from articles.citations import Citations, Source
from articles.files import read_all
from articles.glossary import all_terms
from articles.parts import Page
from articles.rendering import render
from articles.substances import SUBSTANCES, WINDOWS

FILES, PROBLEMS = read_all()


@pytest.mark.parametrize(
    "text",
    [
        "He is an addict.", "Alcoholics need help.", "drug abuse is common", "people who abuse drugs", "She got clean.",
        "a dirty urine test", "substance abusers", "junkies", "He committed suicide.", "a drug habit",
    ],
)  # fmt: skip
def test_stigma_words_are_found_with_a_better_one(text):
    found = wording.stigma(text)
    assert found
    assert "say “" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Substance Abuse and Mental Health Services Administration",
        "National Institute on Drug Abuse",
        "Alcoholics Anonymous meets today.",
        "physical abuse at home",
        "Keep the wound clean and dry.",
        "They say “addict” and it hurts.",
    ],
)
def test_names_quotes_and_violence_are_allowed(text):
    assert wording.stigma(text) == []


def test_drug_names_do_not_raise_the_grade():
    plain = "You take the drug each day. It helps you sleep. Then you stop."
    named = plain.replace("the drug", "chlordiazepoxide")
    assert wording.grade(named) == pytest.approx(wording.grade(plain), abs=0.8)


def test_hard_words_raise_the_grade():
    hard = "Pharmacological intervention necessitates comprehensive multidisciplinary evaluation. " * 3
    assert wording.grade_finding(hard)


def test_two_sentences_have_no_grade():
    assert wording.grade("One is here. Two is here.") is None


def test_a_sentence_of_26_words_is_too_long():
    assert wording.long_sentences("word " * 25 + "end.")
    assert not wording.long_sentences("word " * 24 + "end.")


def blocks(text):
    return render(text, Page(), Citations({"a": Source("a", 1, "T")})).blocks


@pytest.mark.parametrize(
    "text", ["About 15% do.", "It lasts 5 to 7 days.", "1 in 10 people do.", "Lead\n\n- 20 percent\n"]
)
def test_a_figure_needs_a_source(text):
    assert wording.unsourced_numbers(blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        "About 15% do [@a].",
        "Call 911 or 988.",
        "Staff are there 24 hours a day.",
        "Facts [@a]:\n\n- 20 percent\n- 3 days\n",
    ],
)
def test_a_sourced_figure_is_fine(text):
    assert wording.unsourced_numbers(blocks(text)) == []


def test_every_starter_text_can_be_loaded():
    assert [str(problem) for problem in PROBLEMS] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_starter_texts_keep_to_the_rules(file):
    found = wording.check(file.render().blocks, [file.fields["title"], file.fields["summary"]])
    assert [f"line {file.first_line + finding.line - 1}: {finding.message}" for finding in found] == []


def test_glossary_and_substance_words_keep_to_the_rules():
    texts = [term.definition for term in all_terms().values()]
    texts += [text for w in WINDOWS.values() for text in (w.stop_text, w.danger_note, w.late, w.note)]
    texts += [
        text
        for s in SUBSTANCES.values()
        for text in (s.treats, s.how_it_works, s.half_life_note, s.timing_note)
    ]
    for text in texts:
        assert wording.stigma(text) == []
        assert wording.long_sentences(text) == []
    assert wording.grade("\n".join(texts)) <= wording.MAX_GRADE
