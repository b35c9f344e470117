"""Typed makers of rows for tests of this floor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from accounts.models import User
from applications.actions import create_application
from applications.models import Application, Stage
from applications.signals import application_changed

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def an_application(
    owner: User,
    *,
    company: str = "Globex",
    role: str = "Data analyst",
    stage: str = Stage.APPLIED,
    now: datetime = NOW,
    **fields: Any,
) -> Application:
    return create_application(
        owner=owner, company_name=company, role=role, stage=stage, now=now, **fields
    )


@contextmanager
def listening() -> Iterator[list[Application]]:
    """The applications that were told as changed, in order."""
    told: list[Application] = []

    def hear(application: Application, **_: Any) -> None:
        told.append(application)

    application_changed.connect(hear)
    try:
        yield told
    finally:
        application_changed.disconnect(hear)
