"""Towns of one name in several countries, and which of them is meant."""

from __future__ import annotations

import re

_LONDON, _NEW_YORK, _CHICAGO = "Europe/London", "America/New_York", "America/Chicago"
_TORONTO, _MADRID = "America/Toronto", "Europe/Madrid"
_MEXICO, _ARGENTINA = "America/Mexico_City", "America/Argentina/Buenos_Aires"
# By their names in small letters; the first is meant by those who say no more of a
# town the world knows.
NAMESAKES: dict[str, tuple[str, ...]] = {
    "london": (_LONDON, _TORONTO),
    "paris": ("Europe/Paris", _CHICAGO),
    "dublin": ("Europe/Dublin", _NEW_YORK, "America/Los_Angeles"),
    "vienna": ("Europe/Vienna", _NEW_YORK),
    "melbourne": ("Australia/Melbourne", _NEW_YORK),
    "boston": (_NEW_YORK, _LONDON),
    "manchester": (_LONDON, _NEW_YORK),
    "halifax": ("America/Halifax", _LONDON),
    "birmingham": (_LONDON, _CHICAGO),
    "cambridge": (_LONDON, _NEW_YORK, _TORONTO),
    "perth": ("Australia/Perth", _LONDON),
    "hamilton": (_TORONTO, "Pacific/Auckland", _LONDON),
    "richmond": (_NEW_YORK, _LONDON, "America/Vancouver"),
    "valencia": (_MADRID, "America/Caracas"),
    "santiago": ("America/Santiago", _MADRID, "America/Santo_Domingo"),
    "san jose": ("America/Los_Angeles", "America/Costa_Rica"),
    "san josé": ("America/Costa_Rica", "America/Los_Angeles"),
    "córdoba": (_ARGENTINA, _MADRID),
    "mérida": (_MEXICO, _MADRID),
    "león": (_MEXICO, _MADRID),
}
_WORLD = frozenset({"london", "paris", "dublin", "vienna", "melbourne", "boston"})
_UNITED_STATES = frozenset(
    {_NEW_YORK, _CHICAGO, "America/Denver", "America/Los_Angeles", "America/Phoenix"}
)
_CANADA = frozenset(
    {_TORONTO, "America/Halifax", "America/Vancouver", "America/Edmonton"}
)
_BEHIND = r"[ ,()\n]{1,6}(?:[A-Z][a-z]+[ ,]{1,3}){0,2}"
# What stands behind a town and says where it lies: a postcode, a state, a country.
_WHERE = tuple(
    (re.compile(_BEHIND + rf"(?:{said})(?!\w)"), zones)
    for said, zones in (
        (r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|UK|U\.K\.|England|Scotland|United Kingdom", {_LONDON}),
        (r"[A-Z]\d[A-Z] ?\d[A-Z]\d|Canada|Nova Scotia|Ontario|NS|ON|BC", _CANADA),
        (r"(?:[A-Z]{2} )?\d{5}(?:-\d{4})?|[A-Z]{2},? USA?|USA|United States", _UNITED_STATES),
        (r"Ireland|Irland", {"Europe/Dublin"}), (r"France", {"Europe/Paris"}),
        (r"Austria|Österreich", {"Europe/Vienna"}), (r"España|Spain", {_MADRID}),
        (r"WA|VIC|Australia", {"Australia/Perth", "Australia/Melbourne"}),
        (r"New Zealand|NZ", {"Pacific/Auckland"}), (r"Chile", {"America/Santiago"}),
        (r"México|Mexico", {_MEXICO}), (r"Argentina", {_ARGENTINA}),
        (r"Costa Rica", {"America/Costa_Rica"}), (r"Venezuela", {"America/Caracas"}),
    )
)  # fmt: skip


def zone_of_namesake(town: str, text: str, owner: str | None) -> str | None:
    """The zone of a town of NAMESAKES; None where it may be either.

    A postcode or a country beside it decides, then the country of `owner`, who is in
    that zone.
    """
    zones = NAMESAKES[town.casefold()]
    for match in re.finditer(rf"\b{re.escape(town)}\b", text, re.IGNORECASE):
        for pattern, there in _WHERE:
            said = [zone for zone in zones if zone in there]
            if said and pattern.match(text, match.end()):
                return said[0] if len(said) == 1 else None
    own = [zone for zone in zones if _in_one_country(zone, owner)]
    if town.casefold() in _WORLD:
        return zones[0] if own in ([], [zones[0]]) else None
    return own[0] if len(own) == 1 else None


def _in_one_country(zone: str, owner: str | None) -> bool:
    return zone == owner or any(
        zone in country and owner in country for country in (_UNITED_STATES, _CANADA)
    )
