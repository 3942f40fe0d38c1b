"""Tracks (kinds of care to look for) and adjuncts (extra help), shown as cards beside the level."""

from . import lines as L
from . import triggers as T
from .classes import OLDER, PERINATAL, TEEN
from .conditions import RatingAtLeast as R
from .questions.preferences import BARRIERS
from .questions.use import used
from .shapes import Track

_TRACKS: tuple[Track, ...] = (
    Track(
        "ambulatory_wm",
        "Outpatient detox with daily visits",
        "With mild signs and a safe home, withdrawal care with visits each day may fit. A doctor decides "
        "that, not this page. "
        "Someone reliable must stay with you. Do not drive.",
        T.AMBULATORY,
        (22, 71, 131),
        "Can I be seen each day for the first week? Who do I call at night?",
    ),
    Track(
        "supervised_taper",
        "A slow plan with the prescriber",
        "This medicine is best lowered step by step, with a prescriber. The pace is set together. It "
        "can take months. "
        "A pause is always allowed.",
        T.TAPER,
        (12, 19, 20),
        "Will you lower it slowly, and pause if it gets hard?",
    ),
    Track(
        "moud",
        "Medicine for opioid use",
        "Look for care that starts and keeps methadone or buprenorphine. A clinic, a doctor or a video "
        "visit may start it. "
        "No program should make you come off it first.",
        T.MOUD_SHOULD_COME_FIRST,
        (23, 88, 106),
        "Do you start and keep people on buprenorphine or methadone?",
    ),
    Track(
        "aud_meds",
        "Medicine for drinking",
        "Naltrexone and acamprosate can lower the wish to drink. A family doctor can start them. "
        "Ask if one of them fits.",
        T.RISKY_DRINKING,
        (77,),
        "Do you prescribe medicine for drinking?",
    ),
    Track(
        "contingency_mgmt",
        "Rewards that work for stimulants",
        "The best tested help for cocaine and meth gives small rewards for each goal you meet. It is "
        "called contingency "
        "management. Not all programs have it, so ask.",
        T.STIMULANT_PROGRAM,
        (25,),
        "Do you offer contingency management?",
    ),
    Track(
        "dual_dx",
        "Mind and use in one program",
        "Look for a program that treats mental health and drug use at the same time. One team should "
        "know both. "
        "Ask who can prescribe for each.",
        R("D3", 1),
        (25, 27),
        "Who treats mental health here, and how soon?",
    ),
    Track(
        "adolescent",
        "Programs for teens",
        "Look for a program made for teens, with family sessions. Do not use an adult live-in program. "
        "Rules on who must agree differ by state.",
        TEEN,
        (40, 155),
        "Is this program only for teens? How does the family take part?",
    ),
    Track(
        "perinatal",
        "Care around a birth",
        "Look for care that joins a birth doctor and drug treatment. Ask for a priority place. "
        "Ask if a baby can stay with its parent.",
        PERINATAL,
        (48, 107),
        "Do you have a place for someone who is pregnant or has a new baby?",
    ),
    Track(
        "veteran",
        "VA care",
        "The VA treats alcohol and drug use and mental health. The crisis line is open to all who served. "
        "Call the nearest VA and ask how soon you can be seen.",
        T.IS_VETERAN,
        (54,),
        "How soon is a first visit at the VA possible?",
        (L.CALL_988, L.VETERANS_TEXT),
    ),
    Track(
        "older_adult",
        "Care for people past 65",
        "Look for staff who know older bodies. Ask about falls, other medicines and slow changes. "
        "Bring a list of all you take.",
        OLDER,
        (20, 22),
        "Do you look after people past 65 with many medicines?",
    ),
    Track(
        "recovery_housing",
        "Recovery housing",
        "A recovery home is a shared home without drugs or drink. It goes along with treatment. "
        "Choose one that accepts people on medicine.",
        T.HOUSING_NEED,
        (22, 27),
        "Do you accept people on methadone or buprenorphine?",
    ),
    Track(
        "family",
        "Help for family and friends",
        "CRAFT teaches families how to help a loved one into care. Al-Anon and Nar-Anon are free groups. "
        "You can go even if no one else is ready.",
        T.IS_FAMILY | T.WANTS["family"],
        (111,),
        "Do you have CRAFT or family sessions?",
    ),
    Track(
        "telehealth",
        "Video and phone visits",
        "A video or phone visit can start some care, even from far away. Buprenorphine can be started "
        "that way. "
        "Mobile clinics and rides may help too.",
        T.TELEHEALTH,
        (89, 117),
        "Can I start by video or phone?",
    ),
    Track(
        "tobacco",
        "Quitting tobacco",
        "Quitting tobacco at the same time does not harm recovery. It may even help. "
        "The quitline is free to call.",
        used("tobacco"),
        (98, 133, 140),
        "Can you help me quit tobacco too?",
        (L.QUITLINE, L.QUIT_TEXT),
    ),
    Track(
        "find_prescriber",
        "Find a prescriber",
        "A slow, safe plan needs a prescriber. Call a family doctor, a clinic or a video service. "
        "Say that you want a slow plan and will not stop suddenly.",
        T.NO_PRESCRIBER,
        (20,),
        "Will you take over this medicine, and plan slow changes?",
    ),
)

