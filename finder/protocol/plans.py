"""Which questions share a page, and in what order the pages come: safety first, then what decides most."""

from dataclasses import dataclass

PARTS = ("Safety now", "What is used", "Withdrawal", "Body and risk", "Home and next steps")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Pages as data: as many as the open questions need. `part`: its place in PARTS. `by_row`: all questions about
    one drug stand together, under its name; `rest` is the heading over those about no single drug."""

    id: str
    part: int
    questions: tuple[str, ...]
    title: str = ""
    title_other: str = ""
    by_row: bool = False
    rest: str = ""


SAFETY, USE, WITHDRAWAL, RISK, NEXT = range(5)
PLANS = (
    Plan(id="overdose", part=SAFETY, questions=("overdose_now",)),
    Plan(id="signs", part=SAFETY, questions=("danger_signs",)),
    Plan(id="exposures", part=SAFETY, questions=("exposures",)),
    Plan(
        id="about",
        part=SAFETY,
        questions=("respondent", "age", "sex", "medical"),
        title="Who needs help?",
    ),
    Plan(id="suicide", part=SAFETY, questions=("suicide",)),
    Plan(
        id="mind",
        part=SAFETY,
        questions=("psychosis", "psych_hospital", "mh_diagnosis", "mh_impair"),
        title="How is your mind doing?",
        title_other="How is {their|your client's} mind doing?",
    ),
    Plan(
        id="means",
        part=SAFETY,
        questions=("means_access", "ever_tried"),
        title="Two more questions, to help keep you safe",
        title_other="Two more questions, to help keep {them|your client} safe",
    ),
    Plan(id="violence", part=SAFETY, questions=("violence",)),
    Plan(id="child", part=SAFETY, questions=("child_risk",)),
    Plan(id="substances", part=USE, questions=("substances",)),
    Plan(
        id="use",
        part=USE,
        questions=("frequency", "source", "past_use"),
        title="How often, and how is it taken?",
        by_row=True,
        rest="Before that",
    ),
    Plan(
        id="drinks",
        part=USE,
        questions=("audit_frequency", "audit_drinks", "audit_six"),
        title="How much do you drink?",
        title_other="How much {do they|does your client} drink?",
    ),
    Plan(
        id="withdrawal",
        part=WITHDRAWAL,
        questions=("last_use", "wd_now", "wd_unclear", "wd_past", "wd_episodes"),
        title="Last use, and signs of withdrawal",
        by_row=True,
        rest="All together",
    ),
    Plan(id="cause", part=WITHDRAWAL, questions=("seizure_cause",)),
    Plan(
        id="medicine",
        part=WITHDRAWAL,
        questions=("benzo_dose", "sedative_dose", "duration", "recent_cut", "around_clock", "supply"),
        title="How much, how long, what changed?",
        by_row=True,
    ),
    Plan(id="drinking", part=WITHDRAWAL, questions=("alcohol_history",)),
    Plan(
        id="health",
        part=RISK,
        questions=(
            "thinking",
            "pregnancy",
            "seizure_disorder",
            "long_term_pain",
            "overdoses",
            "harm",
            "injecting",
            "moud_status",
            "control",
            "recent_release",
            "programs",
        ),
        title="Health and risk",
    ),
    Plan(id="outcome", part=RISK, questions=("program_outcome",)),
    Plan(
        id="home",
        part=NEXT,
        questions=(
            "home",
            "alone_after",
            "sober_adult",
            "phq_interest",
            "phq_mood",
            "readiness",
            "worried",
        ),
        title="Home, mood and next steps",
    ),
    Plan(
        id="dependence",
        part=NEXT,
        questions=("sds_control", "sds_anxious", "sds_worry", "sds_stop", "sds_difficult"),
        title="The past 12 months",
        by_row=True,
    ),
    Plan(
        id="wishes",
        part=NEXT,
        questions=(
            "supports",
            "transport",
            "has_naloxone",
            "prescriber_help",
            "insurance",
            "veteran",
            "telehealth_privacy",
            "what_helps",
            "barriers",
        ),
        title="What fits you",
        title_other="What fits {them|your client}",
    ),
)
