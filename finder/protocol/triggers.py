"""When messages, tracks and adjuncts apply. None of these sets a level."""

from facilities.levels import LevelOfCare

from .conditions import Any_, AtLeast, Condition, LevelAtLeast, Named
from .conditions import RatingAtLeast as R
from .questions.about import AGE, RESPONDENT, SEX, VETERAN
from .questions.body import LONG_TERM_PAIN, SEIZURE_DISORDER
from .questions.home import ALONE_AFTER, HOME, SOBER_ADULT, TRANSPORT, WORRIED
from .questions.preferences import BARRIERS, INSURANCE, READINESS, TELEHEALTH_PRIVACY, WHAT_HELPS
from .questions.risk import HARM, RECENT_RELEASE
from .questions.safety import CHILD_RISK, DANGER_SIGNS, EXPOSURES, OVERDOSE_NOW, PSYCHOSIS, VIOLENCE
from .questions.use import (
    BENZO_DOSE,
    DRINKS_REGULARLY,
    HAS_NALOXONE,
    INJECTING,
    LAST_USE,
    MOUD_STATUS,
    OVERDOSES,
    PAST_OPIOIDS,
    PAST_TROUBLE,
    PRESCRIBER_HELP,
    SOURCE,
    SUBSTANCES,
    SUPPLY,
    regular,
    used,
    withdrawal,
)
from .ratings.withdrawal import WITHDRAWAL
from .substances import GROUP_OF, MEDICINES, OPIOIDS, PICKS, SEDATIVES, STIMULANTS, SUPPLIED, WATCHED
from .terms.danger import CHILD_AND_DRUG
from .terms.drinking import HEAVY, audit_c
from .terms.medicines import AS_DIRECTED, PRESCRIBED, not_as_prescribed
from .terms.past import SEIZURE_RISK, W1_HISTORY
from .terms.people import (
    BIPOLAR_OR_PSYCHOSIS,
    GAS,
    OVERDOSE_RECENT,
    POISONED,
    PREGNANT,
    SUICIDE_NOW,
    THOUGHTS_OR_SELF_HARM,
    UNDER_12,
    UNSAFE_HOME,
    UNSTABLE_BODY,
)
from .terms.sedatives import ANY_SED, BENZO_CURRENT, SED
from .terms.use import (
    ANY_OPIOID,
    NOTHING_COUNTED,
    ON_MOUD,
    OPIOID_NOW_OR_BEFORE,
    STIMULANTS_NOT_DIRECTED,
)
from .terms.windows import WITHIN_30, inside, last_use_within


def level(slug: str) -> LevelAtLeast:
    return LevelAtLeast(slug, LevelOfCare.from_slug(slug))


EMERGENCY_NOW = level("emergency")
DANGER_NOT_SURE = DANGER_SIGNS.picked("not_sure")
EXPOSURE_NOT_SURE = EXPOSURES.picked("not_sure")
OVERDOSE = Named("an overdose now, today or last night", OVERDOSE_NOW.at_least("not_sure") | OVERDOSE_RECENT)
BODY_FAILING = Named("poisoning or gas", POISONED | GAS)
POISONED_CHILD = CHILD_AND_DRUG
MIGHT_HURT = VIOLENCE.one_of("might_hurt")
PSYCHOSIS_EMERGENCY = Named(
    "voices, fear or highs that are an emergency", PSYCHOSIS.at_least("uncontrolled") & EMERGENCY_NOW
)
SUICIDE_OR_HARM = Named(
    "thoughts of suicide, hurting oneself or a recent try", THOUGHTS_OR_SELF_HARM | SUICIDE_NOW
)
NOT_A_CHILD = ~UNDER_12

ANY_SEDATIVE = Named("any sedative", used(*SEDATIVES))
SEDATIVE_OR_GABA = ANY_SEDATIVE | used("gabapentinoids")
STREET_PILLS = Named(
    "pills that did not come from a pharmacy",
    Any_(
        *(
            SOURCE.one_of("not_prescribed", of=p)
            for p in MEDICINES
            if p not in ("gabapentinoids", "steroids")
        ),
        BENZO_DOSE.one_of("street"),
        used("mdma"),
    ),
)
STREET_STIMULANTS = STIMULANTS_NOT_DIRECTED
MOUD_SHOULD_COME_FIRST = Named(
    "opioids not as prescribed, 7-OH, tianeptine, regular kratom, or opioids or their medicine now or before",
    Any_(
        used("street_opioids", "seven_oh", "tianeptine"),
        not_as_prescribed("pain_opioids"),
        regular("kratom"),
        regular("loperamide"),
        ON_MOUD,
        MOUD_STATUS.one_of("past"),
        PAST_OPIOIDS,
        PREGNANT & used("kratom", "loperamide"),
    ),
)

