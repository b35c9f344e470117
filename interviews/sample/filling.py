"""The small search in an account of somebody's own: put there, and taken away again.

Its rows are marked (`is_sample`), so that nothing is mailed about them and they count
for nothing that speaks of the owner's own search.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from heapq import merge

from django.db import transaction

from accounts.models import User
from applications.actions import lock_owner
from applications.models import Application, Company, Contact
from applications.signals import applications_changed
from interviews.sample.acting import Player, finished
from interviews.sample.calendar import Calendar
from interviews.sample.jobs import JOBS


@transaction.atomic
def fill(owner: User, *, now: datetime) -> bool:
    """Play the small search in an account without applications; says whether it did.

    Pressed twice it plays once. What the owner's companies and people were before is
    left as it is.
    """
    lock_owner(owner)
    if Application.objects.filter(owner=owner).exists():
        return False
    companies, people = _keys(owner.companies.all()), _keys(owner.contacts.all())
    _play(owner, now)
    owner.companies.exclude(pk__in=companies).update(is_sample=True)
    owner.contacts.exclude(pk__in=people).update(is_sample=True)
    return True


def _keys(rows: Iterable[Company | Contact]) -> list[int]:
    return [row.pk for row in rows]


def _play(owner: User, now: datetime) -> None:
    """All in the order of time; then everything as it stands at `now`."""
    calendar = Calendar(now, owner.zone)
    players = [
        Player(job, owner=owner, calendar=calendar, is_sample=True) for job in JOBS
    ]
    deeds = [player.deeds() for player in players]
    for deed in merge(*deeds, key=lambda deed: deed.at):
        deed.do(deed.at)
    mine = Application.objects.filter(owner=owner).select_related("company", "owner")
    applications_changed.send(Application, applications=list(mine), now=now)
    for player, done in zip(players, deeds, strict=True):
        finished(player.application, at=done[-1].at)


@transaction.atomic
def take_away(owner: User) -> None:
    """Delete all sample applications with all that hangs on them, and who came with them.

    Whatever the owner wrote into them goes, too, and whom they added to its rounds. What
    they added themselves stays: an application of their own, and with it its company and
    whoever they meet there; somebody whom they put among the people of a company.
    """
    lock_owner(owner)
    sample = Application.objects.filter(owner=owner, is_sample=True)
    list(sample.select_for_update().order_by("pk").values_list("pk"))
    met = owner.contacts.filter(interviews__session__round__application__in=sample)
    met.filter(company__is_sample=True).update(is_sample=True)
    sample.delete()
    owner.contacts.filter(is_sample=True, interviews=None).delete()
    owner.companies.filter(is_sample=True, applications=None, contacts=None).delete()
    owner.contacts.filter(is_sample=True).update(is_sample=False)
    owner.companies.filter(is_sample=True).update(is_sample=False)
