"""The specification read a second time, as plain code: no condition objects, nothing shared with finder.protocol.

Only the tests use it. It was written from the text of sections 3 to 6, 14 and 15, to catch a rule that was
carried over wrongly; z3 proves properties, this compares the meaning.
"""

from typing import Any

ORDER = {
    "frequency": ["less_weekly", "d1_3", "d4_6", "daily", "several_daily"],
    "source": ["as_directed", "more", "not_prescribed"],
    "last_use": ["over_30d", "d15_30", "d8_14", "d4_7", "d1_3", "h6_24", "under_6h"],
    "wd": ["fine", "mild", "moderate", "severe"],
    "dose": ["low", "moderate", "high", "very_high", "unknown"],
    "months": ["lt_1", "m1_3", "m3_12", "gt_12"],
    "home": ["supportive", "mixed", "others_use", "unstable", "unsafe", "none"],
    "harm": ["none", "some", "serious", "life_threatening"],
    "control": ["yes", "with_support", "doubtful", "not_a_day"],
    "often": ["never", "sometimes", "often", "always"],
    "hard": ["not", "quite", "very", "impossible"],
    "phq": ["not_at_all", "several_days", "more_than_half", "nearly_every_day"],
    "audit_frequency": ["never", "monthly", "two_four_month", "two_three_week", "four_plus_week"],
    "audit_drinks": ["one_two", "three_four", "five_six", "seven_nine", "ten_plus"],
    "audit_six": ["never", "less_monthly", "monthly", "weekly", "daily"],
}
SEDATIVES = [
    "benzodiazepines", "z_drugs", "barbiturates", "ghb", "oxybate_prescribed", "phenibut", "carisoprodol", "baclofen"
]  # fmt: skip
OPIOIDS = ["pain_opioids", "street_opioids", "kratom", "seven_oh", "tianeptine"]
STIMULANTS = ["cocaine", "methamphetamine", "prescription_stimulants"]
OTHERS = ["cannabis", "inhalants", "hallucinogens", "ketamine", "mdma", "other"]
MEDICINES = [
    "benzodiazepines", "z_drugs", "barbiturates", "oxybate_prescribed", "carisoprodol", "baclofen", "gabapentinoids",
    "pain_opioids", "prescription_stimulants",
]  # fmt: skip
SUPPLIED = [m for m in MEDICINES if m != "prescription_stimulants"] + ["moud"]
SIGNS = [
    "seizure", "confusion", "hallucinations", "fever_heart", "chest_breathing", "vomiting", "bleeding", "fainted",
    "head_injury", "stroke_signs", "unsteady", "infection",
]  # fmt: skip
GROUPS = {
    **{p: [p] for p in ("alcohol", "benzodiazepines", "z_drugs", "barbiturates", "phenibut")},
    **{p: [p] for p in ("carisoprodol", "baclofen", "gabapentinoids", "synthetic_cannabinoids")},
    "ghb": ["ghb", "oxybate_prescribed"],
    "opioids": [*OPIOIDS, "moud"],
    "stimulants": STIMULANTS,
    "other": OTHERS,
}


def rank(scale: str, value: str | None) -> int:
    return ORDER[scale].index(value) if value else -1


