"""The words at the top of an emergency, and the instructions below them. Decides nothing."""

from .summary import Summary

HEADINGS = {
    "overdose": "Call 911 now",
    "poisoning": "Call 911 now",
    "gas": "Get out into fresh air, then call 911",
    "suicide": "Call or text 988 now",
    "medical": "Call 911 now",
    "pump": "Call 911 now",
    "violence": "Get to safety, and call 911",
    "child": "Call 911 if anyone is in danger now",
    "psychosis": "Call 988 or 911 now",
}
BOTH = "Call 988 and 911 now"
BEFORE_988 = (
    "overdose",
    "poisoning",
    "gas",
)  # these kill within minutes or hours: 911 and one step come first


def instructions(summary: Summary, kinds: tuple[str, ...]) -> dict[str, object]:
    """Template context for these kinds of emergency; the first is the one to act on first. Where 988 is due and no
    kind says so itself, it comes first, or right after what kills sooner."""
    says_988 = any(message.code == "CALL_988" for message in summary.first_messages)
    first = [kind for kind in kinds if kind in BEFORE_988] if says_988 else list(kinds)
    return {
        "summary": summary,
        "other": summary.other,
        "heading": HEADINGS[kinds[0]] if first else BOTH,
        "first_templates": [_template(kind) for kind in first],
        "then_templates": [_template(kind) for kind in kinds if kind not in first],
    }


def _template(kind: str) -> str:
    return f"finder/_emergency_{kind}.html"
