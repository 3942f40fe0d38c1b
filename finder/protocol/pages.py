"""The pages of one visitor's path: every page with something answered or open on it. One thought a page.

The order of QUESTIONS is one of dependency: a question reads only earlier ones. The order of PLANS is the visitor's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .case import Answers, Case
from .plans import PLANS, Plan
from .room import AROUND, FORM, heading, height
from .shapes import SKIP, Question, worded
from .standing import Item, Standing, standing
from .substances import GHB_GROUP, GROUP_OF

TESTS = (("phq_interest", "phq_mood"), ("audit_frequency", "audit_drinks", "audit_six"))
AT_MOST = 6  # items on a page
ROWS = 3  # drugs on a page
_USE_ORDER = {"several_daily": 0, "daily": 1, "d4_6": 2}


_PLAN_OF = {question: plan for plan in PLANS for question in plan.questions}


@dataclass(frozen=True)
class Page:
    """One page of a visitor's path. `id`: of its plan, with a number where a plan makes several pages."""

    id: str
    plan: Plan
    items: tuple[Item, ...]

    @property
    def part(self) -> int:
        """The place of its part in PARTS."""
        return self.plan.part

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(dict.fromkeys(item.question for item in self.items))

    def title_for(self, respondent: str) -> str:
        """The heading over several questions; a single question is its own heading."""
        if len(self.questions) == 1:
            return self.questions[0].text_for(respondent)
        title = worded(self.plan.title, self.plan.title_other, respondent)
        return f"{self.subject}: {title[:1].lower()}{title[1:]}" if self.subject else title

    @property
    def subject(self) -> str:
        """The drug, where the whole page is about one."""
        about = {item.question.subject(item.row).label if item.row else "" for item in self.items}
        return about.pop() if len(about) == 1 and self.plan.by_row else ""


def item_name(item: Item) -> str:
    """The item in one word, as fields and forms know it."""
    return f"{item.question.id}-{item.row}" if item.row else item.question.id


def pages(answers: Answers) -> tuple[Page, ...]:
    """The visitor's path: every page with something answered or open on it."""
    return path_of(answers, standing(answers))


def path_of(answers: Answers, stand: Standing) -> tuple[Page, ...]:
    waiting = set(stand.open)
    return _paged([i for i in stand.asked if i in waiting or is_answered(i, answers)], answers)


def asked(answers: Answers) -> list[Item]:
    """Every item that the answers so far ask for, settled or not."""
    case = Case(answers)
    return [
        Item(question, row)
        for question in case.asked
        for row in ([r.id for r in case.rows[question.id]] if question.kind == "each" else [""])
    ]


def is_answered(item: Item, answers: Answers) -> bool:
    """Answered or skipped. An answer that is no option counts as none."""
    question, given = item.question, answers.get(item.question.id)
    if given in (SKIP, [SKIP]):
        return question.skippable
    if question.kind == "many":
        return isinstance(given, list | tuple) and any(question.has_option(o) for o in given)
    if question.kind == "each":
        given = given.get(item.row) if isinstance(given, Mapping) else None
    return question.has_option(given) or (given == SKIP and question.skippable)


def _paged(items: Iterable[Item], answers: Answers) -> tuple[Page, ...]:
    of_plan: dict[str, list[Item]] = {}
    for item in items:
        of_plan.setdefault(_PLAN_OF[item.question.id].id, []).append(item)
    return tuple(
        page for plan in PLANS if plan.id in of_plan for page in _split(plan, of_plan[plan.id], answers)
    )


def _split(plan: Plan, items: list[Item], answers: Answers) -> list[Page]:
    """As many pages as the items need: no drug is torn apart that fits on one page, no page is too long."""
    items = sorted(items, key=lambda i: plan.questions.index(i.question.id))
    chunks: list[list[Item]] = []
    for group in _by_row(plan, items, answers) if plan.by_row else _together(items):
        if chunks and _fits(chunks[-1] + group):
            chunks[-1] += group
            continue
        chunks.append([])
        for item in group:
            if chunks[-1] and not _fits([*chunks[-1], item]):
                chunks.append([])
            chunks[-1].append(item)
    return [Page(f"{plan.id}-{n}" if n else plan.id, plan, tuple(chunk)) for n, chunk in enumerate(chunks)]


def _fits(items: list[Item]) -> bool:
    questions = [item.question for item in items]
    drugs = {item.row: heading(item.question, item.row) for item in reversed(items)}
    heights = (height(question, again=question in questions[:n]) for n, question in enumerate(questions))
    room = AROUND + (sum(drugs.values()) if len(drugs) > 1 else 0) + sum(heights)
    return len(items) <= AT_MOST and len(drugs) <= ROWS and room <= FORM


def _together(items: list[Item]) -> list[list[Item]]:
    """One by one, except for a short test that belongs on one page."""
    tests = [[i for i in items if i.question.id in test] for test in TESTS]
    within = {i: test for test in tests for i in test}
    return [within.get(i, [i]) for i in items if i not in within or within[i][0] is i]


def _by_row(plan: Plan, items: list[Item], answers: Answers) -> list[list[Item]]:
    """The items of each drug together, the most frequently used drug first once that is known."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(_subject(item, items), []).append(item)
    if "frequency" in plan.questions:
        return list(groups.values())
    given = answers.get("frequency")
    often = given if isinstance(given, Mapping) else {}
    return sorted(groups.values(), key=lambda g: min(_USE_ORDER.get(str(often.get(i.row)), 3) for i in g))


def _subject(item: Item, items: list[Item]) -> str:
    """What an item is about: withdrawal comes by groups of drugs, and some questions are about one drug only."""
    if item.question.id == "benzo_dose":
        return "benzodiazepines"
    if item.question.id == "around_clock":
        return next((i.row for i in items if i.row in GHB_GROUP), "")
    return GROUP_OF.get(item.row, item.row) if item.question.id == "last_use" else item.row
