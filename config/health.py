"""For monitors: is the process there, and does everything it needs work?

Both pages are open to everybody and tell nothing about anybody.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error as DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reminders import vitals
from reminders.delivery.clock import database_now

_REDIS_SECONDS = 2
# Ours. A tick or two may be lost, and one may take a minute.
_LONGEST_WITHOUT_TICK = timedelta(seconds=max(90, 4 * settings.REMINDER_TICK_SECONDS))
_LATEST_REMINDER = timedelta(minutes=2)

_Checks = dict[str, dict[str, Any]]


@require_safe
@never_cache
@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:
    """Say that this process answers. Asks nothing of the database or Redis."""
    return JsonResponse({"status": "ok", "version": settings.VERSION})


@require_safe
@never_cache
@login_not_required
def readyz(request: HttpRequest) -> JsonResponse:
    """Say what works; 503 if the product does not as a whole, and which part it is."""
    checks = _database() | {"redis": _redis()}
    ready = all(check["ok"] for check in checks.values())
    answer = {
        "status": "ready" if ready else "not ready",
        "version": settings.VERSION,
        "checks": checks,
    }
    status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse(answer, status=status)


def _database() -> _Checks:
    """The database and what its rows say of the background."""
    try:
        now = database_now()
        return {"database": {"ok": True}, "tick": _tick(now), "reminders": _late(now)}
    except DatabaseError:
        unknown = {"ok": False, "why": "the database does not answer"}
        return {"database": unknown, "tick": unknown, "reminders": unknown}


def _tick(now: datetime) -> dict[str, Any]:
    age = vitals.since_last_tick(now)
    if age is None:
        return {"ok": False, "why": "worker and beat have not ticked yet"}
    ok = age <= _LONGEST_WITHOUT_TICK
    said: dict[str, Any] = {"ok": ok, "seconds_ago": round(age.total_seconds())}
    return said if ok else said | {"why": "worker or beat does not run"}


def _late(now: datetime) -> dict[str, Any]:
    late = vitals.overdue(now)
    ok = late <= _LATEST_REMINDER
    said: dict[str, Any] = {"ok": ok, "seconds_late": round(late.total_seconds())}
    return said if ok else said | {"why": "a due reminder has not left"}


def _redis() -> dict[str, Any]:
    patience = {
        "socket_connect_timeout": _REDIS_SECONDS,
        "socket_timeout": _REDIS_SECONDS,
    }
    try:
        with redis.Redis.from_url(settings.REDIS_URL, **patience) as client:
            client.ping()
    except redis.RedisError:
        return {"ok": False, "why": "Redis does not answer"}
    return {"ok": True}
