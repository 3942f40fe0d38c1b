"""For comparison: a search page as django-filter pages are usually written, one count query for each box."""

from typing import Any

import django_filters
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines

from facilities.choice_groups import GROUPS
from facilities.levels import LevelOfCare
from facilities.models import Facility
from facilities.places import Found, find_place

CHOICES = [(fact, choice.label) for group in GROUPS for choice in group.common for fact in choice.facts[:1]]
CODES = [(code, words) for code, words in CHOICES if not isinstance(code, LevelOfCare)]
PAGE = """<form>{% for code, words, count in boxes %}<label><input type="checkbox" name="code" value="{{ code }}">
{{ words }} ({{ count }})</label>{% endfor %}</form>
{% for facility in page %}<article><h3><a href="{{ facility.get_absolute_url }}">{{ facility.name }}</a></h3>
<p>{{ facility.street1 }}, {{ facility.city }} {{ facility.state }}</p>{% for program in facility.programs.all %}
<ul>{% for code in program.codes.all %}<li>{{ code.label }}</li>{% endfor %}</ul>{% endfor %}</article>{% endfor %}"""


class TypicalFilter(django_filters.FilterSet):
    code = django_filters.MultipleChoiceFilter(choices=CODES, field_name="programs__codes", conjoined=True)

    class Meta:
        model = Facility
        fields: list[str] = []


def typical(request: HttpRequest) -> HttpResponse:
    place = find_place(request.GET["near"])
    if not isinstance(place, Found) or place.point is None:
        raise ValueError("the benchmark asks for places we know")
    nearby: Any = Facility.objects.listed().near(place.point, int(request.GET["miles"]))
    found = TypicalFilter({"code": ["OIT", "MD"]}, nearby).qs.distinct()
    boxes = [(code, words, found.filter(programs__codes=code).distinct().count()) for code, words in CODES]
    page = Paginator(found.prefetch_related("programs__codes"), 20).get_page(1)
    template = engines["django"].from_string(PAGE)
    return HttpResponse(template.render({"boxes": boxes, "page": page}, request))
