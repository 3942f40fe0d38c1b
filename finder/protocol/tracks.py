"""Tracks (kinds of care to look for) and adjuncts (extra help), shown as cards beside the level."""

from dataclasses import replace

from . import lines as L
from . import triggers as T
from .questions.preferences import BARRIERS
from .questions.use import used
from .shapes import Track
from .terms.people import OLDER, PERINATAL, TEEN

_TRACKS: tuple[Track, ...] = (
    Track(
        id="ambulatory_wm",
        title="Outpatient detox with daily visits",
        text="With mild signs and a safe home, withdrawal care with visits each day may fit. A doctor decides "
        "that, not this page. "
        "Someone reliable must stay with you. Do not drive.",
        when=T.AMBULATORY,
        sources=(22, 71, 131),
        ask="Can I be seen each day for the first week? Who do I call at night?",
    ),
    Track(
        id="supervised_taper",
        title="A slow plan with the prescriber",
        text="This medicine is best lowered step by step, with a prescriber. The pace is set together. It "
        "can take months. "
        "A pause is always allowed.",
        when=T.TAPER,
        sources=(12, 19, 20),
        ask="Will you lower it slowly, and pause if it gets hard?",
    ),
    Track(
        id="moud",
        title="Medicine for opioid use",
        text="Look for care that starts and keeps methadone or buprenorphine. A clinic, a doctor or a video "
        "visit may start it. "
        "No program should make you come off it first.",
        when=T.MOUD_SHOULD_COME_FIRST,
        sources=(23, 88, 106),
        ask="Do you start and keep people on buprenorphine or methadone?",
    ),
    Track(
        id="aud_meds",
        title="Medicine for drinking",
        text="Naltrexone and acamprosate can lower the wish to drink. A family doctor can start them. "
        "Ask if one of them fits.",
        when=T.RISKY_DRINKING,
        sources=(77,),
        ask="Do you prescribe medicine for drinking?",
    ),
    Track(
        id="contingency_mgmt",
        title="Rewards that work for stimulants",
        text="The best tested help for cocaine and meth gives small rewards for each goal you meet. It is "
        "called contingency "
        "management. Not all programs have it, so ask.",
        when=T.STREET_STIMULANTS,
        sources=(25,),
        ask="Do you offer contingency management?",
    ),
    Track(
        id="dual_dx",
        title="Mind and use in one program",
        text="Look for a program that treats mental health and drug use at the same time. One team should "
        "know both. "
        "Ask who can prescribe for each.",
        when=T.TREAT_BOTH,
        sources=(25,),
        ask="Who treats mental health here, and how soon?",
    ),
    Track(
        id="adolescent",
        title="Programs for teens",
        text="Look for a program made for teens, with family sessions. Do not use an adult live-in program. "
        "Rules on who must agree differ by state.",
        when=TEEN,
        sources=(40, 155),
        ask="Is this program only for teens? How does the family take part?",
    ),
    Track(
        id="perinatal",
        title="Care around a birth",
        text="Look for care that joins a birth doctor and drug treatment. Ask for a priority place. "
        "Ask if a baby can stay with its parent.",
        when=PERINATAL,
        sources=(48, 107),
        ask="Do you have a place for someone who is pregnant or has a new baby?",
    ),
    Track(
        id="veteran",
        title="VA care",
        text="The VA treats alcohol and drug use and mental health. The crisis line is open to all who served. "
        "Call the nearest VA and ask how soon you can be seen.",
        when=T.IS_VETERAN,
        sources=(54,),
        ask="How soon is a first visit at the VA possible?",
        lines=(L.CALL_988, L.VETERANS_TEXT),
    ),
    Track(
        id="older_adult",
        title="Care for people past 65",
        text="Look for staff who know older bodies. Ask about falls, other medicines and slow changes. "
        "Bring a list of all you take.",
        when=OLDER,
        sources=(20, 22),
        ask="Do you care for people past 65 with many medicines?",
    ),
    Track(
        id="recovery_housing",
        title="Recovery housing",
        text="A recovery home is a shared home without drugs or drink. It goes along with treatment. "
        "Choose one that accepts people who take prescribed medicine.",
        when=T.HOUSING_NEED,
        sources=(22,),
        ask="Do you accept people who take prescribed medicine?",
    ),
    Track(
        id="family",
        title="Help for family and friends",
        text="CRAFT teaches families how to help a loved one into care. Al-Anon and Nar-Anon are free groups. "
        "You can go even if no one else is ready.",
        when=T.FAMILY_HELP | T.WANTS["family"],
        sources=(111,),
        ask="Do you have CRAFT or family sessions?",
    ),
    Track(
        id="telehealth",
        title="Video and phone visits",
        text="A video or phone visit can start some care, even from far away. Some medicines can start that way. "
        "Mobile clinics and rides may help too.",
        when=T.TELEHEALTH,
        sources=(89, 117),
        ask="Can I start by video or phone?",
    ),
    Track(
        id="tobacco",
        title="Quitting tobacco",
        text="Quitting tobacco at the same time does not harm recovery. It may even help. "
        "The quitline is free to call.",
        when=used("tobacco"),
        sources=(98, 133, 140),
        ask="Can you help me quit tobacco too?",
        lines=(L.QUITLINE, L.QUIT_TEXT),
    ),
    Track(
        id="find_prescriber",
        title="Find a prescriber",
        text="A slow, safe plan needs a prescriber. Call a family doctor, a clinic or a video service. "
        "Say that you want a slow plan and will not stop suddenly.",
        when=T.NO_PRESCRIBER,
        sources=(20,),
        ask="Will you take over this medicine, and plan slow changes?",
    ),
)

