"""How well a reading of an invitation agrees with what a careful person reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from interviews.invites.found import Certainty, Found, SessionFound
from tests.invites.texts import At, Text, when

_SUFFIX = re.compile(r",? (?:GmbH|AG|Ltd\.?|plc|Inc\.?|LLC|S\.?[AL]\.?)$")


class Verdict(NamedTuple):
    """One field judged. `silent`: wrong, and the owner was not asked."""

    field: str
    right: bool
    silent: bool
    said: str


def judged(text: Text, found: Found) -> Iterator[Verdict]:
    """Every field the corpus expects something of."""
    yield _verdict("kind", found.kind in text.kinds, f"{found.kind}")
    if text.expected["kind"] == "cancel":
        return
    if not found.is_invite:
        if text.sessions:
            yield Verdict("start", False, True, "not told as an invitation")
        return
    for name in ("company", "role", "round_number"):
        if name in text.expected:
            value = getattr(found, name)
            wanted = text.expected[name]
            wanted = wanted if isinstance(wanted, list) else [wanted]
            right = any(_alike(_bare(value), _bare(one)) for one in wanted)
            yield _verdict(name, right, repr(value))
    if "prepare" in text.expected:
        said = " ".join(found.to_prepare.split()).casefold()
        right = all(words.casefold() in said for words in text.expected["prepare"])
        yield _verdict("prepare", right, said)
    if text.sessions:
        yield from _sessions(text, found)


def _verdict(field: str, right: bool, said: str) -> Verdict:
    return Verdict(field, right, not right, said)


def _bare(value: Any) -> Any:
    """A company without what the law calls it."""
    return _SUFFIX.sub("", value) if isinstance(value, str) else value


def _alike(value: Any, expected: Any) -> bool:
    if isinstance(expected, int):
        return bool(value == expected)
    return plainly(value) == plainly(expected)


def plainly(words: str) -> str:
    """Words without marks and capitals, to compare."""
    return re.sub(r"\W+", " ", words or "").strip().casefold()


def _sessions(text: Text, found: Found) -> Iterator[Verdict]:
    count = f"{len(found.sessions)} of {len(text.sessions)}"
    yield _verdict("sessions", len(found.sessions) == len(text.sessions), count)
    for index, expected in enumerate(text.sessions):
        if index < len(found.sessions):
            yield from _session(found, index, expected)
        else:
            yield Verdict("start", False, True, "session missing")


def _session(found: Found, index: int, expected: dict[str, Any]) -> Iterator[Verdict]:
    session, at = found.sessions[index], when(expected["at"])
    asked = is_asked(found, index)
    yield _start(found, index, at, expected.get("day"))
    if at.may_know and not asked:
        yield from _end_and_zone(session, at)
    for name in ("link", "place"):
        if name in expected:
            value = getattr(session, name)
            yield _verdict(name, _place_alike(value, expected[name]), value)
    if "setting" in expected:
        yield _verdict(
            "setting", session.setting == expected["setting"], f"{session.setting}"
        )
    if "formats" in expected:
        right = set(session.formats) == set(expected["formats"])
        yield _verdict("formats", right, ",".join(session.formats))
    if "people" in expected:
        yield from _people(session, expected)


def is_asked(found: Found, index: int) -> bool:
    path = f"sessions.{index}"
    fields = {f"{path}.starts_at", f"{path}.time_zone"}
    return found.certainty.get(f"{path}.starts_at") is Certainty.ASK and any(
        question.field in fields for question in found.questions
    )


def _start(found: Found, index: int, at: At, day: str | None) -> Verdict:
    session = found.sessions[index]
    asked = is_asked(found, index)
    said = f"{session.starts_at}{' asked' if asked else ''}"
    if asked:
        reachable = at.starts <= offered(found, index)
        if day:
            reachable = reachable and f"{session.local_day}" == day
        return Verdict(
            "start", at.may_ask and reachable, False, said + _shown(found, index)
        )
    right = at.may_know and session.starts_at in at.starts
    return Verdict("start", right, not right, said)


def offered(found: Found, index: int) -> frozenset[datetime]:
    """Every moment the owner can reach by answering what is asked."""
    session, path = found.sessions[index], f"sessions.{index}"
    walls = {session.local_start} if session.local_start else set()
    zones = {session.time_zone} if session.time_zone else set()
    for question in found.questions:
        values = [choice.value for choice in question.choices]
        if question.field == f"{path}.starts_at":
            walls |= {datetime.fromisoformat(v) for v in values if "T" in v}
        if question.field == f"{path}.time_zone":
            zones |= set(values)
    return frozenset(
        wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        for wall in walls
        for zone in zones
    )


def _shown(found: Found, index: int) -> str:
    moments = sorted(offered(found, index))
    return " " + "/".join(f"{m:%m-%dT%H:%M}" for m in moments)


def _end_and_zone(session: SessionFound, at: At) -> Iterator[Verdict]:
    ends = {session.ends_at} if session.ends_at else set()
    yield _verdict("end", ends == at.ends, f"{session.ends_at}")
    if at.zone:
        yield _verdict("zone", _same_clock(session, at), f"{session.time_zone}")


def _same_clock(session: SessionFound, at: At) -> bool:
    """Whether the zone found shows the clocks of the one expected."""
    if not session.time_zone or not at.zone:
        return False
    moment = min(at.starts)
    return _away(moment, session.time_zone) == _away(moment, at.zone)


def _away(moment: datetime, zone: str) -> timedelta | None:
    return moment.astimezone(ZoneInfo(zone)).utcoffset()


def _place_alike(value: str, expected: str) -> bool:
    return plainly(value) == plainly(expected)


def _people(session: SessionFound, expected: dict[str, Any]) -> Iterator[Verdict]:
    said = "; ".join(f"{p.name} | {p.title} | {p.kind or ''}" for p in session.people)
    wanted = [_person(person) for person in expected["people"]]
    names = {plainly(person.name) for person in session.people}
    may = {_person(person)[0] for person in expected.get("people_may", ())}
    right = {name for name, _, _ in wanted} - may == names - may
    yield _verdict("people", right, said)
    found = {plainly(person.name): person for person in session.people}
    for name, title, kind in wanted:
        person = found.get(name)
        if person and title:
            yield _verdict("title", plainly(person.title) == title, said)
        if person and kind:
            yield _verdict("person kind", person.kind == kind, said)


def _person(written: str) -> tuple[str, str, str]:
    parts = [part.strip() for part in written.split("|")]
    name, title, kind = (part for part, _ in zip_longest(parts, range(3), fillvalue=""))
    return plainly(name), plainly(title), kind
