"""The decision table: each rule names the least level it asks for. The level is the highest; nothing lowers it."""

from facilities.levels import LevelOfCare

from .classes import HEAVY, ON_MOUD, PERINATAL, UNDER_12, any_withdrawal, not_as_prescribed
from .conditions import ALWAYS, Any_, Named
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


FLOORS: tuple[FloorRule, ...] = (
    # Emergencies, in the order of acting
    FloorRule(
        id="floor.E1a",
        floor=EMERGENCY,
        when=OVERDOSE,
        because="These are signs of an overdose. Call 911 now.",
        sources=(93,),
        kind="overdose",
    ),
    FloorRule(
        id="floor.E1b",
        floor=EMERGENCY,
        when=R("D2", 4),
        because="These signs need emergency care now.",
        sources=(22, 76, 91),
        kind="medical",
    ),
    FloorRule(
        id="floor.E2a",
        floor=EMERGENCY,
        when=SUICIDE_NOW,
        because="A life is in danger. Call or text 988 now.",
        sources=(22, 65),
        kind="suicide",
    ),
    FloorRule(
        id="floor.E2b",
        floor=EMERGENCY,
        when=VIOLENT,
        because="Someone may be hurt. Call 911 now.",
        sources=(110,),
        kind="violence",
    ),
    FloorRule(
        id="floor.E2c",
        floor=EMERGENCY,
        when=CHILD_UNSAFE,
        because="A child or someone who depends on others is unsafe. Call 911 now.",
        sources=(110,),
        kind="child",
    ),
    FloorRule(
        id="floor.E2d",
        floor=EMERGENCY,
        when=PSYCHOSIS_WORSE,
        because="Losing touch with what is real, and getting worse, cannot wait.",
        sources=(22, 27),
        kind="psychosis",
        choice=True,
    ),
    FloorRule(
        id="floor.E3",
        floor=EMERGENCY,
        when=CHILD_WITH_SYMPTOMS,
        because="A child under 12 with these signs needs emergency care now.",
        sources=(108,),
        kind="medical",
        choice=True,
    ),
    FloorRule(
        id="floor.E4",
        floor=EMERGENCY,
        when=PSYCHOSIS_AND_MORE,
        because="Voices, fear or highs out of control, together with this, cannot wait.",
        sources=(22, 27),
        kind="psychosis",
        choice=True,
    ),
    # 24 hours, with nurses and doctors
    FloorRule(
        id="floor.I1",
        floor=INPATIENT,
        when=R("D1", 3),
        because="Stopping may bring dangerous withdrawal. It needs nurses and doctors day and night.",
        sources=(20, 22),
    ),
    FloorRule(
        id="floor.I2",
        floor=INPATIENT,
        when=R("D2", 3),
        because="The body needs medical care day and night.",
        sources=(22,),
    ),
    # 24 hours, living at the program
    FloorRule(
        id="floor.R1",
        floor=RESIDENTIAL,
        when=R("D4", 4),
        because="The pull to use, and the harm, call for support day and night.",
        sources=(27, 34),
    ),
    FloorRule(
        id="floor.R2",
        floor=RESIDENTIAL,
        when=R("D5", 3) & R("D4", 2),
        because="Home makes it hard to get better there.",
        sources=(27, 34),
    ),
    FloorRule(
        id="floor.R3",
        floor=RESIDENTIAL,
        when=R("D5", 2) & R("D4", 3),
        because="Home has too little support for this much risk.",
        sources=(27, 34),
    ),
    FloorRule(
        id="floor.R4",
        floor=RESIDENTIAL,
        when=R("D3", 3) & (R("D4", 3) | R("D5", 3)),
        because="The mind needs care now, and risk or home makes it hard to get it from there.",
        sources=(27, 34),
    ),
    FloorRule(
        id="floor.R5",
        floor=RESIDENTIAL,
        when=PERINATAL & R("D5", 3) & (R("D1", 2) | R("D4", 1)),
        because="Around a birth, a safe place to live with care is part of treatment.",
        sources=(48, 107),
        choice=True,
    ),
    # Most days
    FloorRule(
        id="floor.H1",
        floor=PHP,
        when=R("D3", 3),
        because="The mind needs care on most days, with contact the same day.",
        sources=(27, 34),
    ),
    FloorRule(
        id="floor.H2",
        floor=PHP,
        when=R("D4", 3),
        because="The risk calls for support on most days.",
        sources=(27, 34),
    ),
    # Several times a week
    FloorRule(
        id="floor.N1",
        floor=IOP,
        when=R("D4", 2),
        because="The risk calls for support several times a week.",
        sources=(27, 40),
    ),
    FloorRule(
        id="floor.N2",
        floor=IOP,
        when=R("D3", 2),
        because="Mind and use both need care several times a week.",
        sources=(27, 40),
        choice=True,
    ),
    FloorRule(
        id="floor.N3",
        floor=IOP,
        when=R("D5", 4) & R("D4", 1),
        because="Without a safe home, more support is needed.",
        sources=(27,),
    ),
    # Regular visits
    FloorRule(
        id="floor.O1a",
        floor=OUTPATIENT,
        when=R("D1", 2),
        because="A doctor should plan how to stop or lower this.",
        sources=(20, 22, 23),
    ),
    FloorRule(
        id="floor.O1b",
        floor=OUTPATIENT,
        when=R("D2", 2),
        because="A health condition should be looked after alongside.",
        sources=(22,),
    ),
    FloorRule(
        id="floor.O1c",
        floor=OUTPATIENT,
        when=R("D4", 1),
        because="Regular visits can keep this from growing.",
        sources=(27,),
    ),
    FloorRule(
        id="floor.O1d",
        floor=OUTPATIENT,
        when=R("D5", 3),
        because="Help with a safe home belongs to care.",
        sources=(27,),
    ),
    FloorRule(
        id="floor.O1e",
        floor=OUTPATIENT,
        when=ON_MOUD,
        because="The medicine works. Regular visits help, and it should not be stopped without the prescriber.",
        sources=(23,),
    ),
    FloorRule(
        id="floor.O1f",
        floor=OUTPATIENT,
        when=USES_DEPENDENCE_PRONE,
        because="The body can come to depend on this. A doctor should look along.",
        sources=(20, 23, 25),
    ),
    # Everyone
    FloorRule(
        id="floor.V1",
        floor=EARLY,
        when=ALWAYS,
        because="Nothing in the answers asks for more than a short check-in.",
        sources=(27,),
    ),
)
EMERGENCIES = tuple(f for f in FLOORS if f.kind)
# The level after an emergency: the same ratings without the emergency rules (15.1).
AFTER_EMERGENCY = tuple(f for f in FLOORS if not f.kind)