_ADJUNCTS: tuple[Track, ...] = (
    Track(
        id="naloxone",
        title="Get naloxone",
        text="Naloxone can undo an opioid overdose. A drug store can sell it without a prescription. "
        "Ask your health department for it too. Get more than one dose, and show someone how to use it.",
        when=T.NO_NALOXONE_YET,
        sources=(16, 154),
    ),
    Track(
        id="harm_reduction",
        title="New supplies and tests",
        text="Syringe programs give new supplies and wound care. They test for HIV and hepatitis. "
        "They do not ask anyone to stop, and they do not judge.",
        when=T.INJECTS,
        sources=(93,),
    ),
    Track(
        id="dv_support",
        title="Help with violence at home",
        text="The hotline can help you plan a safe way out. You can call, text or chat. "
        "The leave button on this site takes you away fast.",
        when=T.BEING_HURT,
        sources=(110,),
        ask="",
        lines=(L.DV, L.DV_TEXT),
    ),
    Track(
        id="no_insurance",
        title="Care without insurance",
        text="There is care for people without insurance or money. States pay for some places. "
        "The SAMHSA line knows which are near you. Ask each place for a sliding fee.",
        when=T.NO_INSURANCE,
        sources=(49,),
        ask="Do you have a sliding fee or state-paid places?",
        lines=(L.SAMHSA, L.SAMHSA_TEXT),
    ),
    Track(
        id="ride_help",
        title="Rides to care",
        text="Ask your health plan if it pays for rides to care. Ask the program if it can help. "
        "In some places a clinic comes to you.",
        when=T.HARD_TO_REACH,
        sources=(22,),
        ask="Can you help with rides?",
    ),
    Track(
        id="medical_check",
        title="A check of the body",
        text="Some of these drugs can harm the body before anything is felt. Inhalants can harm the heart and nerves. "
        "Ask a doctor for a check-up.",
        when=used("inhalants", "ketamine", "hallucinogens"),
        sources=(101,),
    ),
    Track(
        id="cannabis_signs",
        title="Cannabis: signs to know",
        text="Throwing up again and again, eased by hot showers, can come from cannabis. It can dry you out, "
        "so see a doctor. "
        "Voices or strong fear need care the same day.",
        when=used("cannabis"),
        sources=(96,),
    ),
    Track(
        id="small_steps",
        title="You need not be ready for everything",
        text="You can talk to someone without a promise to stop. Ask questions, hear what there is, and decide later. "
        "The lines on this page stay open to you.",
        when=T.NOT_READY,
        sources=(27,),
    ),
    Track(
        id="ask_medicine",
        title="Medicine that may help",
        text="Ask the doctor which medicine may help you, and what it does. Say what you take now. "
        "Ask who will prescribe it after the program ends.",
        when=T.WANTS["medicine"],
        sources=(22, 23),
        ask="Which medicines do you offer, and who keeps prescribing them?",
    ),
    Track(
        id="one_to_one",
        title="One-to-one care",
        text="Not everyone likes groups. Ask for one-to-one talks, in person or by video. "
        "Say what did not help before.",
        when=T.WANTS["talk_therapy"] | T.WANTS["not_groups"],
        sources=(27,),
        ask="How much of the week is one-to-one?",
    ),
    Track(
        id="peer_groups",
        title="Groups and people who have been there",
        text="Free groups such as AA meet in most places and by video. In studies of drinking they helped at "
        "least as well as other care. Ask a program if it has peer workers.",
        when=T.WANTS["groups"] | T.WANTS["peers"],
        sources=(111,),
        ask="Do you have peer workers or groups?",
    ),
    Track(
        id="case_help",
        title="Help with housing, work or law",
        text="Ask each place for a case manager. That is a person who helps with housing, work, law and papers. "
        "Ask before you start.",
        when=T.WANTS["housing_job"],
        sources=(27,),
        ask="Is there a case manager?",
    ),
    Track(
        id="work_leave",
        title="Time off work for treatment",
        text="A US law called FMLA gives many workers time off for treatment. Not every job counts. "
        "Ask your work for the form.",
        when=BARRIERS.picked("work") & ~T.AT_SCHOOL,
        sources=(138,),
    ),
    Track(
        id="school_help",
        title="School and treatment",
        text="A school can plan around treatment: time off, work to do at home, a quiet way back. "
        "Ask the school counselor or nurse.",
        when=BARRIERS.picked("work") & T.AT_SCHOOL,
        sources=(40,),
    ),
    Track(
        id="legal_rights",
        title="Your rights",
        text="What you tell a program is private by law. Courts and jobs have rules they must keep. "
        "A legal aid office can tell you more.",
        when=BARRIERS.picked("legal"),
        sources=(102, 106),
    ),
    Track(
        id="access_needs",
        title="Child care, language, pets or a disability",
        text="Ask each place how they can help with this. Some have staff who speak your language. "
        "Some have child care. Say what you need when you call.",
        when=BARRIERS.picked("child_care")
        | BARRIERS.picked("language")
        | BARRIERS.picked("disability")
        | BARRIERS.picked("pets"),
        sources=(106,),
        ask="How can you help with this?",
    ),
)

# For a child under 12 only what does not speak of adult care (16.18).
FOR_A_CHILD = ("naloxone", "dv_support")


def _for_whom(track: Track) -> Track:
    return track if track.id in FOR_A_CHILD else replace(track, when=track.when & T.NOT_A_CHILD)


TRACKS: dict[str, Track] = {t.id: _for_whom(t) for t in _TRACKS}
ADJUNCTS: dict[str, Track] = {t.id: _for_whom(t) for t in _ADJUNCTS}
