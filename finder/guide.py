"""What each level is like, and the first calls to make. Words for the result page; nothing here decides anything."""

from typing import NamedTuple

from facilities.levels import LevelOfCare

from .protocol import Source


class Call(NamedTuple):
    """Someone to call, and words to start with, where {i}, {me} and {my} are the one who needs care.

    `dial` only where everyone calls the same number.
    """

    who: str
    say: str
    dial: str = ""
    number: str = ""


class Guide(NamedTuple):
    """One level. `title`: plain words first, then its name. `noun`: as said on the phone.
    `sources`: numbers of the clinical bibliography."""

    title: str
    noun: str
    sleep: str
    day: str
    length: str
    step_down: str
    calls: tuple[Call, ...]
    sources: tuple[int, ...]


# Said to a doctor only where something must not stop suddenly.
NOT_SUDDENLY = " Nothing should stop suddenly."

SAMHSA = Call(
    "The SAMHSA National Helpline, free, day and night",
    "I am looking for {level} near {my} ZIP code. Which places have an opening? "
    "Which take {my} insurance, or people without any?",
    "18006624357",
    "1-800-662-4357",
)
OWN_DOCTOR = Call(
    "Your doctor, clinic or pharmacist",
    "I want to talk about alcohol or drug use, and how to change it safely." + NOT_SUDDENLY + " "
    "Who can see {me} this week?",
)
INSURER = Call(
    "The number on the insurance card, if there is one",
    "Which places for {level} are in {my} network? Do {i} need approval first? What will {i} pay? "
    "Please send it in writing.",
)


def program(question: str) -> Call:
    return Call("A program from the list", "I am looking for {level}. Do you have an opening? " + question)


GUIDES = {
    LevelOfCare.EARLY_INTERVENTION: Guide(
        "A short talk or two: early help",
        "a short check-in about alcohol or drug use",
        "At home.",
        "A few short visits: advice, facts, and a later look at how things are going.",
        "A few visits.",
        "If use grows, or stopping feels bad, go back and ask for more help.",
        (OWN_DOCTOR, program("Can {i} have a short check-in visit?"), SAMHSA),
        (26,),
    ),
    LevelOfCare.OUTPATIENT: Guide(
        "Regular visits, home at night: outpatient care",
        "outpatient care",
        "At home.",
        "Visits for talk therapy, medicine and peer support, in person or by video.",
        "Often a few months, then lighter follow-up for a year or more.",
        "You come less often as things get steadier.",
        (program("Can {i} start medicine here, if it would help {me}?"), OWN_DOCTOR, SAMHSA),
        (26, 27, 151),
    ),
    LevelOfCare.IOP: Guide(
        "Three or more sessions a week: intensive outpatient (IOP)",
        "an intensive outpatient program",
        "At home.",
        "Three or more sessions a week: groups, one-to-one counseling and family sessions.",
        "Often daily for about a month, then less. Programs differ.",
        "After this, most people move to regular outpatient visits.",
        (program("Which days and hours? Do you treat mental health too?"), INSURER, SAMHSA),
        (26, 40, 112, 151),
    ),
    LevelOfCare.PHP: Guide(
        "Day program, home at night: PHP",
        "a day program (PHP)",
        "At home. You need a safe place to sleep.",
        "Most days of the week, for much of the day, with doctors and mental health staff close by.",
        "A matter of weeks. Programs differ, so ask.",
        "After this, most people move to intensive outpatient care.",
        (program("Can a doctor or psychiatrist see {me} in the first few days?"), INSURER, SAMHSA),
        (26, 40),
    ),
    LevelOfCare.RESIDENTIAL: Guide(
        "Live there, with staff day and night: residential",
        "a residential program",
        "At the program.",
        "Staff day and night, therapy, groups and a daily routine. Ask to stay on your medicines.",
        "From about three weeks to three months.",
        "Next come day or evening programs, and often recovery housing.",
        (program("Can {i} keep or start {my} medicine? What does a day look like?"), INSURER, SAMHSA),
        (112, 137, 151),
    ),
    LevelOfCare.INPATIENT_WM: Guide(
        "Nurses day and night: inpatient detox",
        "inpatient detox",
        "In a hospital or a medical detox center.",
        "Nurses day and night, and a doctor. Medicine keeps withdrawal as safe and calm as it can be.",
        "Often 3 to 5 days. Longer for sedatives and some other medicines.",
        "Detox alone is not treatment. Have the next program set up before you leave.",
        (program("Are there nurses day and night? Do you treat {my} kind of withdrawal?"), INSURER, SAMHSA),
        (22, 38, 151),
    ),
}

# Sources of these words alone; the rules' own are in protocol/sources.py. Same numbers as the bibliography.
GUIDE_SOURCES = {
    source.number: source
    for source in (
        Source(
            number=112,
            text="McCarty D, and others; Reif S, and others. Assessing the Evidence Base. Psychiatr Serv 2014;65.",
            url="https://pmc.ncbi.nlm.nih.gov/articles/PMC4152944/",
        ),
        Source(
            number=137,
            text="SAMHSA. Treatment Episode Data Set 2004: length of short-term residential stays. Old data.",
            url="https://webarchive.library.unt.edu/eot2008/20080916053023/http:/www.drugabusestatistics.samhsa.gov/TEDSdischarges/2k4/TEDSD2k4Chp5.htm",
        ),
        Source(
            number=139,
            text="Eliminating Kickbacks in Recovery Act, 2018 (the bill): paying for patient referrals is a crime.",
            url="https://www.govinfo.gov/content/pkg/BILLS-115hr6902ih/xml/BILLS-115hr6902ih.xml",
            second_hand=True,
        ),
        Source(
            number=151,
            text="Institute of Medicine. Dispelling the Myths About Addiction, 1997, table 5.1: old average lengths.",
            url="https://doi.org/10.17226/5802",
        ),
    )
}
WARNING_SOURCES = (139,)
