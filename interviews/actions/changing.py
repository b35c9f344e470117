from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from accounts.prepared import Prepared
from applications.actions import changing, changing_company
from interviews.models import Round

_FRESH = Prepared(lambda pk: Round.objects.filter(pk=pk), pk=int)


@contextmanager
def changing_round(round_: Round, *, now: datetime) -> Iterator[Round]:
    """Give the round as it is now that its application is locked.

    See `applications.actions.changing`; the follow-ups are brought in line by the
    signal it sends last (`interviews.receivers`).
    """
    with changing(round_.application, now=now) as application:
        fresh = _FRESH.one(pk=round_.pk)
        fresh.application = application
        yield fresh


@contextmanager
def changing_people(round_: Round, *, now: datetime) -> Iterator[Round]:
    """As `changing_round`, where something may be learnt about people of the company.

    They may sit in rounds of its other applications, which are told as well.
    """
    own = round_.application
    with changing_company(own.company, besides=own, now=now) as applications:
        fresh = _FRESH.one(pk=round_.pk)
        fresh.application = applications[own.pk]
        yield fresh
