"""What surrounds the level: other reasonable levels, and what makes the result less certain."""

from facilities.levels import LevelOfCare

from .case import Case
from .conditions import Named
from .conditions import RatingAtLeast as R
from .questions import BY_ID
from .questions.use import AUDIT_DRINKS, AUDIT_FREQUENCY, AUDIT_SIX, DRINKS_REGULARLY, FREQUENCY
from .recommendation import OtherOption
from .shapes import SKIP
from .telling import phrase
from .terms.past import W1_HISTORY
from .terms.people import THOUGHTS_OR_SELF_HARM, UNDER_12
from .terms.use import ON_MOUD, OPIOID_REGULAR
from .triggers import VERY_HIGH_AS_PRESCRIBED

# Rules that never allow a step down: inpatient, residential, emergency.
FIRM = ("floor.I", "floor.R", "floor.E")
# Nor is a step down offered past these, whatever rule set the level.
NO_STEP_DOWN = Named(
    "thoughts of suicide, hurting oneself, or a history of dangerous withdrawal",
    THOUGHTS_OR_SELF_HARM | W1_HISTORY,
)
NO_EARLY_INTERVENTION = Named(
    "withdrawal, an opioid or medicine for opioid use", R("D1", 2) | OPIOID_REGULAR | ON_MOUD
)

UP = "More support to begin with is a reasonable choice, if you want it or if a first try is hard."
DOWN = "One step less can be reasonable if a doctor or nurse who knows you agrees."
MEDICAL_START = "With this amount, a start in a medical setting may be the better way. Ask the prescriber."


def other_options(case: Case) -> tuple[OtherOption, ...]:
    """One step up; one step down only where no firm rule set the level. None for a child."""
    if UNDER_12.holds(case):
        return ()
    level = LevelOfCare(case.floor)
    found = []
    if level < LevelOfCare.INPATIENT_WM:
        found.append(OtherOption(LevelOfCare(level + 1).slug, "up", UP))
    if level < LevelOfCare.RESIDENTIAL and VERY_HIGH_AS_PRESCRIBED.holds(case):
        found.append(OtherOption(LevelOfCare.INPATIENT_WM.slug, "up", MEDICAL_START))
    if _may_step_down(case, level):
        found.append(OtherOption(LevelOfCare(level - 1).slug, "down", DOWN))
    return tuple(found)


def _may_step_down(case: Case, level: LevelOfCare) -> bool:
    firm = any(f.floor == level and f.id.startswith(FIRM) for f in case.floors())
    if firm or level == LevelOfCare.EARLY_INTERVENTION or NO_STEP_DOWN.holds(case):
        return False
    return level > LevelOfCare.OUTPATIENT or not NO_EARLY_INTERVENTION.holds(case)


NOT_ASKED_OF_RELATIVES = (
    "Some questions can only be answered by the person, so we did not ask them. The result is less certain."
)


def less_certain(case: Case) -> tuple[str, ...]:
    """One note for each skipped or unsure answer on the path, and one for what relatives are not asked."""
    unsure = [key for key, said in case.said.items() if said in (SKIP, "not_sure", "prefer_not")]
    notes = tuple(dict.fromkeys(phrase(case, key) for key in unsure if _noted(case, key)))
    return (NOT_ASKED_OF_RELATIVES, *notes) if case.respondent == "family" else notes


def _noted(case: Case, key: str) -> bool:
    """Preferences are left out; a skipped question with many choices is noted once, not for each choice."""
    question_id, _, part = key.partition(":")
    question = BY_ID[question_id]
    return question.section != "C" and not (question.kind == "many" and part and question_id in case.skipped)


# --- Said above the level ------------------------------------------------------------------------------------------
AMOUNTS_DISAGREE = "Your answers about drinking do not all agree. We count the higher amount, to be safe. You can change them."
LITTLE_ANSWERED = (
    "Very little was answered, so this can be far off. The lines above and a talk with a doctor come first."
)
_MORE_THAN_SAID = AUDIT_SIX.at_least("weekly") & AUDIT_DRINKS.one_of("one_two", "three_four")
_OFTENER_THAN_SAID = (
    DRINKS_REGULARLY
    & ~FREQUENCY.at_least("d4_6", of="alcohol")
    & FREQUENCY.at_least("less_weekly", of="alcohol")
)
_DAILY_BUT_LESS = AUDIT_SIX.one_of("daily") & AUDIT_FREQUENCY.one_of(
    "never", "monthly", "two_four_month", "two_three_week"
)


def notes(case: Case) -> tuple[str, ...]:
    """What must be said above the level: very little was answered (16.10), or amounts disagree (16.6)."""
    found = []
    if _all_skipped(case):
        found.append(LITTLE_ANSWERED)
    if any(c.holds(case) for c in (_MORE_THAN_SAID, _OFTENER_THAN_SAID, _DAILY_BUT_LESS)):
        found.append(AMOUNTS_DISAGREE)
    return tuple(found)


def _all_skipped(case: Case) -> bool:
    """Sections U and R were skipped whole."""
    said = {key: how for key, how in case.said.items() if BY_ID[key.partition(":")[0]].section in "UR"}
    return "substances" in said and all(how == SKIP for how in said.values())
