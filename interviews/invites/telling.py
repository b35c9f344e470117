"""What was found, as data: the keys of the JSON that `read_invite` prints.

Both ways: `found_as_data` for whoever asks, `found_of` for what was put away as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from guidance.situation import Format, InterviewerKind, Setting
from interviews.invites.found import (
    Certainty,
    Choice,
    Found,
    Kind,
    PersonFound,
    Question,
    SessionFound,
)


def found_as_data(found: Found) -> dict[str, Any]:
    """Plain values only; moments as UTC in ISO 8601, what is not known as null."""
    return {
        "is_invite": found.is_invite,
        "kind": found.kind.value,
        "method": found.method or None,
        "uid": found.uid or None,
        "sequence": found.sequence,
        "stamped_at": _moment(found.stamped_at),
        "summary": found.summary or None,
        "company": found.company or None,
        "role": found.role or None,
        "round_number": found.round_number,
        "is_final": found.is_final,
        "sessions": [_session(session) for session in found.sessions],
        "organiser": _person(found.organiser) if found.organiser else None,
        "to_prepare": found.to_prepare or None,
        "certainty": {path: sure.value for path, sure in found.certainty.items()},
        "sources": found.sources,
        "questions": [_question(question) for question in found.questions],
        "notes": found.notes,
        "text": found.text or None,
    }


def _session(session: SessionFound) -> dict[str, Any]:
    return {
        "starts_at": _moment(session.starts_at),
        "ends_at": _moment(session.ends_at),
        "time_zone": session.time_zone,
        "local_start": _wall(session.local_start),
        "local_end": _wall(session.local_end),
        "local_day": session.local_day.isoformat() if session.local_day else None,
        "place": session.place or None,
        "link": session.link or None,
        "setting": session.setting.value if session.setting else None,
        "formats": [format_.value for format_ in session.formats],
        "people": [_person(person) for person in session.people],
    }


def _person(person: PersonFound) -> dict[str, Any]:
    return {
        "name": person.name or None,
        "title": person.title or None,
        "email": person.email or None,
        "kind": person.kind.value if person.kind else None,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "field": question.field,
        "text": question.text,
        "choices": [{"value": c.value, "label": c.label} for c in question.choices],
    }


def _moment(at: datetime | None) -> str | None:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z".zfill(20) if at else None


def _wall(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds" if at.second else "minutes") if at else None


# --- and back -----------------------------------------------------------------------

_WORDS = ("method", "uid", "summary", "company", "role", "to_prepare", "text")


def found_of(data: Mapping[str, Any]) -> Found:
    """The `Found` that `found_as_data` made `data` of.

    Raises KeyError or ValueError for data of another make.
    """
    found = Found(kind=Kind(data["kind"]))
    for name in _WORDS:
        setattr(found, name, data[name] or "")
    found.sequence, found.stamped_at = data["sequence"], _at(data["stamped_at"])
    found.round_number, found.is_final = data["round_number"], data["is_final"]
    found.sessions = [_session_of(session) for session in data["sessions"]]
    found.organiser = _person_of(data["organiser"]) if data["organiser"] else None
    found.certainty = {path: Certainty(s) for path, s in data["certainty"].items()}
    found.sources, found.notes = dict(data["sources"]), list(data["notes"])
    found.questions = [_question_of(question) for question in data["questions"]]
    return found


def _session_of(data: Mapping[str, Any]) -> SessionFound:
    return SessionFound(
        starts_at=_at(data["starts_at"]),
        ends_at=_at(data["ends_at"]),
        time_zone=data["time_zone"],
        local_start=_at(data["local_start"]),
        local_end=_at(data["local_end"]),
        local_day=date.fromisoformat(data["local_day"]) if data["local_day"] else None,
        place=data["place"] or "",
        link=data["link"] or "",
        setting=Setting(data["setting"]) if data["setting"] else None,
        formats=[Format(format_) for format_ in data["formats"]],
        people=[_person_of(person) for person in data["people"]],
    )


def _person_of(data: Mapping[str, Any]) -> PersonFound:
    kind = InterviewerKind(data["kind"]) if data["kind"] else None
    name, title, email = (data[key] or "" for key in ("name", "title", "email"))
    return PersonFound(name, title, email, kind)


def _question_of(data: Mapping[str, Any]) -> Question:
    choices = (Choice(choice["value"], choice["label"]) for choice in data["choices"])
    return Question(data["field"], data["text"], tuple(choices))


def _at(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
