"""Alice's search at a fixed moment, built with the actions the product uses."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from accounts.models import User
from applications.actions import create_application
from applications.models import Application
from interviews.actions import (
    Asked,
    Noted,
    Person,
    SessionDetails,
    add_round,
    save_debrief,
)
from interviews.models import FollowUp, Round

BERLIN = ZoneInfo("Europe/Berlin")
# A Monday.
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN)
DANA = Person(name="Dana Wu", title="VP Product", kind="executive")
RAFAEL = Person(name="Rafael Ortiz", kind="hiring_manager")


def acme(owner: User, *, now: datetime = NOW) -> Application:
    return create_application(owner=owner, company_name="Acme", role="Analyst", now=now)


def session(
    starts_at: datetime | None, *, length: timedelta | None = timedelta(hours=1)
) -> SessionDetails:
    ends_at = starts_at + length if starts_at and length else None
    return SessionDetails(
        time_zone="Europe/Berlin", starts_at=starts_at, ends_at=ends_at
    )


def invited(
    application: Application,
    *,
    starts_at: datetime | None,
    people: tuple[Person, ...] = (DANA, RAFAEL),
    now: datetime = NOW,
    **details: Any,
) -> Round:
    return add_round(
        application,
        number=None,
        session=session(starts_at),
        people=people,
        now=now,
        **details,
    )


def open_notes(round_: Round) -> list[str | None]:
    """To whom a thank-you note is open, by name; None is nobody named."""
    notes = round_.follow_ups.thank_yous().filter(state=FollowUp.State.OPEN)
    return [note.contact.name if note.contact else None for note in notes]


def status_check(round_: Round) -> FollowUp | None:
    return round_.follow_ups.filter(
        kind=FollowUp.Kind.STATUS_CHECK, state=FollowUp.State.OPEN
    ).first()


def write_down(round_: Round, *, now: datetime = NOW, **parts: Any) -> Round:
    """A debrief with something in every box, unless `parts` say otherwise."""
    asked = [
        Asked(text="Why us?", went="Rambled", lengthen=True),
        Asked(text="What do you build?", went="Well enough"),
    ]
    boxes: dict[str, Any] = {
        "questions": asked,
        "topics": {person.pk: f"The plan of {person.name}" for person in round_.people},
        "hints": "They want somebody patient",
        "unsaid": "The pricing project",
        "promises": "Dana writes on Friday",
        "own_questions": "How do you decide?\nWho left last year?",
        "notes": "Bring water",
    }
    promised_on = parts.pop("promised_on", round_.promised_on)
    noted = Noted(**(boxes | parts))
    return save_debrief(round_, noted, promised_on=promised_on, now=now)
