"""Levels of care, least to most intensive, and the words /facilities/ understands. Plain Python: no Django here."""

from enum import IntEnum
from typing import NamedTuple


class LevelOfCare(IntEnum):
    """The order is meaning: a higher number is more intensive care."""

    EARLY_INTERVENTION = 1
    OUTPATIENT = 2
    IOP = 3
    PHP = 4
    RESIDENTIAL = 5
    INPATIENT_WM = 6
    EMERGENCY = 7

    @property
    def slug(self) -> str:
        """The word used in addresses and files, such as "iop"."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The words a visitor reads."""
        return LEVELS[self].label

    @classmethod
    def from_slug(cls, slug: str) -> "LevelOfCare":
        """Raises KeyError for an unknown word."""
        return cls[slug.upper()]


class Level(NamedTuple):
    """One level in plain words. Hours are a week, for adults unless said; 24-hour care has none."""

    label: str
    hours: str
    gives: str
    min_hours: int | None = None
    max_hours: int | None = None
    min_hours_teens: int | None = None


# Hours: ASAM Criteria, third and fourth editions; SAMHSA advisory on intensive outpatient care (2021).
LEVELS = {
    LevelOfCare.EARLY_INTERVENTION: Level("Early help", "A few short visits", "Advice, education and a second look."),
    LevelOfCare.OUTPATIENT: Level(
        "Outpatient", "Less than 9 hours a week (teens: less than 6)",
        "Regular visits for therapy and medicine. You live at home.", None, 9,
    ),
    LevelOfCare.IOP: Level(
        "Intensive outpatient (IOP)", "9 to 19 hours a week (teens: 6 or more)",
        "Three or more sessions a week. You live at home.", 9, 19, 6,
    ),
    LevelOfCare.PHP: Level(
        "Partial hospitalization (PHP) or day treatment", "20 or more hours a week",
        "Treatment most days of the week. You sleep at home.", 20,
    ),
    LevelOfCare.RESIDENTIAL: Level(
        "Residential", "24 hours a day", "You live at the program. Staff are there day and night."
    ),
    LevelOfCare.INPATIENT_WM: Level(
        "Inpatient detox", "24 hours a day", "Nurses day and night, a doctor, and medicine to keep withdrawal safe."
    ),
    LevelOfCare.EMERGENCY: Level("Emergency care now", "Call 911", "An emergency room or ambulance crew, right away."),
}  # fmt: skip

# What the `care`, `detox` and `moud` words in a /facilities/ address may be; most intensive first.
CARE_CHOICES = ("inpatient_wm", "residential", "php", "iop", "outpatient")
DETOX_CHOICES = ("alcohol", "benzodiazepines", "opioids", "cocaine", "methamphetamine")
MOUD_CHOICES = ("methadone", "buprenorphine", "naltrexone")

CARE_LABELS = {slug: LevelOfCare.from_slug(slug).label for slug in CARE_CHOICES}
DETOX_LABELS = {
    "alcohol": "Alcohol",
    "benzodiazepines": "Benzodiazepines (such as Xanax or Klonopin)",
    "opioids": "Opioids (such as fentanyl, heroin or pain pills)",
    "cocaine": "Cocaine or crack",
    "methamphetamine": "Methamphetamine",
}
MOUD_LABELS = {
    "methadone": "Methadone",
    "buprenorphine": "Buprenorphine (such as Suboxone)",
    "naltrexone": "Naltrexone (such as Vivitrol)",
}


def care_slug_for(level: LevelOfCare) -> str | None:
    """The `care` word to search with: early help starts at outpatient; an emergency has no list of places."""
    if level is LevelOfCare.EMERGENCY:
        return None
    return LevelOfCare.OUTPATIENT.slug if level is LevelOfCare.EARLY_INTERVENTION else level.slug
