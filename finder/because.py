"""Why, in one sentence for the top of the page, with one of the visitor's own answers. Decides nothing."""

import re

from . import protocol
from .protocol import Reason, Recommendation

END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+")
# Not repeated at the top of the page, where someone else may look: danger, suicide and violence.
_PRIVATE = (*(q.id for q in protocol.QUESTIONS if q.section == "S" and q.id != "pregnancy"), "psychosis")
# When and for how long say less than how much or what happened: repeated only where nothing else was told.
_SAYS_LITTLE = ("last_use", "duration", "seizure_cause", "sds_stop", "sds_difficult")


def _topics(ids: tuple[str, ...]) -> tuple[str, ...]:
    """As an answer begins when it is told back."""
    topics = (protocol.question(id_).topic for id_ in ids)
    return tuple(topic[:1].upper() + topic[1:] for topic in topics)


PRIVATE, SAYS_LITTLE = _topics(_PRIVATE), _topics(_SAYS_LITTLE)


def reason_for(recommendation: Recommendation) -> Reason | None:
    """The most specific rule that set the level: a rating rule where there is one."""
    setting = recommendation.setting
    under = [rule for reason in setting for rule in reason.rules]
    return next(iter((*under, *setting)), None)


def why(reason: Reason | None) -> str:
    return END_OF_SENTENCE.split(reason.because, maxsplit=1)[0] if reason else ""


def told(reason: Reason | None) -> str:
    """The answer behind it, short: "How often, Alcohol: Every day". Empty where it is better not repeated."""
    answers = [t for t in (reason.told_us if reason else ()) if not t.startswith(PRIVATE)]
    given = [t for t in answers if ": skipped" not in t]
    telling = [t for t in given if not t.startswith(SAYS_LITTLE)]
    last = (telling or given or [""])[-1]
    return ": ".join(last.split(": ")[:2])
