"""From a recommendation to the words that a /facilities/ address may carry: care, detox, moud and nothing else."""

from facilities.levels import DETOX_CHOICES, LevelOfCare, care_slug_for

from .case import Answers, Case
from .conditions import Any_, Condition
from .questions.use import regular, used, withdrawal
from .recommendation import Recommendation
from .substances import GROUP_OF, OPIOIDS, SEDATIVES
from .terms.people import UNDER_12
from .terms.sedatives import SED
from .triggers import HISTORY_AND_USE

# Which detox to look for when D1 is 3 or more. Sedatives without a word of their own search as benzodiazepines,
# the nearest detox that the directory names.
DETOX_FOR: dict[str, Condition] = {
    "alcohol": SED["alcohol"] | (used("alcohol") & (withdrawal("moderate", "alcohol") | HISTORY_AND_USE)),
    "benzodiazepines": Any_(
        *(SED[p] | regular(p) for p in SEDATIVES),
        *(used(p) & withdrawal("moderate", GROUP_OF[p]) for p in SEDATIVES),
    ),
    "opioids": Any_(*(regular(p) for p in OPIOIDS), used("moud")) & withdrawal("moderate", "opioids"),
}
# Medicines that start and keep a person on treatment without days of withdrawal first.
MOUD_FOR_OPIOIDS = ("methadone", "buprenorphine")


def facility_parameters(recommendation: Recommendation, answers: Answers) -> dict[str, str | tuple[str, ...]]:
    """`care`: one word; `detox` and `moud`: words, any of which will do. Empty ones are left out, all for a child.

    Nothing else about the visitor is in it: no age, pregnancy, group, mental health or reason."""
    case = Case(answers)
    if UNDER_12.holds(case):
        return {}
    level = LevelOfCare.from_slug(recommendation.next_level or recommendation.level)
    found: dict[str, str | tuple[str, ...]] = {"care": care_slug_for(level) or ""}
    if recommendation.ratings["D1"] >= 3:
        detox = tuple(word for word in DETOX_CHOICES if word in DETOX_FOR and DETOX_FOR[word].holds(case))
        if detox:
            found["detox"] = detox
    if "moud" in recommendation.tracks:
        found["moud"] = MOUD_FOR_OPIOIDS
    return found
