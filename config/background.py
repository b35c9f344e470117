"""What no environment changes about the background: Celery's settings, and the beat.

A row is the schedule: the messages here only say "look now". They carry no
information, so none is acknowledged late, kept or retried.
"""

from __future__ import annotations

from typing import Any

CELERY: dict[str, Any] = {
    "broker_transport_options": {
        "visibility_timeout": 300,
        "socket_connect_timeout": 3,
        "socket_timeout": 10,
        "socket_keepalive": True,
        "health_check_interval": 25,
        "retry_on_timeout": True,
        "global_keyprefix": "callback:",
    },
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": None,  # for ever
    "result_backend": None,
    "task_ignore_result": True,
    "task_serializer": "json",
    "accept_content": ["json"],
    "enable_utc": True,
    "timezone": "UTC",
    "task_acks_late": False,
    # Below the visibility timeout, or a task would run twice.
    "task_time_limit": 290,
    "task_soft_time_limit": 260,
    "task_publish_retry_policy": {
        "max_retries": 1,
        "interval_start": 0,
        "interval_step": 0.2,
        "interval_max": 0.2,
    },
    "worker_prefetch_multiplier": 1,
    "worker_max_tasks_per_child": 1000,
    "worker_soft_shutdown_timeout": 30,
    "worker_enable_soft_shutdown_on_idle": True,
    # A lost broker connection must not kill a worker that is handing over a mail.
    "worker_cancel_long_running_tasks_on_connection_loss": False,
    # Django's LOGGING is for the worker too.
    "worker_hijack_root_logger": False,
    # Counts seconds as they pass, whatever the machine's clock does meanwhile.
    "beat_scheduler": "config.beat:SteadyScheduler",
}


def beat_schedule(tick_seconds: int) -> dict[str, Any]:
    """Which task is asked for how often; nobody waits for one that is overtaken."""
    return {
        "tick": _every("reminders.tasks.tick", tick_seconds),
        "reconcile": _every("reminders.tasks.reconcile", 60),
    }


def _every(task: str, seconds: int) -> dict[str, Any]:
    return {"task": task, "schedule": float(seconds), "options": {"expires": seconds}}
