"""The words at the top of an emergency, and the instructions below them. Decides nothing."""

from .summary import Summary

HEADINGS = {
    "overdose": "Call 911 now",
    "suicide": "Call or text 988 now",
    "medical": "Call 911 now",
    "violence": "Get to safety, and call 911",
    "child": "Call 911 if anyone is in danger now",
    "psychosis": "Call 988 or 911 now",
}
BOTH = "Call 988 and 911 now"


def instructions(summary: Summary, kinds: tuple[str, ...]) -> dict[str, object]:
    """Template context for these kinds of emergency; the first is the one to act on first."""
    both = summary.starts_with_988 and bool(summary.first_messages)
    return {
        "summary": summary,
        "other": summary.other,
        "heading": BOTH if both else HEADINGS[kinds[0]],
        "emergency_templates": [f"finder/_emergency_{kind}.html" for kind in kinds],
    }
