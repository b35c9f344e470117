"""Where no mail server is set up: a message becomes a file, and is never sent later."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from reminders.delivery.outcome import Outcome, Verdict
from reminders.models import Message


def draft(message: Message) -> Path:
    """Write all of it, under a name that does not count yet; a second time over it."""
    folder = Path(settings.CALLBACK_DATA) / "mail"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{message.created_at:%Y%m%dT%H%M%S}-{message.pk.hex}.part"
    path.write_bytes(bytes(message.mime))
    return path


def keep(draft: Path) -> Outcome:
    """Give the file its name, once the fence is passed: the dot of this way."""
    try:
        draft.replace(draft.with_suffix(".eml"))
    except OSError as error:
        return Outcome(Verdict.TRY_AGAIN, text=str(error))
    return Outcome(Verdict.KEPT)
