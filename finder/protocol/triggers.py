"""When messages, tracks and adjuncts apply. None of these sets a level."""

from facilities.levels import LevelOfCare

from .classes import (
    ANY_OPIOID,
    ANY_SED,
    BENZO_CURRENT,
    HEAVY,
    ON_MOUD,
    PREGNANT,
    PRESCRIBED,
    SED,
    SEIZURE_RISK,
    UNSAFE_HOME,
    audit_c,
    not_as_prescribed,
)
from .conditions import Any_, AtLeast, LevelAtLeast, Named
from .conditions import RatingAtLeast as R
from .questions.about import RESPONDENT, SEX, VETERAN
from .questions.body import LONG_TERM_PAIN
from .questions.home import ALONE_AFTER, HOME, SOBER_ADULT, TRANSPORT, WORRIED
from .questions.mind import PSYCHOSIS
from .questions.preferences import BARRIERS, INSURANCE, READINESS, TELEHEALTH_PRIVACY, WHAT_HELPS
from .questions.risk import PROGRAMS, RECENT_RELEASE
from .questions.safety import CHILD_RISK, DANGER_SIGNS, OVERDOSE_NOW, VIOLENCE
from .questions.use import (
    BENZO_DOSE,
    HAS_NALOXONE,
    INJECTING,
    LAST_USE,
    MOUD_STATUS,
    PRESCRIBER_HELP,
    SOURCE,
    SUBSTANCES,
    SUPPLY,
    regular,
    used,
)
from .ratings.mind import ANY_THOUGHTS
from .substances import MEDICINES, OPIOIDS, PICKS, SEDATIVES, STIMULANTS, SUPPLIED


def level(slug: str) -> LevelAtLeast:
    return LevelAtLeast(slug, LevelOfCare.from_slug(slug))


EMERGENCY_NOW = level("emergency")
DANGER_NOT_SURE = DANGER_SIGNS.picked("not_sure")
OVERDOSE = OVERDOSE_NOW.at_least("not_sure")
MIGHT_HURT = VIOLENCE.one_of("might_hurt")
PSYCHOSIS_EMERGENCY = Named(
    "voices, fear or highs that are an emergency", PSYCHOSIS.at_least("uncontrolled") & EMERGENCY_NOW
)

