"""What is said beside the level, in the order it is said. A lift moves messages to the front when its condition holds.

Text rules: never "you should stop taking", no dose, no taper schedule, never "safe at home", no promise, no shame.
"""

from dataclasses import dataclass

from . import lines as L
from . import triggers as T
from .classes import OLDER, PERINATAL, TEEN, UNDER_12
from .conditions import ALWAYS, Condition
from .conditions import RatingAtLeast as R
from .questions.use import SUBSTANCES, used
from .ratings.body import ANY_SIGN
from .ratings.mind import ANY_THOUGHTS
from .shapes import Message

_ALL: tuple[Message, ...] = (
    Message(
        "CALL_911",
        "Get emergency help now",
        "Call 911 or go to the nearest emergency room now. Say what was taken and what you see. "
        "Someone should stay until help comes. Do not drive yourself. If you are not sure, call anyway.",
        T.EMERGENCY_NOW | T.DANGER_NOT_SURE,
        (22, 76, 93),
        lines=(L.CALL_911, L.POISON),
    ),
    Message(
        "CALL_988",
        "Call or text 988 now",
        "Call or text 988, day or night. It is free. A trained person will listen and help you stay safe. "
        "If you can, have someone stay with you. If you may act on the thoughts, call 911.",
        T.SHOW_988,
        (50, 65),
        "Call or text 988, day or night. It is free, and they help friends and family too. "
        "Stay with {them|your client}, and ask straight out about suicide. Asking does not plant the idea. "
        "If {they|your client} may act on the thoughts, call 911.",
        (L.CALL_988, L.TEXT_988),
    ),
    Message(
        "MEANS_SAFETY",
        "Keep guns, pills and other means out of reach",
        "Strong urges often pass. Time and space save lives. Ask someone you trust to hold guns, pills "
        "and other means "
        "for now. If you cannot, go where you are not alone with them. Call 988 and they will help with how.",
        ANY_THOUGHTS,
        (22, 65),
        "Strong urges often pass. Time and space save lives. Move guns, pills and other means out of "
        "reach for now. "
        "Do not leave {them|your client} alone with them. Call 988 and they will help with how.",
        (L.CALL_988,),
    ),
    Message(
        "PEDIATRICIAN",
        "Call a doctor for children today",
        "A child under 12 needs a doctor for children, and soon. Call the doctor today, and say what was "
        "taken and when. "
        "Poison Control can tell you what to do right now. If the child is hard to wake or has a "
        "seizure, call 911.",
        UNDER_12,
        (108,),
        lines=(L.POISON, L.CALL_911),
    ),
    Message(
        "NO_ABRUPT_STOP",
        "Do not stop suddenly",
        "Do not stop suddenly or cut down by a lot on your own. Your body is used to it, and a sudden "
        "stop can be "
        "dangerous. Talk to the prescriber or a doctor first. They can make a slow, safe plan with you.",
        T.STOP_SLOWLY,
        (1, 3, 15, 20, 22),
        "{They|Your client} should not stop suddenly or cut down by a lot alone. The body is used to it, "
        "and a sudden "
        "stop can be dangerous. Talk to the prescriber or a doctor first. They can make a slow, safe plan.",
    ),
    Message(
        "DONT_DETOX_ALONE",
        "Do not go through withdrawal alone",
        "Do not go through withdrawal alone at home. It can turn dangerous fast, even after a calm start. "
        "Ask a doctor or a detox program first. Do not drive in withdrawal. Call 911 for a seizure, "
        "confusion or a high fever.",
        T.NOT_ALONE,
        (22, 71, 76),
        "No one should go through withdrawal alone at home. It can turn dangerous fast, even after a "
        "calm start. "
        "Ask a doctor or a detox program first. {They|Your client} should not drive. "
        "Call 911 for a seizure, confusion or a high fever.",
    ),
    Message(
        "EPILEPSY_NEUROLOGIST",
        "With seizures, the nerve doctor leads",
        "Some of these medicines also hold back seizures. Any change must be led by the doctor who "
        "treats the seizures. "
        "Call that doctor before you change anything. A missed day can bring a seizure.",
        T.EPILEPSY,
        (2, 12, 20),
        "Some of these medicines also hold back seizures. Any change must be led by the doctor who "
        "treats the seizures. "
        "Call that doctor before anything changes. A missed day can bring a seizure.",
    ),
    Message(
        "SUPPLY",
        "If the medicine runs out",
        "Call the prescriber, the pharmacy or an urgent care today. Say that you may run out, and that "
        "stopping suddenly "
        "is not safe. For methadone or buprenorphine, the clinic or an emergency room can help you "
        "bridge the gap. "
        "Do not fill the gap with pills from the street.",
        T.SUPPLY_AT_RISK,
        (3, 15, 20),
        "Call the prescriber, the pharmacy or an urgent care today. Say that the medicine may run out, "
        "and that stopping "
        "suddenly is not safe. For methadone or buprenorphine, the clinic or an emergency room can "
        "bridge the gap. "
        "Do not fill the gap with pills from the street.",
    ),
    Message(
        "PREGNANCY",
        "Care in pregnancy and after birth",
        "See a doctor or midwife soon, and say what you use. Do not stop alcohol, sedatives or opioids alone. "
        "Medicine for opioid use is safe in pregnancy and helps you both. Pregnant people get a place in "
        "care sooner. "
        "The year after birth needs care too.",
        PERINATAL,
        (48, 94, 107),
        "A doctor or midwife should know soon what is used. No one should stop alcohol, sedatives or "
        "opioids alone. "
        "Medicine for opioid use is safe in pregnancy and helps both. Pregnant people get a place in "
        "care sooner. "
        "The year after birth needs care too.",
        (L.MATERNAL,),
    ),
    Message(
        "TOLERANCE_DROP",
        "After a break, the old amount can kill",
        "After days or weeks without it, your body can no longer take the old amount. The old amount can kill. "
        "This is true after jail, a hospital, detox or rehab. If you use again, do not use alone, and "
        "keep naloxone close.",
        T.TOLERANCE_MAY_DROP,
        (10, 23),
        "After days or weeks without it, the body can no longer take the old amount. The old amount can kill. "
        "This is true after jail, a hospital, detox or rehab. Keep naloxone close, and learn to use it.",
        (L.SAFESPOT,),
    ),
    Message(
        "NALOXONE",
        "Carry naloxone",
        "Carry naloxone (Narcan), and tell people where it is. Show them how to use it. You can buy it "
        "without a "
        "prescription. If someone will not wake: call 911, give naloxone, give rescue breaths, and stay. "
        "If there is no change in 2 to 3 minutes, give another dose.",
        T.NEEDS_NALOXONE,
        (16, 93),
        "Keep naloxone (Narcan) close, and learn to use it. You can buy it without a prescription. "
        "If someone will not wake: call 911, give naloxone, give rescue breaths, and stay. "
        "If there is no change in 2 to 3 minutes, give another dose.",
        (L.CALL_911,),
    ),
    Message(
        "MOUD_FIRST",
        "Medicine first, not detox alone",
        "Medicine is the first choice for opioid use. Methadone and buprenorphine cut the risk of death "
        "by about half. "
        "Detox alone often leads back to use, with a higher risk of overdose. You can start without any "
        "counseling. "
        "If you take it now, do not stop it on your own.",
        T.MOUD_SHOULD_COME_FIRST,
        (23, 134),
        "Medicine is the first choice for opioid use. Methadone and buprenorphine cut the risk of death "
        "by about half. "
        "Detox alone often leads back to use, with a higher risk of overdose. It can start without any "
        "counseling. "
        "If {they take|your client takes} it now, it should not be stopped without the prescriber.",
    ),
    Message(
        "NO_MIX",
        "Do not mix these",
        "Opioids, sedatives and alcohol slow your breathing. Together they can stop it. "
        "Tell every doctor and pharmacist about all of them. Do not stop any of them suddenly.",
        T.MIXES,
        (1, 14, 20),
        "Opioids, sedatives and alcohol slow breathing. Together they can stop it. "
        "Every doctor and pharmacist should know about all of them. None of them should be stopped suddenly.",
    ),
    Message(
        "ADULTERANTS",
        "Xylazine and medetomidine in the supply",
        "Street opioids may hold other drugs, such as xylazine or medetomidine. Naloxone does not undo "
        "these, but give it "
        "anyway. Wounds need care early. A pounding heart, bad vomiting or confusion after the last use "
        "means 911.",
        used("street_opioids"),
        (91, 92, 93),
        lines=(L.CALL_911,),
    ),
    Message(
        "FENTANYL_SUPPLY",
        "Pills and powders may hold fentanyl",
        "Pills and powders that are not from a pharmacy may hold fentanyl. You cannot see, smell or taste it. "
        "Keep naloxone close, even if you do not use opioids. Try not to use alone.",
        T.STREET_STIMULANTS | T.STREET_PILLS | used("street_opioids"),
        (16, 93),
        "Pills and powders that are not from a pharmacy may hold fentanyl. No one can see, smell or taste it. "
        "Keep naloxone close, even if no opioids are used. No one should use alone.",
        (L.SAFESPOT,),
    ),
    Message(
        "ASK_MEDICAL_START",
        "Ask where the plan should start",
        "Ask the prescriber if the change should start in a clinic or hospital. With this medicine or amount, "
        "a start with nurses close by can be the better way. Most people can then go on at home. Do not "
        "change it before you have asked.",
        T.MEDICAL_START,
        (19, 20),
        "Ask the prescriber if the change should start in a clinic or hospital. With this medicine or amount, "
        "a start with nurses close by can be the better way. Most people can then go on at home. Nothing "
        "should change before that.",
    ),
    Message(
        "DV",
        "If someone hurts or scares you",
        "You have a right to be safe. The hotline can help you plan, day and night. "
        "Use a phone or computer that no one checks. If you are in danger now, call 911.",
        T.BEING_HURT,
        (110,),
        "Everyone has a right to be safe. Friends and family can call the hotline too, day and night. "
        "Use a phone or computer that no one checks. If there is danger now, call 911.",
        (L.DV, L.DV_TEXT, L.CALL_911),
    ),
    Message(
        "CHILD_SAFETY",
        "Keeping children safe",
        "If a child is in danger now, call 911. If you are worried, Childhelp will listen and help you think. "
        "They do not take reports. A trusted adult can care for the child while you get help.",
        T.CHILD_WORRY,
        (110,),
        "If a child is in danger now, call 911. If you are worried, Childhelp will listen and help you think. "
        "They do not take reports. A trusted adult can care for the child for now.",
        (L.CHILDHELP, L.CALL_911),
    ),
    Message(
        "HOUSING",
        "A safe place to live is part of care",
        "A safe place to live is part of getting better. Ask each program about housing. Recovery homes "
        "are one way. "
        "Ask if they accept people on medicine. The SAMHSA line can help you look.",
        R("D5", 3),
        (22, 27),
    ),
    Message(
        "STIM_CRASH",
        "The crash after stimulants",
        "After the last use, mood can drop hard for days. Sleep, food and company help. Thoughts of "
        "suicide can come up. "
        "If they do, call or text 988. Chest pain, a very hot body or a seizure means 911.",
        T.STIMULANTS_USED,
        (25, 50, 95),
        lines=(L.CALL_988, L.TEXT_988),
    ),
    Message(
        "AUD_MEDS",
        "Medicine can help with drinking",
        "There is medicine that makes it easier to drink less or not at all. Two are called naltrexone "
        "and acamprosate. "
        "Any doctor can prescribe them. Ask if one fits you.",
        T.RISKY_DRINKING,
        (77,),
        "There is medicine that makes it easier to drink less or not at all. Two are called naltrexone "
        "and acamprosate. "
        "Any doctor can prescribe them. Ask if one fits.",
    ),
    Message(
        "DUAL_DX",
        "Treat mind and use together",
        "Mind and drug use are best treated together. Look for a program that does both. "
        "Ask who treats mental health there, and how soon you can be seen.",
        R("D3", 1),
        (25, 27),
        "Mind and drug use are best treated together. Look for a program that does both. "
        "Ask who treats mental health there, and how soon someone can be seen.",
    ),
    Message(
        "HARM_REDUCTION",
        "Ways to stay safer",
        "Syringe programs give new supplies, tests and wound care. They do not ask you to stop. "
        "Fever, or a red and hot wound, needs a doctor now. Try not to use alone.",
        T.INJECTS | (T.NOT_READY & T.USES_STREET_DRUGS),
        (93, 109),
        "Syringe programs give new supplies, tests and wound care. They do not ask anyone to stop. "
        "Fever, or a red and hot wound, needs a doctor now. No one should use alone.",
        (L.SAFESPOT,),
    ),
    Message(
        "CHECK_IN",
        "Have someone check in",
        "Withdrawal can last longer than the first days. Ask someone to call or come by each day. "
        "Tell the program that you will be alone. They can plan visits or calls.",
        T.ALONE_LATER,
        (71, 73),
        "Withdrawal can last longer than the first days. Someone should call or come by each day. "
        "Tell the program that no one will be at home. They can plan visits or calls.",
    ),
    Message(
        "TEEN",
        "Care made for teens",
        "Teens do best in programs made for teens, with the family taking part. Do not go to an adult program. "
        "Who must agree to care differs by state. Buprenorphine is approved from age 16. Ask a doctor "
        "for teens.",
        TEEN,
        (40, 155),
        "Teens do best in programs made for teens, with the family taking part. An adult program is not "
        "the place. "
        "Who must agree to care differs by state. Buprenorphine is approved from age 16. Ask a doctor "
        "for teens.",
    ),
    Message(
        "OLDER_ADULT",
        "Past 65",
        "Past 65, the body clears drugs more slowly. Falls and mix-ups of medicine are more likely. "
        "Bring a list of all your medicines to the visit. Changes should go slowly.",
        OLDER,
        (20, 22),
        "Past 65, the body clears drugs more slowly. Falls and mix-ups of medicine are more likely. "
        "Bring a list of all medicines to the visit. Changes should go slowly.",
    ),
    Message(
        "VETERAN",
        "For people who served",
        "The VA has its own care for this. In a crisis, call 988 and press 1, or text 838255. "
        "You need not be signed up with the VA. It is free.",
        T.IS_VETERAN,
        (54,),
        lines=(L.CALL_988, L.VETERANS_TEXT),
    ),
    Message(
        "FAMILY",
        "Help for you, too",
        "You did not cause this, and you cannot fix it alone. CRAFT teaches families how to help a loved "
        "one into care. "
        "Al-Anon and Nar-Anon are groups for families. Make a plan for your own safety. Keep naloxone "
        "close if drugs are used.",
        T.IS_FAMILY,
        (111,),
    ),
    Message(
        "OUT_OF_SCOPE",
        "Gambling, gaming, food or sex",
        "This tool is about alcohol and drugs. It cannot name a kind of care for other habits. "
        "That does not make them small. A counselor can help, and the SAMHSA line can point you to one.",
        SUBSTANCES.picked("behavior"),
        (49,),
        lines=(L.SAMHSA,),
    ),
    Message(
        "NO_SIGN",
        "No sign of need",
        "Nothing in these answers points to a need for treatment. That is good news. "
        "If things change, or someone gets worried, come back. The lines on this page are open to all.",
        T.NO_SIGN_OF_NEED,
        (27,),
    ),
    Message(
        "GET_WORSE",
        "If it gets worse",
        "Watch for shaking that grows, a fast heart, or no sleep at all. Watch for fear, or for seeing things. "
        "If these come, see a doctor the same day. A seizure, confusion, chest pain or trouble breathing "
        "means 911.",
        T.GETS_WORSE,
        (22, 76),
        lines=(L.CALL_911,),
    ),
    Message(
        "SAMHSA_LINE",
        "Someone to help you look",
        "The SAMHSA helpline is free, day and night, in English and Spanish. You need not give your name. "
        "They help you find a place near you. You can also text your ZIP code to 435748.",
        ALWAYS,
        (49,),
        lines=(L.SAMHSA, L.SAMHSA_TEXT),
    ),
    Message(
        "NOT_DIAGNOSIS",
        "A place to start",
        "This is a place to start, not a diagnosis. A doctor or nurse who knows you may see it another way. "
        "Listen to them. If you feel in danger, do not wait: call 911.",
        ALWAYS,
        (28, 36),
        "This is a place to start, not a diagnosis. A doctor or nurse who knows the person may see it "
        "another way. "
        "Listen to them. If someone is in danger, do not wait: call 911.",
    ),
)

