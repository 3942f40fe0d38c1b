"""The decision table: each rule names the least level it asks for. The level is the highest; nothing lowers it."""

from facilities.levels import LevelOfCare

from .classes import HEAVY, ON_MOUD, PERINATAL, UNDER_12, any_withdrawal, not_as_prescribed
from .conditions import ALWAYS, Any_, Condition, Named
from .conditions import RatingAtLeast as R
from .questions.mind import MH_IMPAIR, PSYCHOSIS
from .questions.safety import CHILD_RISK, DANGER_SIGNS, OVERDOSE_NOW, VIOLENCE
from .questions.use import SOURCE, regular, used
from .ratings.body import ANY_SIGN
from .ratings.mind import ANY_THOUGHTS, SUICIDE_NOW
from .shapes import FloorRule
from .substances import MEDICINES, OPIOIDS, SEDATIVES

EMERGENCY, INPATIENT, RESIDENTIAL, PHP, IOP, OUTPATIENT, EARLY = sorted(LevelOfCare, reverse=True)

# --- Emergencies ---------------------------------------------------------------------------------------------------
OVERDOSE = OVERDOSE_NOW.at_least("not_sure")
VIOLENT = VIOLENCE.at_least("might_hurt")
CHILD_UNSAFE = CHILD_RISK.one_of("unsafe")
PSYCHOSIS_WORSE = PSYCHOSIS.one_of("worse")
PSYCHOSIS_AND_MORE = Named(
    "voices, fear or highs not under control, with thoughts of suicide or unable to function",
    PSYCHOSIS.at_least("uncontrolled") & (MH_IMPAIR.one_of("cannot") | ANY_THOUGHTS),
)
CHILD_WITH_SYMPTOMS = Named(
    "under 12 with any danger sign or withdrawal",
    UNDER_12 & Any_(ANY_SIGN, DANGER_SIGNS.picked("not_sure"), any_withdrawal("mild")),
)

# --- A dependence-prone drug: regular use, or any use of a medicine (15.8) ------------------------------------------
# The specification says "regular or prescribed". Not prescribed is the graver answer, so it counts as well; and any
# use of an opioid for which medicine should come first does, since a level has to offer that medicine.
DEPENDENCE_PRONE = (*SEDATIVES, "gabapentinoids", *OPIOIDS)
USES_DEPENDENCE_PRONE = Named(
    "use of a drug that the body can come to depend on",
    Any_(
        HEAVY,
        *(regular(p) for p in DEPENDENCE_PRONE),
        *(SOURCE.at_least("as_directed", of=p) for p in DEPENDENCE_PRONE if p in MEDICINES),
        used("street_opioids", "seven_oh", "tianeptine"),
        *(regular(p) for p in ("cocaine", "methamphetamine", "synthetic_cannabinoids", "other")),
        regular("prescription_stimulants") & not_as_prescribed("prescription_stimulants"),
    ),
)


def _f(
    id_: str,
    floor: LevelOfCare,
    when: Condition,
    because: str,
    *sources: int,
    kind: str = "",
    choice: bool = False,
) -> FloorRule:
    return FloorRule(f"floor.{id_}", floor, when, because, sources, kind, choice)


