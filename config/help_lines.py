"""Every help line on /help-now/, each confirmed by a public source (clinical bibliography 49-54, 108-110, 140).

Lines whose own page could not be confirmed are left out and listed in docs/content-status.md.
"""

from config.crisis_lines import EMERGENCY, LIFELINE, POISON, SAMHSA, CrisisLine

VETERANS = CrisisLine(
    "veterans", "988, then press 1", "988", "Veterans, service members and their families", "Veterans Crisis Line",
    "Responders of the Veterans Crisis Line. You need not be enrolled with the VA.", "24 hours a day", "838255"
)  # fmt: skip
SAFESPOT = CrisisLine(
    "safespot", "1-800-972-0590", "18009720590", "Using alone and afraid of an overdose", "SafeSpot",
    "A trained operator stays on the phone while you use and sends help if you stop answering.", "24 hours a day"
)  # fmt: skip
DOMESTIC_VIOLENCE = CrisisLine(
    "dv", "1-800-799-7233", "18007997233", "Someone at home hurts or threatens you", "Domestic Violence Hotline",
    "Advocates of the National Domestic Violence Hotline.", "24 hours a day", "88788", "START"
)  # fmt: skip
MATERNAL = CrisisLine(
    "maternal", "1-833-852-6262", "18338526262", "Pregnant or a new parent, and struggling", "Maternal mental health",
    "Counselors, in English and Spanish. A support line: in an emergency use 988 or 911.", "24 hours a day",
    "18338526262"
)  # fmt: skip
CHILDHELP = CrisisLine(
    "childhelp", "1-800-422-4453", "18004224453", "Worried about a child's safety", "Childhelp",
    "Counselors who listen and guide. They do not take reports: if a child is in danger now, call 911.",
    "24 hours a day", "18004224453"
)  # fmt: skip
QUITLINE = CrisisLine(
    "quitline", "1-800-784-8669", "18007848669", "Quitting tobacco or vapes", "Quitline",
    "Your state's quitline. Some states have no live service.", "Hours differ by state",
    "47848", "QUIT"
)  # fmt: skip

HELP_LINES = (
    EMERGENCY, LIFELINE, POISON, SAMHSA, VETERANS, SAFESPOT, DOMESTIC_VIOLENCE, MATERNAL, CHILDHELP, QUITLINE
)  # fmt: skip
