"""The programs of Callback itself: web, worker and beat."""

from __future__ import annotations

import sys
from pathlib import Path

from config.stack.children import Child

# The supervisor says it once; Celery would fill the screen with it.
_ROOT_IS_SAID = "ignore:You're running the worker with superuser privileges"


def preparation(root: Path, environment: dict[str, str]) -> Child:
    return Child(
        "prepare",
        [sys.executable, "-m", "config.stack.prepare"],
        environment=environment,
        folder=root,
    )


def web(root: Path, environment: dict[str, str], port: int) -> Child:
    return Child(
        "web",
        [
            *(sys.executable, "-m", "gunicorn", "config.wsgi"),
            *("--config", "python:config.gunicorn", "--bind", f"127.0.0.1:{port}"),
        ],
        environment=environment,
        folder=root,
    )


def worker(root: Path, environment: dict[str, str], may_end_in: float) -> Child:
    """`may_end_in`: seconds a mail server may take to answer once the end is asked."""
    return Child(
        "worker",
        [sys.executable, "-m", "config", "worker"],
        environment={
            **environment,
            "PYTHONWARNINGS": _ROOT_IS_SAID,
            "REMINDER_STOP_SECONDS": str(may_end_in),
        },
        folder=root,
    )


def beat(root: Path, environment: dict[str, str]) -> Child:
    return Child(
        "beat",
        [sys.executable, "-m", "config.beat"],
        environment=environment,
        folder=root,
    )