class Reading:
    """One answer set, read plainly. Every attribute is what the specification calls it."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.a = answers
        self.skipped_u1 = answers.get("substances") == "skip"
        listed = answers.get("substances") if isinstance(answers.get("substances"), list) else []
        self.picks = set(listed or [])
        self.family = answers.get("respondent") == "family"
        self.uses = self.skipped_u1 or bool(
            self.picks & {*GROUPS, *SEDATIVES, *OPIOIDS, *STIMULANTS, *OTHERS, "moud"}
        )

    def one(self, question: str, skip: str | None = None, **counts: str) -> str | None:
        """An answer to a single question; `skip` and `counts` say what skipped and unsure answers count as."""
        value = self.a.get(question)
        return skip if value == "skip" else counts.get(value, value) if value else None

    def each(self, question: str, row: str, skip: str | None = None, **counts: str) -> str | None:
        rows = self.a.get(question)
        value = "skip" if rows == "skip" else (rows or {}).get(row)
        return skip if value == "skip" else counts.get(value, value) if value else None

    def many(self, question: str, skip: tuple[str, ...] = ()) -> set[str]:
        value = self.a.get(question)
        return set(skip) if value == "skip" else set(value or ())

    # --- use ---

    def freq(self, pick: str) -> int:
        value = self.each("frequency", pick, "daily", not_sure="daily") if pick in self.picks else None
        return rank("frequency", value)

    def regular(self, pick: str) -> bool:
        return self.freq(pick) >= 2

    def source(self, pick: str) -> int:
        return rank("source", self.each("source", pick, "more")) if pick in self.picks else -1

    def misused(self, pick: str) -> bool:
        return self.source(pick) >= 1

    def severity(self, group: str) -> int:
        if not self.picks & set(GROUPS[group]):
            return -1
        own = rank("wd", self.each("wd_now", group, "moderate", not_sure="moderate"))
        several = sum(bool(self.picks & set(members)) for members in GROUPS.values()) >= 2
        unclear = self.one("wd_unclear", "mild", not_sure="moderate") if several else None
        return max(own, rank("wd", unclear) if unclear != "none" else 0)

    def group(self, pick: str) -> str:
        return next(g for g, members in GROUPS.items() if pick in members)

    def sick(self, pick: str) -> int:
        return self.severity(self.group(pick))

    @property
    def audit(self) -> tuple[int, int, int]:
        if "alcohol" not in self.picks:
            return (0, 0, 0)
        often = rank("audit_frequency", self.one("audit_frequency", "monthly"))
        days = {-1: 0, 0: 1, 1: 2, 2: 4, 3: 4, 4: 4}[self.freq("alcohol")]
        drinks = rank("audit_drinks", self.one("audit_drinks", "three_four"))
        six = rank("audit_six", self.one("audit_six", "less_monthly"))
        return (max(often, days, 0), max(drinks, 0), max(six, 0))

    @property
    def drinks_regularly(self) -> bool:
        return self.regular("alcohol") or (
            "alcohol" in self.picks and self.a.get("audit_frequency") == "four_plus_week"
        )

    @property
    def heavy(self) -> bool:
        return self.drinks_regularly and self.audit[1] >= 1

    def last(self, pick: str) -> int:
        """6 is within 6 hours, 3 within 7 days, 2 within 14, 1 within 30; -1 when not asked."""
        if pick == "alcohol":
            asked = self.heavy or self.severity("alcohol") >= 2
        else:
            asked = self.regular(pick) if pick in SEDATIVES else pick in self.picks
        return rank("last_use", self.each("last_use", pick, "d4_7") or "d4_7") if asked else -1

    @property
    def benzo_dose(self) -> int:
        return rank("dose", self.one("benzo_dose", "unknown")) if self.regular("benzodiazepines") else -1

    def over_double(self, pick: str) -> bool:
        return self.label_dose(pick) >= 2

    def label_dose(self, pick: str) -> int:
        if not self.regular(pick):
            return -1
        value = self.each("sedative_dose", pick, "double", unknown="double")
        return {"as_label": 0, "more": 1, "double": 2, None: -1}[value]

    @property
    def benzo_current(self) -> bool:
        return self.regular("benzodiazepines") and self.last("benzodiazepines") >= 2

    def sed(self, pick: str) -> bool:
        if pick == "alcohol":
            return self.heavy and self.last("alcohol") >= 3
        if pick == "benzodiazepines":
            months = rank("months", self.each("duration", pick, "gt_12", not_sure="gt_12") or "gt_12")
            return self.benzo_current and (months >= 1 or self.benzo_dose == 4 or self.source(pick) == 2)
        return self.regular(pick) and self.last(pick) >= (2 if pick == "barbiturates" else 3)

    @property
    def seds(self) -> list[str]:
        return [p for p in ("alcohol", *SEDATIVES) if self.sed(p)]

    def cut(self, pick: str) -> bool:
        asked = pick in self.picks if pick == "moud" else self.regular(pick)
        stopped = asked and self.each("recent_cut", pick, "yes", not_sure="yes") == "yes"
        return stopped or self.supply(pick) == "cut_off"

    def supply(self, pick: str) -> str | None:
        return self.each("supply", pick, "running_out") if pick in self.picks and pick in SUPPLIED else None

    # --- history ---

    @property
    def past(self) -> set[str]:
        asked = self.heavy or self.severity("alcohol") >= 2
        asked = asked or any(self.regular(p) for p in (*SEDATIVES, "gabapentinoids"))
        return self.many("wd_past", ("not_sure",)) if asked else set()

    @property
    def fits(self) -> bool:
        return bool(self.past & {"seizure", "dts"})

    @property
    def fits_for_w1(self) -> bool:
        causes = self.many("seizure_cause", ("not_sure",)) if self.fits else set()
        return self.fits and (bool(causes & {"alcohol", "sedatives", "not_sure"}) or not causes)

    @property
    def hospital(self) -> bool:
        return bool(self.past & {"needed_hospital", "not_sure"})

    @property
    def two_episodes(self) -> bool:
        asked = self.heavy or any(
            self.regular(p) for p in ("benzodiazepines", "barbiturates", "gabapentinoids")
        )
        return asked and self.one("wd_episodes", "two_plus", not_sure="two_plus") == "two_plus"

    @property
    def m2(self) -> bool:
        asked = self.heavy or bool(self.picks & {*SEDATIVES, "gabapentinoids"})
        return self.fits or (asked and self.one("seizure_disorder", "yes", not_sure="yes") == "yes")

    @property
    def medical(self) -> str | None:
        return self.one("medical", "watching", not_sure="watching")

    @property
    def watching(self) -> bool:
        return self.medical in ("watching", "unstable")

    @property
    def thinking(self) -> bool:
        return self.one("thinking", "yes", not_sure="yes") == "yes"

    @property
    def pregnancy(self) -> str | None:
        return (
            None if self.a.get("sex") == "male" else self.one("pregnancy", "past_year", not_sure="pregnant")
        )

    @property
    def pregnant(self) -> bool:
        return self.pregnancy == "pregnant"

    @property
    def old(self) -> bool:
        return self.a.get("age") == "age_65_plus"

    @property
    def home(self) -> int:
        return {-1: -1, 5: 4}.get(r := rank("home", self.one("home", "mixed", not_sure="mixed")), r)

    @property
    def bad_home(self) -> bool:
        return self.home >= 3 or self.a.get("violence") in ("being_hurt", "might_hurt", "danger_now")

    @property
    def circumstances(self) -> bool:
        no_adult = self.heavy and self.one("sober_adult", "no") == "no"
        no_ride = self.uses and self.one("transport", "limited") == "none"
        return no_adult or self.bad_home or no_ride or self.thinking

    # --- counted ---

    def counted(self, pick: str) -> bool:
        return self.misused(pick) if pick in MEDICINES else pick in self.picks

    @property
    def all_counted(self) -> list[str]:
        drugs = {*GROUPS, *SEDATIVES, *OPIOIDS, *STIMULANTS, *OTHERS} - {"opioids", "stimulants"}
        return [p for p in drugs if self.counted(p)]

    def sds(self, pick: str) -> int:
        if self.family or pick == "alcohol" or not (self.regular(pick) and self.counted(pick)):
            return 0
        items = [("sds_control", "often", "sometimes"), ("sds_anxious", "often", "sometimes")]
        items += [
            ("sds_worry", "often", "sometimes"),
            ("sds_stop", "often", "sometimes"),
            ("sds_difficult", "hard", "quite"),
        ]
        return sum(max(rank(scale, self.each(item, pick, skip)), 0) for item, scale, skip in items)

    @property
    def moud_never(self) -> bool:
        asked = bool(self.picks & set(OPIOIDS)) and "moud" not in self.picks
        return asked and self.a.get("moud_status") == "never"
