"""Which box of the "what was used" question a substance of the library stands for."""

from articles.substances import SUBSTANCES

from .protocol import question

# Where the questionnaire asks about a whole class, or uses another word than the library.
OF_CLASS = {
    "benzodiazepines": "benzodiazepines",
    "z_drugs": "z_drugs",
    "barbiturates": "barbiturates",
    "gabapentinoids": "gabapentinoids",
}
OF_SUBSTANCE = {
    "oxybate": "oxybate_prescribed",
    "opioids": "street_opioids",
    "heroin": "street_opioids",
    "fentanyl": "street_opioids",
    "nitazenes": "street_opioids",
    "xylazine": "street_opioids",
    "medetomidine": "street_opioids",
    "prescription_opioids": "pain_opioids",
    "methadone": "moud",
    "buprenorphine": "moud",
    "nicotine": "tobacco",
}


def pick_for(key: str) -> str | None:
    """The option id for a substance key of the library, or for an option id itself; None for anything else."""
    known = question("substances")
    substance = SUBSTANCES.get(key)
    by_class = OF_CLASS.get(substance.klass) if substance else None
    pick = OF_SUBSTANCE.get(key) or by_class or key
    return pick if known.has_option(pick) else None
