"""A day of several sessions, as the owner logs it and as the form sends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from interviews.actions import Person, SessionDetails, add_round
from interviews.models import Round
from tests.interviews.forms import filled
from tests.interviews.world import BERLIN, DANA, NOW, RAFAEL, acme

PRIYA = Person(name="Priya Nair", title="Analyst", kind="peer")
# Tuesday, the day after `world.NOW`.
TUESDAY = datetime(2026, 11, 24, tzinfo=BERLIN)


def at(hour: int, minute: int = 0) -> datetime:
    return TUESDAY.replace(hour=hour, minute=minute)


def part(
    starts_at: datetime | None, *people: Person, minutes: int | None = 45, **more: Any
) -> SessionDetails:
    length = timedelta(minutes=minutes) if minutes else None
    return SessionDetails(
        time_zone="Europe/Berlin",
        starts_at=starts_at,
        ends_at=starts_at + length if starts_at and length else None,
        people=people,
        **more,
    )


def moved(session: SessionDetails, by: timedelta) -> SessionDetails:
    """The same session, earlier or later."""
    assert session.starts_at
    assert session.ends_at
    return replace(
        session, starts_at=session.starts_at + by, ends_at=session.ends_at + by
    )


def parts() -> list[SessionDetails]:
    """Hiring manager at 9:30, panel at 10:30, lunch at 12, a tour at 14."""
    return [
        part(at(9, 30), RAFAEL, formats=["one_to_one"], setting="on_site"),
        part(at(10, 30), DANA, PRIYA, formats=["panel"], setting="on_site"),
        part(at(12), RAFAEL, PRIYA, formats=["meal"], place="Café Mond"),
        part(at(14), formats=["office_tour"], minutes=30),
    ]


def logged(
    owner: User, sessions: list[SessionDetails] | None = None, **more: Any
) -> Round:
    first, *further = sessions or parts()
    return add_round(
        more.pop("application", None) or acme(owner),
        number=None,
        session=first,
        people=first.people,
        further=further,
        now=NOW,
        **more,
    )


def posted(*further: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """`forms.filled`, with further sessions as dicts of their fields."""
    fields = {
        f"sessions-{place}-{name}": value
        for place, session in enumerate(further)
        for name, value in session.items()
    }
    counts = {"sessions-TOTAL_FORMS": str(len(further)), "sessions-INITIAL_FORMS": "0"}
    return filled(**counts, **fields, **changes)


def as_posted(form: Any) -> dict[str, Any]:
    """What a browser sends back for a form it was shown, untouched."""
    sent: dict[str, Any] = {
        "people-TOTAL_FORMS": "0",
        "sessions-TOTAL_FORMS": str(len(form.further.forms)),
    }
    for each in form.parts:
        for field in each:
            value = field.value()
            if value in (None, "", [], False):
                continue
            sent[field.html_name] = _sent(value)
    return sent


def _sent(value: Any) -> Any:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    return value if isinstance(value, list) else str(value)
