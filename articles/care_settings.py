"""Where withdrawal can happen: four settings, and for whom each fits. Shown as cards on substance pages."""

from dataclasses import dataclass

from articles.substances import Substance, medical_detox_required


@dataclass(frozen=True)
class CareSetting:
    """One setting. `care` is a value of the search filter, `level` a level of care with its own page."""

    key: str
    title: str
    text: str
    care: str = ""
    article: tuple[str, str] = ("", "")
    suitable: bool = True


HOSPITAL = CareSetting(
    "hospital",
    "Inpatient detox",
    "Nurses day and night, doctors, and medicine for withdrawal. "
    "Fits a past seizure, severe symptoms, serious illness, pregnancy, or no safe place to stay.",
    "inpatient_wm",
    ("care", "inpatient-detox"),
)
RESIDENTIAL = CareSetting(
    "residential",
    "Residential program with medical staff",
    "You live there. Ask if nurses are on site 24 hours and if a doctor orders withdrawal medicine. "
    "Without that, it is no safer than home.",
    "residential",
    ("care", "residential"),
)
PRESCRIBER = CareSetting(
    "outpatient",
    "Outpatient, with your prescriber",
    "You live at home and see a clinician as often as needed. Most people who taper do it this way. "
    "Not for past seizures, severe symptoms or an unsafe home.",
    "outpatient",
    ("care", "outpatient"),
)
DAY_VISITS = CareSetting(
    "outpatient",
    "Outpatient detox",
    "Medical visits as often as every day while you live at home. Fits mild withdrawal, "
    "no past seizure or confusion, and a steady adult with you.",
    "outpatient",
    ("care", "outpatient"),
)
MEDICINE = CareSetting(
    "outpatient",
    "Outpatient, with medicine",
    "A clinician starts medicine such as buprenorphine or methadone. This is where most people begin.",
    "outpatient",
    ("care", "medications-for-opioid-use-disorder"),
)
SUPPORT = CareSetting(
    "outpatient",
    "Outpatient care",
    "Regular visits while you live at home. This is enough for most people.",
    "outpatient",
    ("care", "outpatient"),
)
SOCIAL_NO = CareSetting(
    "social",
    "Social detox (no medical staff)",
    "Not suitable here. Support without nurses and medicine cannot stop a seizure. Do not accept it for this.",
    "",
    ("care", "detox-settings"),
    suitable=False,
)
SOCIAL_LIMITED = CareSetting(
    "social",
    "Social detox (no medical staff)",
    "A calm place and kind people, but no medicine on site. Get a medical check first.",
    "",
    ("care", "detox-settings"),
)


def settings_for(substance: Substance | None) -> list[CareSetting]:
    """The four settings, most medical first, in the words that fit the substance."""
    if substance is None:
        return [HOSPITAL, RESIDENTIAL, DAY_VISITS, SOCIAL_LIMITED]
    social = SOCIAL_NO if medical_detox_required(substance) else SOCIAL_LIMITED
    if substance.prescribed and substance.klass not in ("opioids", "stimulants"):
        return [HOSPITAL, RESIDENTIAL, PRESCRIBER, social]
    if medical_detox_required(substance):
        return [HOSPITAL, RESIDENTIAL, DAY_VISITS, social]
    if substance.klass.startswith("opioid"):
        return [HOSPITAL, RESIDENTIAL, MEDICINE, social]
    return [HOSPITAL, RESIDENTIAL, SUPPORT, social]
