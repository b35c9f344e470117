"""Which of the zones a text names belongs to one of its times."""

from __future__ import annotations

import re

from interviews.invites.zones import ZoneHit, together

# What parts a zone from the time in front of it, and does not part two of its names.
_FAR = re.compile(r"[\n\d;]|\band\b|\bor\b")
_SIDE_BY_SIDE = re.compile(r"[ ,/()·|:-]{0,4}(?:[A-Z][a-z]+, ){0,3}")


def zone_of(
    text: str, start: int, end: int, zones: list[ZoneHit] | tuple[ZoneHit, ...]
) -> ZoneHit | None:
    """The zone right behind a clock time, or right before it."""
    behind = [z for z in zones if 0 <= z.start - end <= 24]
    behind = [z for z in behind if not _FAR.search(text[end : z.start].strip(" "))]
    if behind:
        return _combined(text, [z for z in zones if z.start >= behind[0].start])
    inside = [z for z in zones if start <= z.start and z.end <= end]
    if inside:
        return inside[0]
    before = [z for z in zones if z.end <= start]
    near = bool(before) and not text[before[-1].end : start].strip(" (:,)")
    return _combined(text, before[-2:], least=1) if near else None


def _combined(text: str, zones: list[ZoneHit], *, least: int = 0) -> ZoneHit:
    """The first of some zones, with those named in the same breath."""
    first = zones[0]
    for other in zones[1:4]:
        if not _SIDE_BY_SIDE.fullmatch(text[first.end : other.start]):
            return zones[-1] if least else first
        first = together(first, other)
    return first


def in_one_breath(text: str, zones: tuple[ZoneHit, ...]) -> list[ZoneHit]:
    """The zones of a text, those named side by side as one."""
    joined: list[ZoneHit] = []
    for zone in zones:
        if joined and _SIDE_BY_SIDE.fullmatch(text[joined[-1].end : zone.start]):
            joined[-1] = together(joined[-1], zone)
        else:
            joined.append(zone)
    return joined
