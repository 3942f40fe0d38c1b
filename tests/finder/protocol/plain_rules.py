"""The rating tables and the decision table of the specification, written a second time over a plain reading."""

from .plain_reading import GROUPS, MEDICINES, OPIOIDS, SEDATIVES, SIGNS, STIMULANTS, Reading, rank

ALCOHOL_SIGNS = (
    "drunk_30d", "program_or_aa", "withdrawal_before", "blackouts", "with_downers_90d", "with_drugs_90d"
)  # fmt: skip


def other_risk(x: Reading, pick: str) -> bool:
    """15.23: what keeps a prescribed medicine from counting as steady, apart from source and dose."""
    others = any(x.freq(p) >= 1 for p in (*SEDATIVES, *OPIOIDS, "alcohol") if p != pick) or "moud" in x.picks
    if pick != "alcohol" and "alcohol" in x.picks:
        others = others or rank("audit_frequency", x.one("audit_frequency", "monthly")) >= 3
    history = x.old or x.two_episodes or x.hospital or x.fits or x.thinking or x.watching
    around = x.pregnancy in ("past_year", "pregnant") or d3(x) >= 2 or d5(x) >= 3
    return x.cut(pick) or x.sick(pick) >= 2 or history or around or others


def steady(x: Reading, pick: str) -> bool:
    dose = x.benzo_dose >= 3 if pick == "benzodiazepines" else x.over_double(pick)
    return not (x.misused(pick) or dose or other_risk(x, pick))


def d1(x: Reading) -> int:
    return 4 if d1_four(x) else 3 if d1_three(x) else 2 if d1_two(x) else 1 if d1_one(x) else 0


def d1_four(x: Reading) -> bool:
    benzo, seds, signs = x.sed("benzodiazepines"), x.seds, x.many("danger_signs")
    classes = {("ghb" if p == "oxybate_prescribed" else p) for p in seds}
    misused = x.misused("benzodiazepines")
    street = any(x.regular(p) for p in ("street_opioids", "seven_oh", "tianeptine"))
    street = street or (x.regular("pain_opioids") and x.source("pain_opioids") == 2)
    ghb = ghb_misused(x)
    clock_asked = x.regular("ghb") or x.regular("phenibut")
    clock_asked = clock_asked or (x.regular("oxybate_prescribed") and x.misused("oxybate_prescribed"))
    clock = clock_asked and x.one("around_clock", "yes", not_sure="yes") == "yes"
    low = {
        "benzodiazepines": not misused and x.benzo_dose < 1 and x.sick("benzodiazepines") < 2,
        "z_drugs": not x.misused("z_drugs") and x.label_dose("z_drugs") < 1 and x.sick("z_drugs") < 2,
    }
    return any(
        (
            (seds or x.benzo_current) and x.fits_for_w1,  # W1
            seds and signs & {"seizure", "confusion", "hallucinations"},  # 15.21
            len(classes) >= 2,  # W2
            any(x.sick(p) >= 3 for p in seds),  # W3
            seds and "not_sure" in signs,
            x.pregnant and any(not low.get(p, False) for p in seds),  # W4
            benzo and street,  # W5
            any(x.sed(p) and x.cut(p) and x.sick(p) >= 2 for p in SEDATIVES),
            benzo and x.m2 and misused,
            benzo and x.m2 and x.cut("benzodiazepines"),
            benzo and x.m2 and x.benzo_dose >= 2 and not steady(x, "benzodiazepines"),
            benzo and x.benzo_dose >= 2 and misused,  # W6
            any(x.sed(p) and x.misused(p) for p in ("barbiturates", "carisoprodol", "baclofen")),  # W7
            any(x.freq(p) == 4 or clock for p in ghb),
            seds and (d2(x) >= 3 or d3(x) >= 3),  # W8
        )
    )


def ghb_misused(x: Reading) -> list[str]:
    """The GHB group; prescribed oxybate only when more is taken than directed."""
    return [
        p for p in ("ghb", "phenibut", "oxybate_prescribed") if x.sed(p) and (p[0] != "o" or x.misused(p))
    ]


