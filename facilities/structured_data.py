"""schema.org data of one listing, for search engines. Only what the page itself shows; never for an example."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

# A listing's text must not be able to end the script element it stands in.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def json_ld(request: HttpRequest, facility: Any, entries: list[Any]) -> SafeString | None:
    """The JSON text, safe inside a script element; None for examples."""
    if facility.is_example:
        return None
    address = {"addressLocality": facility.city, "addressRegion": facility.state, "addressCountry": "US"}
    if not facility.address_withheld:
        address |= {"streetAddress": facility.street1, "postalCode": facility.zip}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalBusiness",
        "@id": request.build_absolute_uri(facility.get_absolute_url()),
        "name": facility.name,
        "address": {"@type": "PostalAddress", **address},
        "telephone": next((phone.shown for entry in entries for phone in entry.phones), None),
        "url": facility.website or None,
    }
    if facility.has_pin and facility.point_quality != "zip":
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": facility.latitude,
            "longitude": facility.longitude,
        }
    text = json.dumps({name: value for name, value in data.items() if value})
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 (escaped on this line)
