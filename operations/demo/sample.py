"""The sample account: found, taken away, made anew."""

from __future__ import annotations

from datetime import datetime
from heapq import merge
from pathlib import Path

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.crypto import get_random_string

from accounts.models import User
from applications.models import Application, Company
from calendars import actions as calendars
from interviews.sample.acting import Deed, Player, finished
from interviews.sample.calendar import Calendar
from operations.demo.jobs import JOBS
from operations.demo.preparing import prepare
from operations.demo.sorting import sort
from operations.demo.telling import tell_until
from reminders import preferences

EMAIL = "sam@example.com"
TIME_ZONE = "Europe/London"


def others() -> int:
    """How many accounts belong to somebody else."""
    return User.objects.exclude(email=EMAIL).count()


def kept_password(folder: Path) -> str:
    """The sample's password: made once, kept in the data folder, for its owner only."""
    path = folder / "demo-password"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(get_random_string(12))
    return path.read_text()


@transaction.atomic
def rebuild(*, password: str, now: datetime) -> User:
    """Take the sample account away with all it owns, and make it anew around `now`.

    One transaction: a worker sees the old sample or the new one, never a past that
    is still to be told.
    """
    _take_away()
    owner = _make(password, now)
    calendar = Calendar(now, owner.zone)
    players = [Player(job, owner=owner, calendar=calendar) for job in JOBS]
    for deed in _in_order([player.deeds() for player in players]):
        tell_until(owner, now=deed.at)
        deed.do(deed.at)
    prepare(owner, now=now)
    sort(owner, now=now)
    calendars.choose(owner, now=now)
    # Three days' notice besides the evening before, and the week in one mail.
    wishes = {"digest": True, "prepare_leads": ["3d", "1d"]}
    preferences.write(owner, wishes, now=now)
    tell_until(owner, now=now)
    for player in players:
        finished(player.application, at=player.deeds()[-1].at)
    return owner


def _in_order(deeds: list[list[Deed]]) -> list[Deed]:
    """All by time; those of one job keep their order."""
    return list(merge(*deeds, key=lambda deed: deed.at))


def _take_away() -> None:
    for user in User.objects.filter(email=EMAIL):
        Application.objects.filter(owner=user).delete()
        Company.objects.for_user(user).delete()
        user.delete()


def _make(password: str, now: datetime) -> User:
    owner = User.objects.create_user(
        EMAIL, password, time_zone=TIME_ZONE, date_joined=now
    )
    EmailAddress.objects.create(user=owner, email=EMAIL, primary=True, verified=True)
    return owner
