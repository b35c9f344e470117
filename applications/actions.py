"""Everything that writes an application, its company, its stage or its notes.

Each action runs in one transaction, locks its application first, writes, and
last sends `application_changed` once. `now` is an aware datetime throughout.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import User
from applications.models import (
    Application,
    Company,
    Contact,
    Note,
    Offer,
    Stage,
    StageChange,
)
from applications.models.application import top_at
from applications.names import one_line
from applications.signals import application_changed


@contextmanager
def changing(application: Application, *, now: datetime) -> Iterator[Application]:
    """Give the locked row to write to; tell the listeners when the writing is done.

    Used by every action of this floor and, by way of their own wrapper, of the
    floors above. Anything raised inside undoes the whole action. Raises
    Application.DoesNotExist when it was deleted meanwhile.
    """
    with transaction.atomic():
        locked = Application.objects.lock(application.pk)
        yield locked
        application_changed.send(Application, application=locked, now=now)


@contextmanager
def changing_company(
    company: Company, *, now: datetime, besides: Application | None = None
) -> Iterator[dict[int, Application]]:
    """As `changing`, for all that a company or one of its people takes part in.

    Gives its live applications by key, and `besides` though it may be closed. All
    are locked before anything is written, and told after everything is: whoever
    locked them one by one would wait for somebody who waits for them.
    """
    with transaction.atomic():
        locked = Application.objects.lock_of(company, besides=besides)
        yield locked
        for application in locked.values():
            application_changed.send(Application, application=application, now=now)


def lock_owner(owner: User) -> None:
    """Let one press of a button at a time make something new for them.

    Of two, the second then sees what the first has saved. Call it in a transaction,
    before any other lock.
    """
    User.objects.select_for_update(no_key=True).get(pk=owner.pk)


def company_named(name: str, *, owner: User) -> Company:
    """Return the owner's company of that name in any capitals, made if it is new."""
    name = one_line(name)
    companies = Company.objects.for_user(owner)
    try:
        with transaction.atomic():
            known = companies.named(name).first()
            return known or companies.create(owner=owner, name=name)
    except IntegrityError:  # somebody else has made it this very moment
        return companies.named(name).get()


@transaction.atomic
def press_to_add(
    *, owner: User, company_name: str, role: str, now: datetime, **details: Any
) -> Application:
    """`create_application` for a button: pressed twice, it makes one.

    The same words within seconds mean the application that they made before.
    """
    lock_owner(owner)
    twins = Application.objects.for_job(owner, company=company_name, role=role)
    return twins.just_added(now).first() or create_application(
        owner=owner, company_name=company_name, role=role, now=now, **details
    )


@transaction.atomic
def create_application(*, now: datetime, **details: Any) -> Application:
    """Follow a new job; `details` are those of `write_application`."""
    application = write_application(now=now, **details)
    application_changed.send(Application, application=application, now=now)
    return application


def write_application(
    *,
    owner: User,
    company_name: str,
    role: str,
    now: datetime,
    stage: str = Stage.APPLIED,
    note: str = "",
    **fields: Any,
) -> Application:
    """Write a new application and its history; the caller tells the change.

    `fields` are further columns of `Application`.
    """
    application = Application.objects.create(
        owner=owner,
        company=company_named(company_name, owner=owner),
        role=role,
        stage=stage,
        board_position=top_at(now),
        created_at=now,
        **fields,
    )
    StageChange.objects.create(application=application, to_stage=stage, at=now)
    if note:
        Note.objects.create(application=application, text=note, created_at=now)
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


def set_next_step(
    application: Application, *, own_step: str, own_step_on: date | None, now: datetime
) -> Application:
    """Note what the owner means to do next, on a day if they say one; or nothing."""
    with changing(application, now=now) as locked:
        locked.own_step, locked.own_step_on = own_step, own_step_on
        locked.save(update_fields=["own_step", "own_step_on", "updated_at"])
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
    if to in Stage.live():
        # Whoever goes on has not answered an offer for good.
        answered = Offer.objects.filter(application=application).exclude(decision="")
        answered.update(decision="", decided_at=None)


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
    """Write something down about an application, at `now`."""
    with changing(application, now=now) as locked:
        return Note.objects.create(application=locked, text=text, created_at=now)


def edit_note(note: Note, *, text: str, now: datetime) -> Note:
    """Put other words. Raises Note.DoesNotExist when it was deleted meanwhile."""
    with changing(note.application, now=now) as locked:
        fresh = locked.notes.get(pk=note.pk)
        fresh.text, fresh.edited_at = text, now
        fresh.save(update_fields=["text", "edited_at"])
    return fresh


def delete_note(note: Note, *, now: datetime) -> None:
    """Delete for good; one that is deleted already stays so."""
    with changing(note.application, now=now) as locked:
        locked.notes.filter(pk=note.pk).delete()


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
    wrote before is never overwritten. The caller tells the company's applications
    (`changing_company`): the person may sit in rounds of each.
    """
    given = {"title": title, "email": email, "kind": kind}
    name = one_line(name)
    contact = company.contacts.filter(name__iexact=name).first()
    if contact is None:
        return Contact.objects.create(owner=owner, company=company, name=name, **given)
    new = {field: v for field, v in given.items() if v and not getattr(contact, field)}
    for field, value in new.items():
        setattr(contact, field, value)
    if new:
        contact.save(update_fields=list(new))
    return contact
