"""Taking an account away with everything in it: rows, sessions, files."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from accounts.models import User
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
    applications = Application.objects.for_user(user)
    list(applications.select_for_update().order_by("pk").values_list("pk"))
    outbox.lock(user.pk)
    kept = [*Message.objects.for_user(user).values_list("pk", flat=True)]
    _end_sessions(user)
    upload.forget(user)
    # Before the companies, which an application protects.
    applications.delete()
    of_users = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=of_users, object_id=str(user.pk)).delete()
    user.delete()
    transaction.on_commit(lambda: _delete_files({pk.hex for pk in kept}))


def _end_sessions(user: User) -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    for session in UserSession.objects.filter(user=user):
        store.delete(session.session_key)


def _delete_files(messages: set[str]) -> None:
    """Kept mails are named after their message (`reminders.delivery.keeping`)."""
    folder = Path(settings.CALLBACK_DATA) / "mail"
    if not messages or not folder.is_dir():
        return
    for file in folder.iterdir():
        if file.stem.rpartition("-")[2] in messages:
            file.unlink(missing_ok=True)