def d1_three(x: Reading) -> bool:
    benzo, misused = x.sed("benzodiazepines"), x.misused("benzodiazepines")
    window = x.heavy and (x.last("alcohol") >= 3 or (x.last("alcohol") >= 2 and x.severity("alcohol") >= 2))
    history = [x.each("alcohol_history", sign, "yes", not_sure="yes") == "yes" for sign in ALCOHOL_SIGNS]
    pawss = (
        sum(history) + sum(p in x.past for p in ("seizure", "dts", "not_sure")) + (x.severity("alcohol") >= 2)
    )
    risks = sum((x.old, x.two_episodes, x.watching, x.audit[1] >= 3, x.hospital, x.m2))
    recent = [p for p in SEDATIVES if x.regular(p) and x.last(p) >= 1]
    ghb = ghb_misused(x)
    opioid = any(x.regular(p) for p in OPIOIDS) or "moud" in x.picks
    worst = max([x.severity("alcohol") if x.last("alcohol") >= 3 else -1, *(x.sick(p) for p in recent)])
    gaba = x.regular("gabapentinoids")
    return any(
        (
            window and pawss >= 4,  # W9
            window and x.severity("alcohol") >= 2 and x.circumstances,  # W10
            window and risks >= 3,  # W11
            window and risks >= 2 and (x.severity("alcohol") >= 2 or x.circumstances),
            benzo and x.benzo_dose >= 3 and other_risk(x, "benzodiazepines"),  # W12
            benzo and x.old and misused and x.benzo_dose >= 1,  # W13
            benzo and x.benzo_dose >= 1 and misused and (x.two_episodes or x.watching or x.bad_home),  # W14
            x.sed("barbiturates") and not steady(x, "barbiturates"),  # W15
            any(x.freq(p) >= 3 for p in ghb),
            x.regular("z_drugs") and x.misused("z_drugs") and x.sick("z_drugs") >= 2,
            any(
                x.over_double(p) for p in recent if p not in ("benzodiazepines", "ghb", "oxybate_prescribed")
            ),  # 14.7
            gaba and x.m2 and not steady(x, "gabapentinoids"),  # W16
            gaba and (x.sick("gabapentinoids") >= 3 or x.over_double("gabapentinoids")),
            x.regular("synthetic_cannabinoids") and x.sick("synthetic_cannabinoids") >= 3,
            opioid and x.severity("opioids") >= (2 if x.pregnant else 3),  # W17
            worst >= (2 if x.fits else 3),  # W18
        )
    )


def d1_two(x: Reading) -> bool:
    ending = any(x.cut(p) or x.supply(p) in ("running_out", "cut_off") for p in ("moud", "pain_opioids"))
    regular = any(x.regular(p) for p in (*OPIOIDS, "gabapentinoids", "synthetic_cannabinoids"))
    any_opioid = bool(x.picks & {*OPIOIDS, "moud"})
    sick = any(x.severity(g) >= 2 for g in GROUPS)
    return bool(x.seds) or x.benzo_current or ending or regular or sick or (x.pregnant and any_opioid)


def d1_one(x: Reading) -> bool:
    mild = any(x.severity(g) >= 1 for g in GROUPS)
    return mild or any(x.regular(p) for p in (*STIMULANTS, "cannabis")) or bool(x.picks & set(SEDATIVES))


def d2(x: Reading) -> int:
    if x.many("danger_signs") & set(SIGNS):
        return 4
    if x.medical == "unstable":
        return 3
    if x.medical == "watching" or x.pregnant or x.thinking:
        return 2
    return int(x.medical == "stable")


def thoughts(x: Reading) -> int:
    return {"thoughts": 1, "prefer_not": 1, "method": 2, "plan": 3, "attempt": 3}.get(
        x.a.get("suicide") or "", 0
    )


def suicidal_now(x: Reading) -> bool:
    return thoughts(x) == 3 or (thoughts(x) > 0 and x.a.get("ever_tried") == "past_3_months")


def d3(x: Reading) -> int:
    psychosis, violence = x.one("psychosis", "not_sure"), x.a.get("violence")
    impair = {None: 0, "not": 0, "some": 1, "most_days": 2, "cannot": 3}[x.one("mh_impair", "some")]
    phq = 0
    if not x.family:
        phq = sum(max(rank("phq", x.one(q, "several_days")), 0) for q in ("phq_interest", "phq_mood"))
    means = x.a.get("means_access") in ("yes", "prefer_not")
    tried = x.a.get("ever_tried") in ("past", "past_3_months", "prefer_not")
    if suicidal_now(x) or violence == "might_hurt" or psychosis == "worse":
        return 4
    if thoughts(x) >= 2 or (thoughts(x) and (means or tried)) or psychosis == "uncontrolled" or impair == 3:
        return 3
    if x.a.get("psych_hospital") == "yes" or violence == "danger_now":
        return 3
    if thoughts(x) or impair == 2 or phq >= 5 or psychosis == "not_sure":
        return 2
    return int(phq >= 3 or bool(x.many("mh_diagnosis") - {"none"}) or psychosis == "treated" or impair == 1)


