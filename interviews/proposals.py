"""What an invitation would make of a round: new, or one that is there already.

What the reader leaves to the owner stays empty here: nothing is chosen in silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from applications.models import Contact
from interviews.actions import Person, SessionDetails
from interviews.fitting import plain_name
from interviews.forms.day import MOST
from interviews.invites.found import Found, PersonFound, Question, SessionFound
from interviews.models import Round

_MOST_PEOPLE = 30
_ZONE, _START = "time_zone", "starts_at"


@dataclass
class Proposal:
    """Sessions as the form is to begin with, and where in it each finding stands.

    `names` gives the name of the form's field for a path of the reader; `questions`
    stand by that name. `ends` are ends whose start is asked, by session.
    """

    sessions: list[SessionDetails] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    ends: dict[int, time] = field(default_factory=dict)


def propose(
    found: Found,
    *,
    zone: str,
    known: Sequence[Contact],
    round_: Round | None = None,
) -> Proposal:
    """From what was found; `zone` is the owner's, `known` the people of the company.

    With a `round_` its sessions are what is changed: what the invitation does not
    say stays as it is.
    """
    standing = [SessionDetails.of(row) for row in round_.all_sessions] if round_ else []
    made = Proposal(sessions=list(standing), questions=_own_questions(found))
    for number, session in enumerate(found.sessions[:MOST]):
        place = _place(session, made.sessions, standing, number)
        if place is None:
            break
        _write(made, found, number, place, zone=zone, known=known)
    simple = {"company": "company_name", "role": "role", "round_number": "number"}
    made.names |= {**simple, "to_prepare": "to_prepare"}
    made.questions = {
        made.names.get(path, path): question
        for path, question in made.questions.items()
        if path in made.names
    }
    return made


def _own_questions(found: Found) -> dict[str, Question]:
    """By path; whose clock is meant is asked once for the whole day."""
    questions = {question.field: question for question in found.questions}
    first = questions.get(f"sessions.0.{_ZONE}")
    return {
        path: question
        for path, question in questions.items()
        if question is first or not (first and _is_same_zone(question, first))
    }


def _is_same_zone(question: Question, first: Question) -> bool:
    values = [{choice.value for choice in q.choices} for q in (question, first)]
    return question.field.endswith(_ZONE) and values[0] == values[1]


def _place(
    session: SessionFound,
    made: Sequence[SessionDetails],
    standing: Sequence[SessionDetails],
    number: int,
) -> int | None:
    """Which session of the form it is: the one of that time, else the next."""
    for place, old in enumerate(standing):
        if session.starts_at and old.starts_at == session.starts_at:
            return place
    place = number if number < len(standing) else len(made)
    return place if place < MOST else None


def _write(
    made: Proposal,
    found: Found,
    number: int,
    place: int,
    *,
    zone: str,
    known: Sequence[Contact],
) -> None:
    """Put one session that was found in its place of the form."""
    path, mark = f"sessions.{number}", f"sessions-{place - 1}-" if place else ""
    session = found.sessions[number]
    is_new = place >= len(made.sessions)
    before = SessionDetails(time_zone=zone) if is_new else made.sessions[place]
    is_asked = f"{path}.{_START}" in made.questions
    after = _merged(before, session, is_asked=is_asked, known=known)
    made.sessions[place : place + 1] = [after]
    if is_asked and session.local_end:
        made.ends[place] = session.local_end.time()
    made.names |= _names(path, mark, after, session)


def _merged(
    before: SessionDetails,
    session: SessionFound,
    *,
    is_asked: bool,
    known: Sequence[Contact],
) -> SessionDetails:
    zone = session.time_zone or before.time_zone
    starts_at = (
        None if is_asked else session.starts_at or _at(session.local_start, zone)
    )
    ends_at = session.ends_at or _at(session.local_end, zone)
    if starts_at is None and not is_asked:
        starts_at, ends_at, zone = before.starts_at, before.ends_at, before.time_zone
    elif starts_at is None or (ends_at and ends_at <= starts_at):
        ends_at = None
    elif ends_at is None and before.starts_at and before.ends_at:
        # Moved, and nothing said about its length: it is as long as it was.
        ends_at = starts_at + (before.ends_at - before.starts_at)
    return replace(
        before,
        time_zone=zone,
        starts_at=starts_at,
        ends_at=ends_at,
        setting=session.setting.value if session.setting else before.setting,
        formats=[each.value for each in session.formats] or before.formats,
        place=session.place[:500] or before.place,
        link=session.link[:2000] or before.link,
        people=_people(before.people, session.people, known),
    )


def _at(wall: datetime | None, zone: str) -> datetime | None:
    return wall.replace(tzinfo=ZoneInfo(zone)) if wall else None


def _people(
    before: Sequence[Person], found: Sequence[PersonFound], known: Sequence[Contact]
) -> list[Person]:
    """Who takes part so far, and who is named besides; those known as who they are."""
    people = {_key(person.name): person for person in before}
    for each in found:
        if not each.name and not each.email:
            continue
        contact = _contact(each, known)
        name = contact.name if contact else (each.name or each.email)[:200]
        person = Person(
            name=name,
            contact=contact,
            title=each.title[:200],
            email=each.email[:254],
            kind=each.kind.value if each.kind else "",
        )
        people.setdefault(_key(name), person)
    return list(people.values())[:_MOST_PEOPLE]


def _contact(person: PersonFound, known: Sequence[Contact]) -> Contact | None:
    address, name = person.email.casefold(), _key(person.name)
    for contact in known:
        if address and contact.email.casefold() == address:
            return contact
    return next((c for c in known if name and _key(c.name) == name), None)


def _key(name: str) -> str:
    return plain_name(name)


def _names(
    path: str, mark: str, session: SessionDetails, found: SessionFound
) -> Mapping[str, str]:
    """The fields of the form in which the findings of one session stand."""
    fields = {
        "starts_at": "starts",
        "local_day": "starts",
        "ends_at": "ends",
        "time_zone": "time_zone",
        "place": "place",
        "link": "link",
        "setting": "setting",
        "formats": "formats",
    }
    names = {f"{path}.{of}": f"{mark}{name}" for of, name in fields.items()}
    for number in range(len(found.formats)):
        names[f"{path}.formats.{number}"] = f"{mark}formats"
    rows = [_key(p.name) for p in session.people if not p.contact]
    for number, person in enumerate(found.people):
        key = _key(person.name or person.email)
        if key in rows:
            row = f"{mark}people-{rows.index(key)}-name"
            names[f"{path}.people.{number}.name"] = row
    return names
