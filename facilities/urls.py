"""Addresses under /facilities/."""

from django.urls import path

from facilities.views import pages
from facilities.views.search import FacilitySearch

app_name = "facilities"
urlpatterns = [
    path("", FacilitySearch.as_view(), name="search"),
    path(
        "all-filters/",
        FacilitySearch.as_view(every_choice=True, template_name="facilities/all_filters.html"),
        name="all_filters",
    ),
    path("order/", pages.ranking, name="ranking"),
    path("<uuid:public_id>/<slug:slug>/", pages.detail, name="detail"),
]