MESSAGES: dict[str, Message] = {m.code: m for m in _ALL}


@dataclass(frozen=True, slots=True)
class Lift:
    """When the condition holds, these codes come first, in this order. Earlier lifts win."""

    id: str
    when: Condition
    codes: tuple[str, ...]
    sources: tuple[int, ...]


LIFTS: tuple[Lift, ...] = (
    # An overdose now: 911, naloxone and breathing come before 988 (15.27).
    Lift("order.overdose", T.OVERDOSE, ("CALL_911", "NALOXONE", "CALL_988"), (93,)),
    # In every other case of suicidal thoughts, 988 comes first.
    Lift("order.suicide", ANY_THOUGHTS | T.MIGHT_HURT, ("CALL_988", "CALL_911"), (50, 65)),
    # Danger signs of the body beside voices or fear: 911 first. Voices or fear alone: 988 first.
    Lift("order.body", ANY_SIGN, ("CALL_911", "CALL_988"), (22, 76)),
    Lift("order.psychosis", T.PSYCHOSIS_EMERGENCY, ("CALL_988", "CALL_911"), (22, 50)),
    Lift("order.emergency", ALWAYS, ("CALL_911", "CALL_988", "MEANS_SAFETY", "PEDIATRICIAN"), (22,)),
    Lift("order.release", T.RELEASED_AT_RISK | T.OPIOID_BREAK, ("TOLERANCE_DROP", "NALOXONE"), (10, 23)),
    Lift("order.pregnancy", T.PREGNANT_LOW_DOSE, ("PREGNANCY", "NO_ABRUPT_STOP"), (20, 48)),
    Lift("order.epilepsy", T.EPILEPSY_STEADY, ("EPILEPSY_NEUROLOGIST",), (2, 20)),
)
