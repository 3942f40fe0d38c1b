"""One paragraph for a clinician, made to be copied: what was suggested, by which rules, and what it is not."""

from datetime import date

from .protocol import RATING_NAMES, RULE_SET_DATE, Reason, Recommendation

CAUTION = "Self-reported, unvalidated, not an ASAM assessment."


def referral(recommendation: Recommendation, level: str, today: date) -> str:
    """`level`: in words; empty where none is named, as for a child."""
    return " ".join(
        part
        for part in (
            f"Handrail web questionnaire, {today:%B} {today.day}, {today.year},"
            f" rule set {recommendation.version} of {RULE_SET_DATE}. {CAUTION}",
            _suggested(recommendation, level),
            _ratings(recommendation),
            _reasons(recommendation) if level else "",
        )
        if part
    )


def _suggested(recommendation: Recommendation, level: str) -> str:
    kinds = list(dict.fromkeys(e.kind for e in recommendation.emergencies))
    if kinds:
        after = f" Suggested next level once safe: {level}." if level else ""
        return f"EMERGENCY signs reported ({', '.join(kinds)}).{after}"
    return f"Suggested starting level: {level}." if level else "Age under 12: a doctor for children today."


def _ratings(recommendation: Recommendation) -> str:
    rated = (f"{name} {RATING_NAMES[name].lower()} {n}" for name, n in recommendation.ratings.items())
    return f"Ratings, 0 to 4: {', '.join(rated)}."


def _reasons(recommendation: Recommendation) -> str:
    """The rules that set the level, with the answers behind them."""
    said = "; ".join(_reason(reason) for reason in recommendation.setting)
    told = dict.fromkeys(t for reason in recommendation.setting for t in reason.told_us)
    return f"Main reasons: {said}." + (f" Reported: {'; '.join(told)}." if told else "")


def _reason(reason: Reason) -> str:
    rules = (reason.rule_id, *(rule.rule_id for rule in reason.rules))
    return f"{reason.because.rstrip('.')} ({', '.join(rules)})"
