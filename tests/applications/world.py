"""Typed makers of rows for tests of this floor."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from accounts.models import User
from applications.actions import create_application
from applications.models import Application, Stage

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
