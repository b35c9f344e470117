"""What was found, as data: the keys of the JSON that `read_invite` prints."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from interviews.invites.found import Found, PersonFound, Question, SessionFound


def found_as_data(found: Found) -> dict[str, Any]:
    """Plain values only; moments as UTC in ISO 8601, what is not known as null."""
    return {
        "is_invite": found.is_invite,
        "kind": found.kind.value,
        "method": found.method or None,
        "uid": found.uid or None,
        "sequence": found.sequence,
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
    }


def _session(session: SessionFound) -> dict[str, Any]:
    return {
        "starts_at": _moment(session.starts_at),
        "ends_at": _moment(session.ends_at),
        "time_zone": session.time_zone,
        "local_start": _wall(session.local_start),
        "local_end": _wall(session.local_end),
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
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None


def _wall(at: datetime | None) -> str | None:
    return at.isoformat(timespec="minutes") if at else None
