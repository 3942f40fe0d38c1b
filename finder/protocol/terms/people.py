"""Age, pregnancy, body, home and company."""

from ..conditions import Any_, Named
from ..questions.about import AGE, PREGNANCY, UNDER_12
from ..questions.body import MEDICAL, THINKING
from ..questions.home import HOME, SOBER_ADULT, TRANSPORT
from ..questions.mind import MH_DIAGNOSIS
from ..questions.safety import DANGER_SIGNS, EVER_TRIED, EXPOSURES, PSYCHOSIS, SUICIDE, VIOLENCE

__all__ = ["UNDER_12"]

PREGNANT = PREGNANCY.one_of("pregnant")  # "not sure" counts as pregnant
PERINATAL = PREGNANCY.at_least("past_year")
OLDER = AGE.one_of("age_65_plus")
TEEN = AGE.one_of("age_12_15", "age_16_17")

# --- Danger --------------------------------------------------------------------------------------------------------
SIGNS = tuple(o.id for o in DANGER_SIGNS.options if o.rank == 2)
ANY_SIGN = Named("a danger sign", Any_(*(DANGER_SIGNS.picked(sign) for sign in SIGNS)))
# After an emergency each sign counts as "not sure" (16.20); before, the level is an emergency anyway.
SIGN_OR_NOT_SURE = Named("a danger sign, or not sure", ANY_SIGN | DANGER_SIGNS.picked("not_sure"))
POISONED = Any_(*(EXPOSURES.picked(e) for e in ("poison", "hid_drugs", "child_or_mistake")))
OVERDOSE_RECENT = EXPOSURES.picked("overdose_recent")
GAS = EXPOSURES.picked("gas")
PUMP = EXPOSURES.picked("pump")
SUICIDE_NOW = SUICIDE.at_least("plan") | EVER_TRIED.one_of("past_3_months")
ANY_THOUGHTS = SUICIDE.at_least("thoughts")
THOUGHTS_OR_SELF_HARM = Named("thoughts of suicide, or hurting oneself", SUICIDE.at_least("self_harm"))

# --- Body ----------------------------------------------------------------------------------------------------------
NEEDS_WATCHING = MEDICAL.at_least("watching")
UNSTABLE_BODY = MEDICAL.one_of("unstable")
BIPOLAR_OR_PSYCHOSIS = Named(
    "bipolar disorder or psychosis",
    Any_(MH_DIAGNOSIS.picked("bipolar"), MH_DIAGNOSIS.picked("psychosis"), PSYCHOSIS.at_least("treated")),
)

# --- Home and company ----------------------------------------------------------------------------------------------
UNSAFE_HOME = Named(
    "home is unstable, unsafe or missing", HOME.at_least("unstable") | VIOLENCE.at_least("being_hurt")
)
ALONE_OR_UNSAFE = Named(
    "no reliable adult, an unsafe home, no transport, or trouble following a plan",
    Any_(SOBER_ADULT.one_of("no"), UNSAFE_HOME, TRANSPORT.one_of("none"), THINKING.one_of("yes")),
)
