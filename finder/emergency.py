"""The words at the top of an emergency, and the instructions below them. Decides nothing."""

HEADINGS = {
    "overdose": "Call 911 now",
    "suicide": "Call or text 988 now",
    "medical": "Call 911 now",
    "violence": "Get to safety, and call 911",
    "child": "Call 911 if anyone is in danger now",
    "psychosis": "Call 988 or 911 now",
}


def instructions(kinds: tuple[str, ...], other: bool) -> dict[str, object]:
    """Template context. The first kind is the one to act on first. `other`: the visitor answers for someone else."""
    templates = [f"finder/_emergency_{kind}.html" for kind in kinds]
    return {"heading": HEADINGS[kinds[0]], "emergency_templates": templates, "other": other}
