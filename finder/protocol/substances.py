"""What can be picked as used, and the groups that the rules speak of. Ids are stable: answers are stored by them."""

# id -> (label, examples).
PICKS: dict[str, tuple[str, str]] = {
    "alcohol": ("Alcohol", "Beer, wine, liquor"),
    "benzodiazepines": ("Benzodiazepines", "Xanax, Klonopin, Ativan, Valium, street bars"),
    "z_drugs": ("Sleep pills", "Ambien, Lunesta, Sonata"),
    "gabapentinoids": ("Gabapentin or pregabalin", "Neurontin, Lyrica"),
    "carisoprodol": ("Carisoprodol", "Soma"),
    "baclofen": ("Baclofen", "A muscle relaxer"),
    "barbiturates": ("Barbiturates", "Fioricet, Fiorinal, phenobarbital"),
    "oxybate_prescribed": ("Oxybate from a doctor", "Xyrem, Xywav"),
    "antidepressants": ("Antidepressants", "Zoloft, Lexapro, Effexor, Paxil"),
    "prescription_stimulants": ("ADHD medicine", "Adderall, Ritalin, Vyvanse"),
    "loperamide": ("Loperamide, more than the label says", "Imodium"),
    "dxm": ("Cough medicine to get high", "DXM, Robitussin, Coricidin"),
    "steroids": ("Steroids to build muscle", "Testosterone and the like"),
    "pain_opioids": ("Opioid pain pills", "Oxycodone, Vicodin, Percocet, tramadol"),
    "street_opioids": (
        "Heroin, fentanyl, or street pills or powder",
        "Also if you do not know what was in it",
    ),
    "moud": ("Methadone or buprenorphine for opioid use", "Suboxone, Sublocade, a methadone clinic"),
    "kratom": ("Kratom", "Leaf, powder, tea"),
    "seven_oh": ("7-OH", "Strong kratom tablets or shots"),
    "tianeptine": ("Tianeptine", "Zaza, Tianaa, \u201cgas-station heroin\u201d"),
    "cocaine": ("Cocaine or crack", "Coke, blow"),
    "methamphetamine": ("Meth or speed", "Crystal, ice, amphetamine"),
    "cannabis": ("Cannabis", "Weed, vapes, edibles, delta-8"),
    "tobacco": ("Tobacco or nicotine vapes", "Cigarettes, pouches, vapes"),
    "synthetic_cannabinoids": ("K2 or Spice", "Lab-made cannabis"),
    "ghb": ("GHB, GBL or 1,4-BD", "G, liquid E"),
    "phenibut": ("Phenibut", "Often sold as a supplement"),
    "inhalants": ("Inhalants", "Whippets, glue, poppers, canned air"),
    "ketamine": ("Ketamine", "K, Special K"),
    "mdma": ("MDMA", "Ecstasy, molly"),
    "hallucinogens": ("Hallucinogens", "LSD, mushrooms, PCP"),
    "other": ("Something else", "Any other drug, or you do not know"),
}

# Medicines and drugs that slow the brain; stopping one suddenly can be dangerous.
SEDATIVES = (
    "benzodiazepines",
    "z_drugs",
    "barbiturates",
    "ghb",
    "oxybate_prescribed",
    "phenibut",
    "carisoprodol",
    "baclofen",
)
LABELED_SEDATIVES = ("z_drugs", "barbiturates", "oxybate_prescribed", "phenibut", "carisoprodol", "baclofen")
BARBITURATE_RULES = ("barbiturates", "carisoprodol", "baclofen")
GHB_GROUP = ("ghb", "oxybate_prescribed", "phenibut")
OPIOIDS = (
    "pain_opioids",
    "street_opioids",
    "kratom",
    "seven_oh",
    "tianeptine",
    "loperamide",
)  # medicine for opioid use is apart
STIMULANTS = ("cocaine", "methamphetamine", "prescription_stimulants")
# What a doctor can prescribe, so that "as directed" has a meaning.
MEDICINES = (
    "benzodiazepines",
    "z_drugs",
    "barbiturates",
    "oxybate_prescribed",
    "carisoprodol",
    "baclofen",
    "gabapentinoids",
    "pain_opioids",
    "prescription_stimulants",
    "antidepressants",
    "steroids",
    "other",
)
# Medicines that can run out with harm.
SUPPLIED = (
    "benzodiazepines",
    "z_drugs",
    "barbiturates",
    "oxybate_prescribed",
    "carisoprodol",
    "baclofen",
    "gabapentinoids",
    "pain_opioids",
    "moud",
)
INJECTED = (
    "pain_opioids",
    "street_opioids",
    "moud",
    "tianeptine",
    *STIMULANTS,
    "ketamine",
    "mdma",
    "steroids",
    "other",
)
# Sedatives, and what is watched like them: withdrawal can be hard to foresee at any pattern of use (16.5).
WATCHED = (*SEDATIVES, "gabapentinoids", "synthetic_cannabinoids", "other")
# Everything with a "how often": tobacco never changes the level, and medicine for opioid use is steady by nature.
WITH_FREQUENCY = tuple(pick for pick in PICKS if pick not in ("tobacco", "moud"))
# Groups whose withdrawal is asked about together: group -> (label, picks in it).
WITHDRAWAL_GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "alcohol": ("Alcohol", ("alcohol",)),
    "benzodiazepines": ("Benzodiazepines", ("benzodiazepines",)),
    "z_drugs": ("Sleep pills", ("z_drugs",)),
    "barbiturates": ("Barbiturates", ("barbiturates",)),
    "ghb": ("GHB or oxybate", ("ghb", "oxybate_prescribed")),
    "phenibut": ("Phenibut", ("phenibut",)),
    "carisoprodol": ("Carisoprodol", ("carisoprodol",)),
    "baclofen": ("Baclofen", ("baclofen",)),
    "opioids": ("Opioids, kratom or the like", (*OPIOIDS, "moud")),
    "gabapentinoids": ("Gabapentin or pregabalin", ("gabapentinoids",)),
    "synthetic_cannabinoids": ("K2 or Spice", ("synthetic_cannabinoids",)),
    "stimulants": ("Cocaine, meth or other uppers", STIMULANTS),
    "other": ("Something else", ("other",)),
    "rest": (
        "Anything else you use",
        (
            "cannabis",
            "inhalants",
            "hallucinogens",
            "ketamine",
            "mdma",
            "antidepressants",
            "steroids",
            "dxm",
        ),
    ),
}
GROUP_OF = {pick: group for group, (_, picks) in WITHDRAWAL_GROUPS.items() for pick in picks}
