"""What is said beside the level, in the order it is said. A lift moves messages to the front when its condition holds.

Text rules: never "you should stop taking", no dose, no taper schedule, never "safe at home", no promise, no shame.
A page shows the title and the first sentence (20 words at most); the rest opens in place, but for whole ones.
"""

from dataclasses import dataclass, replace

from . import lines as L
from . import triggers as T
from .conditions import ALWAYS, Condition
from .conditions import RatingAtLeast as R
from .questions.use import SUBSTANCES, used
from .shapes import Message
from .terms.drinking import HEAVY
from .terms.medicines import AS_DIRECTED
from .terms.people import ANY_SIGN, ANY_THOUGHTS, OLDER, PERINATAL, TEEN, UNDER_12
from .triggers import NOT_A_CHILD

_ALL: tuple[Message, ...] = (
    Message(
        code="CALL_911",
        title="Get emergency help now",
        text="Call 911 or go to the nearest emergency room now. Say what was taken and what you see. "
        "Someone should stay until help comes. Do not drive yourself. If you are not sure, call anyway.",
        when=T.SHOW_911,
        sources=(22, 76, 93),
        lines=(L.CALL_911, L.POISON),
        whole=True,
        child=True,
    ),
    Message(
        code="CALL_988",
        title="Call or text 988 now",
        text="Call or text 988, day or night. It is free. A trained person will listen and help you stay safe. "
        "If you can, have someone stay with you. If you may act on the thoughts, call 911.",
        when=T.SHOW_988,
        sources=(50, 65, 574),
        text_other="Call or text 988, day or night. It is free, and they help friends and family too. "
        "Stay with {them|your client}, and ask straight out about suicide. Asking does not plant the idea. "
        "If {they|your client} may act on the thoughts, call 911.",
        lines=(L.CALL_988, L.TEXT_988),
        whole=True,
        child=True,
    ),
    Message(
        code="MEANS_SAFETY",
        title="Keep guns, pills and other means out of reach",
        text="Strong urges often pass: time and space save lives. Ask someone you trust to hold guns, pills "
        "and other means for now. If you cannot, go where you are not alone with them. "
        "Call 988 and they will help with how.",
        when=ANY_THOUGHTS,
        sources=(22, 65),
        text_other="Strong urges often pass: time and space save lives. Move guns, pills and other means out of "
        "reach for now. Do not leave {them|your client} alone with them. Call 988 and they will help with how.",
        lines=(L.CALL_988,),
        child=True,
    ),
    Message(
        code="POISON_CONTROL",
        title="Call Poison Control now",
        text="Call Poison Control now, even if everyone seems fine. It is free, day and night, and you need not "
        "give your name. Have the package at hand. If someone will not wake, has a seizure or cannot breathe well, "
        "call 911.",
        when=T.EXPOSURE_NOT_SURE | T.BODY_FAILING | T.POISONED_CHILD,
        sources=(108, 559, 572),
        lines=(L.POISON, L.CALL_911),
        child=True,
    ),
    Message(
        code="PEDIATRICIAN",
        title="Call a doctor for children today",
        text="A child under 12 needs a doctor for children today. Say what was taken, how much and when. "
        "Poison Control can tell you what to do right now. If the child is hard to wake or has a "
        "seizure, call 911.",
        when=UNDER_12,
        sources=(108,),
        lines=(L.POISON, L.CALL_911),
        child=True,
    ),
    Message(
        code="BODY_FIRST",
        title="Your own doctor first",
        text="Call your own doctor today: your illness needs care first. If you have no doctor, or it gets worse, "
        "go to an emergency room. A program for alcohol or drugs is not what these answers point to.",
        when=T.BODY_COMES_FIRST,
        sources=(22,),
        text_other="Call {their|your client's} own doctor today: the illness needs care first. Without a doctor, or if "
        "it gets worse, go to an emergency room. A program for alcohol or drugs is not what these answers point to.",
    ),
    Message(
        code="MIND_FIRST",
        title="Help for mood or thoughts first",
        text="These answers point to help for mood or thoughts, not to alcohol or drug treatment. "
        "Call a doctor or a counselor, and say how the days are. You can call or text 988 at any time, for any "
        "distress. The SAMHSA line can help find someone.",
        when=T.MIND_COMES_FIRST,
        sources=(27, 49, 50),
        lines=(L.CALL_988, L.TEXT_988, L.SAMHSA),
    ),
    Message(
        code="PRESCRIBER_FIRST",
        title="Start with the prescriber",
        text="The one who prescribes the medicine is the right first call. Needing a medicine as directed is not "
        "addiction. Do not stop it suddenly. Ask what to expect before anything changes.",
        when=T.PRESCRIBER_COMES_FIRST,
        sources=(15, 20),
    ),
    Message(
        code="NO_ABRUPT_STOP",
        title="Do not stop suddenly",
        text="Do not stop suddenly or cut down by a lot on your own. Your body is used to it, and a sudden stop can "
        "be dangerous. Talk to a doctor first. A doctor can make a slow, safe plan with you.",
        when=T.STOP_SLOWLY & (NOT_A_CHILD | AS_DIRECTED),
        sources=(1, 3, 15, 20, 22),
        text_other="{They|Your client} should not stop suddenly or cut down by a lot alone. The body is used to it, "
        "and a sudden stop can be dangerous. Talk to a doctor first. A doctor can make a slow, safe plan.",
        whole=True,
        child=True,
    ),
    Message(
        code="DONT_DETOX_ALONE",
        title="Do not go through withdrawal alone",
        text="Do not go through withdrawal alone at home. It can turn dangerous fast, even after a calm start. "
        "Ask a doctor or a detox program first. Do not drive in withdrawal. Call 911 for a seizure, "
        "confusion or a high fever.",
        when=T.NOT_ALONE,
        sources=(22, 71, 76),
        text_other="No one should go through withdrawal alone at home. It can turn dangerous fast, even after a "
        "calm start. Ask a doctor or a detox program first. {They|Your client} should not drive. "
        "Call 911 for a seizure, confusion or a high fever.",
        whole=True,
    ),
    Message(
        code="NO_BED",
        title="If no place has a bed",
        text="Any emergency room must see you, with or without a phone or insurance. "
        "Say that you are in withdrawal, or that you will be. Until then, do not go from daily use to nothing.",
        when=R("D1", 3),
        sources=(22,),
        text_other="Any emergency room must see {them|your client}, with or without a phone or insurance. "
        "Say that withdrawal has begun, or is coming. Until then, no one should go from daily use to nothing.",
    ),
    Message(
        code="EPILEPSY_NEUROLOGIST",
        title="With seizures, the seizure doctor leads",
        text="Some of these medicines also hold back seizures. The doctor who treats the seizures must lead any "
        "change. Call that doctor before anything changes. A missed day can bring a seizure.",
        when=T.EPILEPSY & (NOT_A_CHILD | AS_DIRECTED),
        sources=(2, 12, 20),
        child=True,
    ),
    Message(
        code="SUPPLY",
        title="If the medicine runs out",
        text="Call the prescriber, a pharmacy or an urgent care today. Say that the medicine may run out, and that "
        "stopping suddenly is not safe. A clinic or an emergency room can help you bridge the gap. "
        "Do not fill it with pills from the street.",
        when=T.SUPPLY_AT_RISK,
        sources=(3, 15, 20),
        text_other="Call the prescriber, a pharmacy or an urgent care today. Say that the medicine may run out, and "
        "that stopping suddenly is not safe. A clinic or an emergency room can help bridge the gap. "
        "It should not be filled with pills from the street.",
    ),
    Message(
        code="ANTIDEPRESSANT_STOP",
        title="Antidepressants: change them slowly",
        text="Do not stop an antidepressant suddenly; talk to the prescriber first. Some people feel dizzy, "
        "sick or restless when they stop. For many it lasts one to two weeks. For some it lasts much longer.",
        when=used("antidepressants"),
        sources=(569,),
        text_other="An antidepressant should not stop suddenly; talk to the prescriber first. Some people feel "
        "dizzy, sick or restless when they stop. For many it lasts one to two weeks. For some it lasts much longer.",
    ),
    Message(
        code="PREGNANCY",
        title="Care in pregnancy and after birth",
        text="See a doctor or midwife soon, and say what you use. If you use something on most days, do not stop it "
        "alone. Pregnant people get a place in care sooner. The year after birth needs care too.",
        when=PERINATAL,
        sources=(48, 94, 107),
        text_other="A doctor or midwife should know soon what is used. Something used on most days should not be "
        "stopped alone. Pregnant people get a place in care sooner. The year after birth needs care too.",
        lines=(L.MATERNAL,),
    ),
    Message(
        code="ALCOHOL_PREGNANCY",
        title="Alcohol in pregnancy",
        text="Not drinking is safest; no safe amount is known. A few drinks before you knew? Tell your pregnancy "
        "team. They hear it often, and they can help.",
        when=T.LITTLE_ALCOHOL_IN_PREGNANCY,
        sources=(570,),
        text_other="Not drinking is safest; no safe amount is known. A few drinks before anyone knew? Tell the "
        "pregnancy team. They hear it often, and they can help.",
    ),
    Message(
        code="TOLERANCE_DROP",
        title="After a break, the old amount can kill",
        text="After days or weeks without it, your body can no longer take the old amount. "
        "This is true after jail, a hospital, detox or rehab. If you use again, do not use alone, and "
        "keep naloxone close.",
        when=T.TOLERANCE_MAY_DROP,
        sources=(10, 23, 578),
        text_other="After days or weeks without it, the body can no longer take the old amount. "
        "This is true after jail, a hospital, detox or rehab. Keep naloxone close, and learn to use it.",
        lines=(L.SAFESPOT,),
    ),
    Message(
        code="NALOXONE",
        title="Carry naloxone",
        text="Carry naloxone (Narcan), and tell people where it is. Show them how to use it. You can buy it "
        "without a prescription. If someone will not wake: call 911, give naloxone, give rescue breaths, and stay. "
        "If there is no change in 2 to 3 minutes, give another dose.",
        when=T.NEEDS_NALOXONE,
        sources=(16, 93),
        text_other="Keep naloxone (Narcan) close, and learn to use it. You can buy it without a prescription. "
        "If someone will not wake: call 911, give naloxone, give rescue breaths, and stay. "
        "If there is no change in 2 to 3 minutes, give another dose.",
        lines=(L.CALL_911,),
        whole=True,
        child=True,
    ),
    Message(
        code="MOUD_FIRST",
        title="Medicine first, not detox alone",
        text="Medicine is the first choice for opioid use, and not detox alone. Methadone and buprenorphine cut the "
        "risk of death by about half. Detox alone often leads back to use, with more risk of overdose. You can "
        "start without any counseling. It is safe in pregnancy. If you take it now, do not stop it on your own.",
        when=T.MOUD_SHOULD_COME_FIRST,
        sources=(23, 48, 134),
        text_other="Medicine is the first choice for opioid use, and not detox alone. Methadone and buprenorphine cut "
        "the risk of death by about half. Detox alone often leads back to use, with more risk of overdose. It can "
        "start without any counseling. It is safe in pregnancy. If {they take|your client takes} it now, "
        "it should not be stopped without the prescriber.",
    ),
    Message(
        code="KEEP_MEDICINE",
        title="Keep the medicine that works",
        text="If you take a medicine that works, tell the program. Talk to the prescriber before any change. "
        "A good program does not ask you to give it up at the door.",
        when=T.KEEP_TAKING,
        sources=(23, 27, 106),
        text_other="If a medicine works, tell the program. Talk to the prescriber before any change. "
        "A good program does not ask anyone to give it up at the door.",
    ),
    Message(
        code="NO_MIX",
        title="Do not mix these",
        text="Opioids, sedatives and alcohol slow your breathing; together they can stop it. "
        "Tell every doctor and pharmacist about all that you take. Do not stop any of them suddenly.",
        when=T.MIXES,
        sources=(1, 14, 20),
        text_other="Opioids, sedatives and alcohol slow breathing; together they can stop it. Every doctor and "
        "pharmacist should know about all that is taken. None of them should be stopped suddenly.",
    ),
    Message(
        code="BACK_TO_USE",
        title="If daily use comes back",
        text="If you go back to every day, do not stop suddenly again. Your body would be used to it once more. "
        "Talk to a doctor first.",
        when=T.STOPPED_BEFORE,
        sources=(20, 22),
        text_other="If daily use comes back, it should not stop suddenly again. The body would be used to it once "
        "more. Talk to a doctor first.",
    ),
    Message(
        code="THIAMINE",
        title="Ask about vitamin B1",
        text="Ask a doctor about vitamin B1 (thiamine), which heavy drinking uses up. A lack of it can "
        "harm the brain for good. Confusion, trouble walking or eye trouble means 911.",
        when=HEAVY,
        sources=(580,),
    ),
    Message(
        code="ACETAMINOPHEN",
        title="Pain pills with Tylenol in them",
        text="Many pain pills hold acetaminophen (Tylenol), and too much can harm the liver. People can feel well at "
        "first. If more was taken than the label says, call Poison Control now. Do not wait to feel ill.",
        when=T.TYLENOL_RISK,
        sources=(559,),
        lines=(L.POISON,),
    ),
    Message(
        code="ADULTERANTS",
        title="Other drugs in street opioids",
        text="Street opioids may hold other drugs, such as xylazine or medetomidine. Naloxone does not undo "
        "these, but give it anyway. Wounds need care early. A pounding heart, bad vomiting or confusion after "
        "the last use means 911.",
        when=used("street_opioids"),
        sources=(91, 92, 93),
        lines=(L.CALL_911,),
    ),
    Message(
        code="FENTANYL_SUPPLY",
        title="Pills and powders may hold fentanyl",
        text="Pills and powders that are not from a pharmacy may hold fentanyl. You cannot see, smell or taste it. "
        "Keep naloxone close, even if you do not use opioids. Try not to use alone.",
        when=T.STREET_STIMULANTS | T.STREET_PILLS | used("street_opioids"),
        sources=(16, 93),
        text_other="Pills and powders that are not from a pharmacy may hold fentanyl. No one can see, smell or taste "
        "it. Keep naloxone close, even if no opioids are used. No one should use alone.",
        lines=(L.SAFESPOT,),
    ),
    Message(
        code="ASK_MEDICAL_START",
        title="Ask where the plan should start",
        text="Ask the prescriber if the change should start in a clinic or hospital. With this medicine or amount, "
        "a start with nurses close by can be the better way. Most people can then go on at home. Do not "
        "change it before you have asked.",
        when=T.MEDICAL_START,
        sources=(19, 20),
        text_other="Ask the prescriber if the change should start in a clinic or hospital. With this medicine or "
        "amount, a start with nurses close by can be the better way. Most people can then go on at home. Nothing "
        "should change before that.",
    ),
    Message(
        code="DV",
        title="If someone hurts, scares or controls you",
        text="You have a right to be safe, and the hotline can help you plan, day and night. "
        "Use a phone or computer that no one checks. If you are in danger now, call 911.",
        when=T.BEING_HURT,
        sources=(110, 573),
        text_other="Everyone has a right to be safe, and friends and family can call the hotline too. It answers "
        "day and night. Use a phone or computer that no one checks. If there is danger now, call 911.",
        lines=(L.DV, L.DV_TEXT, L.CALL_911),
        child=True,
    ),
    Message(
        code="CHILD_SAFETY",
        title="Keeping children safe",
        text="If a child is in danger now, call 911. If you are worried, Childhelp will listen and help you think. "
        "They do not take reports. A trusted adult can care for the child while you get help.",
        when=T.CHILD_WORRY,
        sources=(110,),
        text_other="If a child is in danger now, call 911. If you are worried, Childhelp will listen and help you "
        "think. They do not take reports. A trusted adult can care for the child for now.",
        lines=(L.CHILDHELP, L.CALL_911),
        child=True,
    ),
    Message(
        code="HOUSING",
        title="A safe place to live",
        text="A safe place to live is part of getting better, so ask each program about housing. Recovery homes "
        "are one way. Ask if they accept people who take prescribed medicine. The SAMHSA line can help you look.",
        when=R("D5", 3),
        sources=(22,),
    ),
    Message(
        code="STIM_CRASH",
        title="The crash after stimulants",
        text="After the last use, mood can drop hard for days. Sleep, food and company help. Thoughts of "
        "suicide can come up. If they do, call or text 988. Chest pain, a very hot body or a seizure means 911.",
        when=T.STIMULANTS_USED,
        sources=(25, 50, 95),
        lines=(L.CALL_988, L.TEXT_988),
        safety=False,
    ),
    Message(
        code="AUD_MEDS",
        title="Medicine can help with drinking",
        text="Some medicine makes it easier to drink less or not at all. Two are called naltrexone "
        "and acamprosate. Any doctor can prescribe them. Ask if one fits.",
        when=T.RISKY_DRINKING,
        sources=(77,),
        safety=False,
    ),
    Message(
        code="DUAL_DX",
        title="Treat mind and use together",
        text="Look for a program that treats both mind and drug use. Care works best when one team knows both. "
        "Ask who treats mental health there, and how soon you can be seen.",
        when=T.TREAT_BOTH,
        sources=(25,),
        text_other="Look for a program that treats both mind and drug use. Care works best when one team knows both. "
        "Ask who treats mental health there, and how soon someone can be seen.",
    ),
    Message(
        code="HARM_REDUCTION",
        title="Ways to stay safer",
        text="Syringe programs give new supplies, tests and wound care, and do not ask you to stop. "
        "Fever, or a red and hot wound, needs a doctor now. Try not to use alone.",
        when=T.SAFER_USE,
        sources=(93, 109),
        text_other="Syringe programs give new supplies, tests and wound care, and do not ask anyone to stop. "
        "Fever, or a red and hot wound, needs a doctor now. No one should use alone.",
        lines=(L.SAFESPOT,),
    ),
    Message(
        code="TEST_STRIPS",
        title="Test strips",
        text="Fentanyl test strips can show fentanyl in a drug before it is used. They miss some other drugs, so a "
        "negative strip is no promise. Syringe programs often give them for free.",
        when=T.SAFER_USE & T.USES_STREET_DRUGS,
        sources=(93,),
        safety=False,
    ),
    Message(
        code="CHECK_IN",
        title="Have someone check in",
        text="Ask someone to call or come by each day: withdrawal can last longer than the first days. "
        "Tell the program that you will be alone. They can plan visits or calls.",
        when=T.ALONE_LATER,
        sources=(71, 73),
        text_other="Someone should call or come by each day: withdrawal can last longer than the first days. "
        "Tell the program that no one will be at home. They can plan visits or calls.",
    ),
    Message(
        code="DRIVING",
        title="Driving",
        text="Do not drive after drinking or using, or in withdrawal. A ride from a friend, a bus or a cab can save a "
        "life. Ask the program about rides.",
        when=T.DROVE_OR_HURT,
        sources=(22,),
        text_other="No one should drive after drinking or using, or in withdrawal. A ride from a friend, a bus or a "
        "cab can save a life. Ask the program about rides.",
        safety=False,
    ),
    Message(
        code="LOCK_UP",
        title="Keep it locked away from children",
        text="Lock up medicines, drugs and edibles, out of sight and reach. A small amount can stop a child's "
        "breathing. If a child may have taken some, call Poison Control, even without signs.",
        when=T.LOCK_UP_RISK,
        sources=(560, 572),
        lines=(L.POISON,),
        safety=False,
    ),
    Message(
        code="NO_DETOX_NEEDED",
        title="No detox needed",
        text="Stopping these can feel bad, but it rarely needs a detox bed. Support, sleep and time help. If fear, "
        "voices or dark thoughts come, get help the same day.",
        when=T.NO_DANGER_IN_STOPPING,
        sources=(25, 56, 96),
        safety=False,
    ),
    Message(
        code="TEEN",
        title="Care made for teens",
        text="Teens do best in programs made for teens, with the family taking part. An adult program is not the "
        "place. Who must agree to care differs by state.",
        when=TEEN,
        sources=(40, 155),
        safety=False,
    ),
    Message(
        code="OLDER_ADULT",
        title="Past 65",
        text="Past 65, the body clears drugs more slowly. Falls and mix-ups of medicine are more likely. "
        "Bring a list of all your medicines to the visit. Changes should go slowly.",
        when=OLDER,
        sources=(20, 22),
        text_other="Past 65, the body clears drugs more slowly. Falls and mix-ups of medicine are more likely. "
        "Bring a list of all medicines to the visit. Changes should go slowly.",
        safety=False,
    ),
    Message(
        code="VETERAN",
        title="For people who served",
        text="The VA has its own care for this, and you need not be signed up. In a crisis, call 988 and press 1, or "
        "text 838255. It is free.",
        when=T.IS_VETERAN,
        sources=(54,),
        lines=(L.CALL_988, L.VETERANS_TEXT),
        safety=False,
    ),
    Message(
        code="FAMILY",
        title="Help for you, too",
        text="You did not cause this, and you cannot fix it alone. CRAFT teaches families how to help a loved "
        "one into care. Al-Anon and Nar-Anon are groups for families. Make a plan for your own safety.",
        when=T.FAMILY_HELP,
        sources=(111,),
        safety=False,
        child=True,
    ),
    Message(
        code="OUT_OF_SCOPE",
        title="Gambling, gaming, food or sex",
        text="This tool is about alcohol and drugs, so it cannot name care for other habits. "
        "That does not make them small. A counselor can help, and the SAMHSA line can point you to one.",
        when=SUBSTANCES.picked("behavior"),
        sources=(49,),
        lines=(L.SAMHSA,),
        safety=False,
    ),
    Message(
        code="NO_SIGN",
        title="No sign of need",
        text="Nothing in these answers points to a need for treatment. That is good news. "
        "If things change, or someone gets worried, come back. The lines on this page are open to all.",
        when=T.NO_SIGN_OF_NEED,
        sources=(26,),
    ),
    Message(
        code="GET_WORSE",
        title="If it gets worse",
        text="A seizure, confusion, chest pain or trouble breathing means 911. See a doctor the same day if each day "
        "is worse than the last. Go too if you cannot sleep at all, or see or hear things.",
        text_other="A seizure, confusion, chest pain or trouble breathing means 911. If each day is worse than the "
        "last, a doctor should see {them|your client} the same day. So too with no sleep at all, or voices or visions.",
        when=T.GETS_WORSE,
        sources=(22, 76),
        lines=(L.CALL_911,),
        safety=False,
    ),
    Message(
        code="SAMHSA_LINE",
        title="Someone to help you look",
        text="The SAMHSA helpline is free, day and night, in English and Spanish. You need not give your name. "
        "They help you find a place near you. You can also text your ZIP code to 435748.",
        when=ALWAYS,
        sources=(49,),
        lines=(L.SAMHSA, L.SAMHSA_TEXT),
        child=True,
    ),
    Message(
        code="NOT_DIAGNOSIS",
        title="A place to start",
        text="This is a place to start, not a diagnosis. A doctor or nurse who knows you may see it another way. "
        "Listen to them. If you feel in danger, do not wait: call 911.",
        when=ALWAYS,
        sources=(27, 33),
        text_other="This is a place to start, not a diagnosis. A doctor or nurse who knows the person may see it "
        "another way. Listen to them. If someone is in danger, do not wait: call 911.",
        safety=False,
        child=True,
    ),
)