_ADJUNCTS: tuple[Track, ...] = (
    Track(
        "naloxone",
        "Get naloxone",
        "Naloxone can undo an opioid overdose. A drug store can sell it without a prescription. "
        "Ask your health department for it too. Get more than one dose, and show someone how to use it.",
        T.NO_NALOXONE_YET,
        (16, 154),
    ),
    Track(
        "harm_reduction",
        "New supplies and tests",
        "Syringe programs give new supplies and wound care. They test for HIV and hepatitis. "
        "They do not ask anyone to stop, and they do not judge.",
        T.INJECTS,
        (93,),
    ),
    Track(
        "dv_support",
        "Help with violence at home",
        "The hotline can help you plan a safe way out. You can call, text or chat. "
        "The leave button on this site takes you away fast.",
        T.BEING_HURT,
        (110,),
        "",
        (L.DV, L.DV_TEXT),
    ),
    Track(
        "no_insurance",
        "Care without insurance",
        "There is care for people without insurance or money. States pay for some places. "
        "The SAMHSA line knows which are near you. Ask each place for a sliding fee.",
        T.NO_INSURANCE,
        (49,),
        "Do you have a sliding fee or state-paid places?",
        (L.SAMHSA, L.SAMHSA_TEXT),
    ),
    Track(
        "ride_help",
        "Rides to care",
        "Ask your health plan if it pays for rides to care. Ask the program if it can help. "
        "In some places a clinic comes to you.",
        T.HARD_TO_REACH,
        (22,),
        "Can you help with rides?",
    ),
    Track(
        "medical_check",
        "A check of the body",
        "Some of these drugs can harm the body before anything is felt. Inhalants can harm the heart and nerves. "
        "Ask a doctor for a check-up.",
        used("inhalants", "ketamine", "hallucinogens"),
        (101,),
    ),
    Track(
        "cannabis_signs",
        "Cannabis: signs to know",
        "Throwing up again and again, eased by hot showers, can come from cannabis. It can dry you out, "
        "so see a doctor. "
        "Voices or strong fear need care the same day.",
        used("cannabis"),
        (96,),
    ),
    Track(
        "small_steps",
        "You need not be ready for everything",
        "You can talk to someone without a promise to stop. Ask questions, hear what there is, and decide later. "
        "The lines on this page stay open to you.",
        T.NOT_READY,
        (27,),
    ),
    Track(
        "ask_medicine",
        "Medicine that may help",
        "Ask the doctor which medicine may help you, and what it does. Say what you take now. "
        "Ask who will prescribe it after the program ends.",
        T.WANTS["medicine"],
        (22, 23),
        "Which medicines do you offer, and who keeps prescribing them?",
    ),
    Track(
        "one_to_one",
        "One-to-one care",
        "Not everyone likes groups. Ask for one-to-one talks, in person or by video. "
        "Say what did not help before.",
        T.WANTS["talk_therapy"] | T.WANTS["not_groups"],
        (27,),
        "How much of the week is one-to-one?",
    ),
    Track(
        "peer_groups",
        "Groups and people who have been there",
        "Free groups such as AA meet in most places and by video. In studies of drinking they helped at "
        "least as well as other care. Ask a program if it has peer workers.",
        T.WANTS["groups"] | T.WANTS["peers"],
        (111,),
        "Do you have peer workers or groups?",
    ),
    Track(
        "case_help",
        "Help with housing, work or law",
        "Ask each place for a case manager. That is a person who helps with housing, work, law and papers. "
        "Ask before you start.",
        T.WANTS["housing_job"],
        (27,),
        "Is there a case manager?",
    ),
    Track(
        "work_leave",
        "Time off work for treatment",
        "A US law called FMLA gives many workers time off for treatment. Not every job counts. "
        "Ask your work for the form.",
        BARRIERS.picked("work"),
        (138,),
    ),
    Track(
        "legal_rights",
        "Your rights",
        "US law protects people who take prescribed medicine for opioid use. What you tell a program is "
        "private by law. "
        "A legal aid office can tell you more.",
        BARRIERS.picked("legal"),
        (102, 106),
    ),
    Track(
        "access_needs",
        "Child care, language, pets or a disability",
        "Ask each place how they can help with this. Some have staff who speak your language. "
        "Some have child care. Say what you need when you call.",
        BARRIERS.picked("child_care")
        | BARRIERS.picked("language")
        | BARRIERS.picked("disability")
        | BARRIERS.picked("pets"),
        (106,),
        "How can you help with this?",
    ),
)

TRACKS: dict[str, Track] = {t.id: t for t in _TRACKS}
ADJUNCTS: dict[str, Track] = {t.id: t for t in _ADJUNCTS}