FLOORS: tuple[FloorRule, ...] = (
    # Emergencies, in the order of acting
    _f("E1a", EMERGENCY, OVERDOSE, "These are signs of an overdose. Call 911 now.", 93, kind="overdose"),
    _f("E1b", EMERGENCY, R("D2", 4), "These signs need emergency care now.", 22, 76, 91, kind="medical"),
    _f("E2a", EMERGENCY, SUICIDE_NOW, "A life is in danger. Call or text 988 now.", 22, 65, kind="suicide"),
    _f("E2b", EMERGENCY, VIOLENT, "Someone may be hurt. Call 911 now.", 110, kind="violence"),
    _f(
        "E2c",
        EMERGENCY,
        CHILD_UNSAFE,
        "A child or someone who depends on others is unsafe. Call 911 now.",
        110,
        kind="child",
    ),
    _f(
        "E2d",
        EMERGENCY,
        PSYCHOSIS_WORSE,
        "Losing touch with what is real, and getting worse, cannot wait.",
        22,
        27,
        kind="psychosis",
        choice=True,
    ),
    _f(
        "E3",
        EMERGENCY,
        CHILD_WITH_SYMPTOMS,
        "A child under 12 with these signs needs emergency care now.",
        108,
        kind="medical",
        choice=True,
    ),
    _f(
        "E4",
        EMERGENCY,
        PSYCHOSIS_AND_MORE,
        "Voices, fear or highs out of control, together with this, cannot wait.",
        22,
        27,
        kind="psychosis",
        choice=True,
    ),
    # 24 hours, with nurses and doctors
    _f(
        "I1",
        INPATIENT,
        R("D1", 3),
        "Stopping may bring dangerous withdrawal. It needs nurses and doctors day and night.",
        20,
        22,
    ),
    _f("I2", INPATIENT, R("D2", 3), "The body needs medical care day and night.", 22),
    # 24 hours, living at the program
    _f(
        "R1",
        RESIDENTIAL,
        R("D4", 4),
        "The pull to use, and the harm, call for support day and night.",
        27,
        34,
    ),
    _f("R2", RESIDENTIAL, R("D5", 3) & R("D4", 2), "Home makes it hard to get better there.", 27, 34),
    _f("R3", RESIDENTIAL, R("D5", 2) & R("D4", 3), "Home has too little support for this much risk.", 27, 34),
    _f(
        "R4",
        RESIDENTIAL,
        R("D3", 3) & (R("D4", 3) | R("D5", 3)),
        "The mind needs care now, and risk or home makes it hard to get it from there.",
        27,
        34,
    ),
    _f(
        "R5",
        RESIDENTIAL,
        PERINATAL & R("D5", 3) & (R("D1", 2) | R("D4", 1)),
        "Around a birth, a safe place to live with care is part of treatment.",
        48,
        107,
        choice=True,
    ),
    # Most days
    _f("H1", PHP, R("D3", 3), "The mind needs care on most days, with contact the same day.", 27, 34),
    _f("H2", PHP, R("D4", 3), "The risk calls for support on most days.", 27, 34),
    # Several times a week
    _f("N1", IOP, R("D4", 2), "The risk calls for support several times a week.", 27, 40),
    _f("N2", IOP, R("D3", 2), "Mind and use both need care several times a week.", 27, 40, choice=True),
    _f("N3", IOP, R("D5", 4) & R("D4", 1), "Without a safe home, more support is needed.", 27),
    # Regular visits
    _f("O1a", OUTPATIENT, R("D1", 2), "A doctor should plan how to stop or lower this.", 20, 22, 23),
    _f("O1b", OUTPATIENT, R("D2", 2), "A health condition should be looked after alongside.", 22),
    _f("O1c", OUTPATIENT, R("D4", 1), "Regular visits can keep this from growing.", 27),
    _f("O1d", OUTPATIENT, R("D5", 3), "Help with a safe home belongs to care.", 27),
    _f(
        "O1e",
        OUTPATIENT,
        ON_MOUD,
        "The medicine works. Regular visits help, and it should not be stopped without the prescriber.",
        23,
    ),
    _f(
        "O1f",
        OUTPATIENT,
        USES_DEPENDENCE_PRONE,
        "The body can come to depend on this. A doctor should look along.",
        20,
        23,
        25,
    ),
    # Everyone
    _f("V1", EARLY, ALWAYS, "Nothing in the answers asks for more than a short check-in.", 27),
)
EMERGENCIES = tuple(f for f in FLOORS if f.kind)
# The level after an emergency: the same ratings without the emergency rules (15.1).
AFTER_EMERGENCY = tuple(f for f in FLOORS if not f.kind)
