"""Asks a worker to look now instead of at the next tick. Nothing depends on it."""

from __future__ import annotations

import logging
import time

import redis
from celery import current_app
from django.conf import settings
from django.db import transaction

logger = logging.getLogger(__name__)

TICK = "reminders.tasks.tick"
# A wish older than this is overtaken by the regular tick.
_EXPIRES_SECONDS = 15
# A page that was saved waits no longer than this to know whether Redis is there.
_PATIENCE_SECONDS = 0.5
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
        _ask_whether_it_is_there()
        current_app.send_task(TICK, expires=_EXPIRES_SECONDS, retry=False)
    except Exception:
        # The broker is down: the row is the schedule, the next tick finds it.
        logger.warning("no wake-up could be sent", exc_info=True)
        _paused_until = time.monotonic() + _PAUSE_SECONDS


def _ask_whether_it_is_there() -> None:
    """Celery's own connection asks a Redis that hangs again and again, for seconds."""
    with redis.Redis.from_url(
        settings.REDIS_URL,
        socket_connect_timeout=_PATIENCE_SECONDS,
        socket_timeout=_PATIENCE_SECONDS,
    ) as client:
        client.ping()
