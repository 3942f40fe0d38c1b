"""The questions of the search page, the common ones first, and the codes behind every box. Data."""

from facilities.choices import Choice, ChoiceGroup, choices
from facilities.levels import CARE_LABELS, DETOX_LABELS, MOUD_LABELS, LevelOfCare
from facilities.taxonomy.filters import (
    DETOX_CODES,
    EXCLUSIVE,
    MEDICALLY_MANAGED,
    MOUD_CODES,
    NO_MEDICATION,
    ruled_out_by,
)

NO_OPIOID_MEDICINE = ruled_out_by("opioids") | {NO_MEDICATION["opioids"]}
NO_ALCOHOL_MEDICINE = ruled_out_by("alcohol") | {NO_MEDICATION["alcohol"]}
DUI_ONLY = frozenset(EXCLUSIVE["dui"])

CARE = ChoiceGroup(
    "care", "Level of care",
    [Choice(slug, words, (LevelOfCare.from_slug(slug),)) for slug, words in CARE_LABELS.items()],
    common=5, hint="Worked out from what each place reports.",
)  # fmt: skip
DETOX = ChoiceGroup(
    "detox", "Help with withdrawal from",
    [Choice(slug, DETOX_LABELS[slug], (code,), ruled_out_by(slug)) for slug, code in DETOX_CODES.items()],
    common=5, match_all=True,
)  # fmt: skip
MANAGED = ChoiceGroup(
    "managed", "Medicine during withdrawal",
    [Choice("yes", "Routinely uses medicine for withdrawal", (MEDICALLY_MANAGED,))], common=1,
)  # fmt: skip
MOUD = ChoiceGroup(
    "moud", "Medicine for opioid use",
    [Choice(slug, MOUD_LABELS[slug], codes, NO_OPIOID_MEDICINE) for slug, codes in MOUD_CODES.items()], common=3,
)  # fmt: skip
MEDICINE = ChoiceGroup(
    "medicine", "Other medicine",
    choices(
        "on_moud:MOA on_alcohol:ACMA alcohol:PMAT+ACM+DSF nicotine:NRT+NSC mental:MMD+MPD+ANTPYCH "
        "otp:OTP weekly:BERI monthly:VTRL DM DB DLC+ULC BUM MM METH MU BU NU UB UN UBN RPN PAIN MWS BMW MMW "
        "BSDM BWN BWON NXN LFXD CLND ACM DSF MHIV MHCV MPEP INPE RPE PC AUINPE AURPE AUPC CHLOR DROPE FLUPH "
        "HALOP LOXAP PERPH PIMOZ PROCH THIOT THIOR TRIFL ARIPI ASENA BREXP CARIP CLOZA ILOPE LURAS OLANZ "
        "OLANZF PALIP QUETI RISPE ZIPRA",
        {
            "on_moud": "Takes people already on methadone or buprenorphine",
            "on_alcohol": "Takes people already on medicine for alcohol use",
            "alcohol": "Medicine for alcohol use",
            "nicotine": "Help to stop nicotine",
            "mental": "Medicine for mental health",
        },
        {
            "on_moud": ruled_out_by("opioids"),
            "on_alcohol": ruled_out_by("alcohol"),
            "alcohol": NO_ALCOHOL_MEDICINE,
        },
    ), common=5,
)  # fmt: skip
PAY = ChoiceGroup(
    "pay", "Paying",
    choices(
        "medicaid:MD medicare:MC private:PI military:MI state:SI sliding:SS help:PA free:NP cash:SF tribal:ITU "
        "FSA SAMF VAF CLF CMHG CSBG FG OSF PCF SCJJ SEF SMHA SWFS ATR",
        {"private": "Private insurance", "free": "Free", "sliding": "Sliding scale by income", "help": "Payment help"},
    ), common=10,
)  # fmt: skip
# The 2023 edition states SNR for 47 of 6,303 programs, the 2022 edition for 2,001 of 6,089.
AGE = ChoiceGroup(
    "age", "Age", choices("child:CHLD young:YAD adult:ADLT older:SNR"), common=4,
    hint="Many places name only some of the ages they take. Include places that did not say to see more.",
)  # fmt: skip
SEX = ChoiceGroup("sex", "Admits", choices("women:FEM men:MALE"), common=2)
WHO = ChoiceGroup(
    "who", "A program for",
    choices(
        "pregnant:PW women:WN men:MN teens:AD lgbtq:GL veterans:VET courts:CJ cooccurring:CO+SUMH+IDD "
        "trauma:TRMA+PTSD young:TAY older:SE military:ADM families:MF pain:COPSU hiv:HV assault:XA partner:DV "
        "dui:DU TBI ALZ PED PEFP SED SMI",
        {
            "pregnant": "Pregnant women and new mothers",
            "women": "Women",
            "men": "Men",
            "teens": "Teens",
            "lgbtq": "LGBTQ+ people",
            "veterans": "Veterans",
            "courts": "People involved with the courts",
            "cooccurring": "Mental health and substance use together",
            "trauma": "People with trauma or PTSD",
            "young": "Young adults",
            "older": "Older adults",
            "military": "Active duty military",
            "families": "Military families",
            "pain": "Chronic pain and substance use",
            "hiv": "People with HIV",
            "assault": "Survivors of sexual abuse",
            "partner": "Survivors of partner violence",
            "dui": "People with a DUI or DWI",
        },
    ), common=9,
)  # fmt: skip
LANGUAGE = ChoiceGroup(
    "language", "Language",
    choices(
        "spanish:SP sign:AH native:NX+N13+N18+N23+N24+N40 chinese:F17 vietnamese:F92 korean:F47 russian:F70 "
        "arabic:F4 creole:F19 french:F28 tagalog:F81 polish:F66 portuguese:F67 F25 F30 F31 F35 F36 F37 F42 F43 "
        "other:FX N13 N18 N23 N24 N40"
    ), common=4,
)  # fmt: skip
EXTRAS = ChoiceGroup(
    "extras", "Also important",
    choices(
        "telehealth:TELE housing:HH+HS childcare:CCC childbeds:BC rides:TA peer:PEER naloxone:NOE mental:MHS+MH "
        "primary:IPC CM RC SHG EMP AOSS ACC DP OFD ISC OPC PIEC SPS DVFP SSD EIH ACU TGD TOD:TOD+ADD TID "
        "ACT AOT CDM COOT DEC FPSY ICM IMR LAD PRS SEMP SH TPC VRS ES CT",
        {"housing": "Recovery housing or housing help", "mental": "Mental health care"},
    ), common=9, match_all=True,
)  # fmt: skip
THERAPY = ChoiceGroup(
    "therapy", "Therapy",
    choices(
        "CBT CMI FCO:FCO+CFT DBT EMDR TRC MOTI TWFA ICO GCO MCO SACA RELP MX:MX+MXM ANG BIA CRV REBT CRT ECT GT "
        "IDD IPT KIT TMS AT AIM SAE HAEC TAEC HEO:HEO+HEOH TCC VOC"
    ), common=5, match_all=True,
)  # fmt: skip
KIND = ChoiceGroup(
    "kind", "Kind of place",
    choices(
        "hospital:GH psychiatric:PSYH+PSY+IPSY+SHP nonprofit:PVTN profit:PVTP government:LCCG+STG+FED+DDF "
        "tribal:TBG+IH va:VAMC+VAHC CMHC CBHC MSMH OMH ORES PH RTCA RTCC HIT PVT",
        {
            "psychiatric": "Psychiatric hospital or unit",
            "government": "Government",
            "tribal": "Tribal or Indian Health Service",
            "va": "Veterans Affairs",
        },
    ), common=6,
)  # fmt: skip
LICENSE = ChoiceGroup(
    "license", "License and accreditation",
    choices("CARF JC COA HFAP NCQA FQHC SOTP STAG STMH STDH HLA DEA MHC"), common=2,
)  # fmt: skip
SMOKING = ChoiceGroup(
    "smoking", "Smoking and vaping", choices("free:SMON area:SMPD allowed:SMOP VAPN VPPD VAPP"), common=2
)
HEALTH = ChoiceGroup(
    "health", "Check-ups, tests and vaccines",
    choices(
        "CMHA CSAA MHPA STU SSA SMHD BABA DAOF DAUT HIVT STDT TBS MST HBT:HBT+SHB HCT:HCT+SHC LABT HAV HBV"
    ), match_all=True,
)  # fmt: skip
CRISIS = ChoiceGroup("crisis", "Mental health crisis care", choices("CIT PEON PEOFF WI"))

GROUPS = (
    CARE, DETOX, MANAGED, MOUD, MEDICINE, PAY, AGE, SEX, WHO, LANGUAGE, EXTRAS, THERAPY, KIND, LICENSE, SMOKING,
    HEALTH, CRISIS,
)  # fmt: skip
EITHER_WAY = (MOUD, MEDICINE, WHO, LANGUAGE)  # the visitor says whether one box is enough
BY_PARAM = {group.param: group for group in GROUPS}
