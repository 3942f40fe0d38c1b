"""Words for what the protocol names by id."""

from typing import Any

from django import template
from django.urls import reverse

from facilities.levels import LevelOfCare

from .. import said
from ..guide import GUIDES
from ..protocol import Reason
from ..reading import READ_MORE
from ..summary import WITH_A_CLINICIAN

register = template.Library()


@register.filter
def level_label(slug: str) -> str:
    """ "iop" -> "Intensive outpatient (IOP)"."""
    return LevelOfCare.from_slug(slug).label


@register.filter
def level_title(slug: str) -> str:
    """Plain words first: "Nurses day and night: inpatient detox". An emergency has no guide and keeps its label."""
    level = LevelOfCare.from_slug(slug)
    return GUIDES[level].title if level in GUIDES else level.label


@register.filter
def own_sources(reason: Reason) -> list[int]:
    """The sources of a decision rule itself, without those its rating rules have cited before it."""
    return [n for n in reason.sources if not any(n in rule.sources for rule in reason.rules)]


@register.filter
def read_more(code: str) -> str:
    """Address of the library page that goes with a card or level; empty where there is none."""
    page = READ_MORE.get(code)
    return reverse("articles:detail", args=page) if page else ""


@register.filter
def said_to(thing: Any, respondent: str) -> str:
    """The text of a message or track in the words for this visitor."""
    return thing.text_for(respondent)


@register.filter
def lead_to(thing: Any, respondent: str) -> str:
    """What of a message stands in sight: all of it, or its first sentence."""
    return said.lead(thing, respondent)


@register.filter
def rest_to(thing: Any, respondent: str) -> str:
    """What of a message opens in place."""
    return said.rest(thing, respondent)


@register.filter
def first_said_to(thing: Any, respondent: str) -> str:
    """The first sentence, even of a message that a screen shows whole: paper has one page."""
    return said.first_sentence(thing.text_for(respondent))


@register.filter
def whole(thing: Any) -> bool:
    return said.is_whole(thing)


@register.filter
def tone(code: str) -> str:
    """The callout class of a message: danger is kept for 911 and 988, urgent means a clinician today."""
    if code in ("CALL_911", "CALL_988"):
        return "danger"
    return "urgent" if code in WITH_A_CLINICIAN else "quiet"
