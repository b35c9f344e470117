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
from reminders.delivery import breaker
from reminders.delivery.clock import database_now

_REDIS_SECONDS = 2
# Ours. A tick or two may be lost; one that takes long says in between that it lives.
_LONGEST_WITHOUT_TICK = timedelta(seconds=max(60, 4 * settings.REMINDER_TICK_SECONDS))
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
    if _is_looped(checks):
        checks["redis"] = {"ok": True, "why": "not needed: send_due_reminders runs"}
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
        return {
            "database": {"ok": True},
            "tick": _tick(now),
            "reminders": _late(now),
            "sending": _stuck(now),
            "mail": _mail(now),
            "plans": _plans(now),
            "loop": {"ok": True, "runs": _is_fresh(vitals.since_last_loop(now))},
        }
    except DatabaseError:
        unknown = {"ok": False, "why": "the database does not answer"}
        names = ("database", "tick", "reminders", "sending", "mail", "plans")
        return dict.fromkeys(names, unknown)


def _is_fresh(age: timedelta | None) -> bool:
    return age is not None and age <= _LONGEST_WITHOUT_TICK


def _is_looped(checks: _Checks) -> bool:
    """Whether reminders leave without Redis (and say so)."""
    return bool(checks.pop("loop", {}).get("runs"))


def _tick(now: datetime) -> dict[str, Any]:
    age = vitals.since_last_tick(now)
    if age is None:
        return {"ok": False, "why": "worker and beat have not ticked yet"}
    ok = _is_fresh(age)
    said: dict[str, Any] = {"ok": ok, "seconds_ago": round(age.total_seconds())}
    return said if ok else said | {"why": "worker or beat does not run"}


def _late(now: datetime) -> dict[str, Any]:
    late = vitals.overdue(now)
    ok = late <= _LATEST_REMINDER
    said: dict[str, Any] = {"ok": ok, "seconds_late": round(late.total_seconds())}
    return said if ok else said | {"why": "a due reminder has not left"}


def _stuck(now: datetime) -> dict[str, Any]:
    count = vitals.stuck(now)
    said: dict[str, Any] = {"ok": not count, "stuck": count}
    return said if not count else said | {"why": "nobody settles what was handed over"}


def _mail(now: datetime) -> dict[str, Any]:
    """Without a mail server reminders show in the app, and all is well."""
    if not settings.EMAIL_CONFIGURED:
        return {"ok": True, "why": "no mail server is set up"}
    server = breaker.trouble()
    if server is None:
        return {"ok": True}
    since = round(breaker.failing_for(server, now).total_seconds())
    why = "the mail server does not answer or refuses us"
    return {"ok": False, "failing_for_seconds": since, "why": why}


def _plans(now: datetime) -> dict[str, Any]:
    """For information: how long the background takes to check each live plan."""
    turn = vitals.turn_of_plans(now)
    return {"ok": True, "full_turn_seconds": turn and round(turn.total_seconds())}


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
