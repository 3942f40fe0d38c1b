"""U. What is used, how often, how recently, and what happens when it wears off."""

from ..conditions import Any_, AtLeast, Condition
from ..shapes import Option, Question, Subject
from ..substances import (
    GHB_GROUP,
    INJECTED,
    LABELED_SEDATIVES,
    MEDICINES,
    OPIOIDS,
    PICKS,
    SEDATIVES,
    STIMULANTS,
    SUPPLIED,
    WITH_FREQUENCY,
    WITHDRAWAL_GROUPS,
)

SUBSTANCES = Question(
    "substances",
    "U1",
    "U",
    "many",
    "used in the past 3 months",
    "What have you used in the past 3 months?",
    "What {have they|has your client} used in the past 3 months?",
    (
        *(Option(pick, label, rank=1, hint=examples) for pick, (label, examples) in PICKS.items()),
        Option("behavior", "Gambling, gaming, food, sex or another behavior", hint="Not a drug"),
        Option("none", "Nothing in the past 3 months", exclusive=True),
    ),
    "Each drug has its own withdrawal. Some can be dangerous to stop without medical help.",
    (38,),
    hint="Include medicine from a doctor. After jail, a hospital or rehab: the 3 months before that stay.",
)


def used(*picks: str) -> Condition:
    """At least one of these was picked."""
    return Any_(*(SUBSTANCES.picked(pick) for pick in picks))


def rows(picks: tuple[str, ...], also: dict[str, Condition] | None = None) -> tuple[Subject, ...]:
    """A row for each of these picks, asked when it was picked (and `also`, its own condition, holds)."""
    return tuple(
        Subject(p, PICKS[p][0], used(p) & also[p] if also else SUBSTANCES.picked(p), PICKS[p][1])
        for p in picks
    )


# Drugs whose use the later questions are about. Skipping U1 does not shut them out.
USES = Any_(used(*(p for p in PICKS if p != "tobacco")), SUBSTANCES.skipped())

FREQUENCY = Question(
    "frequency",
    "U2",
    "U",
    "each",
    "how often",
    "In a usual week, how often did you use it?",
    "In a usual week, how often did {they|your client} use it?",
    (
        Option("less_weekly", "Less than once a week"),
        Option("d1_3", "1 to 3 days a week", rank=1),
        Option("d4_6", "4 to 6 days a week", rank=2),
        Option("daily", "Every day", rank=3),
        Option("several_daily", "Several times a day", rank=4),
        Option("not_sure", "Not sure", rank=3, counts_as="daily"),
    ),
    "The body gets used to a drug taken on most days. That is when stopping can bring withdrawal.",
    (20,),
    subjects=rows(WITH_FREQUENCY),
    skip_as=("daily",),
    per="substance",
)

SOURCE = Question(
    "source",
    "U7",
    "U",
    "each",
    "prescribed",
    "Is it prescribed to you, and how do you take it?",
    "Is it prescribed to {them|your client}, and how is it taken?",
    (
        Option("as_directed", "Prescribed, taken as directed"),
        Option("more", "Prescribed, but more is taken than directed", rank=1),
        Option("not_prescribed", "Not prescribed", rank=2),
    ),
    "Needing a medicine taken as directed is not the same as addiction. The plan is different too.",
    (20,),
    subjects=rows(MEDICINES),
    skip_as=("more",),
    per="substance",
)


def regular(pick: str) -> Condition:
    """On 4 or more days a week."""
    return FREQUENCY.at_least("d4_6", of=pick)


AUDIT_FREQUENCY = Question(
    "audit_frequency",
    "ALC1",
    "U",
    "one",
    "how often you drink",
    "How often do you have a drink with alcohol in it?",
    "How often {do they|does your client} have a drink with alcohol in it?",
    (
        Option("never", "Never"),
        Option("monthly", "Once a month or less", rank=1),
        Option("two_four_month", "2 to 4 times a month", rank=2),
        Option("two_three_week", "2 or 3 times a week", rank=3),
        Option("four_plus_week", "4 or more times a week", rank=4),
    ),
    "The next three questions are the AUDIT-C, a short test of drinking used by many clinics.",
    (57, 58),
    asked_when=used("alcohol"),
    skip_as=("monthly",),
)

