"""Parts of an article that are drawn from data: `{{timeline}}` on a line of its own, `{{onset}}` in a sentence.

Each part has a template in templates/articles/parts/. Its figures and names come from articles.substances and the
levels of care, so no number is typed twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.care_settings import settings_for
from articles.citations import Citations
from articles.substances import (
    BENZODIAZEPINE_TABLE,
    DANGER,
    SUBSTANCES,
    Substance,
    Window,
    class_label,
    medical_detox_required,
    siblings,
    window_for,
)
from articles.timeline import TAPERED, charts

# The search has no word for these: early help starts at outpatient, an emergency has no list of places.
SEARCHED_LEVEL = {"early_intervention": "outpatient", "emergency": ""}
LEVEL_HOURS = "{% load site_data %}{% level_hours slug group %}"


@dataclass(frozen=True)
class Page:
    """The page a text is rendered for: which substance or level of care its parts speak about."""

    topic: str = ""
    slug: str = ""
    substance: Substance | None = None
    level: str = ""

    @property
    def window(self) -> Window:
        """Raises ValueError on a page without a substance."""
        return window_for(self.needed())

    def needed(self) -> Substance:
        """The page's substance. Raises ValueError if it has none."""
        if self.substance is None:
            raise ValueError("only works on a page with a substance")
        return self.substance


def danger_context(level: int) -> dict[str, Any]:
    """What the danger meter needs: four steps, the one that holds, and its words."""
    name, sentence = DANGER[level]
    return {"danger": level, "danger_name": name, "danger_text": sentence, "danger_steps": range(1, 5)}


def _timeline(page: Page, args: list[str]) -> dict[str, Any]:
    drawn = charts(page.window)
    unsure = any(not row.stage.sure for row in drawn[0].rows) if drawn else False
    return {
        "window": page.window,
        "charts": drawn,
        "unsure": unsure,
        "tapered": page.window.key in TAPERED,
        "cite": page.window.sources,
    }


def _substance_box(page: Page, args: list[str]) -> dict[str, Any]:
    substance = page.needed()
    others = {(other.topic, other.slug): other for other in siblings(substance)}
    others.pop((page.topic, page.slug), None)
    return {
        "klass": class_label(substance), "siblings": list(others.values()), "cite": substance.sources,
        **danger_context(page.window.danger), "window": page.window,
    }  # fmt: skip


def _danger_meter(page: Page, args: list[str]) -> dict[str, Any]:
    return {**danger_context(page.window.danger), "window": page.window}


def _care_settings(page: Page, args: list[str]) -> dict[str, Any]:
    return {"settings": settings_for(page.substance)}


def _benzo_table(page: Page, args: list[str]) -> dict[str, Any]:
    sources = dict.fromkeys(key for row in BENZODIAZEPINE_TABLE for key in row.sources)
    return {"rows": [(row, window_for(row)) for row in BENZODIAZEPINE_TABLE], "cite": tuple(sources)}


def _level_facts(page: Page, args: list[str]) -> dict[str, Any]:
    level = args[0] if args else page.level
    if not _hours(level or "none", "adults") and level not in (
        "early_intervention",
        "residential",
        "inpatient_wm",
    ):
        raise ValueError(f"no facts for level of care {level!r}")
    return {"level": level}


def _zip_box(page: Page, args: list[str]) -> dict[str, Any]:
    substance = page.substance
    inpatient = substance is not None and medical_detox_required(substance)
    return {
        "inpatient_only": inpatient,
        "care": "inpatient_wm" if inpatient else SEARCHED_LEVEL.get(page.level, page.level),
    }


def _plain(page: Page, args: list[str]) -> dict[str, Any]:
    return {}


PARTS: dict[str, Callable[[Page, list[str]], dict[str, Any]]] = {
    "timeline": _timeline,
    "substance-box": _substance_box,
    "danger-meter": _danger_meter,
    "care-settings": _care_settings,
    "benzo-table": _benzo_table,
    "level-facts": _level_facts,
    "zip-box": _zip_box,
    "start-questionnaire": _plain,
    "help-lines": _plain,
    "groups-table": _plain,
}


def part(name: str, args: list[str], page: Page, citations: Citations) -> SafeString:
    """The HTML of one part. Raises ValueError with a reason meant for the writer."""
    if name not in PARTS:
        raise ValueError(f"unknown part {{{{{name}}}}}; known: {', '.join(sorted(PARTS))}")
    try:
        context = PARTS[name](page, args)
    except ValueError as error:
        raise ValueError(f"{{{{{name}}}}}: {error}") from None
    context |= {
        "page": page,
        "substance": page.substance,
        "marker": citations.cite(list(context.get("cite", ()))),
    }
    return SafeString(render_to_string(f"articles/parts/_{name.replace('-', '_')}.html", context))


def _hours(level: str, group: str) -> str:
    return Template(LEVEL_HOURS).render(Context({"slug": level, "group": group}))


def inline_fact(name: str, args: list[str], page: Page) -> str:
    """Words for a figure inside a sentence. Raises ValueError for an unknown name or a page without the data."""
    if name in ("hours", "hours-teen"):
        level = args[0] if args else page.level
        if hours := _hours(level, "teens" if name == "hours-teen" else "adults"):
            return hours
        raise ValueError(f"no weekly hours for level of care {level!r}")
    substance = SUBSTANCES.get(args[0]) if args else page.needed()
    if substance is None:
        raise ValueError(f"no substance {args[0]!r}")
    window = window_for(substance)
    facts = {
        "onset": window.onset_text, "peak": window.peak_text, "acute": window.acute_text, "late": window.late_text,
        "half-life": substance.half_life, "name": substance.name, "brands": ", ".join(substance.brands),
    }  # fmt: skip
    if not facts.get(name):
        raise ValueError(f"unknown figure; known: {', '.join(facts)}")
    return facts[name]
