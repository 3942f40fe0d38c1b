"""Who should see someone, whatever the ratings say: trouble before, teens, memory, a drug one can depend on."""

from ..conditions import Any_, Named
from ..conditions import RatingAtLeast as R
from ..questions.body import THINKING
from ..questions.home import ALONE_AFTER, SOBER_ADULT
from ..questions.risk import PROGRAMS, RECENT_RELEASE
from ..questions.use import OVERDOSES, PAST_USE, SOURCE, regular, used
from ..substances import MEDICINES, OPIOIDS, SEDATIVES
from .danger import OVERDOSE
from .drinking import HEAVY
from .medicines import not_as_prescribed
from .people import OVERDOSE_RECENT, TEEN
from .use import REGULAR_COUNTED

# --- Trouble before (16.4), teens (16.18), memory (16.18), mind (16.19) --------------------------------------------
_STAY = RECENT_RELEASE.at_least("in_3_months") | (
    # A stay whose date was not told counts.
    RECENT_RELEASE.skipped() & (PROGRAMS.picked("residential") | PROGRAMS.picked("detox"))
)
PAST_AND_RISK = Named(
    "trouble with alcohol, sedatives or other drugs before, and an overdose or a stay since",
    Any_(*(PAST_USE.picked(p) for p in ("alcohol", "sedatives", "other")))
    & Any_(OVERDOSES.at_least("one"), OVERDOSE, OVERDOSE_RECENT, _STAY),
)
TEEN_AT_RISK = Named(
    "12 to 17 with regular use, or an inhalant, opioid or sedative that no one prescribed",
    TEEN
    & Any_(
        REGULAR_COUNTED,
        used("inhalants"),
        *(
            SOURCE.one_of("not_prescribed", of=p) if p in MEDICINES else used(p)
            for p in (*OPIOIDS, *SEDATIVES)
        ),
    ),
)
NO_ONE_THERE = Named(
    "trouble with memory or instructions, and no one to help with it at home",
    (THINKING.one_of("yes") & ~THINKING.skipped())
    & Any_(R("D5", 2), SOBER_ADULT.one_of("no"), ALONE_AFTER.one_of("yes")),
)

# --- A dependence-prone drug: regular use, or any use of a medicine (15.8) ------------------------------------------
# The specification says "regular or prescribed". Not prescribed is the graver answer, so it counts as well; and any
# use of an opioid for which medicine should come first does, since a level has to offer that medicine.
DEPENDENCE_PRONE = (*SEDATIVES, "gabapentinoids", *OPIOIDS)
USES_DEPENDENCE_PRONE = Named(
    "use of a drug that the body can come to depend on",
    Any_(
        HEAVY,
        *(used(p) if p in MEDICINES else regular(p) for p in DEPENDENCE_PRONE),
        used("street_opioids", "seven_oh", "tianeptine"),
        *(regular(p) for p in ("cocaine", "methamphetamine", "synthetic_cannabinoids", "other")),
        regular("prescription_stimulants") & not_as_prescribed("prescription_stimulants"),
    ),
)