AUDIT_DRINKS = Question(
    "audit_drinks",
    "ALC2",
    "U",
    "one",
    "drinks on a drinking day",
    "On a day when you drink, how many drinks do you usually have?",
    "On a drinking day, how many drinks {do they|does your client} usually have?",
    (
        Option("one_two", "1 or 2"),
        Option("three_four", "3 or 4", rank=1),
        Option("five_six", "5 or 6", rank=2),
        Option("seven_nine", "7 to 9", rank=3),
        Option("ten_plus", "10 or more", rank=4),
    ),
    "How much a person drinks tells how hard stopping may be on the body.",
    (57, 58, 78),
    asked_when=used("alcohol"),
    skip_as=("three_four",),
    hint="One drink is 12 ounces of beer, 5 ounces of wine, or 1.5 ounces of liquor.",
)

AUDIT_SIX = Question(
    "audit_six",
    "ALC3",
    "U",
    "one",
    "six or more drinks at a time",
    "How often do you have 6 or more drinks at one time?",
    "How often {do they|does your client} have 6 or more drinks at one time?",
    (
        Option("never", "Never"),
        Option("less_monthly", "Less than once a month", rank=1),
        Option("monthly", "Every month", rank=2),
        Option("weekly", "Every week", rank=3),
        Option("daily", "Every day or almost every day", rank=4),
    ),
    "Heavy days carry their own risks, even with dry days between.",
    (57, 58),
    asked_when=used("alcohol"),
    skip_as=("less_monthly",),
)

DRINKS_REGULARLY = regular("alcohol") | AUDIT_FREQUENCY.one_of("four_plus_week")
HEAVY_ALCOHOL_NOW = DRINKS_REGULARLY & AUDIT_DRINKS.at_least("three_four")

WD_NOW = Question(
    "wd_now",
    "U4",
    "U",
    "each",
    "feeling when it wears off",
    "When it wears off, or right now, how do you feel?",
    "When it wears off, or right now, how {do they|does your client} feel?",
    (
        Option("fine", "Fine"),
        Option("mild", "Mild: a bit shaky, anxious, poor sleep", rank=1),
        Option("moderate", "Moderate: clear shaking, sweating, throwing up, very restless", rank=2),
        Option("severe", "Severe: cannot cope, or getting worse", rank=3),
        Option("not_sure", "Not sure", rank=2, counts_as="moderate"),
    ),
    "How bad withdrawal feels helps tell whether it can be handled at home or needs nurses close by.",
    (22,),
    subjects=tuple(Subject(g, label, used(*picks)) for g, (label, picks) in WITHDRAWAL_GROUPS.items()),
    skip_as=("moderate",),
    per="class",
)

WD_UNCLEAR = Question(
    "wd_unclear",
    "U4",
    "U",
    "one",
    "feelings you cannot place",
    "Do you feel sick in a way you cannot pin on one drug?",
    "{Do they|Does your client} feel sick in a way that cannot be pinned on one drug?",
    (
        Option("none", "No"),
        Option("mild", "Yes, mild", rank=1),
        Option("moderate", "Yes, moderate", rank=2),
        Option("severe", "Yes, severe or getting worse", rank=3),
        Option("not_sure", "Not sure", rank=2, counts_as="moderate"),
    ),
    "When it is not clear which drug it comes from, we count it for each of them, to be safe.",
    (22,),
    asked_when=AtLeast(2, *(s.when for s in WD_NOW.subjects)),
    skip_as=("mild",),
)


def withdrawal(severity: str, group: str) -> Condition:
    """Withdrawal from this group is at least so bad; what cannot be placed counts for every group picked."""
    own = WD_NOW.at_least(severity, of=group)
    return own | (WD_NOW.subject(group).when & WD_UNCLEAR.at_least(severity))


