"""Cells of files we hand out."""

from typing import Any


def defused(cell: Any) -> str:
    """Text that a spreadsheet will not run as a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
