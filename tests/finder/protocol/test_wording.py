"""Plain, kind words: grade 8 at most, no sentence over 25 words, person first, nothing that tells a person to stop."""

import re

import pytest

from articles.wording import MAX_GRADE, grade, long_sentences, stigma
from finder.protocol import (
    ADJUNCTS,
    FLOORS,
    LIMITS,
    MESSAGES,
    QUESTIONS,
    RATING_RULES,
    REQUIRED_TEXT,
    SECTIONS,
    TRACKS,
)

READERS = ("self", "family", "client")
CARDS = {**TRACKS, **ADJUNCTS}


def pieces(question, reader):
    return [question.text_for(reader), question.hint_for(reader), question.why]


def ended(parts):
    return " ".join(p if p[-1] in ".!?" else p + "." for p in parts if p)


TEXTS = {
    "required text": REQUIRED_TEXT,
    "limits": ended(LIMITS),
    **{f"message {c} to {r}": m.text_for(r) for c, m in MESSAGES.items() for r in READERS},
    **{f"card {c} to {r}": ended([t.text_for(r), t.ask]) for c, t in CARDS.items() for r in READERS},
    **{f"question {q.id} to {r}": ended(pieces(q, r)) for q in QUESTIONS for r in READERS},
    **{
        f"section {s} to {r}": ended([p for q in QUESTIONS if q.section == s for p in pieces(q, r)])
        for s in SECTIONS
        for r in READERS
    },
    **{
        f"options of {q.id}": ended([part for o in q.options for part in (o.label, o.label_other, o.hint)])
        for q in QUESTIONS
    },
    **{
        f"reasons of {d}": ended([r.because for r in RATING_RULES if r.rating == d])
        for d in ("D1", "D2", "D3", "D4", "D5")
    },
    "reasons of the levels": ended([f.because for f in FLOORS]),
}


@pytest.mark.parametrize("name", TEXTS)
def test_plain(name):
    text = TEXTS[name]
    if not name.startswith("options"):  # lists of names are no running text
        assert (grade(text) or 0) <= MAX_GRADE, f"{grade(text)}: {text}"
    assert long_sentences(text) == []
    assert stigma(text) == []
    assert "{" not in text


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_is_long_enough_to_be_graded(code):
    assert all(grade(MESSAGES[code].text_for(reader)) is not None for reader in READERS)


FORBIDDEN = (
    r"\byou should stop\b",
    r"\bstop taking\b",
    r"\bsafe (?:to detox )?at home\b",
    r"\b\d+(?:\.\d+)? ?(?:mg|milligrams?|percent|%)",
    r"\b(?:every|each) \d+ (?:days|weeks)\b",
    r"\bcut (?:your|the) dose\b",
    r"\bguarantee|\bwill cure\b",
)


@pytest.mark.parametrize("name", [n for n in TEXTS if n.startswith(("message", "card", "reasons"))])
def test_no_dose_no_taper_no_promise(name):
    """Invariant 32."""
    assert [p for p in FORBIDDEN if re.search(p, TEXTS[name], re.IGNORECASE)] == []


def test_no_advice_to_stop_medicine_for_opioid_use():
    """Invariant 20: nothing suggests to stop or lower it."""
    for text in (MESSAGES["MOUD_FIRST"].text, TRACKS["moud"].text):
        assert not re.search(r"\b(?:taper|wean|lower|detox from)\b", text, re.IGNORECASE)
    assert "do not stop it" in MESSAGES["MOUD_FIRST"].text


def test_detox_alone_is_never_called_enough():
    """Invariant 12."""
    texts = [m.text for m in MESSAGES.values()] + [t.text for t in CARDS.values()]
    assert not any(re.search(r"detox (?:alone )?is enough", t, re.IGNORECASE) for t in texts)


def test_never_called_an_asam_assessment():
    everything = " ".join(TEXTS.values())
    assert re.findall(r"[^.]*\bASAM\b[^.]*\.", everything) == [
        s for s in re.findall(r"[^.]*\bASAM\b[^.]*\.", everything) if "not a diagnosis" in s
    ]


def test_wording_for_a_client_names_the_client():
    """Where the wording for others says "they" of the person, a clinician reads "your client"."""
    for question in QUESTIONS:
        for word in ("{", "}", "|"):
            assert word not in question.text_for("client") + question.text_for("family")
