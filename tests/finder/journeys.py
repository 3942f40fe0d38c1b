"""Walks over the pages, as a visitor takes them: how many pages and items until it is settled, and until nothing is
open. `manage.py shell -c "from tests.finder.journeys import main; main()"` or `python -m tests.finder.journeys 2000`
writes the figures."""

import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from statistics import median
from typing import Any

from finder import protocol
from finder.protocol import SKIP, Item, Question, is_answered
from finder.protocol.cases import named_cases
from tests.finder.people import mildest, walk

COMMON = (
    "alcohol",
    "cannabis",
    "street_opioids",
    "pain_opioids",
    "benzodiazepines",
    "cocaine",
    "methamphetamine",
)
SAFETY_CALM = 0.96  # of the answers to a question about danger are "no": about 3 in 4 meet no emergency


@dataclass
class Journey:
    """What one person met, in order. `decided`, `done`: pages and items until then."""

    pages: list[str] = field(default_factory=list)
    items: int = 0
    decided: tuple[int, int] | None = None

    @property
    def done(self) -> tuple[int, int]:
        return len(self.pages), self.items


def journey(full: dict[str, Any]) -> Journey:
    """From the first page to the last open one, taking every answer from `full`."""
    told: dict[str, Any] = {}
    met = Journey()
    for _ in range(200):
        standing = protocol.standing(told)
        if standing.decided and met.decided is None:
            met.decided = met.done
        waiting = set(standing.open)
        page = next((p for p in protocol.path_of(told, standing) if waiting & set(p.items)), None)
        if page is None:
            return met
        told = answered_on(page.items, told, full)
        met.pages.append(page.id)
        met.items += len(waiting & set(page.items))
    raise AssertionError("the path does not end")


def answered_on(items: tuple[Item, ...], told: dict[str, Any], full: dict[str, Any]) -> dict[str, Any]:
    told = dict(told)
    for question, row in items:
        given = full.get(question.id, SKIP if question.skippable else None)
        if not row:
            told[question.id] = mildest(question, None) if given is None else given
            continue
        before = told.get(question.id)
        one = given.get(row, SKIP) if isinstance(given, dict) else given
        told[question.id] = {**(before if isinstance(before, dict) else {}), row: one}
        assert is_answered(Item(question, row), told)
    return told


def plausible(seed: int) -> dict[str, Any]:
    """A person as they come: mostly no danger now, one to three common drugs, everything else by lot."""
    lot = random.Random(seed)

    def any_answer(question: Question, row: Any) -> Any:
        if question.section == "S" and lot.random() < SAFETY_CALM:
            return [mildest(question, row)] if question.kind == "many" else mildest(question, row)
        if question.id == "substances":
            picks = [o.id for o in question.options if not o.exclusive]
            some = [
                lot.choice(COMMON if lot.random() < 0.8 else picks) for _ in range(lot.choice((1, 1, 2, 3)))
            ]
            return list(dict.fromkeys(some))
        if question.id == "age":
            return lot.choices([o.id for o in question.options], (1, 3, 5, 20, 60, 11))[0]
        if question.kind == "many":
            return [lot.choice(question.options).id]
        return lot.choice(question.options).id

    return walk({}, any_answer)


@cache
def case_journeys(stride: int = 1) -> tuple[Journey, ...]:
    return tuple(journey(case.answers) for case in named_cases()[::stride])


def journeys(count: int, start: int = 0) -> list[Journey]:
    return [journey(plausible(seed)) for seed in range(start, start + count)]


def figures(met: list[Journey]) -> dict[str, float]:
    """Median and 90 % of pages and items until it is decided, and medians until nothing is open."""
    decided = [m.decided or m.done for m in met]
    pages, items = sorted(p for p, _ in decided), sorted(i for _, i in decided)
    nine = int(len(met) * 0.9)
    return {
        "pages until decided": median(pages),
        "pages until decided, 90 %": pages[nine],
        "items until decided": median(items),
        "items until decided, 90 %": items[nine],
        "pages in all": median(m.done[0] for m in met),
        "items in all": median(m.done[1] for m in met),
    }


def report(name: str, met: list[Journey]) -> str:
    """The figures in words, and how many of 100 people meet each kind of page before it is decided."""
    before: Counter[str] = Counter()
    for m in met:
        before.update(page.split("-")[0] for page in m.pages[: (m.decided or m.done)[0]])
    shares = ", ".join(f"{page} {100 * n / len(met):.0f}" for page, n in before.most_common())
    lines = [f"{name}: {len(met)}", *(f"  {what}: {number:g}" for what, number in figures(met).items())]
    return "\n".join([*lines, f"  pages until decided, for 100 people: {shares}", ""])


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    sys.stdout.write(
        report("named cases", list(case_journeys())) + report("generated people", journeys(count))
    )


if __name__ == "__main__":
    main()
