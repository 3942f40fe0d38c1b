"""Which codes answer which filter: detox by substance, medications, and the facts that rule a place out."""

from facilities.levels import DETOX_CHOICES, MOUD_CHOICES

# Withdrawal care by substance (category DETOX). MDET says that medication is routinely used during it.
DETOX_CODES = {
    "alcohol": "ADTX",
    "benzodiazepines": "BDTX",
    "opioids": "ODTX",
    "cocaine": "CDTX",
    "methamphetamine": "MDTX",
}
MEDICALLY_MANAGED = "MDET"

# "Offers it": used, prescribed or maintained here. Naltrexone by mouth or by injection both count.
MOUD_CODES = {
    "methadone": ("MU", "METH", "MM", "DM", "OTP"),
    "buprenorphine": ("BU", "BUM", "DB", "UB", "BSDM", "BWN", "BWON", "BERI"),
    "naltrexone": ("NU", "UN", "RPN", "NXN", "VTRL"),
}
# "Accepts people already on it": prescribed elsewhere, or given here.
ACCEPTS_MOUD = ("MOA",)

# Serves only these people: removed unless the visitor looks for exactly that.
EXCLUSIVE = {"alcohol": "AUDO", "opioids": "OUDO", "dui": "DUO"}
DOES_NOT_TREAT = {"alcohol": "NAUT", "opioids": "NOOP"}
# No medication for opioid (NMOA) or alcohol (NMAUT) use disorder: removed only when medication is sought.
NO_MEDICATION = {"opioids": "NMOA", "alcohol": "NMAUT"}

assert set(DETOX_CODES) == set(DETOX_CHOICES) and set(MOUD_CODES) == set(MOUD_CHOICES)


def ruled_out_by(substance: str) -> frozenset[str]:
    """Codes that say a program will not treat this substance: it does not, or it serves only other people."""
    others = {code for name, code in EXCLUSIVE.items() if name != substance}
    return frozenset(others | ({DOES_NOT_TREAT[substance]} if substance in DOES_NOT_TREAT else set()))
