"""Where no mail server is set up: a message becomes a file, and is never sent later."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from reminders.delivery.outcome import Outcome, Verdict
from reminders.models import Message


def keep(message: Message) -> Outcome:
    """Write the message into the data folder. Doing it twice leaves one file."""
    folder = Path(settings.CALLBACK_DATA) / "mail"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{message.created_at:%Y%m%dT%H%M%S}-{message.pk.hex}.eml"
    draft = path.with_suffix(".part")
    draft.write_bytes(bytes(message.mime))
    draft.replace(path)
    return Outcome(Verdict.KEPT)
