"""How the owner of the sample sorts their search: tags, next steps, views."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.models import User
from applications import pipeline, saved_views
from applications.actions import set_next_step
from applications.models import Application

_TAGS = {
    "dream": ("Tern Software", "Halfmoon Maps", "Wren & Alder"),
    "near home": ("Amberley Grid", "Heronsgate Trust", "Larkspur Health"),
}
# What they mean to do themselves, in how many days.
_STEPS = {
    "Tern Software": ("Send the application", 2),
    "Yarrow Biotech": ("Ask if it arrived", 1),
    "Heronsgate Trust": ("Send two work samples", 0),
}
_VIEWS = {
    "Gone quiet": "quiet=14",
    "Remote": "work_mode=remote&sort=applied",
}


def sort(owner: User, *, now: datetime) -> None:
    """Where a job of that name is not in the sample, nothing is done for it."""
    own = Application.objects.for_user(owner).live()
    for tag, companies in _TAGS.items():
        chosen = own.filter(company__name__in=companies).values_list("pk", flat=True)
        pipeline.tag(owner, list(chosen), add=tag, now=now)
    for company, (text, days) in _STEPS.items():
        day = now.astimezone(owner.zone).date() + timedelta(days=days)
        for application in own.filter(company__name=company):
            set_next_step(application, own_step=text, own_step_on=day, now=now)
    for name, query in _VIEWS.items():
        saved_views.save(owner, name=name, query=query)
    # Nothing of it was done a moment ago: there is nothing to take back.
    owner.undos.all().delete()
