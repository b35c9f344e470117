"""Taking an account away with everything in it: rows, sessions, files."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction

from accounts.models import User
from applications.actions import lock_owner
from applications.models import Application
from portability import upload
from reminders import outbox
from reminders.models import Message


@transaction.atomic
def delete_account(user: User) -> None:
    """Delete the user and all that is theirs, kept mails on the disk included.

    Takes the locks in the order everybody does (`reminders.outbox`), so that nothing
    is planned or bound meanwhile. A mail past the fence is on its way and arrives.
    """
    _end_sessions(user)
    lock_owner(user)
    applications = Application.objects.filter(owner=user)  # those in the bin, too
    list(applications.select_for_update().order_by("pk").values_list("pk"))
    outbox.lock(user.pk)
    kept = [*Message.objects.for_user(user).values_list("pk", flat=True)]
    upload.forget(user)
    # Before the companies, which an application protects.
    applications.delete()
    of_users = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=of_users, object_id=str(user.pk)).delete()
    user.delete()
    transaction.on_commit(lambda: _delete_files({pk.hex for pk in kept}))


def _end_sessions(user: User) -> None:
    """Browsers signed in, and sign-ins begun that got no further than the password.

    A session says only inside whose it is, so all are opened: seconds for a hundred
    thousand, and few people delete their account.
    """
    for session in Session.objects.iterator(chunk_size=1000):
        inside = session.get_decoded()
        if inside.get(SESSION_KEY) == str(user.pk) or user.email in str(inside):
            session.delete()


def _delete_files(messages: set[str]) -> None:
    """Kept mails are named after their message (`reminders.delivery.keeping`)."""
    folder = Path(settings.CALLBACK_DATA) / "mail"
    if not messages or not folder.is_dir():
        return
    for file in folder.iterdir():
        if file.stem.rpartition("-")[2] in messages:
            file.unlink(missing_ok=True)