ANY_SEDATIVE = Named("any sedative", used(*SEDATIVES))
SEDATIVE_OR_GABA = ANY_SEDATIVE | used("gabapentinoids")
STREET_PILLS = Named(
    "pills that did not come from a pharmacy",
    Any_(
        *(SOURCE.one_of("not_prescribed", of=p) for p in MEDICINES if p != "gabapentinoids"),
        BENZO_DOSE.one_of("unknown"),
        used("mdma", "other"),
    ),
)
STREET_STIMULANTS = used("cocaine", "methamphetamine") | not_as_prescribed("prescription_stimulants")
MOUD_SHOULD_COME_FIRST = Named(
    "opioids not as prescribed, 7-OH, tianeptine, regular kratom, or medicine for opioid use now or before",
    Any_(
        used("street_opioids", "seven_oh", "tianeptine"),
        not_as_prescribed("pain_opioids"),
        regular("kratom"),
        ON_MOUD,
        MOUD_STATUS.one_of("past"),
        PREGNANT & used("kratom"),
    ),
)
STOP_SLOWLY = Named(
    "something that should not be stopped suddenly",
    Any_(
        SEDATIVE_OR_GABA,
        HEAVY,
        used("moud", "pain_opioids"),
        ON_MOUD,
        LONG_TERM_PAIN.one_of("yes"),
        PREGNANT & (ANY_OPIOID | used("alcohol")),
    ),
)
NEEDS_NALOXONE = Named(
    "opioids, street drugs that may hold opioids, or an overdose",
    Any_(OVERDOSE, ANY_OPIOID, STREET_STIMULANTS, STREET_PILLS),
)
TOLERANCE_MAY_DROP = Named(
    "opioids, or a stay in or plan for a place without them",
    Any_(
        ANY_OPIOID,
        level("residential"),
        RECENT_RELEASE.at_least("in_3_months"),
        PROGRAMS.picked("residential"),
        PROGRAMS.picked("detox"),
    ),
)
RELEASED_AT_RISK = Named(
    "left a stay in the past 4 weeks, with opioids, street stimulants or street pills",
    RECENT_RELEASE.one_of("in_4_weeks") & Any_(ANY_OPIOID, STREET_STIMULANTS, STREET_PILLS),
)
OPIOID_BREAK = Any_(*(LAST_USE.one_of("d4_7", "d8_14", "d15_30", "over_30d", of=p) for p in OPIOIDS))
MIXES = AtLeast(2, ANY_OPIOID, used("alcohol"), used("gabapentinoids"), *(used(p) for p in SEDATIVES))
RISKY_DRINKING = Named(
    "the AUDIT-C score is at or over the limit", HEAVY | audit_c(4) | (audit_c(3) & ~SEX.one_of("male"))
)
SUPPLY_AT_RISK = Any_(*(SUPPLY.at_least("running_out", of=p) for p in SUPPLIED))
SEVERE_WITHDRAWAL_RISK = R("D1", 3)
# High amounts or medicines that usually call for a medical start, and no rule that asks for one (14.12, 15.23).
VERY_HIGH_AS_PRESCRIBED = Named(
    "a very high amount of a benzodiazepine as prescribed, with no other risk",
    SED["benzodiazepines"] & BENZO_DOSE.at_least("very_high") & ~SEVERE_WITHDRAWAL_RISK,
)
MEDICAL_START = (
    Any_(
        SED["benzodiazepines"] & BENZO_DOSE.at_least("high"),
        SED["benzodiazepines"] & SEIZURE_RISK,
        SED["barbiturates"],
        regular("gabapentinoids") & SEIZURE_RISK,
    )
    & ~SEVERE_WITHDRAWAL_RISK
)
EPILEPSY = SEIZURE_RISK & SEDATIVE_OR_GABA
EPILEPSY_STEADY = EPILEPSY & ~SEVERE_WITHDRAWAL_RISK
# Pregnant, a low dose as prescribed, at most mild withdrawal (15.13): with these drugs any other case is rated higher.
PREGNANT_LOW_DOSE = PREGNANT & (SED["benzodiazepines"] | SED["z_drugs"]) & ~SEVERE_WITHDRAWAL_RISK
PREGNANT_WITH_OPIOIDS = PREGNANT & ANY_OPIOID
NOT_ALONE = R("D1", 2) & Any_(ANY_SED, BENZO_CURRENT, SEVERE_WITHDRAWAL_RISK, ALONE_AFTER.one_of("yes"))
GETS_WORSE = level("outpatient") | R("D1", 1)
BEING_HURT = VIOLENCE.one_of("being_hurt", "danger_now") | HOME.one_of("unsafe")
NOTHING_USED = Named("nothing used", ~used(*PICKS) & ~SUBSTANCES.skipped())
NO_SIGN_OF_NEED = NOTHING_USED & WORRIED.one_of("no") & ~level("outpatient")
TAPER = (
    Any_(
        *(regular(p) for p in (*SEDATIVES, "gabapentinoids")),
        *(PRESCRIBED[p] for p in (*SEDATIVES, "gabapentinoids") if p in PRESCRIBED),
    )
    & ~PREGNANT_WITH_OPIOIDS
)
AMBULATORY = (
    SED["alcohol"]
    & ~SEVERE_WITHDRAWAL_RISK
    & ~level("residential")
    & SOBER_ADULT.one_of("yes")
    & ~UNSAFE_HOME
    & ~TRANSPORT.one_of("none")
    & ~PREGNANT_WITH_OPIOIDS
)
HOUSING_NEED = R("D5", 3) | (R("D5", 2) & R("D4", 2))
HARD_TO_REACH = (TRANSPORT.at_least("limited") | BARRIERS.picked("rural")) & ~SEVERE_WITHDRAWAL_RISK
TELEHEALTH = HARD_TO_REACH & ~TELEHEALTH_PRIVACY.one_of("no")
NO_PRESCRIBER = PRESCRIBER_HELP.one_of("no", "not_sure")
STIMULANTS_USED = used(*STIMULANTS)
STIMULANT_PROGRAM = used("cocaine", "methamphetamine") | not_as_prescribed("prescription_stimulants")
NO_NALOXONE_YET = NEEDS_NALOXONE & ~HAS_NALOXONE.one_of("yes")
INJECTS = INJECTING.one_of("yes")
NOT_READY = READINESS.one_of("not_ready", "unsure")
USES_STREET_DRUGS = used("street_opioids") | STREET_STIMULANTS | STREET_PILLS
IS_VETERAN = VETERAN.one_of("yes")
IS_FAMILY = RESPONDENT.one_of("family")
WANTS = {o.id: WHAT_HELPS.picked(o.id) for o in WHAT_HELPS.options}
CHILD_WORRY = CHILD_RISK.at_least("worried")
ALONE_LATER = ALONE_AFTER.one_of("yes")
NO_INSURANCE = INSURANCE.one_of("none") | BARRIERS.picked("cost")
SHOW_988 = Any_(ANY_THOUGHTS, MIGHT_HURT, PSYCHOSIS_EMERGENCY)
