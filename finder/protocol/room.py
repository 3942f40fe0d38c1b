"""How much room a question takes on a narrow phone, estimated, so that a page stays within a screen and a half.

Choices stand side by side: short ones three in a line, middling ones two, long ones alone. Pixels at 360 wide.
"""

from functools import cache
from typing import Literal

from .shapes import Option, Question

Size = Literal["short", "middling", "long"]
SHORT, MIDDLING = 9, 24  # letters
SHARE = {"short": 1 / 3, "middling": 1 / 2, "long": 1.0}  # of a line
LETTERS = {"short": 7, "middling": 13, "long": 33}  # in one line of such a choice
FORM = 1110  # a screen and a half
AROUND = 78  # the title of the page, and its buttons
HEADING = 80  # the name of a drug over its questions, without its examples


def size(label: str, hint: str) -> Size:
    if hint or len(label) > MIDDLING:
        return "long"
    return "short" if len(label) <= SHORT else "middling"


@cache
def height(question: Question, again: bool = False) -> int:
    """One item of this question: its legend, its hint and its choices, with the space after them. When a question
    comes `again` on a page, it is said in a few words."""
    text = max(question.text, question.text_other.replace("{", ""), key=len)
    words = 21 * _lines(text, 36) + (22 * _lines(question.hint, 38) + 8 if question.hint else 0)
    return (21 if again else words) + 4 + _choices(question.options) + 18


def _choices(options: tuple[Option, ...]) -> int:
    """Line by line, as they wrap."""
    total, line, room = 0, 0, 0.0
    for option in options:
        kind = size(option.label, option.hint)
        tall = max(44, 19 * _lines(option.label, LETTERS[kind]) + 21 * _lines(option.hint, 36) + 11)
        if room < SHARE[kind] - 0.01:
            total, line, room = total + line + 5, 0, 1.0
        line, room = max(line, tall), room - SHARE[kind]
    return total + line


def _lines(text: str, letters: int) -> int:
    return -(-len(text) // letters)


def heading(question: Question, row: str) -> int:
    """The name of the drug, or a few words for what is about no single one."""
    hint = question.subject(row).hint if row else ""
    return HEADING + 22 * _lines(hint, 38)
