"""U. What is used, how often, how recently, and what happens when it wears off."""

from dataclasses import replace

from ..conditions import Any_, AtLeast, Condition, Not
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
    WATCHED,
    WITH_FREQUENCY,
    WITHDRAWAL_GROUPS,
)
from .about import UNDER_12

SUBSTANCES = Question(
    id="substances",
    code="U1",
    section="U",
    kind="many",
    topic="used in the past 3 months",
    text="What have you used in the past 3 months?",
    text_other="What {have they|has your client} used in the past 3 months?",
    options=(
        *(Option(pick, label, rank=1, hint=examples) for pick, (label, examples) in PICKS.items()),
        Option("behavior", "Gambling, gaming, food, sex or another behavior", hint="Not a drug"),
        Option("none", "Nothing in the past 3 months", exclusive=True),
    ),
    why="Each drug has its own withdrawal. Some can be dangerous to stop without medical help.",
    sources=(38, 568),
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


PAST_USE = Question(
    id="past_use",
    code="U1a",
    section="U",
    kind="many",
    topic="trouble with drugs before that",
    text="Before that, did any of these ever cause trouble?",
    text_other="Before that, did any of these ever cause trouble for {them|your client}?",
    options=(
        Option("opioids", "Opioids", rank=1, hint="Heroin, fentanyl, pain pills, or any other"),
        Option("alcohol", "Alcohol", rank=1),
        Option("sedatives", "Sedatives", rank=1, hint="Xanax and the like, sleep pills, GHB, Soma"),
        Option("other", "Other drugs", rank=1),
        Option("never", "No, never", exclusive=True),
    ),
    why="After a break the body can no longer take the old amount. Past trouble can also come back.",
    sources=(23, 578),
    # Asked of everyone who picked no opioid but kratom or loperamide: adding a drug never takes it away (16.4).
    asked_when=Not(used("pain_opioids", "street_opioids", "seven_oh", "tianeptine", "moud")),
    skip_as=("never",),
)
PAST_TROUBLE = PAST_USE.at_least("opioids")
PAST_OPIOIDS = PAST_USE.picked("opioids")

# Drugs whose use the later questions are about. Skipping U1 does not shut them out.
USES = Any_(used(*(p for p in PICKS if p != "tobacco")), SUBSTANCES.skipped())
EVER_USED = USES | PAST_TROUBLE
_TIME_BEFORE = "After jail, a hospital or a program: the time before it."

FREQUENCY = Question(
    id="frequency",
    code="U2",
    section="U",
    kind="each",
    topic="how often",
    text="In a usual week, how often did you use it?",
    text_other="In a usual week, how often did {they|your client} use it?",
    options=(
        Option("less_weekly", "Less than once a week"),
        Option("d1_3", "1 to 3 days a week", rank=1),
        Option("d4_6", "4 to 6 days a week", rank=2),
        Option("daily", "Every day", rank=3),
        Option("several_daily", "Several times a day", rank=4),
        Option("not_sure", "Not sure", rank=3, counts_as="daily"),
    ),
    why="The body gets used to a drug taken on most days. That is when stopping can bring withdrawal.",
    sources=(20,),
    subjects=rows(WITH_FREQUENCY),
    skip_as=("daily",),
    hint=_TIME_BEFORE,
)

SOURCE = Question(
    id="source",
    code="U7",
    section="U",
    kind="each",
    topic="prescribed",
    text="Is it prescribed to you, and how do you take it?",
    text_other="Is it prescribed to {them|your client}, and how is it taken?",
    options=(
        Option("as_directed", "Prescribed, taken as directed"),
        Option("more", "Prescribed, but more is taken than directed", rank=1),
        Option("not_prescribed", "Not prescribed", rank=2),
    ),
    why="Needing a medicine taken as directed is not the same as addiction. The plan is different too.",
    sources=(20,),
    subjects=tuple(
        # Something unknown may come from anywhere (16.9).
        replace(row, skip_as="not_prescribed") if row.id == "other" else row
        for row in rows(MEDICINES)
    ),
    skip_as=("more",),
)


def regular(pick: str) -> Condition:
    """On 4 or more days a week."""
    return FREQUENCY.at_least("d4_6", of=pick)


AUDIT_FREQUENCY = Question(
    id="audit_frequency",
    code="ALC1",
    section="U",
    kind="one",
    topic="how often you drink",
    text="How often do you have a drink with alcohol in it?",
    text_other="How often {do they|does your client} have a drink with alcohol in it?",
    options=(
        Option("never", "Never"),
        Option("monthly", "Once a month or less", rank=1),
        Option("two_four_month", "2 to 4 times a month", rank=2),
        Option("two_three_week", "2 or 3 times a week", rank=3),
        Option("four_plus_week", "4 or more times a week", rank=4),
    ),
    why="These three questions are the AUDIT-C, a short test of drinking used by many clinics.",
    sources=(57, 58),
    asked_when=used("alcohol") & ~regular("alcohol"),
    skip_as=("monthly",),
    hint=_TIME_BEFORE,
)

AUDIT_DRINKS = Question(
    id="audit_drinks",
    code="ALC2",
    section="U",
    kind="one",
    topic="drinks on a drinking day",
    text="On a day when you drink, how many drinks do you usually have?",
    text_other="On a drinking day, how many drinks {do they|does your client} usually have?",
    options=(
        Option("one_two", "1 or 2"),
        Option("three_four", "3 or 4", rank=1),
        Option("five_six", "5 or 6", rank=2),
        Option("seven_nine", "7 to 9", rank=3),
        Option("ten_plus", "10 or more", rank=4),
    ),
    why="How much a person drinks tells how hard stopping may be on the body.",
    sources=(57, 58, 78),
    asked_when=used("alcohol"),
    skip_as=("three_four",),
    hint="One drink is 12 ounces of beer, 5 ounces of wine, or 1.5 ounces of liquor.",
)

AUDIT_SIX = Question(
    id="audit_six",
    code="ALC3",
    section="U",
    kind="one",
    topic="six or more drinks at a time",
    text="How often do you have 6 or more drinks at one time?",
    text_other="How often {do they|does your client} have 6 or more drinks at one time?",
    options=(
        Option("never", "Never"),
        Option("less_monthly", "Less than once a month", rank=1),
        Option("monthly", "Every month", rank=2),
        Option("weekly", "Every week", rank=3),
        Option("daily", "Every day or almost every day", rank=4),
    ),
    why="Heavy days carry their own risks, even with dry days between.",
    sources=(57, 58),
    asked_when=used("alcohol"),
    skip_as=("less_monthly",),
)

# Amounts that disagree: the graver of the answers counts, in every rule and in the score (16.6).
DRINKS_REGULARLY = Any_(
    regular("alcohol"), AUDIT_FREQUENCY.one_of("four_plus_week"), AUDIT_SIX.one_of("daily")
)
DRINKS_WEEKLY = Any_(
    FREQUENCY.at_least("d1_3", of="alcohol"),
    AUDIT_FREQUENCY.at_least("two_three_week"),
    AUDIT_SIX.at_least("weekly"),
)
SIX_MONTHLY = AUDIT_SIX.at_least("monthly")


def drinks(amount: str) -> Condition:
    """So many drinks on a drinking day, or more. Six or more every week means at least "5 or 6"."""
    said = AUDIT_DRINKS.at_least(amount)
    return said | AUDIT_SIX.at_least("weekly") if amount in ("three_four", "five_six") else said


FIVE_DRINKS = drinks("five_six")
HEAVY_ALCOHOL_NOW = DRINKS_REGULARLY & drinks("three_four")

WD_NOW = Question(
    id="wd_now",
    code="U4",
    section="U",
    kind="each",
    topic="feeling when it wears off",
    text="When it wears off, or right now, how do you feel?",
    text_other="When it wears off, or right now, how {do they|does your client} feel?",
    options=(
        Option("fine", "Fine"),
        Option("mild", "Mild: a bit shaky, anxious, poor sleep", rank=1),
        Option("moderate", "Moderate: clear shaking, sweating, throwing up, very restless", rank=2),
        Option("severe", "Severe: cannot cope, or getting worse", rank=3),
        Option("not_sure", "Not sure", rank=2, counts_as="moderate"),
    ),
    why="How bad withdrawal feels helps tell whether it can be handled at home or needs nurses close by.",
    sources=(22,),
    subjects=tuple(Subject(g, label, used(*picks)) for g, (label, picks) in WITHDRAWAL_GROUPS.items()),
    skip_as=("moderate",),
)

WD_UNCLEAR = Question(
    id="wd_unclear",
    code="U4",
    section="U",
    kind="one",
    topic="feelings you cannot place",
    text="Do you feel sick in a way you cannot pin on one drug?",
    text_other="{Do they|Does your client} feel sick in a way that cannot be pinned on one drug?",
    options=(
        Option("none", "No"),
        Option("mild", "Yes, mild", rank=1),
        Option("moderate", "Yes, moderate", rank=2),
        Option("severe", "Yes, severe or getting worse", rank=3),
        Option("not_sure", "Not sure", rank=2, counts_as="moderate"),
    ),
    why="When it is not clear which drug it comes from, we count it for each of them, to be safe.",
    sources=(22,),
    asked_when=AtLeast(2, *(s.when for s in WD_NOW.subjects)),
    skip_as=("mild",),
)


def withdrawal(severity: str, group: str) -> Condition:
    """Withdrawal from this group is at least so bad; what cannot be placed counts for every group picked."""
    own = WD_NOW.at_least(severity, of=group)
    return own | (WD_NOW.subject(group).when & WD_UNCLEAR.at_least(severity))


# Drugs whose rules have a window of days; under 12 the time matters for everything (16.18).
_TIMED = ("alcohol", *WATCHED, *OPIOIDS)
LAST_USE_ROWS = tuple(PICKS)

LAST_USE = Question(
    id="last_use",
    code="U3",
    section="U",
    kind="each",
    topic="last use",
    text="When was the last time?",
    text_other="When was the last time?",
    options=(
        Option("under_6h", "Less than 6 hours ago", rank=6),
        Option("h6_24", "6 to 24 hours ago", rank=5),
        Option("d1_3", "1 to 3 days ago", rank=4),
        Option("d4_7", "4 to 7 days ago", rank=3),
        Option("d8_14", "8 to 14 days ago", rank=2),
        Option("d15_30", "15 to 30 days ago", rank=1),
        Option("over_30d", "More than 30 days ago"),
        Option("not_sure", "Not sure", rank=3),
    ),
    why="Withdrawal starts and ends at different times for each drug. This tells us if it may still come.",
    sources=(22, 76),
    subjects=rows(LAST_USE_ROWS, {p: used(p) if p in _TIMED else used(p) & UNDER_12 for p in LAST_USE_ROWS}),
    skip_as=("not_sure",),
    open_as="not_sure",  # not told: still inside every window
)

_BY_LABEL = "Onfi, Restoril, oxazepam or Librium:"  # no amounts without a source that was read (16.7)
BENZO_DOSE = Question(
    id="benzo_dose",
    code="BZD1",
    section="U",
    kind="one",
    topic="daily amount of benzodiazepine",
    text="How much do you take on a usual day, next to these examples?",
    text_other="How much {do they|does your client} take on a usual day, next to these examples?",
    options=(
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
        Option("cannot_compare", "I cannot compare mine", "It cannot be compared", 2, "high"),
        Option("label_as", f"{_BY_LABEL} as the label says", rank=1, counts_as="moderate"),
        Option("label_more", f"{_BY_LABEL} more than the label says", rank=2, counts_as="high"),
        Option(
            "label_double",
            f"{_BY_LABEL} more than double, or I do not know",
            f"{_BY_LABEL} more than double, or not known",
            3,
            "very_high",
        ),
        Option("street", "Street or bought pills", rank=4),
    ),
    why="The more the body is used to, the more care stopping needs. Street pills vary, so we count them as strong.",
    sources=(20,),
    asked_when=regular("benzodiazepines"),
    skip_as=("street",),
    hint="These amounts are examples to choose an answer. They are not advice on how much to take.",
)

SEDATIVE_DOSE = Question(
    id="sedative_dose",
    code="U7a",
    section="U",
    kind="each",
    topic="amount taken",
    text="How does the amount compare with what the label or prescriber says?",
    text_other="How does the amount compare with what the label or prescriber says?",
    options=(
        Option("as_label", "As the label or prescriber says, or less"),
        Option("more", "More", rank=1),
        Option("double", "More than double", rank=2),
        Option("unknown", "Do not know", rank=2, counts_as="double"),
    ),
    why="Taking much more than the usual amount makes withdrawal harder and less safe.",
    sources=(20, 85, 125),
    subjects=rows(
        (*LABELED_SEDATIVES, "gabapentinoids"),
        {p: regular(p) for p in (*LABELED_SEDATIVES, "gabapentinoids")},
    ),
    skip_as=("unknown",),
)

DURATION = Question(
    id="duration",
    code="BZD2",
    section="U",
    kind="each",
    topic="how long",
    text="For how long has it been taken on most days?",
    text_other="For how long has it been taken on most days?",
    options=(
        Option("lt_1", "Less than 1 month"),
        Option("m1_3", "1 to 3 months", rank=1),
        Option("m3_12", "3 to 12 months", rank=2),
        Option("gt_12", "More than 12 months", rank=3),
        Option("not_sure", "Not sure", rank=3, counts_as="gt_12"),
    ),
    why="The longer a sedative is taken, the more slowly it needs to be reduced. A clinic will ask this first.",
    sources=(20,),
    subjects=rows(SEDATIVES, {p: regular(p) for p in SEDATIVES}),
    skip_as=("gt_12",),
    open_as="gt_12",
)

_CUT = (*SEDATIVES, "gabapentinoids", "pain_opioids", "moud")
RECENT_CUT = Question(
    id="recent_cut",
    code="BZD3",
    section="U",
    kind="each",
    topic="stopped or cut down lately",
    text="In the past 2 weeks, have you stopped it or cut down a lot?",
    text_other="In the past 2 weeks, {have they|has your client} stopped it or cut down a lot?",
    options=(
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    why="A fast stop or a big cut is when dangerous withdrawal is most likely.",
    sources=(15, 20),
    subjects=rows(_CUT, {p: regular(p) if p in WITH_FREQUENCY else SUBSTANCES.picked(p) for p in _CUT}),
    skip_as=("yes",),
)

AROUND_CLOCK = Question(
    id="around_clock",
    code="GHB1",
    section="U",
    kind="one",
    topic="doses around the clock",
    text="Do you take doses day and night, around the clock?",
    text_other="{Do they|Does your client} take doses day and night, around the clock?",
    options=(
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    why="With GHB and drugs like it, dosing around the clock can bring dangerous withdrawal within hours.",
    sources=(86, 121),
    asked_when=Any_(
        *(regular(p) for p in GHB_GROUP if p != "oxybate_prescribed"),
        regular("oxybate_prescribed") & SOURCE.at_least("more", of="oxybate_prescribed"),
    ),
    skip_as=("yes",),
)

_STOPPING_MATTERS = Any_(
    HEAVY_ALCOHOL_NOW,
    withdrawal("moderate", "alcohol"),
    DRINKS_WEEKLY,
    FIVE_DRINKS,
    SIX_MONTHLY,
    used(*WATCHED),
)
WD_PAST = Question(
    id="wd_past",
    code="U5",
    section="U",
    kind="many",
    topic="what happened when stopping before",
    text="When you stopped before, what happened?",
    text_other="When {they|your client} stopped before, what happened?",
    options=(
        Option("never_stopped", "Never stopped before", exclusive=True),
        Option("no_trouble", "No trouble", exclusive=True),
        Option("felt_ill", "Felt ill", rank=1),
        Option("needed_hospital", "Needed a doctor or hospital", rank=2),
        Option("seizure", "A seizure", rank=4),
        Option("dts", "Confusion, or seeing or hearing things (\u201cDTs\u201d)", rank=4),
        Option("not_sure", "Not sure", rank=3, counts_as="needed_hospital", exclusive=True),
    ),
    why="A seizure or confusion last time is the strongest sign that it can happen again.",
    sources=(22, 68),
    asked_when=_STOPPING_MATTERS,
    skip_as=("not_sure",),
)

SEIZURE_CAUSE = Question(
    id="seizure_cause",
    code="U5a",
    section="U",
    kind="many",
    topic="what was being used before the seizure or confusion",
    text="Before that seizure or confusion, what were you using or stopping?",
    text_other="Before that seizure or confusion, what {were they|was your client} using or stopping?",
    options=(
        Option("alcohol", "Alcohol", rank=1),
        Option(
            "sedatives",
            "Sedatives",
            rank=1,
            hint="Benzodiazepines, sleep pills, barbiturates, GHB, oxybate, phenibut, Soma, baclofen, gabapentin",
        ),
        Option("opioid", "An opioid", hint="Heroin, fentanyl, pain pills, tramadol"),
        Option("stimulant", "A stimulant", hint="Cocaine, meth, ADHD medicine"),
        Option("other", "Something else"),
        Option("not_sure", "Not sure", rank=1, exclusive=True),
    ),
    why="Seizures from stopping alcohol or sedatives tend to come back. Other causes are weighed differently.",
    sources=(22,),
    asked_when=WD_PAST.picked("seizure") | WD_PAST.picked("dts"),
    skip_as=("not_sure",),
)

WD_EPISODES = Question(
    id="wd_episodes",
    code="U6",
    section="U",
    kind="one",
    topic="times in withdrawal or detox",
    text="How many times have you been through withdrawal or detox?",
    text_other="How many times {have they|has your client} been through withdrawal or detox?",
    options=(
        Option("zero", "Never"),
        Option("one", "Once", rank=1),
        Option("two_plus", "Twice or more", rank=2),
        Option("not_sure", "Not sure", rank=2, counts_as="two_plus"),
    ),
    why="Withdrawal can get worse each time.",
    sources=(22,),
    asked_when=Any_(
        HEAVY_ALCOHOL_NOW, *(regular(p) for p in ("benzodiazepines", "barbiturates", "gabapentinoids"))
    ),
    skip_as=("two_plus",),
)

ALCOHOL_HISTORY = Question(
    id="alcohol_history",
    code="ALC4",
    section="U",
    kind="each",
    topic="drinking history",
    text="Is any of this true for you?",
    text_other="Is any of this true for {them|your client}?",
    options=(
        Option("no", "No"),
        Option("yes", "Yes", rank=1),
        Option("not_sure", "Not sure", rank=1, counts_as="yes"),
    ),
    why="Four or more of these signs point to a harder withdrawal. Our wording; the signs come from a hospital checklist.",
    sources=(67,),
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
)

OVERDOSES = Question(
    id="overdoses",
    code="OP1",
    section="U",
    kind="one",
    topic="overdoses in the past 12 months",
    text="How many overdoses have you had in the past 12 months?",
    text_other="How many overdoses {have they|has your client} had in the past 12 months?",
    options=(
        Option("zero", "None"),
        Option("one", "One", rank=1),
        Option("two_plus", "Two or more", rank=2),
    ),
    why="An overdose raises the risk of another one. More support can lower that risk.",
    sources=(23,),
    asked_when=EVER_USED,
    hint="Count alcohol poisoning too.",
)

MOUD_STATUS = Question(
    id="moud_status",
    code="OP2",
    section="U",
    kind="one",
    topic="medicine for opioid use",
    text="Have you ever taken methadone, buprenorphine or naltrexone for opioid use?",
    text_other="{Have they|Has your client} ever taken methadone, buprenorphine or naltrexone for opioid use?",
    options=(
        Option("never", "Never"),
        Option("past", "In the past"),
        Option("now", "Yes, now"),
    ),
    why="These medicines work best of all we have for opioid use. If never tried, they come first.",
    sources=(23, 134),
    asked_when=(used(*OPIOIDS) | PAST_OPIOIDS) & ~used("moud"),
    skip_as=("past",),
)

HAS_NALOXONE = Question(
    id="has_naloxone",
    code="OP3",
    section="U",
    kind="one",
    topic="naloxone at hand",
    text="Do you have naloxone (Narcan) at hand?",
    text_other="Is there naloxone (Narcan) at hand?",
    options=(Option("yes", "Yes"), Option("no", "No", rank=1)),
    why="Naloxone can reverse an opioid overdose. It is sold without a prescription.",
    sources=(16,),
    asked_when=used(*OPIOIDS, "moud", *STIMULANTS, "mdma") | PAST_OPIOIDS,
    skip_as=("no",),
)

SUPPLY = Question(
    id="supply",
    code="U8",
    section="U",
    kind="each",
    topic="supply of the medicine",
    text="Will it last, or could you run out?",
    text_other="Will it last, or could it run out?",
    options=(
        Option("ok", "No problem"),
        Option("running_out", "It runs out within 2 weeks", rank=1),
        Option("will_stop", "The prescriber will stop it", rank=1, counts_as="running_out"),
        Option("missed", "2 or more doses were missed", rank=2, counts_as="cut_off"),
        Option("cut_off", "Cut off from it", rank=2),
    ),
    why="Running out means stopping suddenly. There are people to call today before that happens.",
    sources=(15, 20),
    subjects=rows(SUPPLIED),
    skip_as=("running_out",),
)

PRESCRIBER_HELP = Question(
    id="prescriber_help",
    code="U9",
    section="U",
    kind="one",
    topic="a prescriber who will help",
    text="Do you have a prescriber who will help with a plan?",
    text_other="{Do they|Does your client} have a prescriber who will help with a plan?",
    options=(Option("yes", "Yes"), Option("no", "No"), Option("not_sure", "Not sure")),
    why="A slow, safe plan needs a prescriber. If there is none, finding one is the first step.",
    sources=(20,),
    asked_when=used(*SUPPLIED, "antidepressants"),
    skip_as=("not_sure",),
)

INJECTING = Question(
    id="injecting",
    code="R6",
    section="R",
    kind="one",
    topic="injecting",
    text="In the past 3 months, have you injected any of it?",
    text_other="In the past 3 months, {have they|has your client} injected any of it?",
    options=(Option("no", "No"), Option("yes", "Yes", rank=1)),
    why="So that we can point to new supplies, tests and wound care. It never lowers or raises the level.",
    sources=(93,),
    asked_when=used(*INJECTED),
)
