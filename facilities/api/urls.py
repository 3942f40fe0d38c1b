"""Addresses under /api/. The documentation is our own page: the bundled one is 1.5 MB of script."""

from django.urls import path
from ninja import NinjaAPI

from facilities.api import bulk, docs, geojson, listings, reference
from facilities.api.errors import install
from facilities.api.hsds import endpoints as hsds

api = NinjaAPI(
    title="Handrail open data",
    version="1",
    description="Substance use treatment places in the United States, as their directories state them. A service that "
    "is not named is unknown, not a no. Read-only, no key needed.",
    docs_url=None,
    urls_namespace="api",
)
install(api)
for prefix, part in (
    ("/facilities", listings),
    ("/geojson", geojson),
    ("", reference),
    ("/downloads", bulk),
    ("/hsds", hsds),
):
    api.add_router(prefix, part.router)

urlpatterns = [
    path("", docs.page, {"api": api}, name="api_docs"),
    path("", api.urls),
]
