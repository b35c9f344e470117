"""Zones that a calendar file defines for itself (RFC 5545, 3.6.5)."""

from __future__ import annotations

import re
from datetime import tzinfo
from io import StringIO

from dateutil.tz import tzical

from interviews.invites.content_lines import Component


def custom_zone(tzid: str, calendar: Component) -> tzinfo | None:
    """The zone a file defines for itself, read from that file alone."""
    for zone in calendar.inside("VTIMEZONE"):
        if zone.text("TZID") == tzid:
            return _defined(zone)
    return None


def _defined(zone: Component) -> tzinfo | None:
    parts = ["BEGIN:VTIMEZONE", "TZID:Here"]
    for part in zone.children[:40]:
        lines = [
            f"{name}:{part.text(name)}"
            for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
        ]
        rule = part.text("RRULE")
        # Anything but yearly would be walked through day by day.
        if rule and re.match(
            r"FREQ=YEARLY(?!.*(?:BYHOUR|BYMINUTE|BYSECOND|BYYEARDAY))", rule
        ):
            lines.append(f"RRULE:{rule}")
        parts += [f"BEGIN:{part.name}", *lines, f"END:{part.name}"]
    text = "\n".join([*parts, "END:VTIMEZONE"])
    try:
        defined: tzinfo | None = tzical(StringIO(text)).get()
    except (ValueError, IndexError, TypeError):
        return None
    return defined
