"""From a label to its code, within its category. Sources that print labels instead of codes word some differently."""

import re
from functools import cache

from facilities.taxonomy.book import CATEGORY_ALIASES, RENAMED, code_book

# Labels of FindTreatment.gov (2019 to 2025) that no code book has, by the code whose meaning they state.
OTHER_WORDS = {
    ("AGE", "seniors 65 or older"): "SNR",
    ("AS", "case management"): "CM",
    ("AS", "consumer run peer support services"): "PEER",
    ("AS", "domestic violence services family or partner"): "DVFP",
    ("ECS", "family counseling offered"): "FCO",
    ("ECS", "group counseling offered"): "GCO",
    ("ECS", "individual counseling offered"): "ICO",
    ("ECS", "marital couples counseling offered"): "MCO",
    ("ECS", "substance abuse education"): "SAE",
    ("EXCL", "dui dwi clients"): "DU",
    ("LCA", "commission on accreditation of rehabilitation facilities"): "CARF",
    ("LCA", "state substance abuse agency"): "STAG",
    ("OT", "accepts clients on opioid medication"): "MOA",
    ("OT", "do not use medication for opioid addiction"): "NMOA",
    ("OT", "does not treat opioid addiction"): "NOOP",
    ("OT", "prescribes administers buprenorphine"): "UB",
    ("OT", "prescribes administers naltrexone"): "UN",
    ("OT", "relapse prevention from naltrexone"): "RPN",
    ("OT", "samhsa certified opioid treatment program"): "OTP",
    ("OTHR", "treatment for non substance use addiction disorder"): "TOD",
    ("PAY", "federal or any government funding for substance abuse programs"): "FSA",
    ("PAY", "military insurance e g tricare"): "MI",
    ("PAY", "state education funds"): "SEF",
    ("PHR", "buprenorphine extended release injectable for example sublocade"): "BERI",
    ("PHR", "buprenorphine with naloxone suboxone"): "BWN",
    ("PHR", "disulfiram antabuse"): "DSF",
    ("PHR", "extended release injectable naltrexone vivitrol"): "VTRL",
    ("SCR", "breath analyzer or blood alcohol testing"): "BABA",
    ("SCR", "screening for mental health disorders"): "SMHD",
    ("SET", "hospital inpatient"): "HI",
    ("SET", "residential"): "RES",
    ("SET", "telemedicine telehealth"): "TELE",
    ("SG", "adults with serious mental illness smi"): "SMI",
    ("SG", "clients referred from the court judicial system"): "CJ",
    ("SG", "clients referred from the court judicial system other than dui dwi"): "CJ",
    ("SG", "lesbian gay bisexual or transgender lgbt clients"): "GL",
    ("SG", "military families"): "MF",
    ("SG", "persons who have experienced intimate partner violence domestic violence"): "DV",
    ("SG", "persons who have experienced sexual abuse"): "XA",
    ("SG", "persons who have experienced trauma"): "TRMA",
    ("SG", "persons with hiv or aids"): "HV",
    ("SG", "persons with co occurring mental and substance use disorders"): "CO",
    ("SG", "persons with serious mental illness smi"): "SMI",
    ("SG", "transitional age young adults"): "TAY",
    ("SL", "services for the deaf and hard of hearing"): "AH",
    ("SL", "services for the hearing impaired"): "AH",
    ("TAP", "integrated dual disorders treatment"): "IDD",
    ("TAP", "substance use counseling approach"): "SACA",
    ("TAP", "trauma therapy"): "TRC",
    ("TC", "mental health treatment services"): "MH",
    ("TC", "substance treatment services"): "SA",
    ("TOBAC", "nicotine replacement therapy"): "NRT",
    ("TOBAC", "non nicotine smoking tobacco cessation medications"): "NSC",
    ("TOBAC", "smoking tobacco cessation counseling"): "TCC",
}


def plain(label: str) -> str:
    """Letters and digits of a label, lower case, single spaces."""
    return re.sub(r"[^a-z0-9]+", " ", label.lower()).strip()


@cache
def _by_label() -> tuple[dict[tuple[str, str], str], dict[str, set[str]]]:
    """(category, label) to its code, and label alone to every code that has it; renamed codes count as one."""
    within: dict[tuple[str, str], str] = {}
    anywhere: dict[str, set[str]] = {}
    for entry in code_book().values():
        code = RENAMED.get(entry.code, entry.code)
        within[entry.category_code, plain(entry.label)] = code
        anywhere.setdefault(plain(entry.label), set()).add(code)
    return within, anywhere


def code_for(category: str, label: str) -> str:
    """The code of a label in a category; elsewhere only if one code alone has the label. "" when unknown."""
    within, anywhere = _by_label()
    key = CATEGORY_ALIASES.get(category, category), plain(label)
    if found := within.get(key) or OTHER_WORDS.get(key):
        return found
    alone = anywhere.get(key[1], set())
    return next(iter(alone)) if len(alone) == 1 else ""
