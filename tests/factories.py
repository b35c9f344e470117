"""Rows for tests: plain functions that save what they are asked for.

They write rows and nothing else: no action, no signal, no plan. Use the actions
where the test is about what follows from an edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import User
from applications.models import Application, Company, Contact, Stage
from interviews.models import FollowUp, Interviewer, Round, Session
from reminders.models import Kind, Message, Outbox, Reminder

_numbers = count(1)


def create_user(
    *,
    email: str | None = None,
    time_zone: str = "Europe/Berlin",
    verified: bool = True,
) -> User:
    """Somebody with a primary address and no usable password."""
    user = User.objects.create_user(
        email=email or f"owner{next(_numbers)}@example.com", time_zone=time_zone
    )
    EmailAddress.objects.create(
        user=user, email=user.email, verified=verified, primary=True
    )
    return user


def create_application(
    *,
    owner: User | None = None,
    company_name: str = "Acme",
    role: str = "Analyst",
    stage: str = Stage.INTERVIEWING,
    archived_at: datetime | None = None,
) -> Application:
    owner = owner or create_user()
    company, _ = Company.objects.get_or_create(owner=owner, name=company_name)
    return Application.objects.create(
        owner=owner, company=company, role=role, stage=stage, archived_at=archived_at
    )


def create_contact(
    *, application: Application, name: str = "Dana Wu", **fields: Any
) -> Contact:
    """A person at the application's company."""
    return Contact.objects.create(
        owner=application.owner, company=application.company, name=name, **fields
    )


def create_round(
    *,
    application: Application | None = None,
    number: int | None = None,
    starts_at: datetime | None = None,
    length: timedelta | None = timedelta(hours=1),
    people: Sequence[Contact] = (),
    timed_at: datetime | None = None,
    **fields: Any,
) -> Round:
    """A round of one session, its times entered a week before it starts."""
    application = application or create_application()
    default_timed_at = starts_at - timedelta(days=7) if starts_at else timezone.now()
    round_ = Round.objects.create(
        application=application,
        number=number or application.rounds.count() + 1,
        timed_at=timed_at or default_timed_at,
        **fields,
    )
    create_session(round_=round_, starts_at=starts_at, length=length, people=people)
    return round_


def create_session(
    *,
    round_: Round,
    starts_at: datetime | None = None,
    length: timedelta | None = timedelta(hours=1),
    people: Iterable[Contact] = (),
) -> Session:
    session = Session.objects.create(
        round=round_,
        position=round_.sessions.count(),
        starts_at=starts_at,
        ends_at=starts_at + length if starts_at and length else None,
        time_zone=round_.application.owner.time_zone,
    )
    for contact in people:
        Interviewer.objects.create(
            session=session, contact=contact, created_at=round_.timed_at
        )
    return session


def create_follow_up(
    *,
    round_: Round,
    kind: str = FollowUp.Kind.THANK_YOU,
    contact: Contact | None = None,
    due_at: datetime | None = None,
    state: str = FollowUp.State.OPEN,
) -> FollowUp:
    """Owed from the round's end unless told otherwise."""
    settled = state in {FollowUp.State.SENT, FollowUp.State.SKIPPED}
    return FollowUp.objects.create(
        round=round_,
        kind=kind,
        contact=contact,
        due_at=due_at or round_.over_at or timezone.now(),
        state=state,
        settled_at=timezone.now() if settled else None,
    )


def create_reminder(
    *,
    round_: Round,
    kind: Kind = Kind.THANK_YOU,
    due_at: datetime | None = None,
    useless_after: datetime | None = None,
    state: str = Reminder.State.SCHEDULED,
    message: Message | None = None,
    **fields: Any,
) -> Reminder:
    """A row no plan knows of; it was due a minute ago unless told otherwise."""
    due_at = due_at or timezone.now() - timedelta(minutes=1)
    return Reminder.objects.create(
        owner=round_.application.owner,
        application=round_.application,
        round=round_,
        kind=kind,
        key=fields.pop("key", f"{kind.value}:made:{next(_numbers)}"),
        due_at=due_at,
        allowed_at=fields.pop("allowed_at", due_at),
        useless_after=useless_after or due_at + timedelta(days=3),
        fingerprint=fields.pop("fingerprint", "made"),
        state=state,
        message=message,
        **fields,
    )


def create_message(
    *,
    owner: User,
    kind: Kind = Kind.THANK_YOU,
    state: str = Message.State.RETRY,
    **fields: Any,
) -> Message:
    return Message.objects.create(
        owner=owner, kind=kind, state=state, recipient=owner.email, **fields
    )


def create_due_outbox(*, owner: User, **fields: Any) -> Outbox:
    """An outbox that has been due for a minute."""
    due_at = fields.pop("next_due_at", timezone.now() - timedelta(minutes=1))
    return Outbox.objects.create(owner=owner, next_due_at=due_at, **fields)