LAST_USE = Question(
    "last_use",
    "U3",
    "U",
    "each",
    "last use",
    "When was the last time?",
    "When was the last time?",
    (
        Option("under_6h", "Less than 6 hours ago", rank=6),
        Option("h6_24", "6 to 24 hours ago", rank=5),
        Option("d1_3", "1 to 3 days ago", rank=4),
        Option("d4_7", "4 to 7 days ago", rank=3),
        Option("d8_14", "8 to 14 days ago", rank=2),
        Option("d15_30", "15 to 30 days ago", rank=1),
        Option("over_30d", "More than 30 days ago"),
    ),
    "Withdrawal starts and ends at different times for each drug. This tells us if it may still come.",
    (22, 76),
    subjects=rows(
        ("alcohol", *SEDATIVES, *OPIOIDS),
        {
            "alcohol": HEAVY_ALCOHOL_NOW | withdrawal("moderate", "alcohol"),
            **{p: regular(p) for p in SEDATIVES},
            **{p: SUBSTANCES.picked(p) for p in OPIOIDS},
        },
    ),
    skip_as=("d4_7",),
    open_as="d4_7",
    per="substance",
)

BENZO_DOSE = Question(
    "benzo_dose",
    "BZD1",
    "U",
    "one",
    "daily amount of benzodiazepine",
    "How much do you take on a usual day, next to these examples?",
    "How much {do they|does your client} take on a usual day, next to these examples?",
    (
        Option("low", "Low", hint="Up to 10 mg Valium, 0.5 mg Klonopin, 1 mg Xanax or 2 mg Ativan"),
        Option(
            "moderate",
            "Moderate",
            rank=1,
            hint="Up to 15 mg Valium, 1.5 mg Klonopin, 2 mg Xanax or 3 mg Ativan",
        ),
        Option(
            "high",
            "High",
            rank=2,
            hint="More than that, up to 40 mg Valium, 4 mg Klonopin or Xanax, 8 mg Ativan",
        ),
        Option(
            "very_high",
            "Very high",
            rank=3,
            hint="More than 40 mg Valium, 4 mg Klonopin or Xanax, or 8 mg Ativan",
        ),
        Option("unknown", "Street pills, or I do not know", "Street pills, or not known", rank=4),
    ),
    "The more the body is used to, the more care stopping needs. Street pills vary, so we count them as strong.",
    (20,),
    asked_when=regular("benzodiazepines"),
    skip_as=("unknown",),
    hint="These amounts are examples to choose an answer. They are not advice on how much to take.",
)

SEDATIVE_DOSE = Question(
    "sedative_dose",
    "U7a",
    "U",
    "each",
    "amount taken",
    "How does the amount compare with what the label or prescriber says?",
    "How does the amount compare with what the label or prescriber says?",
    (
        Option("as_label", "As the label or prescriber says, or less"),
        Option("more", "More", rank=1),
        Option("double", "More than double", rank=2),
        Option("unknown", "Do not know", rank=2, counts_as="double"),
    ),
    "Taking much more than the usual amount makes withdrawal harder and less safe.",
    (20, 85, 125),
    subjects=rows(
        (*LABELED_SEDATIVES, "gabapentinoids"),
        {p: regular(p) for p in (*LABELED_SEDATIVES, "gabapentinoids")},
    ),
    skip_as=("unknown",),
    per="substance",
)

DURATION = Question(
    "duration",
    "BZD2",
    "U",
    "each",
    "how long",
    "For how long has it been taken on most days?",
    "For how long has it been taken on most days?",
    (
        Option("lt_1", "Less than 1 month"),
        Option("m1_3", "1 to 3 months", rank=1),
        Option("m3_12", "3 to 12 months", rank=2),
        Option("gt_12", "More than 12 months", rank=3),
        Option("not_sure", "Not sure", rank=3, counts_as="gt_12"),
    ),
    "The longer a sedative is taken, the more slowly it needs to be reduced. A clinic will ask this first.",
    (20,),
    subjects=rows(SEDATIVES, {p: regular(p) for p in SEDATIVES}),
    skip_as=("gt_12",),
    open_as="gt_12",
    per="substance",
)

