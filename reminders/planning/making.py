from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from reminders.models.preferences import Preferences
from reminders.planning import keys
from reminders.planning.allowed import held_until, paused_until
from reminders.planning.known import Planned

# What falls due this soon after the owner entered its cause is an answer to them.
JUST_ENTERED = timedelta(minutes=10)


def planned(
    wishes: Preferences,
    zone: ZoneInfo,
    *,
    due_at: datetime,
    entered_at: datetime | None,
    content: str,
    **fields: Any,
) -> Planned:
    """A reminder with the time its mail may leave, by what the owner wishes.

    Only a pause holds back what answers an entry of theirs.
    """
    is_prompt = entered_at is not None and due_at <= entered_at + JUST_ENTERED
    allowed_at = (paused_until if is_prompt else held_until)(due_at, wishes, zone)
    return Planned(
        due_at=due_at,
        allowed_at=allowed_at,
        is_prompt=is_prompt,
        fingerprint=keys.fingerprint(content),
        **fields,
    )
