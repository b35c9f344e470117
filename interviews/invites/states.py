"""The zone of a state or a province: of those that lie in one zone only."""

from __future__ import annotations

import re
from functools import cache

_NEW_YORK, _CHICAGO, _DENVER = "America/New_York", "America/Chicago", "America/Denver"
_LOS_ANGELES, _HALIFAX = "America/Los_Angeles", "America/Halifax"
_SYDNEY = "Australia/Sydney"
# By name and by what the post calls them. Florida, Texas and others have two zones;
# WA is in America and in Australia.
_STATES: dict[str, tuple[tuple[str, str], ...]] = {
    _NEW_YORK: (
        ("Connecticut", "CT"), ("Delaware", "DE"), ("Georgia", "GA"), ("Maine", "ME"),
        ("Maryland", "MD"), ("Massachusetts", "MA"), ("New Hampshire", "NH"),
        ("New Jersey", "NJ"), ("New York", "NY"), ("North Carolina", "NC"),
        ("Ohio", "OH"), ("Pennsylvania", "PA"), ("Rhode Island", "RI"),
        ("South Carolina", "SC"), ("Vermont", "VT"), ("Virginia", "VA"),
        ("West Virginia", "WV"),
    ),
    _CHICAGO: (
        ("Alabama", "AL"), ("Arkansas", "AR"), ("Illinois", "IL"), ("Iowa", "IA"),
        ("Louisiana", "LA"), ("Minnesota", "MN"), ("Mississippi", "MS"),
        ("Missouri", "MO"), ("Oklahoma", "OK"), ("Wisconsin", "WI"),
    ),
    _DENVER: (
        ("Colorado", "CO"), ("Montana", "MT"), ("New Mexico", "NM"), ("Utah", "UT"),
        ("Wyoming", "WY"),
    ),
    "America/Phoenix": (("Arizona", "AZ"),),
    _LOS_ANGELES: (("California", "CA"), ("Nevada", "NV"), ("Washington", "")),
    "America/Anchorage": (("Alaska", "AK"),),
    "Pacific/Honolulu": (("Hawaii", "HI"), ("Hawai'i", "")),
    _HALIFAX: (("Nova Scotia", "NS"), ("New Brunswick", "NB"), ("Prince Edward Island", "PE")),
    "America/St_Johns": (("Newfoundland", "NL"),),
    "America/Winnipeg": (("Manitoba", "MB"),),
    "America/Edmonton": (("Alberta", "AB"),),
    "America/Regina": (("Saskatchewan", "SK"),),
    _SYDNEY: (("New South Wales", "NSW"), ("", "ACT")),
    "Australia/Melbourne": (("Victoria", "VIC"),),
    "Australia/Brisbane": (("Queensland", "QLD"),),
    "Australia/Adelaide": (("South Australia", ""),),
    "Australia/Hobart": (("Tasmania", "TAS"),),
    "Australia/Darwin": (("Northern Territory", ""),),
}  # fmt: skip


def zone_of_state(address: str, at: int) -> str | None:
    """The zone of the state told at `at`, right behind a town: ", Maine", ", IL 60201"."""
    match = _behind_town().match(address, at)
    return _zones()[match["state"]] if match else None


def zone_of_any_state(address: str) -> str | None:
    """The zone of the one state an address names behind a town nobody lists."""
    found = {_zones()[match["state"]] for match in _behind_town().finditer(address)}
    return found.pop() if len(found) == 1 else None


@cache
def _zones() -> dict[str, str]:
    return {
        name: zone
        for zone, states in _STATES.items()
        for state in states
        for name in state
        if name
    }


@cache
def _behind_town() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _zones()), key=len, reverse=True))
    return re.compile(
        rf"(?<=[a-z]),? (?P<state>{names})(?=,? \d{{4,5}}\b|[.,;)\n]|\s*$)"
    )
