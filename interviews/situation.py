"""A round, seen as the facts that choose its advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from applications.models import Contact
from guidance.situation import (
    Format,
    InterviewerKind,
    Logged,
    Material,
    Outcome,
    PayRaised,
    RoleType,
    Seniority,
    Setting,
    Situation,
)
from interviews.followups import status_check_due
from interviews.models import Debrief, FollowUp, Round, Session, Task
from interviews.phases import phase

# A case, or something else, is a thing to prepare of no kind the library knows.
_MATERIAL = {
    Task.Kind.PRESENTATION: Material.PRESENTATION,
    Task.Kind.SAMPLES: Material.SAMPLES,
    Task.Kind.TEST: Material.TEST,
}


def situation_of(round_: Round, now: datetime) -> Situation:
    """The situation of a round at `now`; what is not known stays unknown.

    Asks the database nothing when its sessions, people, follow-ups and its
    application's rounds are prefetched (`Round.objects.complete()`).
    """
    return Situation(
        phase=phase(round_, now),
        number=round_.number,
        outcome=Outcome(round_.outcome) if round_.outcome else None,
        **_shape(round_, now),
        **_people(round_.people),
        **_job(round_),
        **_messages(round_, now),
        **_notes(round_),
    )


def narrowed(situation: Situation, session: Session, now: datetime) -> Situation:
    """The situation of a round, as if this one of its sessions were all of it.

    What they asked to prepare is of the round: nothing says for which session.
    """
    formats = frozenset(Format(format_) for format_ in session.formats)
    return replace(
        situation,
        settings=frozenset({Setting(session.setting)} if session.setting else ()),
        formats=formats,
        sessions=1,
        several_sessions=False,
        to_prepare=None,
        materials=frozenset(),
        starts_known=session.starts_at is not None,
        length_known=session.ends_at is not None,
        minutes_until_start=_minutes_until(session.starts_at, now),
        **_people(session.people),
    )


def _minutes_until(at: datetime | None, now: datetime) -> int | None:
    return int((at - now).total_seconds() // 60) if at else None


def _shape(round_: Round, now: datetime) -> dict[str, Any]:
    starts_at = round_.starts_at
    return {
        "settings": frozenset(Setting(s.value) for s in round_.settings),
        "formats": frozenset(Format(f.value) for f in round_.formats),
        "sessions": len(round_.all_sessions),
        "several_sessions": len(round_.all_sessions) > 1,
        # An empty field does not say that they asked for nothing.
        "to_prepare": True if round_.to_prepare or round_.open_tasks else None,
        "materials": frozenset(
            _MATERIAL[Task.Kind(task.kind)]
            for task in round_.open_tasks
            if task.kind in _MATERIAL
        ),
        "starts_known": starts_at is not None,
        "length_known": round_.ends_at is not None,
        "minutes_until_start": _minutes_until(starts_at, now),
    }


def _notes(round_: Round) -> dict[str, Any]:
    earlier = [other for other in round_.earlier if other.is_remembered]
    debriefs = [other.log for other in earlier if other.log]
    own = round_.log
    return {
        "has_log": bool(earlier),
        "log": _log(round_, earlier),
        "has_debrief": own is not None,
        "red_flags_noted": bool(round_.red_flags),
        "pay_raised": _pay_raised([*debriefs, own] if own else debriefs),
    }


def _pay_raised(debriefs: list[Debrief]) -> PayRaised | None:
    """Who brought it up, in any of these; by them goes first, for they may again."""
    said = {PayRaised(each.pay_raised) for each in debriefs if each.pay_raised}
    order = (PayRaised.BY_THEM, PayRaised.BY_YOU, PayRaised.NO)
    return next((answer for answer in order if answer in said), None)


def _log(round_: Round, earlier: list[Round]) -> frozenset[Logged]:
    """What earlier rounds left in writing; research counts once there is any of it."""
    facts = {fact for each in earlier for fact in _logged(each)}
    if earlier and round_.application.company.research_notes.all():
        facts.add(Logged.RESEARCH)
    return frozenset(facts)


def _logged(earlier: Round) -> Iterator[Logged]:
    """What is written down of an earlier round."""
    if earlier.questions_used:
        yield Logged.ASKED
    if earlier.log:
        yield from _noted(earlier.log)


def _noted(debrief: Debrief) -> Iterator[Logged]:
    questions = list(debrief.questions.all())
    if questions:
        yield Logged.QUESTIONS
    if any(question.went or question.lengthen for question in questions):
        yield Logged.ANSWERS
    if debrief.hints:
        yield Logged.HINTS
    if debrief.unsaid:
        yield Logged.UNSAID


def _people(people: Sequence[Contact]) -> dict[str, Any]:
    known = [person for person in people if person.kind]
    return {
        "interviewer_kinds": frozenset(InterviewerKind(p.kind) for p in known),
        "interviewers": len(people) or None,
        "titles": tuple((InterviewerKind(p.kind), p.title) for p in known if p.title),
    }


def _job(round_: Round) -> dict[str, Any]:
    application = round_.application
    role_type, seniority = application.role_type, application.seniority
    return {
        "new_to_job_hunting": application.owner.new_to_job_hunting,
        "role_type": RoleType(role_type) if role_type else None,
        "seniority": Seniority(seniority) if seniority else None,
    }


def _messages(round_: Round, now: datetime) -> dict[str, Any]:
    follow_ups = list(round_.follow_ups.all())
    notes = [f for f in follow_ups if f.is_thank_you]
    checks = [f for f in follow_ups if f.kind == FollowUp.Kind.STATUS_CHECK]
    due_at = status_check_due(round_)
    return {
        "promised": round_.promised_on is not None,
        "replied": round_.replied_at is not None,
        "overdue": due_at is not None and due_at <= now and not round_.replied_at,
        "thank_yous_owed": sum(n.is_owed(now) for n in notes),
        "thank_yous_sent": sum(n.is_sent for n in notes),
        "status_check_sent": any(c.is_sent for c in checks),
        "feedback_asked": any(f.is_sent for f in follow_ups if f.is_feedback_request),
    }