# --- Stopping (16.21) ----------------------------------------------------------------------------------------------
DANGEROUS_BUT_NOT_OPIOIDS = Named(
    "dangerous withdrawal from anything but opioids",
    Any_(*(r.when for r in WITHDRAWAL if r.value >= 3 and not r.id.startswith("W17"))),
)
HISTORY_AND_USE = next(r.when for r in WITHDRAWAL if r.id == "D1.2h")
_STOPPABLE = ("alcohol", *WATCHED)


def _regular(pick: str) -> Condition:
    return HEAVY if pick == "alcohol" else regular(pick)


STOP_SLOWLY = Named(
    "something that should not be stopped suddenly",
    Any_(
        *(_regular(p) & inside(p) for p in _STOPPABLE),
        PREGNANT & DRINKS_REGULARLY & inside("alcohol"),
        *(
            PRESCRIBED[p] & last_use_within(WITHIN_30, p)
            for p in (*SEDATIVES, "gabapentinoids", "pain_opioids")
            if p in PRESCRIBED
        ),
        DANGEROUS_BUT_NOT_OPIOIDS,
        *(withdrawal("moderate", GROUP_OF[p]) & inside(p) for p in _STOPPABLE),
        HISTORY_AND_USE,
        used("moud", "pain_opioids"),
        ON_MOUD,
        LONG_TERM_PAIN.one_of("yes"),
        PREGNANT & ANY_OPIOID,
    ),
)
STOPPED_BEFORE = Named(
    "regular use that ended longer ago than withdrawal lasts",
    Any_(*(_regular(p) & ~inside(p) for p in _STOPPABLE)),
)
# Any drinking in pregnancy that is not called "your body is used to it" (16.21).
LITTLE_ALCOHOL_IN_PREGNANCY = (
    PREGNANT & used("alcohol") & ~Any_(DRINKS_REGULARLY, HEAVY, withdrawal("moderate", "alcohol"), W1_HISTORY)
)

