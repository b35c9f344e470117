"""When a thank-you note is in time."""

from __future__ import annotations

from datetime import datetime, timedelta

# Within a day of the round, as the sources advise.
IN_TIME = timedelta(hours=24)


def in_time(sent_at: datetime, *, end: datetime) -> bool:
    """Whether a note sent at `sent_at` came within a day after its round's `end`."""
    return sent_at <= end + IN_TIME
