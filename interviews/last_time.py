"""What a new round takes over from the one before it, until the owner says otherwise."""

from __future__ import annotations

from typing import Any

from applications.models import Application
from interviews.actions import SessionDetails
from interviews.models import Round, Session


def last_time(application: Application) -> Session | None:
    """The first session of its last round; None where there is no round yet.

    Link and people are not taken over: a meeting has its own, and a second round
    mostly others. Those who are known are offered to be ticked.
    """
    rounds = Round.objects.standing().filter(application=application)
    last = rounds.order_by("-number").values("pk")[:1]
    sessions = Session.objects.filter(round__in=last).select_related("round")
    return sessions.order_by("position", "pk").first()


def begun_like(session: Session) -> SessionDetails:
    """Where and how it takes place."""
    return SessionDetails(
        time_zone=session.time_zone, setting=session.setting, place=session.place
    )


def length_of(session: Session) -> dict[str, Any]:
    """How long it was, in minutes, as the form names it; nothing where unknown."""
    if not (session.starts_at and session.ends_at):
        return {}
    minutes = (session.ends_at - session.starts_at).total_seconds() // 60
    return {"length": int(minutes)}
