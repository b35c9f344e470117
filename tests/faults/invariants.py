"""What holds after every fault, whatever it was.

I1  every due reminder has ended: told, kept, cancelled, expired, failed, in doubt or
    unresolved;
I2  no mail was accepted twice;
I3  what counts as sent was accepted;
I4  a reminder is told by one mail at most, and shows in the app once: its row;
I5  nothing is stuck: no message is held beyond its lease.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from reminders.delivery.clock import database_now
from reminders.models import Message, Reminder

_OPEN = "scheduled"
_UNDER_WAY = ("claimed", "sending")


def hold(accepted: Iterable[str], *, all_ended: bool = True, twice: int = 0) -> None:
    """Raise AssertionError where one does not. `accepted`: ids in the server's log.

    `twice`: how many may have been accepted twice, because they were handed over again
    without evidence.
    """
    counted = Counter(accepted)
    now = database_now()
    if all_ended:
        waiting = Reminder.objects.filter(state=_OPEN, due_at__lte=now)
        assert not waiting.exists(), f"I1: {waiting.count()} never ended"
    again = [mail for mail, times in counted.items() if times > 1]
    assert len(again) <= twice, f"I2: accepted twice: {again}"
    sent = set(
        Message.objects.filter(state="sent").values_list("message_id", flat=True)
    )
    assert sent <= counted.keys(), "I3: sent, but never accepted"
    told = Reminder.objects.filter(state="told")
    assert not told.exclude(message__state="sent").exists(), "I4: told by no mail"
    late = now - timedelta(seconds=30)
    stuck = Message.objects.filter(state__in=_UNDER_WAY, lease_until__lt=late)
    assert not stuck.exists(), "I5: held beyond its lease"
