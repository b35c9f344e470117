"""Everything that writes an application, its company, its stage or its notes.

Each action runs in one transaction, locks its application first, writes, and
last sends `application_changed` once. `now` is an aware datetime throughout.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from applications.models import Application, Company, Contact, Note, Stage, StageChange
from applications.signals import application_changed


@contextmanager
def changing(application: Application, *, now: datetime) -> Iterator[Application]:
    """Give the locked row to write to; tell the listeners when the writing is done.

    Used by every action of this floor and, by way of their own wrapper, of the
    floors above. Anything raised inside undoes the whole action.
    """
    with transaction.atomic():
        locked = Application.objects.select_related("company", "owner").lock(
            application.pk
        )
        yield locked
        application_changed.send(Application, application=locked, now=now)


def company_named(name: str, *, owner: User) -> Company:
    """Return the owner's company of that name in any capitals, made if it is new."""
    name = name.strip()
    known = Company.objects.for_user(owner).named(name).first()
    return known or Company.objects.create(owner=owner, name=name)


@transaction.atomic
def create_application(
    *,
    owner: User,
    company_name: str,
    role: str,
    now: datetime,
    stage: str = Stage.APPLIED,
    note: str = "",
    **fields: Any,
) -> Application:
    """Follow a new job; `fields` are further columns of `Application`."""
    application = Application.objects.create(
        owner=owner,
        company=company_named(company_name, owner=owner),
        role=role,
        stage=stage,
        created_at=now,
        **fields,
    )
    StageChange.objects.create(application=application, to_stage=stage, at=now)
    if note:
        Note.objects.create(application=application, text=note, created_at=now)
    application_changed.send(Application, application=application, now=now)
    return application


def update_application(
    application: Application, *, company_name: str, now: datetime, **fields: Any
) -> Application:
    """Change what is known about the job. The stage has an action of its own."""
    with changing(application, now=now) as locked:
        locked.company = company_named(company_name, owner=locked.owner)
        for name, value in fields.items():
            setattr(locked, name, value)
        locked.save()
    return locked


def move_to_stage(application: Application, *, to: str, now: datetime) -> None:
    """Write a stage and its history; the caller holds the lock and tells the change."""
    if application.stage == to:
        return
    StageChange.objects.create(
        application=application, from_stage=application.stage, to_stage=to, at=now
    )
    application.stage = to
    application.save(update_fields=["stage", "updated_at"])


def change_stage(application: Application, *, to: str, now: datetime) -> Application:
    """Move to a stage. Closing ends what is pending; reopening brings it back."""
    with changing(application, now=now) as locked:
        move_to_stage(locked, to=to, now=now)
    return locked


def archive(application: Application, *, now: datetime) -> Application:
    """Put away: off every list, nothing pending. The stage stays as it was."""
    with changing(application, now=now) as locked:
        locked.archived_at = now
        locked.save(update_fields=["archived_at", "updated_at"])
    return locked


def unarchive(application: Application, *, now: datetime) -> Application:
    """Bring back from the archive, with everything that was pending."""
    with changing(application, now=now) as locked:
        locked.archived_at = None
        locked.save(update_fields=["archived_at", "updated_at"])
    return locked


def add_note(application: Application, *, text: str, now: datetime) -> Note:
    with changing(application, now=now) as locked:
        return Note.objects.create(application=locked, text=text, created_at=now)


def edit_note(note: Note, *, text: str, now: datetime) -> Note:
    with changing(note.application, now=now):
        note.text = text
        note.save(update_fields=["text"])
    return note


def delete_note(note: Note, *, now: datetime) -> None:
    with changing(note.application, now=now):
        note.delete()


def add_contact(
    *,
    owner: User,
    company: Company,
    name: str,
    title: str = "",
    email: str = "",
    kind: str = "",
) -> Contact:
    """Return the person of that name at the company, made if new.

    What is newly known about somebody already there is filled in; what the owner
    wrote before is never overwritten.
    """
    known = company.contacts.filter(name__iexact=name.strip()).first()
    contact = known or Contact(owner=owner, company=company, name=name.strip())
    for field, value in (("title", title), ("email", email), ("kind", kind)):
        if value and not getattr(contact, field):
            setattr(contact, field, value)
    contact.save()
    return contact
