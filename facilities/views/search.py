"""Search: the one class view of the site, on django-filter's FilterView."""

from typing import Any

from django.core.paginator import Paginator
from django_filters.views import FilterView

from facilities import freshness, shortlist
from facilities.cards import cards
from facilities.facets import count_choices
from facilities.filters import MILES_CHOICES, FacilityFilter
from facilities.index import Index, memory
from facilities.models import Facility
from facilities.nearby import instead
from facilities.panels import addresses, chips, panels


class FacilitySearch(FilterView):
    """Places near somewhere. An invalid field shows its error and no results."""

    filterset_class = FacilityFilter
    template_name = "facilities/search.html"
    paginate_by = 20
    every_choice = False

    def get_queryset(self) -> Any:
        return Facility.objects.all()

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """Like Django's, from one query; a page that does not exist shows the nearest one instead of an error."""
        paginator = Paginator(queryset.ranking(), page_size)
        page = paginator.get_page(self.request.GET.get("page"))
        page.object_list = Facility.objects.with_programs().in_order(page.object_list)
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        search, query = self.filterset, self.request.GET
        place = search.place if search.is_valid() else None
        ticked = search.ticked
        index = memory.current()
        counts = self.count(search, index) if place else {}
        found = cards(context["page_obj"].object_list, ticked) if place else []
        return context | addresses(search, query) | {
            "search": search, "place": place, "miles_choices": MILES_CHOICES,
            "cards": found, "instead": instead(search) if place and not found else None,
            "panels": panels(search, counts, self.every_choice), "chips": chips(ticked, query),
            "hidden": (ticked | search.switches).items(), "saved": shortlist.read(self.request),
            "old_edition": freshness.too_old(memory.newest_edition),
            "shows_examples": any(card.facility.is_example for card in found),
        }  # fmt: skip

    def count(self, search: FacilityFilter, index: Index) -> dict[str, Any]:
        """Counts beside the boxes, for every listed place in reach."""
        nearby = search.around(Facility.objects.listed()).order_by().values_list("pk", flat=True)
        return count_choices(index, nearby, search, self.every_choice)
