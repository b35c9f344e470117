"""The zone of where to come to: of the town of an address or of an office."""

from __future__ import annotations

import re
from functools import cache

from interviews.invites.namesakes import NAMESAKES, zone_of_namesake
from interviews.invites.states import zone_of_any_state, zone_of_state
from interviews.invites.zones import cities

_SITE = (
    r"(?:hotel|store|shop|restaurant|plant|factory|depot|warehouse|clinic|school|showroom|salon|werk|filiale|klinik|laden"
    r"|hôtel|magasin|boutique|usine|agence|tienda|fábrica|planta|restaurante|clínica|centro)"
)
_OFFICE = re.compile(
    r"\b(?:our|the|unserem?|unser|nos|nuestra|nuestras) (?P<town>[A-ZÀ-Þ][\w .-]{2,25}?) (?:offices?|hq|headquarters|site|campus|studio|branch|hub|büro|standort)\b"
    r"|\b(?:offices?|hq|headquarters|site|campus|studio|büro|hauptsitz|standort|bureaux|locaux|oficinas?|sede) (?:in|à|en|de) (?P<town2>[A-ZÀ-Þ][\w-]{2,20}(?: [A-ZÀ-Þ][\w-]{2,20})?)"
    rf"|\b(?:our|unserem?|unserer|notre|nos|nuestr[oa]s?) {_SITE}(?: (?-i:[A-ZÀ-Þ])[\w'’-]{{1,20}}){{0,3}} (?:in|à|de|en) (?P<town3>(?-i:[A-ZÀ-Þ])[\w-]{{2,20}})",
    re.IGNORECASE,
)


def zone_of_place(text: str, beside: str, owner: str | None) -> str | None:
    """The zone of the one town an address names, as told `beside` and by the owner's."""
    towns = [m for m in _town_pattern().finditer(text) if m[0][0].isupper()]
    found = {
        zone_of_state(text, town.end()) or _zone_of_town(town[0], beside, owner)
        for town in towns
    }
    found.discard(None)
    if not found:
        return zone_of_any_state(text)
    return found.pop() if len(found) == 1 else None


def _zone_of_town(town: str, beside: str, owner: str | None) -> str | None:
    if town.casefold() in NAMESAKES:
        return zone_of_namesake(town, beside, owner)
    return cities()[town.casefold()]


def town_of_office(text: str, owner: str | None) -> str | None:
    """The zone of the town whose office is to be come to: "our Pune office"."""
    found = {
        zone
        for match in _OFFICE.finditer(text)
        if (zone := zone_of_place(match[match.lastgroup or 0], text, owner))
    }
    return found.pop() if len(found) == 1 else None


def zones_named(text: str) -> frozenset[str]:
    """The zones of all towns that a text names, those of several namesakes left out."""
    towns = {
        m[0].casefold() for m in _town_pattern().finditer(text) if m[0][0].isupper()
    }
    return frozenset(cities()[town] for town in towns if town not in NAMESAKES)


@cache
def _town_pattern() -> re.Pattern[str]:
    towns = {*cities(), *NAMESAKES}
    words = sorted((re.escape(w) for w in towns if len(w) > 2), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
