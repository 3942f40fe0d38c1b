"""The decision table: each rule names the least level it asks for. The level is the highest; nothing lowers it."""

from facilities.levels import LevelOfCare

from .conditions import ALWAYS
from .conditions import RatingAtLeast as R
from .questions.about import PREGNANCY
from .questions.body import THINKING
from .questions.use import PAST_OPIOIDS
from .shapes import FloorRule
from .terms.care import NO_ONE_THERE, PAST_AND_RISK, TEEN_AT_RISK, USES_DEPENDENCE_PRONE
from .terms.danger import (
    CHILD_AND_DRUG,
    CHILD_EARLIER,
    CHILD_UNSAFE,
    OVERDOSE,
    PSYCHOSIS_AND_MORE,
    PSYCHOSIS_WORSE,
    VIOLENT,
)
from .terms.people import (
    ANY_SIGN,
    GAS,
    NEEDS_WATCHING,
    OVERDOSE_RECENT,
    PERINATAL,
    POISONED,
    PREGNANT,
    PUMP,
    SUICIDE_NOW,
    UNSTABLE_BODY,
)
from .terms.use import MIND_ONLY, ON_MOUD

EMERGENCY, INPATIENT, RESIDENTIAL, PHP, IOP, OUTPATIENT, EARLY = sorted(LevelOfCare, reverse=True)

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
        when=ANY_SIGN,
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
        sources=(22,),
        kind="psychosis",
        choice=True,
    ),
    FloorRule(
        id="floor.E3",
        floor=EMERGENCY,
        when=CHILD_AND_DRUG,
        because="A child under 12 and a drug, or symptoms after one, need emergency care now.",
        sources=(108, 560, 572),
        kind="poisoning",
        choice=True,
    ),
    FloorRule(
        id="floor.E5a",
        floor=EMERGENCY,
        when=POISONED,
        because="Something may have poisoned a person. Do not wait to feel ill: get help now.",
        sources=(559, 560, 561, 567, 572),
        kind="poisoning",
    ),
    FloorRule(
        id="floor.E5b",
        floor=EMERGENCY,
        when=OVERDOSE_RECENT,
        because="After an overdose, breathing can stop again when naloxone wears off.",
        sources=(563,),
        kind="overdose",
    ),
    FloorRule(
        id="floor.E5c",
        floor=EMERGENCY,
        when=GAS,
        because="It may be carbon monoxide, a gas that no one can see or smell. Leave first.",
        sources=(562,),
        kind="gas",
    ),
    FloorRule(
        id="floor.E5d",
        floor=EMERGENCY,
        when=PUMP,
        because="When a medicine pump stops, withdrawal can turn deadly within days.",
        sources=(566,),
        kind="pump",
    ),
    FloorRule(
        id="floor.E4",
        floor=EMERGENCY,
        when=PSYCHOSIS_AND_MORE,
        because="Voices, fear or highs out of control, together with this, cannot wait.",
        sources=(22,),
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
        when=R("D2", 3) & UNSTABLE_BODY & (R("D1", 1) | R("D4", 1)),
        because="An illness that is not steady, together with this use, needs doctors and nurses day and night.",
        sources=(22,),
    ),
    # 24 hours, living at the program
    FloorRule(
        id="floor.R1",
        floor=RESIDENTIAL,
        when=R("D4", 4),
        because="Going without is very hard, and the harm is serious. Support day and night gives the best start.",
        sources=(27, 35),
        choice=True,
    ),
    FloorRule(
        id="floor.R2",
        floor=RESIDENTIAL,
        when=R("D5", 3) & R("D4", 2),
        because="Home makes it hard to get better there.",
        sources=(22, 27, 33),
        choice=True,
    ),
    FloorRule(
        id="floor.R3",
        floor=RESIDENTIAL,
        when=R("D5", 2) & R("D4", 3),
        because="Home has too little support for this much risk.",
        sources=(27, 33, 35),
        choice=True,
    ),
    FloorRule(
        id="floor.R4",
        floor=RESIDENTIAL,
        when=R("D3", 3) & (R("D4", 3) | R("D5", 3)) & ~MIND_ONLY,
        because="The mind needs care now, and risk or home makes it hard to get it from there.",
        sources=(27, 33, 35),
        choice=True,
    ),
    FloorRule(
        id="floor.R5",
        floor=RESIDENTIAL,
        when=PERINATAL & R("D5", 3) & (R("D1", 2) | (R("D4", 1) & ~PREGNANCY.skipped())),
        because="Around a birth, a safe place to live with care is part of treatment.",
        sources=(48, 107),
        choice=True,
    ),
    FloorRule(
        id="floor.R6",
        floor=RESIDENTIAL,
        when=NO_ONE_THERE & R("D4", 2),
        because="A plan at home needs someone who can help keep track of it.",
        sources=(22, 27),
        choice=True,
    ),
    # Most days
    FloorRule(
        id="floor.H1",
        floor=PHP,
        when=R("D3", 3),
        because="The mind needs care on most days, with contact the same day.",
        sources=(27, 35),
        choice=True,
    ),
    FloorRule(
        id="floor.H2",
        floor=PHP,
        when=R("D4", 3),
        because="With this much risk, support on most days is safer.",
        sources=(27, 35),
        choice=True,
    ),
    # Several times a week
    FloorRule(
        id="floor.N1",
        floor=IOP,
        when=R("D4", 2),
        because="With this risk, support several times a week works better than one visit.",
        sources=(27, 40),
        choice=True,
    ),
    FloorRule(
        id="floor.N2",
        floor=IOP,
        when=R("D3", 2) & ~MIND_ONLY,
        because="Mood or thoughts, together with alcohol or drug use, need care several times a week.",
        sources=(27, 40),
        choice=True,
    ),
    FloorRule(
        id="floor.N3",
        floor=IOP,
        when=R("D5", 4) & R("D4", 1),
        because="Without a safe home, a person needs more support.",
        sources=(27, 33),
        choice=True,
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
        # Danger signs are no condition of the body that stays: after them, only what was there before counts (16.20).
        when=R("D2", 2) & (NEEDS_WATCHING | PREGNANT | THINKING.one_of("yes")),
        because="A doctor should follow a condition of the body.",
        sources=(22,),
    ),
    FloorRule(
        id="floor.O1c",
        floor=OUTPATIENT,
        when=R("D4", 1),
        because="Regular visits can keep this from growing.",
        sources=(27, 33),
        choice=True,
    ),
    FloorRule(
        id="floor.O1d",
        floor=OUTPATIENT,
        when=R("D5", 3),
        because="Help with a safe home is part of care.",
        sources=(27, 33),
        choice=True,
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
        because="The body can come to depend on this. A doctor should know about it.",
        sources=(20, 23, 25),
    ),
    FloorRule(
        id="floor.O1g",
        floor=OUTPATIENT,
        when=PAST_OPIOIDS,
        because="After trouble with opioids the risk of an overdose stays. Medicine can lower it.",
        sources=(23, 578),
        choice=True,
    ),
    FloorRule(
        id="floor.O1h",
        floor=OUTPATIENT,
        when=PAST_AND_RISK,
        because="After an overdose or a stay, regular visits help to stay well.",
        sources=(578, 591),
        choice=True,
    ),
    FloorRule(
        id="floor.O1i",
        floor=OUTPATIENT,
        when=TEEN_AT_RISK,
        because="At this age, regular use or a drug like this deserves a talk with someone trained for teens.",
        sources=(579,),
        choice=True,
    ),
    FloorRule(
        id="floor.O1j",
        floor=OUTPATIENT,
        when=R("D3", 2),
        because="A doctor or counselor should hear about mood or thoughts.",
        sources=(27,),
        choice=True,
    ),
    FloorRule(
        id="floor.O1k",
        floor=OUTPATIENT,
        when=CHILD_EARLIER,
        because="A doctor for children should hear about it today.",
        sources=(108,),
        choice=True,
    ),
    # Everyone
    FloorRule(
        id="floor.V1",
        floor=EARLY,
        when=ALWAYS,
        because="Nothing in the answers asks for more than a short check-in.",
        sources=(26,),
    ),
)
EMERGENCIES = tuple(f for f in FLOORS if f.kind)
# The level after an emergency: the same ratings without the emergency rules (15.1).
AFTER_EMERGENCY = tuple(f for f in FLOORS if not f.kind)
