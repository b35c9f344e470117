"""Writing an account that was read from a file: all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction

from accounts.models import User
from applications.actions import lock_owner
from applications.models import Application, Company, Contact, SavedView
from calendars import editions
from interviews import glance
from interviews.dossiers import dossiers_of
from interviews.models import FollowUp
from portability.reading import Account, Row, UnreadableError, key_for
from portability.tables import RESTORED, Table
from preparation.models import Story
from reminders import outbox
from reminders.models import Preferences, Reminder
from reminders.reconcile import reconcile_owner


class NotEmptyError(Exception):
    """An import needs an account without applications, companies, people
    and stories."""


def is_empty(owner: User) -> bool:
    return not any(
        model._default_manager.filter(owner=owner).exists()
        for model in (Company, Contact, Application, Story)
    )


# What an import sets on the account itself.
ACCOUNT_RESTORED = ("name", "time_zone", "answer_wait_days", "new_to_job_hunting")


@transaction.atomic
def write(owner: User, account: Account, *, now: datetime) -> None:
    """Make an empty account what the file says, and plan its reminders anew.

    What has been told stays told. What came due while the account was on its way
    shows in the app and is not mailed. Raises NotEmptyError, or UnreadableError when rows
    contradict each other; then nothing is written.
    """
    lock_owner(owner)
    # The caller's own copy stays as it was, should all of this be undone.
    locked = User.objects.get(pk=owner.pk)
    if not is_empty(locked):
        raise NotEmptyError
    locked.name = account.name
    locked.time_zone = account.time_zone
    locked.answer_wait_days = account.answer_wait_days
    locked.new_to_job_hunting = account.new_to_job_hunting
    locked.save(update_fields=ACCOUNT_RESTORED)
    _write_rows(locked, account)
    reconcile_owner(locked, now=now)
    own = Application.objects.filter(owner=locked).values_list("pk", flat=True)
    dossiers = dossiers_of(own)
    glance.keep(dossiers, now=now)
    editions.keep(dossiers, now=now)
    _keep_what_is_past(locked, now)


def rehearse(owner: User, account: Account, *, now: datetime) -> None:
    """Do all of it and undo it again: finds what only the database can find."""
    with transaction.atomic():
        write(owner, account, now=now)
        transaction.set_rollback(True)


def _write_rows(owner: User, account: Account) -> None:
    made: dict[type[models.Model], dict[Any, models.Model]] = {}
    for table in RESTORED:
        rows = account.rows[table.name]
        objects = [_object(table, row, owner, made) for row in rows.values()]
        try:
            with transaction.atomic():
                _save(table, owner, objects, rows.values())
        except IntegrityError as error:
            raise UnreadableError(
                f"{table.name}: {_contradiction(table, error)}"
            ) from error
        made[table.model] = dict(zip(rows, objects, strict=True))


def _object(
    table: Table, row: Row, owner: User, made: dict[type[models.Model], dict[Any, Any]]
) -> models.Model:
    values = dict(row.values)
    for name, reference in row.references.items():
        to = table.model._meta.get_field(name).related_model
        values[name] = None if reference is None else made[to][reference]  # type: ignore[index]
    if "owner" in table.left_out:
        values["owner"] = owner
    if table.model is Reminder:
        values["key"] = key_for(values["key"], values, made[FollowUp])
    return table.model(**values)


def _save(
    table: Table, owner: User, objects: list[models.Model], rows: Iterable[Row]
) -> None:
    """Insert; then write the moments that Django sets by itself when inserting."""
    manager = table.model._default_manager
    if table.model in (Preferences, SavedView):
        # Settings are not "already something": they are replaced.
        manager.filter(owner=owner).delete()
    manager.bulk_create(objects, batch_size=1000)
    automatic = [
        each.name
        for each in table.fields
        if getattr(each, "auto_now", False) or getattr(each, "auto_now_add", False)
    ]
    if not automatic or not objects:
        return
    for object_, row in zip(objects, rows, strict=True):
        for name in automatic:
            setattr(object_, name, row.values[name])
    manager.bulk_update(objects, automatic, batch_size=1000)


def _contradiction(table: Table, error: IntegrityError) -> str:
    """What the database refused, in the words of the rule it broke."""
    diagnosis = getattr(error.__cause__, "diag", None)
    broken = getattr(diagnosis, "constraint_name", None) or ""
    for constraint in table.model._meta.constraints:
        if constraint.name == broken:
            return str(constraint.get_violation_error_message())
    return "two rows contradict each other."


def _keep_what_is_past(owner: User, now: datetime) -> None:
    """What is due at this very moment was due before the import: no mail about it."""
    outbox.lock_or_make(owner.pk)
    due = Reminder.objects.for_user(owner).free().due(now)
    due.update(state=Reminder.State.KEPT, settled_at=now)
    outbox.reschedule(owner.pk, None)
