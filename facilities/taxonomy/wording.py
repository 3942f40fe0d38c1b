"""What visitors read instead of official labels, and in which groups. Labels not named here are shown as they are."""

from collections.abc import Iterable
from typing import NamedTuple

from facilities.taxonomy.book import category_of, code_book


class Group(NamedTuple):
    """A heading in visitor words over some categories of the code book."""

    key: str
    title: str
    categories: tuple[str, ...]


GROUPS = (
    Group("care", "Kinds of care", ("SET", "TC", "HOSP", "FT")),
    Group("detox", "Withdrawal care (detox)", ("DETOX",)),
    Group("medicine", "Medicines", ("OM", "OT", "AUT", "PHR", "OMSC", "SMAT")),
    Group("paying", "Paying", ("PAY", "PYAS")),
    Group("people", "Who it serves", ("AGE", "GN", "SG", "EXCL")),
    Group("language", "Languages", ("SL", "OL")),
    Group("therapy", "Therapy and counseling", ("TAP", "ECS")),
    Group("crisis", "Mental health crisis care", ("EMS",)),
    Group("support", "Help around treatment", ("AS", "RSS", "TRSRV", "OTHR")),
    Group("health", "Check-ups, tests and vaccines", ("ASPT", "SCR", "MSRV")),
    Group("rules", "Smoking and vaping", ("SMP", "FVP")),
    Group("about", "Who runs and licenses it", ("FOP", "LCA")),
)
OTHER = Group("other", "Also listed", ())

