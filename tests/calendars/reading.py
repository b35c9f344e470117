"""Reading our calendar files with other people's eyes.

`vobject` takes the definitions of zones in a file at their word (through dateutil),
where other readers look the names up and would not notice a wrong one. The lines are
checked by hand first: it forgives what RFC 5545, 3.1 does not.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import vobject
from django.test import Client

from calendars import files
from interviews.models import Round

_NAMED = re.compile(r"[A-Z0-9-]+(?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*:")


def read(body: bytes) -> Any:
    """The calendar in the file; fails for a file that is not one, to the letter."""
    check_lines(body)
    known = vars(vobject.icalendar)["__tzidMap"]
    # Otherwise the first definition of a zone would be used for all files.
    for name in set(known) - {"UTC"}:
        del known[name]
    (calendar,) = vobject.readComponents(body.decode(), validate=True)
    return calendar


def check_lines(body: bytes) -> None:
    assert body.endswith(b"END:VCALENDAR\r\n")
    assert body.count(b"\n") == body.count(b"\r") == body.count(b"\r\n")
    lines = body.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        # Folded between characters, never inside one.
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", line.decode())
    for whole in re.sub("\r\n[ \t]", "", body.decode()).split("\r\n")[:-1]:
        assert _NAMED.match(whole), whole


def file_of(round_: Round) -> Any:
    return read(files.of_rounds([round_.pk]))


def event_of(round_: Round) -> Any:
    """The only event of the round."""
    (event,) = events(file_of(round_))
    return event


def events(calendar: Any) -> list[Any]:
    return list(getattr(calendar, "vevent_list", []))


def titles(calendar: Any) -> list[str]:
    return [event.summary.value for event in events(calendar)]


def begins(event: Any) -> datetime | date:
    return _in_utc(event.dtstart.value)


def ends(event: Any) -> datetime | date:
    return _in_utc(event.dtend.value)


def _in_utc(found: datetime | date) -> datetime | date:
    """Python calls no moment of an hour that comes twice equal to any other."""
    return found.astimezone(UTC) if isinstance(found, datetime) else found


def fetched(client: Client, path: str) -> Any:
    """The calendar at this address."""
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return read(response.content)
