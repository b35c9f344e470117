"""An invitation to try Callback with, for who has none at hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from accounts.models import User

_WORDS = """Hi {name},

thank you for your time last week. The team enjoyed meeting you, and we would like to invite you to a second interview for the Senior Data Analyst position on {day}, 2pm-3pm {zone}, via Zoom:
https://zoom.us/j/0000000000

You will meet Priya Nair (VP Analytics), Tom Keller and Aisha Lund in a panel. Please prepare a ten-minute presentation of a past project.

Best,
Nora Lind
Talent Partner, Initech
"""


def example(owner: User, *, now: datetime) -> bytes:
    """For a weekday about a week from now, by a clock that is not the owner's."""
    day = now.astimezone(ZoneInfo("America/Chicago")) + timedelta(days=8)
    while day.weekday() > 4:
        day += timedelta(days=1)
    name = owner.name.partition(" ")[0] or "there"
    words = _WORDS.format(name=name, day=f"{day:%A} {day.day} {day:%B %Y}", zone="CST")
    return words.encode()
