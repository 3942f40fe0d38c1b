"""Which page of the library goes with a card or a level: id -> (topic, slug)."""

READ_MORE = {
    # Tracks
    "ambulatory_wm": ("care", "detox-settings"),
    "supervised_taper": ("care", "tapering"),
    "moud": ("care", "medications-for-opioid-use-disorder"),
    "aud_meds": ("care", "medications-for-alcohol-use-disorder"),
    "contingency_mgmt": ("care", "therapies"),
    "dual_dx": ("care", "co-occurring"),
    "adolescent": ("people", "teens-and-parents"),
    "perinatal": ("people", "pregnancy"),
    "veteran": ("people", "veterans"),
    "older_adult": ("people", "older-adults"),
    "recovery_housing": ("care", "recovery-housing"),
    "family": ("people", "families"),
    "telehealth": ("care", "outpatient"),
    "tobacco": ("nicotine", "nicotine"),
    "find_prescriber": ("people", "prescribed-benzodiazepines"),
    # Adjuncts
    "naloxone": ("care", "naloxone"),
    "no_insurance": ("rights", "paying-for-treatment"),
    "cannabis_signs": ("cannabis", "cannabis"),
    "work_leave": ("people", "work-and-school"),
    "legal_rights": ("rights", "discrimination"),
    # Levels
    "early_intervention": ("care", "early-help"),
    "outpatient": ("care", "outpatient"),
    "iop": ("care", "iop"),
    "php": ("care", "php"),
    "residential": ("care", "residential"),
    "inpatient_wm": ("care", "inpatient-detox"),
}
