"""Plain, kind words: stigmatizing terms, reading grade, long sentences, numbers without a source.

Used by load_articles, the admin form and the tests. Proper names, citation titles and violence are allowed contexts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from articles.rendering import Block
from articles.substances import SUBSTANCES

MAX_GRADE = 8.0
MAX_SENTENCE_WORDS = 25
MIN_SENTENCES = 3  # a grade over fewer sentences says nothing

# (pattern, what to say instead). Person first: NIDA "Words Matter"; the pattern is tried without regard to case.
STIGMA = (
    (r"\b(?:drug |substance )?addicts?\b", "person with a substance use disorder"),
    (r"\b(?:alcoholics?|drunks?|drunkards?)\b(?! anonymous)", "person with alcohol use disorder"),
    (r"\bjunk(?:ie|y|ies)\b", "person who uses drugs"),
    (r"\b(?:drug |substance |alcohol )?abusers?\b", "person who uses drugs"),
    (r"\b(?:drug|substance|alcohol|opioid|medicine|medication|prescription|pill)s? abuse\b", "use, or use disorder"),
    (r"\babus(?:e|es|ed|ing) (?:drugs?|alcohol|opioids?|pills?|medicines?|medications?|substances?|it|them)\b", "use"),
    (r"\b(?:drug|substance|opioid|crack|meth) habit\b", "substance use disorder"),
    (r"\b(?:get|gets|got|getting|stay|stays|stayed|staying|be|been|being|are|is|go|come|came) clean\b(?! and)",
     "stop using, or in recovery"),
    (r"\b(?:clean|dirty) (?:urine|test|screen|time|date)\b", "negative (or positive) test; time in recovery"),
    (r"\b(?:crack|drug|heroin|meth)[- ](?:baby|babies|heads?)\b", "baby exposed to drugs; person who uses drugs"),
    (r"\baddicted bab(?:y|ies)\b", "baby exposed to drugs"),
    (r"\brelapse failure\b|\bfailed (?:treatment|rehab)\b", "return to use"),
    (r"\brecreational users?\b|\bdrug users?\b", "person who uses drugs"),
    (r"\b(?:opioid|drug) substitution\b|\breplacement therapy\b(?<!nicotine replacement therapy)",
     "medication for opioid use disorder"),
    (r"\bhit(?:ting)? rock bottom\b", "reach a crisis"),
    (r"\bsuffer(?:s|ing)? from (?:addiction|alcoholism)\b", "has a substance use disorder"),
    (r"\bcommit(?:s|ted|ting)? suicide\b", "die by suicide"),
)  # fmt: skip
ALLOWED = re.compile(
    r"National Institute on Drug Abuse|Substance Abuse and Mental Health Services|National Institute on Alcohol Abuse"
    r"|Alcoholics Anonymous|Narcotics Anonymous|(?:physical|sexual|domestic|child|emotional) abuse"
    r"|[“\"][^”\"]*[”\"]",
    re.IGNORECASE,
)
# Names of bodies, and medical words with no plainer name: neutral for the reading grade, like the drug names.
NEUTRAL = (
    "benzodiazepines", "benzodiazepine", "barbiturates", "barbiturate", "opioids", "opioid", "naloxone", "naltrexone",
    "acamprosate", "disulfiram", "nalmefene", "lofexidine", "clonidine", "carbamazepine", "varenicline", "bupropion",
    "thiamine", "medetomidine", "xylazine", "propofol", "flumazenil", "Narcan", "Vivitrol", "Medicare", "Medicaid",
    "Poison Control", "Alcoholics Anonymous", "Narcotics Anonymous", "SMART Recovery", "Joint Commission",
    "Food and Drug Administration", "Veterans Affairs", "FindTreatment.gov", "SAMHSA", "ASAM", "EMTALA",
)  # fmt: skip
NUMBER = re.compile(
    r"\b\d[\d.,]*(?:\s*%|\s+(?:to|or|and)\s+\d[\d.,]*|\s*[-–]\s*\d[\d.,]*)?\s*"
    r"(?:%|percent|hours?|days?|weeks?|months?|years?|minutes?|times|mg|deaths|people|in \d+|out of \d+|of \d+)\b"
    r"|\b\d[\d.]*\s*%",
    re.IGNORECASE,
)
NOT_A_CLAIM = re.compile(
    r"24 hours(?: a day)?|24/7|7 days a week|48 hours notice|\b1-\d{3}-\d{3}-\d{4}\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Finding:
    """One thing to change. `line` counts from 1 in the Markdown; 0 is the whole text."""

    kind: str
    line: int
    message: str


def stigma(text: str, line: int = 0) -> list[Finding]:
    """Stigmatizing words with what to say instead."""
    checked = ALLOWED.sub(lambda match: " " * len(match[0]), text)
    return [
        Finding("stigma", line, f"“{match[0]}”: say “{better}”")
        for pattern, better in STIGMA
        for match in re.finditer(pattern, checked, re.IGNORECASE)
    ]


@cache
def _neutral_names() -> re.Pattern:
    names = {
        name for s in SUBSTANCES.values() for name in (s.name, s.title_name, *s.brands, *s.former_brands)
    }
    listed = sorted(names | set(NEUTRAL), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in listed) + r")\b", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """Sentences of a text. Abbreviations such as "Dr." and "U.S." do not end one."""
    whole = re.sub(r"\b(Dr|Mr|Mrs|Ms|vs|No|St|U\.S|e\.g|i\.e)\.", lambda m: m[0].replace(".", ""), text)
    return [part.strip() for part in re.split(r"(?<=[.!?])[”\")]*\s+|\n+", whole) if re.search(r"\w", part)]


def grade(text: str) -> float | None:
    """Flesch-Kincaid grade with drug and organization names neutralized; None under three sentences."""
    import textstat  # a sixth of the start of every process, most of which ask for no grade

    neutral = _neutral_names().sub("drug", text)
    ended = [part if part[-1] in ".!?" else part + "." for part in sentences(neutral)]
    return round(textstat.flesch_kincaid_grade(" ".join(ended)), 1) if len(ended) >= MIN_SENTENCES else None


def long_sentences(text: str, line: int = 0) -> list[Finding]:
    """Sentences of more than 25 words."""
    return [
        Finding("long", line, f"{count} words in one sentence: “{sentence[:60]}…”")
        for sentence in sentences(text)
        if (count := len(re.findall(r"[\w’'./-]*\w[\w’'./-]*", sentence))) > MAX_SENTENCE_WORDS
    ]


def unsourced_numbers(blocks: Sequence[Block]) -> list[Finding]:
    """Paragraphs and list items that state a figure with no citation in them or in the lines that introduce them."""
    found, lead_cited = [], False
    for block in blocks:
        if block.kind in ("h2", "h3", "cell"):
            lead_cited = False
            continue
        if block.kind != "item":
            lead_cited = block.cited
        claim = NUMBER.search(NOT_A_CLAIM.sub("", block.text))
        if claim and not (block.cited or lead_cited):
            found.append(Finding("unsourced", block.line, f"“{claim[0]}” has no citation"))
    return found


def grade_finding(text: str) -> list[Finding]:
    """One finding if the whole text reads above grade 8."""
    found = grade(text)
    return (
        [Finding("grade", 0, f"reads at grade {found:g}; the limit is {MAX_GRADE:g}")]
        if (found or 0) > MAX_GRADE
        else []
    )


def check(blocks: Sequence[Block], also: Iterable[str] = ()) -> list[Finding]:
    """Everything to change in a rendered text; `also` are title, summary and other words around it."""
    running = [block for block in blocks if block.kind in ("p", "item")]
    return [
        *(finding for text in also for finding in (*stigma(text), *long_sentences(text))),
        *(finding for block in blocks for finding in stigma(block.text, block.line)),
        *(finding for block in running for finding in long_sentences(block.text, block.line)),
        *unsourced_numbers(blocks),
        *grade_finding("\n".join(block.text for block in running)),
    ]
