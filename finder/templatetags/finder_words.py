"""Words for what the protocol names by id."""

from typing import Any

from django import template
from django.urls import reverse

from facilities.levels import LevelOfCare

from ..because import END_OF_SENTENCE
from ..guide import GUIDES
from ..protocol import Message, Reason
from ..reading import READ_MORE
from ..summary import BEFORE_THE_LEVEL, WITH_A_CLINICIAN

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
def lead_to(message: Message, respondent: str) -> str:
    """What of a message stands in sight: its first sentence, or all of a whole one."""
    return message.lead_for(respondent)


@register.filter
def rest_to(message: Message, respondent: str) -> str:
    """What of a message opens in place."""
    return message.rest_for(respondent)


@register.filter
def first_said_to(message: Message, respondent: str) -> str:
    """The first sentence, even of a message that a screen shows whole: paper has one page."""
    return END_OF_SENTENCE.split(message.text_for(respondent), maxsplit=1)[0]


@register.filter
def tone(code: str) -> str:
    """The callout class of a message: danger is kept for what stands before the level, urgent: a clinician today."""
    if code in BEFORE_THE_LEVEL:
        return "danger"
    return "urgent" if code in WITH_A_CLINICIAN else "quiet"
