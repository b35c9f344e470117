"""What holds for everything that is read, whatever it was read from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from interviews.invites.found import Certainty, Found, Kind
from interviews.invites.telling import found_as_data, found_of

OF_A_SESSION = ("place", "link", "setting", "formats", "ends_at")


def disagreements(found: Found) -> Iterator[str]:
    """Every rule that what was found breaks, in words."""
    yield from _paths(found)
    yield from _questions(found)
    yield from _times(found)
    data = found_as_data(found)
    if found_of(json.loads(json.dumps(data))) != found:
        yield "it is not the same after it was told"
    json.dumps(data, ensure_ascii=False).encode()


def _paths(found: Found) -> Iterator[str]:
    for table in (found.certainty, found.sources):
        for path in table:
            if not _is_there(found, path):
                yield f"{path} is told of and is not there"
    for path, sure in found.certainty.items():
        if sure is Certainty.SURE and path not in found.sources:
            yield f"{path} is {sure} and nothing says why"
    for path in found.sources:
        if path not in found.certainty:
            yield f"{path} has a source and nothing says how sure it is"
    for path, value in _values(found):
        if value and path not in found.certainty:
            yield f"{path} has a value and nothing says how sure it is"


def _values(found: Found) -> Iterator[tuple[str, object]]:
    for name in ("company", "role", "round_number", "to_prepare", "organiser"):
        yield name, getattr(found, name)
    for index, session in enumerate(found.sessions):
        for name in ("starts_at", "time_zone", *OF_A_SESSION):
            yield f"sessions.{index}.{name}", getattr(session, name)
        for number, person in enumerate(session.people):
            yield f"sessions.{index}.people.{number}.name", person.name


def _is_there(found: Found, path: str) -> bool:
    at: object = found
    for part in path.split("."):
        if isinstance(at, list):
            if not part.isdecimal() or int(part) >= len(at):
                return False
            at = at[int(part)]
        elif hasattr(at, part):
            at = getattr(at, part)
        else:
            return False
    return True


def _questions(found: Found) -> Iterator[str]:
    asked = [question.field for question in found.questions]
    if len(asked) != len(set(asked)):
        yield "a field is asked about twice"
    for question in found.questions:
        if found.certainty.get(question.field) is not Certainty.ASK:
            yield f"{question.field} is asked about and told as certain"
        values = [choice.value for choice in question.choices]
        if len(values) != len(set(values)):
            yield f"{question.field} offers a choice twice"
    for path, sure in found.certainty.items():
        beside = {path, re.sub(r"[^.]+$", "starts_at", path)}
        beside.add(re.sub(r"[^.]+$", "time_zone", path))
        if sure is Certainty.ASK and found.is_invite and not beside & set(asked):
            yield f"{path} is to be asked about and is not"
    if found.kind not in {Kind.INVITE, Kind.RESCHEDULE}:
        return
    if not found.sessions:
        yield "an invitation without a session"
    for index, session in enumerate(found.sessions):
        times = {f"sessions.{index}.starts_at", f"sessions.{index}.time_zone"}
        if session.starts_at is None and not times & set(asked):
            yield f"sessions.{index} has no start and nobody is asked"


def _times(found: Found) -> Iterator[str]:
    for index, session in enumerate(found.sessions):
        path = f"sessions.{index}"
        start, end = session.starts_at, session.ends_at
        if start and start.utcoffset() != timedelta():
            yield f"{path} does not start in UTC"
        if end and (start is None or end <= start):
            yield f"{path} ends before it starts"
        if start and session.time_zone is None:
            yield f"{path} has a start and no zone"
        if start and session.time_zone and session.local_start:
            wall = start.astimezone(ZoneInfo(session.time_zone)).replace(tzinfo=None)
            back = session.local_start.replace(tzinfo=ZoneInfo(session.time_zone))
            if session.local_start != wall and back.astimezone(UTC) != start:
                yield f"{path} shows another time than it means"
