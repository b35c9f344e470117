from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from applications.actions import changing
from interviews.models import Round


@contextmanager
def changing_round(round_: Round, *, now: datetime) -> Iterator[Round]:
    """Give the round as it is now that its application is locked.

    See `applications.actions.changing`; the follow-ups are brought in line by the
    signal it sends last (`interviews.receivers`).
    """
    with changing(round_.application, now=now) as application:
        fresh = Round.objects.get(pk=round_.pk)
        fresh.application = application
        yield fresh