WORDING = {
    # Kinds of care
    "DT": "Withdrawal care (detox)",
    "HH": "Recovery housing, such as a sober home",
    "SUMH": "Treats substance use and serious mental illness together",
    "HI": "Hospital stay (24-hour)",
    "RES": "Residential (24-hour)",
    "HID": "Inpatient detox (hospital)",
    "HIT": "Hospital inpatient treatment",
    "OD": "Outpatient detox",
    "ODT": "Day treatment or partial hospitalization (PHP)",
    "OIT": "Intensive outpatient (IOP)",
    "OMB": "Outpatient with medicine for opioid use",
    "ORT": "Regular outpatient",
    "RD": "Residential detox",
    "RL": "Residential, more than 30 days",
    "RS": "Residential, 30 days or less",
    "PHDT": "Day treatment or partial hospitalization (mental health)",
    "GH": "General or VA hospital",
    "MSMH": "Mental health care in several settings",
    "ORES": "Other residential care",
    "RTCA": "Residential treatment for adults",
    "RTCC": "Residential treatment for children",
    "IPSY": "Psychiatric unit of a general hospital",
    # Withdrawal care
    "ADTX": "Detox from alcohol",
    "BDTX": "Detox from benzodiazepines",
    "CDTX": "Detox from cocaine",
    "MDTX": "Detox from methamphetamine",
    "ODTX": "Detox from opioids",
    "MDET": "Medicine is routinely used during detox",
    # Medicines
    "MU": "Uses methadone",
    "BU": "Uses buprenorphine",
    "NU": "Uses naltrexone",
    "INPE": "Medicine for opioid use from a prescriber in its network",
    "RPE": "Medicine for opioid use from a prescriber under contract",
    "PC": "Medicine for opioid use only from an outside prescriber",
    "AUINPE": "Medicine for alcohol use from a prescriber in its network",
    "AURPE": "Medicine for alcohol use from a prescriber under contract",
    "AUPC": "Medicine for alcohol use only from an outside prescriber",
    "NAUT": "Does not treat alcohol use",
    "NMAUT": "No medicine for alcohol use here",
    "ACMA": "Takes people who get medicine for alcohol use elsewhere",
    "PMAT": "Prescribes medicine for alcohol use",
    "DB": "Detox with buprenorphine",
    "BUM": "Ongoing buprenorphine",
    "OTP": "Opioid treatment program (federally certified)",
    "DM": "Detox with methadone",
    "MM": "Ongoing methadone",
    "UB": "Prescribes buprenorphine",
    "UN": "Prescribes naltrexone",
    "RPN": "Naltrexone to prevent return to use",
    "PAIN": "Methadone or buprenorphine for pain or emergencies",
    "MOA": "Takes people who get medicine for opioid use elsewhere",
    "NMOA": "No medicine for opioid use here",
    "DLC": "Detox with lofexidine or clonidine",
    "ULC": "Detox with lofexidine or clonidine",
    "MWS": "Ongoing methadone or buprenorphine, then planned withdrawal",
    "NOOP": "Does not treat opioid use",
    "BMW": "Buprenorphine for a set time",
    "MMW": "Methadone for a set time",
    "UBN": "Prescribes buprenorphine or naltrexone",
    "ACM": "Acamprosate",
    "BSDM": "Buprenorphine implant",
    "BERI": "Buprenorphine monthly or weekly shot",
    "NXN": "Naltrexone by mouth",
    "VTRL": "Naltrexone monthly shot",
    "MHIV": "Medicines for HIV",
    "MHCV": "Medicines for hepatitis C",
    "MPEP": "Medicines that prevent HIV (PrEP)",
    "MMD": "Medicines for mental health",
    "NRT": "Nicotine replacement",
    "NSC": "Other medicines to stop smoking",
    "ANTPYCH": "Antipsychotic medicines",
    # Paying
    "FSA": "Government funding for treatment",
    "ITU": "Indian Health Service, tribal or urban Indian funds",
    "MI": "Military insurance such as TRICARE",
    "NP": "Free: no payment accepted",
    "SF": "Cash or self-payment",
    "SI": "State health insurance other than Medicaid",
    "SAMF": "SAMHSA grants",
    "PA": "Payment help: ask the place",
    "SS": "Sliding scale: fee depends on income",
    "VAF": "VA funds",
    "SCJJ": "State corrections or juvenile justice funds",
    "SWFS": "State welfare or family services funds",
    # Who it serves
    "CHLD": "Children and teens (17 or younger)",
    "YAD": "Young adults (18 to 25)",
    "ADLT": "Adults (26 to 64)",
    "SNR": "Older adults (65 or more)",
    "FEM": "Women",
    "MALE": "Men",
    "AD": "Program for teens",
    "TAY": "Program for young adults",
    "WN": "Program for women",
    "PW": "Program for pregnant women and new mothers",
    "MN": "Program for men",
    "SE": "Program for older adults",
    "GL": "Program for LGBTQ+ people",
    "VET": "Program for veterans",
    "ADM": "Program for active duty military",
    "MF": "Program for military families",
    "CJ": "Program for people involved with the courts",
    "CO": "Program for mental health and substance use together",
    "COPSU": "Program for chronic pain and substance use",
    "HV": "Program for people with HIV",
    "XA": "Program for survivors of sexual abuse",
    "DV": "Program for survivors of partner violence",
    "TRMA": "Program for people with trauma",
    "TBI": "Program for people with a brain injury",
    "ALZ": "Program for people with dementia",
    "PED": "Program for people with eating disorders",
    "PEFP": "Program for a first episode of psychosis",
    "PTSD": "Program for people with PTSD",
    "SED": "Program for children with serious emotional conditions",
    "SMI": "Program for adults with serious mental illness",
    "DU": "Program for people with a DUI or DWI",
    "DUO": "Serves only people with a DUI or DWI",
    "AUDO": "Serves only people with alcohol use disorder",
    "OUDO": "Serves only people with opioid use disorder",
    "BMO": "Serves only people on methadone or buprenorphine",
    "MO": "Serves only people on methadone",
    "OTPA": "Everyone here is in the opioid treatment program",
    # Languages
    "AH": "Sign language",
    "NX": "American Indian or Alaska Native languages",
    "FX": "Other languages",
    "F17": "Chinese",
    # Therapy and counseling
    "CMI": "Contingency management: rewards for progress",
    "CRV": "Community reinforcement with vouchers",
    "MXM": "Matrix Model",
    "RELP": "Skills to prevent return to use",
    "SACA": "Substance use counseling",
    "TELE": "Telehealth",
    "TWFA": "12-step support",
    "IDD": "Mental health and substance use treated together",
    "AIM": "Checks for movement side effects",
    "HAEC": "HIV education and support",
    "TAEC": "Hepatitis education and support",
    "HEOH": "Health education",
    "HEO": "Health education",
    "SAE": "Substance use education",
    "TCC": "Counseling to stop smoking or vaping",
    "VOC": "Job training or schooling",
    # Crisis care
    "CIT": "Crisis team",
    "PEON": "Psychiatric emergency care on site",
    "PEOFF": "Mobile crisis team",
    "WI": "Walk-in psychiatric emergency care",
    # Help around treatment
    "BC": "Beds for your children",
    "CCC": "Child care",
    "CM": "Case management",
    "DVFP": "Domestic violence services",
    "EIH": "Early care for HIV",
    "TA": "Help with rides",
    "IPC": "Primary care on site",
    "SPS": "Suicide prevention",
    "SHG": "Self-help groups",
    "AOSS": "Help to get social services",
    "RC": "Recovery coach",
    "PEER": "Peer support",
    "EMP": "Help to find work",
    "ACC": "Aftercare",
    "DP": "Planning for when you leave",
    "NOE": "Naloxone and overdose education",
    "OFD": "Follow-up after you leave",
    "TOD": "Treats other addictions",
    "ADD": "Treats other addictions",
    "PIEC": "Help to bring someone into treatment",
    # Check-ups and tests
    "CMHA": "Full mental health assessment",
    "CSAA": "Full substance use assessment",
    "ISC": "Help while you wait for a place",
    "OPC": "Outreach in the community",
    "MHPA": "Medical history and physical exam",
    "BABA": "Breath or blood alcohol tests",
    "DAOF": "Mouth swab drug and alcohol tests",
    "DAUT": "Urine drug and alcohol tests",
    "STDT": "Tests for sexually transmitted infections",
    "TBS": "Tuberculosis test",
    "HBT": "Hepatitis B test",
    "HCT": "Hepatitis C test",
    "HAV": "Hepatitis A vaccine",
    "HBV": "Hepatitis B vaccine",
    # Rules
    "SMON": "No smoking",
    "SMOP": "Smoking allowed",
    "SMPD": "Smoking allowed in one area",
    "VAPN": "No vaping",
    "VAPP": "Vaping allowed",
    "VPPD": "Vaping allowed in one area",
    # Who runs it
    "LCCG": "Local or county government",
    "IH": "Indian Health Service",
    "PVTP": "Private, for profit",
    "PVTN": "Private, nonprofit",
    "STAG": "Licensed by the state substance use agency",
    "STMH": "Licensed by the state mental health department",
    "STDH": "Licensed by the state health department",
    "CARF": "Accredited by CARF",
    "COA": "Accredited by COA",
    "HFAP": "Accredited by HFAP",
    "HLA": "Licensed hospital",
    "JC": "Accredited by the Joint Commission",
    "NCQA": "Accredited by NCQA",
    "SOTP": "Certified by SAMHSA as an opioid treatment program",
    "DEA": "Registered with the Drug Enforcement Administration",
}


def label(code: str) -> str:
    """The words a visitor reads for a code; the code itself where nothing is known of it."""
    if code in WORDING:
        return WORDING[code]
    entry = code_book().get(code)
    return entry.label if entry else code


def group_of(code: str) -> Group:
    """The visitor group of a code; "Also listed" for a category no group names."""
    category = category_of(code)
    return next((group for group in GROUPS if category in group.categories), OTHER)


def grouped(codes: Iterable[str]) -> list[tuple[Group, list[str]]]:
    """Codes under their headings, both in book order; groups without a code are left out."""
    present = set(codes)
    known = [code for code in code_book() if code in present]
    ordered = known + sorted(present.difference(known))
    found = {group: [code for code in ordered if group_of(code) is group] for group in (*GROUPS, OTHER)}
    return [(group, members) for group, members in found.items() if members]
