"""Families of substances, in the order of the A-Z by class."""

from .types import Klass

CLASSES = {
    klass.key: klass
    for klass in (
        Klass("alcohol", "Alcohol", "alcohol"),
        Klass("benzodiazepines", "Benzodiazepines", "benzodiazepines"),
        Klass("z_drugs", "Z-drugs (sleep medicines)", "sedatives"),
        Klass("barbiturates", "Barbiturates", "sedatives"),
        Klass("ghb_group", "GHB group", "sedatives"),
        Klass("other_sedatives", "Other sedatives and muscle relaxants", "sedatives"),
        Klass("gabapentinoids", "Gabapentin and pregabalin", "sedatives"),
        Klass("opioids", "Opioids", "opioids"),
        Klass("opioid_adulterants", "Sedatives mixed into fentanyl", "opioids"),
        Klass("opioid_like", "Opioid-like products", "opioids"),
        Klass("stimulants", "Stimulants", "stimulants"),
        Klass("cannabinoids", "Cannabis and synthetic cannabinoids", "cannabis"),
        Klass("nicotine", "Nicotine", "nicotine"),
        Klass("inhalants", "Inhalants", "other"),
        Klass("hallucinogens", "Hallucinogens and MDMA", "other"),
        Klass("ketamine", "Ketamine", "other"),
    )
}

# The four steps of the danger meter: a short name and a sentence, so that color is never alone.
DANGER = {
    1: ("Mild to moderate", "Unpleasant, but seldom dangerous to the body."),
    2: ("Very hard", "Rarely deadly in itself. The indirect dangers are real."),
    3: ("Serious", "Serious problems can happen. Get medical help first."),
    4: ("Can be fatal", "Stopping suddenly can cause seizures, severe confusion or death."),
}
