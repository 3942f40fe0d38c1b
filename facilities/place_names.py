"""Names of places, made comparable: one key for "St. Louis" and "Saint Louis", one table of states."""

import re
import unicodedata

# USPS codes; the freely associated states and the territories have ZIP codes and treatment listings too.
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "AS": "American Samoa", "FM": "Federated States of Micronesia", "GU": "Guam", "MH": "Marshall Islands",
    "MP": "Northern Mariana Islands", "PR": "Puerto Rico", "PW": "Palau", "VI": "U.S. Virgin Islands",
}  # fmt: skip

_LONG_FORMS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


def place_key(name: str) -> str:
    """Letters and digits only, without accents, short forms spelled out: "St. Louis" -> "saintlouis"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    return "".join(_LONG_FORMS.get(word, word) for word in words)


STATE_BY_KEY = {
    **{place_key(name): code for code, name in STATES.items()},
    **{code.lower(): code for code in STATES},
    "virginislands": "VI",
    "micronesia": "FM",
    "saipan": "MP",
}
