"""Addresses under /facilities/."""

from django.urls import path

from facilities.views import map_data, pages, report, shortlist
from facilities.views.search import search

app_name = "facilities"
urlpatterns = [
    path("", search, name="search"),
    path(
        "all-filters/",
        search,
        {"template": "facilities/all_filters.html", "every_choice": True},
        name="all_filters",
    ),
    path("order/", pages.ranking, name="ranking"),
    path("here/", report.here, name="here"),
    path("map/", search, {"template": "facilities/map.html"}, name="map"),
    path("map/points/", map_data.points, name="map_points"),
    path("map/outlines.json", map_data.outlines, name="map_outlines"),
    path("map/counties/<str:state>.json", map_data.counties, name="map_counties"),
    path("shortlist/", shortlist.saved, name="shortlist"),
    path("shortlist/change/", shortlist.change, name="shortlist_change"),
    path("compare/", shortlist.compare, name="compare"),
    path("call-sheet/", shortlist.call_sheet, name="call_sheet"),
    path("<uuid:public_id>/report/", report.report, name="report"),
    path("<uuid:public_id>/<slug:slug>/", pages.detail, name="detail"),
]
