"""What is in the database, so that two moments can be compared."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session

# The visit itself leaves traces here (the browser, when it was last seen); rate
# limits live in the cache table, which is no model.
_VISIT = {Session, UserSession}


def dump() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, sessions aside."""
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model not in _VISIT and model._meta.managed
    }


def lost(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> list[Any]:
    """The rows that were there before and are gone or changed now."""
    return [
        (table, row)
        for table, rows in before.items()
        for row in rows
        if row not in after[table]
    ]
