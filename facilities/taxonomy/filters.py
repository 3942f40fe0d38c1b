"""Which codes answer which filter: detox by substance, medications, and the facts that rule a place out."""

# Withdrawal care by substance (category DETOX), keyed by levels.DETOX_CHOICES. MDET: medication is routinely used.
DETOX_CODES = {
    "alcohol": "ADTX",
    "benzodiazepines": "BDTX",
    "opioids": "ODTX",
    "cocaine": "CDTX",
    "methamphetamine": "MDTX",
}
MEDICALLY_MANAGED = "MDET"

# "Offers it", keyed by levels.MOUD_CHOICES: used, prescribed or kept going here, by mouth, implant or injection.
MOUD_CODES = {
    "methadone": ("MU", "METH", "MM", "DM"),
    "buprenorphine": ("BU", "BUM", "DB", "UB", "BSDM", "BWN", "BWON", "BERI"),
    "naltrexone": ("NU", "UN", "RPN", "NXN", "VTRL"),
}
# "Accepts people already on it", prescribed elsewhere: for opioid and for alcohol use disorder.
ACCEPTS_ON_MEDICATION = {"opioids": "MOA", "alcohol": "ACMA"}

# Serves only these people: removed unless the visitor looks for exactly that. The last three are of older editions.
EXCLUSIVE = {"alcohol": ("AUDO",), "opioids": ("OUDO", "MO", "BMO", "OTPA"), "dui": ("DUO",)}
DOES_NOT_TREAT = {"alcohol": "NAUT", "opioids": "NOOP"}
# No medication for opioid or alcohol use disorder: removed only when medication is sought.
NO_MEDICATION = {"opioids": "NMOA", "alcohol": "NMAUT"}


def ruled_out_by(substance: str) -> frozenset[str]:
    """Codes that say a program will not treat this substance: it does not, or it serves only other people."""
    others = {code for name, codes in EXCLUSIVE.items() if name != substance for code in codes}
    return frozenset(others | {DOES_NOT_TREAT[substance]} if substance in DOES_NOT_TREAT else others)
