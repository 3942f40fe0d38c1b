"""What makes a text unfit to publish, for files and for the editing page alike."""

import re
from collections.abc import Iterable

from articles.citations import all_sources, cited_keys
from articles.parts import Page
from articles.rendering import render

# A page about a substance must have these, so that no safety feature is forgotten.
SUBSTANCE_PARTS = (
    "::: call-911", "::: call-today", "::: expected", "{{substance-box}}", "{{timeline}}", "{{care-settings}}",
    "{{zip-box}}", "{{start-questionnaire}}", "{{help-lines}}",
)  # fmt: skip
STOP_SUDDENLY_PART = "::: safety"


def problems_in(body: str, page: Page) -> Iterable[tuple[int, str]]:
    """(line from 1, reason) for every mistake. A page with a substance is held to the list of required parts."""
    cited = cited_keys(body)
    yield from ((line, f"unknown source @{key}") for line, key in cited if key not in all_sources())
    if not cited:
        yield 1, "has no citation at all"
    yield from render(body, page).problems
    if page.substance:
        needed = [*SUBSTANCE_PARTS, *([STOP_SUDDENLY_PART] if page.window.stop == "never" else [])]
        squeezed = re.sub(r"\{\{\s*(.*?)\s*\}\}", r"{{\1}}", body)
        yield from ((1, f"a substance page needs {part}") for part in needed if part not in squeezed)