# For a child no message speaks of adult care, detox, tapers or medicine for opioid use (16.18).
MESSAGES: dict[str, Message] = {m.code: m if m.child else replace(m, when=m.when & NOT_A_CHILD) for m in _ALL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """When the condition holds, these codes come first, in this order. Earlier lifts win."""

    id: str
    when: Condition
    codes: tuple[str, ...]
    sources: tuple[int, ...]


LIFTS: tuple[Lift, ...] = (
    # An overdose: 911, naloxone and breathing come before 988 (15.27, 16.1).
    Lift(id="order.overdose", when=T.OVERDOSE, codes=("CALL_911", "NALOXONE", "CALL_988"), sources=(93,)),
    # Poisoning and gas: 911 and the one step come before 988 (16.1).
    Lift(
        id="order.poisoning",
        when=T.BODY_FAILING | T.POISONED_CHILD,
        codes=("CALL_911", "POISON_CONTROL", "CALL_988"),
        sources=(108,),
    ),
    # In every other case of suicidal thoughts, 988 comes first.
    Lift(
        id="order.suicide",
        when=T.SUICIDE_OR_HARM | T.MIGHT_HURT,
        codes=("CALL_988", "CALL_911"),
        sources=(50, 65),
    ),
    # Danger signs of the body beside voices or fear: 911 first. Voices or fear alone: 988 first.
    Lift(id="order.body", when=ANY_SIGN, codes=("CALL_911", "CALL_988"), sources=(22, 76)),
    Lift(id="order.psychosis", when=T.PSYCHOSIS_EMERGENCY, codes=("CALL_988", "CALL_911"), sources=(22, 50)),
    Lift(
        id="order.emergency",
        when=ALWAYS,
        codes=("CALL_911", "CALL_988", "POISON_CONTROL", "MEANS_SAFETY", "PEDIATRICIAN"),
        sources=(22,),
    ),
    # What to do first when it is not a program (16.23).
    Lift(
        id="order.first_call",
        when=ALWAYS,
        codes=("BODY_FIRST", "MIND_FIRST", "PRESCRIBER_FIRST", "NO_SIGN"),
        sources=(20, 22),
    ),
    Lift(
        id="order.release",
        when=T.RELEASED_AT_RISK | T.OPIOID_BREAK,
        codes=("TOLERANCE_DROP", "NALOXONE"),
        sources=(10, 23),
    ),
    Lift(
        id="order.pregnancy",
        when=T.PREGNANT_LOW_DOSE,
        codes=("PREGNANCY", "NO_ABRUPT_STOP"),
        sources=(20, 48),
    ),
    Lift(id="order.epilepsy", when=T.EPILEPSY_STEADY, codes=("EPILEPSY_NEUROLOGIST",), sources=(2, 20)),
)