# --- Overdose ------------------------------------------------------------------------------------------------------
NEEDS_NALOXONE = Named(
    "opioids now or before, street drugs that may hold opioids, or an overdose",
    Any_(OVERDOSE, OPIOID_NOW_OR_BEFORE, STREET_STIMULANTS, STREET_PILLS),
)
TOLERANCE_MAY_DROP = Named(
    "opioids now or before, street stimulants or pills, or an overdose",
    Any_(OPIOID_NOW_OR_BEFORE, STREET_STIMULANTS, STREET_PILLS, OVERDOSE, OVERDOSES.at_least("one")),
)
RELEASED_AT_RISK = Named(
    "left a stay in the past 4 weeks, with opioids now or before, street stimulants or street pills",
    RECENT_RELEASE.one_of("in_4_weeks") & Any_(OPIOID_NOW_OR_BEFORE, STREET_STIMULANTS, STREET_PILLS),
)
OPIOID_BREAK = Any_(
    PAST_OPIOIDS,
    PAST_TROUBLE,
    *(LAST_USE.one_of("d4_7", "d8_14", "d15_30", "over_30d", "not_sure", of=p) for p in OPIOIDS),
)
MIXES = AtLeast(2, ANY_OPIOID, used("alcohol"), used("gabapentinoids"), *(used(p) for p in SEDATIVES))
RISKY_DRINKING = Named(
    "the AUDIT-C score is at or over the limit, with regular drinking or some harm",
    (audit_c(4) | (audit_c(3) & ~SEX.one_of("male"))) & Any_(R("D4", 1), DRINKS_REGULARLY, HEAVY),
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
EPILEPSY = SEIZURE_DISORDER.one_of("yes") & SEDATIVE_OR_GABA
EPILEPSY_STEADY = EPILEPSY & ~SEVERE_WITHDRAWAL_RISK
# Pregnant, a low dose as prescribed, at most mild withdrawal (15.13): with these drugs any other case is rated higher.
PREGNANT_LOW_DOSE = PREGNANT & (SED["benzodiazepines"] | SED["z_drugs"]) & ~SEVERE_WITHDRAWAL_RISK
PREGNANT_WITH_OPIOIDS = PREGNANT & ANY_OPIOID
NOT_ALONE = Any_(
    R("D1", 2) & Any_(ANY_SED, BENZO_CURRENT, ALONE_AFTER.one_of("yes")),
    DANGEROUS_BUT_NOT_OPIOIDS,
    HISTORY_AND_USE,
)
GETS_WORSE = level("outpatient") | R("D1", 1)
BEING_HURT = VIOLENCE.one_of("being_hurt", "danger_now") | HOME.picked("unsafe")
NOTHING_USED = Named("nothing used", ~used(*PICKS) & ~SUBSTANCES.skipped())
NO_SIGN_OF_NEED = NOTHING_USED & ~PAST_TROUBLE & WORRIED.one_of("no") & ~level("outpatient")
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
NO_NALOXONE_YET = NEEDS_NALOXONE & ~HAS_NALOXONE.one_of("yes")
INJECTS = INJECTING.one_of("yes")
NOT_READY = READINESS.one_of("not_ready", "unsure")
USES_STREET_DRUGS = used("street_opioids") | STREET_STIMULANTS | STREET_PILLS
SAFER_USE = INJECTS | (NOT_READY & USES_STREET_DRUGS)
IS_VETERAN = VETERAN.one_of("yes")
IS_FAMILY = RESPONDENT.one_of("family")
FAMILY_HELP = IS_FAMILY | (NOTHING_USED & HOME.picked("others_use"))
WANTS = {o.id: WHAT_HELPS.picked(o.id) for o in WHAT_HELPS.options}
CHILD_WORRY = CHILD_RISK.at_least("worried")
ALONE_LATER = ALONE_AFTER.one_of("yes")
NO_INSURANCE = INSURANCE.one_of("none") | BARRIERS.picked("cost")
SHOW_988 = Any_(SUICIDE_OR_HARM, MIGHT_HURT, PSYCHOSIS_EMERGENCY)
SHOW_911 = EMERGENCY_NOW | DANGER_NOT_SURE

# --- What leads (16.11, 16.19, 16.23) -------------------------------------------------------------------------------
BODY_COMES_FIRST = Named(
    "an unstable illness, without withdrawal or use that is out of hand",
    UNSTABLE_BODY & ~R("D1", 1) & ~R("D4", 1),
)
MIND_COMES_FIRST = Named(
    "mood or thoughts need help, and no use that counts",
    # Dangerous withdrawal from a medicine as directed comes before it.
    NOTHING_COUNTED & R("D3", 2) & ~R("D1", 3),
)
PRESCRIBER_COMES_FIRST = Named(
    "only medicine taken as directed",
    NOTHING_COUNTED & AS_DIRECTED & ~R("D1", 3) & ~UNSTABLE_BODY & ~R("D3", 3) & ~level("iop"),
)
TREAT_BOTH = R("D3", 1) & (~NOTHING_COUNTED | used("moud"))

# --- Smaller words -------------------------------------------------------------------------------------------------
TYLENOL_RISK = Any_(not_as_prescribed("pain_opioids"), EXPOSURES.picked("poison"))
LOCK_UP_RISK = Any_(ANY_OPIOID, used("cannabis"), CHILD_RISK.at_least("worried"))
KEEP_TAKING = Any_(ON_MOUD, BIPOLAR_OR_PSYCHOSIS)
DROVE_OR_HURT = HARM.at_least("serious")
_MILD_TO_STOP = ("alcohol", "cannabis", "cocaine", "methamphetamine", "prescription_stimulants", "tobacco")
NO_DANGER_IN_STOPPING = Named(
    "only cannabis, stimulants, nicotine, or drinking below the limit",
    used(*_MILD_TO_STOP)
    & ~used(*(p for p in PICKS if p not in _MILD_TO_STOP))
    & ~Any_(audit_c(4), audit_c(3) & ~SEX.one_of("male"), HEAVY)
    & ~R("D1", 2)
    & ~DANGER_NOT_SURE,
)
AT_SCHOOL = AGE.one_of("under_12", "age_12_15", "age_16_17")