def d4(x: Reading) -> int:
    audit = sum(x.audit)
    opioid_like = set(OPIOIDS)
    scores = {p: x.sds(p) for p in x.all_counted}
    moderate = audit >= 7 or any(s >= 3 for s in scores.values())
    severe = audit >= 10 or any(s >= 7 and not (p in opioid_like and x.moud_never) for p, s in scores.items())
    control = rank("control", x.one("control", "doubtful", not_sure="doubtful")) if x.all_counted else 0
    if x.moud_never and set(x.all_counted) <= opioid_like:
        control = min(control, 1)
    harm = rank("harm", x.one("harm", "some")) if x.uses else 0
    overdoses = {"one": 1, "two_plus": 2}.get(x.one("overdoses") or "", 0) if x.uses else 0
    overdoses = max(overdoses, int(x.a.get("overdose_now") in ("yes", "not_sure")))
    programs = x.many("programs") if x.uses else set()
    failed = {p for p in programs if x.each("program_outcome", p) in ("returned", "left_early", "not_enough")}
    intensive = failed & {"iop", "php", "residential"}
    backed = moderate or any((x.drinks_regularly if p == "alcohol" else x.regular(p)) for p in x.all_counted)
    released = x.uses and x.a.get("recent_release") == "in_4_weeks" and x.picks & {*OPIOIDS, "moud"}
    if control == 3 and (harm >= 2 or overdoses == 2 or intensive):
        return 4
    if control == 3 or overdoses == 2 or harm == 3 or (intensive and moderate):
        return 3
    if (control == 2 and backed) or failed or severe or overdoses == 1:
        return 2
    if harm == 2 and (backed or control >= 1):
        return 2
    return int(control >= 1 or moderate or harm >= 1 or bool(released))


def d5(x: Reading) -> int:
    home = 4 if x.a.get("violence") in ("being_hurt", "might_hurt", "danger_now") else max(x.home, 0)
    lonely = x.home >= 1 and x.one("supports", "some") == "none"
    return min(home + 1, 3) if lonely and home < 3 else home


def emergency(x: Reading) -> bool:
    psychosis = x.a.get("psychosis")
    out_of_control = psychosis in ("uncontrolled", "worse") and (
        x.a.get("mh_impair") == "cannot" or thoughts(x)
    )
    ill = any(x.severity(g) >= 1 for g in GROUPS) or x.many("danger_signs") & {*SIGNS, "not_sure"}
    return bool(
        x.a.get("overdose_now") in ("yes", "not_sure")
        or d2(x) == 4
        or suicidal_now(x)
        or x.a.get("violence") in ("might_hurt", "danger_now")
        or x.a.get("child_risk") == "unsafe"
        or psychosis == "worse"
        or out_of_control
        or (x.a.get("age") == "under_12" and ill)
    )


def calm_level(x: Reading) -> int:
    """The level without the emergency rules: 6 inpatient, 5 residential, 4 PHP, 3 IOP, 2 outpatient, 1 early."""
    one, two, three, four, five = d1(x), d2(x), d3(x), d4(x), d5(x)
    perinatal = x.pregnancy in ("pregnant", "past_year")
    if one >= 3 or two >= 3:
        return 6
    if four == 4 or (five >= 3 and four >= 2) or (five >= 2 and four >= 3):
        return 5
    if (three >= 3 and (four >= 3 or five >= 3)) or (perinatal and five >= 3 and (one >= 2 or four >= 1)):
        return 5
    if three >= 3 or four >= 3:
        return 4
    return 3 if four >= 2 or three >= 2 or (five == 4 and four >= 1) else low_level(x, one, two, four, five)


def low_level(x: Reading, one: int, two: int, four: int, five: int) -> int:
    if one >= 2 or two >= 2 or four >= 1 or five >= 3 or asks_for_help(x):
        return 2
    return 1


def asks_for_help(x: Reading) -> bool:
    """O1 and 15.8, with what docs/clinical-method.md adds."""
    on_moud = "moud" in x.picks or (bool(x.picks & set(OPIOIDS)) and x.a.get("moud_status") == "now")
    prone = {
        *SEDATIVES,
        "gabapentinoids",
        *OPIOIDS,
        "cocaine",
        "methamphetamine",
        "synthetic_cannabinoids",
        "other",
    }
    medicine = any(x.source(p) >= 0 for p in MEDICINES if p != "prescription_stimulants")
    stimulant = x.regular("prescription_stimulants") and x.misused("prescription_stimulants")
    street = bool(x.picks & {"street_opioids", "seven_oh", "tianeptine"})
    return on_moud or x.heavy or any(x.regular(p) for p in prone) or medicine or stimulant or street
