"""Asks a worker to look now instead of at the next tick. Nothing depends on it."""

from __future__ import annotations

import logging
import time

from celery import current_app
from django.db import transaction

logger = logging.getLogger(__name__)

TICK = "reminders.tasks.tick"
# A wish older than this is overtaken by the regular tick.
_EXPIRES_SECONDS = 15
# After a broker failed us, edits do not wait for it again for this long.
_PAUSE_SECONDS = 30
_paused_until = 0.0


def after_commit() -> None:
    """Wake a worker once what was just planned can be seen by it."""
    transaction.on_commit(_send_tick, robust=True)


def _send_tick() -> None:
    global _paused_until
    if time.monotonic() < _paused_until:
        return
    try:
        current_app.send_task(TICK, expires=_EXPIRES_SECONDS, retry=False)
    except Exception:
        # The broker is down: the row is the schedule, the next tick finds it.
        logger.warning("no wake-up could be sent", exc_info=True)
        _paused_until = time.monotonic() + _PAUSE_SECONDS
