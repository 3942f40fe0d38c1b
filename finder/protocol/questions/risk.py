"""R. Risk of going on, and harm. SDS: Gossop and others, 1995, asked for drugs that are not taken as prescribed."""

from ..conditions import Any_, Condition
from ..shapes import Option, Question, Subject
from ..substances import MEDICINES, PICKS
from .mind import NOT_RELATIVE
from .use import EVER_USED, SOURCE, SUBSTANCES, regular


def counted(pick: str) -> Condition:
    """Counts for loss of control: anything but tobacco, medicine for opioid use, and medicine taken as prescribed."""
    return SOURCE.at_least("more", of=pick) if pick in MEDICINES else SUBSTANCES.picked(pick)


COUNTABLE = tuple(pick for pick in PICKS if pick not in ("tobacco", "moud"))
ANY_COUNTED = Any_(*(counted(p) for p in COUNTABLE))

_SDS_ROWS = tuple(
    Subject(p, PICKS[p][0], regular(p) & counted(p), PICKS[p][1]) for p in COUNTABLE if p != "alcohol"
)
_OFTEN = (
    Option("never", "Never or almost never"),
    Option("sometimes", "Sometimes", rank=1),
    Option("often", "Often", rank=2),
    Option("always", "Always or nearly always", rank=3),
)


def _sds(
    id_: str, topic: str, text: str, text_other: str, why: str, *, options: tuple[Option, ...] = _OFTEN
) -> Question:
    return Question(
        id=id_,
        code="R1",
        section="R",
        kind="each",
        topic=topic,
        text=text,
        text_other=text_other,
        options=options,
        why=why,
        sources=(62,),
        asked_when=NOT_RELATIVE,
        subjects=_SDS_ROWS,
        skip_as=(options[1].id,),
    )


SDS_CONTROL = _sds(
    "sds_control",
    "use out of control",
    "In the past 12 months, did you think your use of it was out of control?",
    "In the past 12 months, did your client think the use of it was out of control?",
    "This and the next four are the Severity of Dependence Scale, a short test used in many countries.",
)
SDS_ANXIOUS = _sds(
    "sds_anxious",
    "worry about going without",
    "Did the thought of going without it make you anxious or worried?",
    "Did the thought of going without it make your client anxious or worried?",
    "Fear of going without is part of how dependence feels.",
)
SDS_WORRY = _sds(
    "sds_worry",
    "worry about use",
    "Did you worry about your use of it?",
    "Did your client worry about the use of it?",
    "Your own worry is one of the better signs that help would be welcome.",
)
SDS_STOP = _sds(
    "sds_stop",
    "wish to stop",
    "Did you wish you could stop?",
    "Did your client wish to stop?",
    "It shows how far use and wishes have moved apart.",
)
SDS_DIFFICULT = _sds(
    "sds_difficult",
    "how hard to stop",
    "How hard would you find it to stop or go without it?",
    "How hard would your client find it to stop or go without it?",
    "The harder it is, the more support we suggest to begin with.",
    options=(
        Option("not", "Not hard"),
        Option("quite", "Quite hard", rank=1),
        Option("very", "Very hard", rank=2),
        Option("impossible", "Impossible", rank=3),
    ),
)
SDS = (SDS_CONTROL, SDS_ANXIOUS, SDS_WORRY, SDS_STOP, SDS_DIFFICULT)

PROGRAMS = Question(
    id="programs",
    code="R2",
    section="R",
    kind="many",
    topic="treatment in the past 12 months",
    text="In the past 12 months, which kinds of treatment have you had?",
    text_other="In the past 12 months, which kinds of treatment {have they|has your client} had?",
    options=(
        Option("outpatient", "Outpatient visits", rank=1),
        Option("iop", "Intensive outpatient (IOP)", rank=1, hint="About 9 to 19 hours a week"),
        Option("php", "Day treatment (PHP)", rank=1, hint="20 or more hours a week"),
        Option("residential", "Residential rehab", rank=1),
        Option("detox", "Detox only", rank=1),
        Option("none", "None", exclusive=True),
    ),
    why="If one kind of care was not enough, the next step may be one with more support.",
    sources=(26, 33),
    asked_when=EVER_USED,
)

PROGRAM_OUTCOME = Question(
    id="program_outcome",
    code="R2",
    section="R",
    kind="each",
    topic="how it went",
    text="How did it go?",
    text_other="How did it go?",
    options=(
        Option("did_well", "Finished, and did well for 3 months"),
        Option("finished_lately", "Finished lately, and no use so far", counts_as="did_well"),
        Option("helping", "In it now, and it helps"),
        Option("returned", "Use returned within 3 months", rank=1),
        Option("left_early", "Left early", rank=1),
        Option("not_enough", "In it now, and it is not enough", rank=1),
        Option("stuck", "It helped some, then got stuck", rank=1, counts_as="not_enough"),
    ),
    why="Going back to use is common and no one's failure. It only tells which care to try next.",
    sources=(26, 33),
    subjects=tuple(
        # Skipped, a detox counts as left early: only one that is said to have gone well is no failed program (16.9).
        Subject(o.id, o.label, PROGRAMS.picked(o.id), o.hint, skip_as="left_early" if o.id == "detox" else "")
        for o in PROGRAMS.options
        if not o.exclusive
    ),
)

CONTROL = Question(
    id="control",
    code="R3",
    section="R",
    kind="one",
    topic="going a week without",
    text="Could you go a week without drinking or using?",
    text_other="Could {they|your client} go a week without drinking or using?",
    options=(
        Option("yes", "Yes"),
        Option("with_support", "Yes, with support", rank=1),
        Option("doubtful", "I doubt it", "Doubtful", rank=2),
        Option("not_a_day", "No, not even a day", rank=3),
        Option("not_sure", "Not sure", rank=2, counts_as="doubtful"),
    ),
    why="This is about control, not will power. It shows how much structure each day should have.",
    sources=(26, 33),
    asked_when=ANY_COUNTED,
    skip_as=("doubtful",),
    hint="Do not try it alone to find out. Medicine taken as prescribed does not count here.",
)

HARM = Question(
    id="harm",
    code="R4",
    section="R",
    kind="one",
    topic="harm in the past 30 days",
    text="In the past 30 days, what harm came from alcohol or drug use?",
    text_other="In the past 30 days, what harm came from {their|your client's} alcohol or drug use?",
    options=(
        Option("none", "None"),
        Option("some", "Some", rank=1, hint="Missed work or school, arguments"),
        Option(
            "serious",
            "Serious",
            rank=2,
            hint="Drove impaired, was injured or arrested, shared needles, one overdose",
        ),
        Option(
            "life_threatening", "Life-threatening", rank=3, hint="Two or more overdoses, or intensive care"
        ),
    ),
    why="Recent harm is the best guide to what may come next.",
    sources=(27, 33),
    asked_when=EVER_USED,
    skip_as=("some",),
)

RECENT_RELEASE = Question(
    id="recent_release",
    code="R5",
    section="R",
    kind="one",
    topic="left a stay lately",
    text="Have you left jail, a hospital, detox or a live-in program lately?",
    text_other="{Have they|Has your client} left jail, a hospital, detox or a live-in program lately?",
    options=(
        Option("no", "No"),
        Option("in_3_months", "Yes, 1 to 3 months ago", rank=1),
        Option("in_4_weeks", "Yes, in the past 4 weeks", rank=2),
    ),
    why="After a break the body is no longer used to the old amount. The first weeks are the most dangerous.",
    sources=(23,),
    asked_when=EVER_USED,
)