_CUT = (*SEDATIVES, "gabapentinoids", "pain_opioids", "moud")
RECENT_CUT = Question(
    "recent_cut",
    "BZD3",
    "U",
    "each",
    "stopped or cut down lately",
    "In the past 2 weeks, have you stopped it or cut down a lot?",
    "In the past 2 weeks, {have they|has your client} stopped it or cut down a lot?",
    (
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    "A fast stop or a big cut is when dangerous withdrawal is most likely.",
    (15, 20),
    subjects=rows(_CUT, {p: regular(p) if p in WITH_FREQUENCY else SUBSTANCES.picked(p) for p in _CUT}),
    skip_as=("yes",),
    per="substance",
)

AROUND_CLOCK = Question(
    "around_clock",
    "GHB1",
    "U",
    "one",
    "doses around the clock",
    "Do you take doses day and night, around the clock?",
    "{Do they|Does your client} take doses day and night, around the clock?",
    (
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    "With GHB and drugs like it, dosing around the clock can bring dangerous withdrawal within hours.",
    (86, 121),
    asked_when=Any_(
        *(regular(p) for p in GHB_GROUP if p != "oxybate_prescribed"),
        regular("oxybate_prescribed") & SOURCE.at_least("more", of="oxybate_prescribed"),
    ),
    skip_as=("yes",),
)

_STOPPING_MATTERS = Any_(
    HEAVY_ALCOHOL_NOW,
    withdrawal("moderate", "alcohol"),
    *(regular(p) for p in (*SEDATIVES, "gabapentinoids")),
)
WD_PAST = Question(
    "wd_past",
    "U5",
    "U",
    "many",
    "what happened when stopping before",
    "When you stopped before, what happened?",
    "When {they|your client} stopped before, what happened?",
    (
        Option("never_stopped", "Never stopped before", exclusive=True),
        Option("no_trouble", "No trouble", exclusive=True),
        Option("felt_ill", "Felt ill", rank=1),
        Option("needed_hospital", "Needed a doctor or hospital", rank=2),
        Option("seizure", "A seizure", rank=4),
        Option("dts", "Confusion, or seeing or hearing things (\u201cDTs\u201d)", rank=4),
        Option("not_sure", "Not sure", rank=3, counts_as="needed_hospital", exclusive=True),
    ),
    "A seizure or confusion last time is the strongest sign that it can happen again.",
    (22, 68),
    asked_when=_STOPPING_MATTERS,
    skip_as=("not_sure",),
)

SEIZURE_CAUSE = Question(
    "seizure_cause",
    "U5a",
    "U",
    "many",
    "what was being used before the seizure or confusion",
    "Before that seizure or confusion, what were you using or stopping?",
    "Before that seizure or confusion, what {were they|was your client} using or stopping?",
    (
        Option("alcohol", "Alcohol", rank=1),
        Option("sedatives", "Sedatives", rank=1, hint="Benzodiazepines, sleep pills, barbiturates, GHB"),
        Option("opioid", "An opioid", hint="Heroin, fentanyl, pain pills, tramadol"),
        Option("stimulant", "A stimulant", hint="Cocaine, meth, ADHD medicine"),
        Option("other", "Something else"),
        Option("not_sure", "Not sure", rank=1, exclusive=True),
    ),
    "Seizures from stopping alcohol or sedatives tend to come back. Other causes are weighed differently.",
    (22,),
    asked_when=WD_PAST.picked("seizure") | WD_PAST.picked("dts"),
    skip_as=("not_sure",),
)

WD_EPISODES = Question(
    "wd_episodes",
    "U6",
    "U",
    "one",
    "times in withdrawal or detox",
    "How many times have you been through withdrawal or detox?",
    "How many times {have they|has your client} been through withdrawal or detox?",
    (
        Option("zero", "Never"),
        Option("one", "Once", rank=1),
        Option("two_plus", "Twice or more", rank=2),
        Option("not_sure", "Not sure", rank=2, counts_as="two_plus"),
    ),
    "Withdrawal can get worse each time.",
    (22,),
    asked_when=Any_(
        HEAVY_ALCOHOL_NOW, *(regular(p) for p in ("benzodiazepines", "barbiturates", "gabapentinoids"))
    ),
    skip_as=("two_plus",),
)

ALCOHOL_HISTORY = Question(
    "alcohol_history",
    "ALC4",
    "U",
    "each",
    "drinking history",
    "Is any of this true for you?",
    "Is any of this true for {them|your client}?",
    (
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    "Four or more of these signs point to a harder withdrawal. Our wording; the signs come from a hospital checklist.",
    (67,),
    asked_when=HEAVY_ALCOHOL_NOW,
    subjects=(
        Subject("drunk_30d", "Drunk in the past 30 days"),
        Subject("program_or_aa", "Ever in an alcohol program or AA"),
        Subject("withdrawal_before", "Ever had alcohol withdrawal"),
        Subject("blackouts", "Ever had blackouts"),
        Subject("with_downers_90d", "Alcohol with downers in the past 90 days"),
        Subject("with_drugs_90d", "Alcohol with other drugs in the past 90 days"),
    ),
    skip_as=("yes",),
    per="item",
)

OVERDOSES = Question(
    "overdoses",
    "OP1",
    "U",
    "one",
    "overdoses in the past 12 months",
    "How many overdoses have you had in the past 12 months?",
    "How many overdoses {have they|has your client} had in the past 12 months?",
    (
        Option("zero", "None"),
        Option("one", "One", rank=1),
        Option("two_plus", "Two or more", rank=2),
    ),
    "An overdose raises the risk of another one. More support can lower that risk.",
    (23,),
    asked_when=USES,
    hint="Count alcohol poisoning too.",
)

MOUD_STATUS = Question(
    "moud_status",
    "OP2",
    "U",
    "one",
    "medicine for opioid use",
    "Have you ever taken methadone, buprenorphine or naltrexone for opioid use?",
    "{Have they|Has your client} ever taken methadone, buprenorphine or naltrexone for opioid use?",
    (
        Option("never", "Never"),
        Option("past", "In the past"),
        Option("now", "Yes, now"),
    ),
    "These medicines work best of all we have for opioid use. If never tried, they come first.",
    (23, 134),
    asked_when=used(*OPIOIDS) & ~used("moud"),
    skip_as=("past",),
)

HAS_NALOXONE = Question(
    "has_naloxone",
    "OP3",
    "U",
    "one",
    "naloxone at hand",
    "Do you have naloxone (Narcan) at hand?",
    "Is there naloxone (Narcan) at hand?",
    (Option("yes", "Yes"), Option("no", "No", rank=1)),
    "Naloxone can reverse an opioid overdose. It is sold without a prescription.",
    (16,),
    asked_when=used(*OPIOIDS, "moud", *STIMULANTS, "mdma"),
    skip_as=("no",),
)

SUPPLY = Question(
    "supply",
    "U8",
    "U",
    "each",
    "supply of the medicine",
    "Will it last, or could you run out?",
    "Will it last, or could it run out?",
    (
        Option("ok", "No problem"),
        Option("running_out", "It runs out within 2 weeks", rank=1),
        Option("cut_off", "Cut off, or missed 2 or more doses", rank=2),
    ),
    "Running out means stopping suddenly. There are people to call today before that happens.",
    (15, 20),
    subjects=rows(SUPPLIED),
    skip_as=("running_out",),
    per="substance",
)

PRESCRIBER_HELP = Question(
    "prescriber_help",
    "U9",
    "U",
    "one",
    "a prescriber who will help",
    "Do you have a prescriber who will help with a plan?",
    "{Do they|Does your client} have a prescriber who will help with a plan?",
    (Option("yes", "Yes"), Option("no", "No"), Option("not_sure", "Not sure")),
    "A slow, safe plan needs a prescriber. If there is none, finding one is the first step.",
    (20,),
    asked_when=used(*SUPPLIED),
    skip_as=("not_sure",),
)

INJECTING = Question(
    "injecting",
    "R6",
    "R",
    "one",
    "injecting",
    "In the past 3 months, have you injected any of it?",
    "In the past 3 months, {have they|has your client} injected any of it?",
    (Option("no", "No"), Option("yes", "Yes", rank=1)),
    "So that we can point to new supplies, tests and wound care. It never lowers or raises the level.",
    (93,),
    asked_when=used(*INJECTED),
)
