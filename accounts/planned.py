"""Statements the database plans once.

Django puts the values into a statement before it sends it, so PostgreSQL meets each
of them as new, and for one with several joins planning takes longer than answering.
From a `planned_cursor` the values travel apart, and psycopg prepares what a connection
was sent five times (`prepare_threshold` of `DATABASES`).
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.signals import connection_created
from django.db.backends.utils import CursorWrapper


def planned_cursor() -> CursorWrapper:
    """A cursor of the connection, counted and logged as every other.

    For one statement with few values, asked often: the protocol has room for 65,535 of
    them. DatabaseError as for any cursor.
    """
    # Opens the connection, or replaces one that no longer answers.
    connection.cursor().close()
    # Neither is known to the types of Django; `connection.cursor` does the same.
    ours: Any = connection
    made: Any = ServerBindingCursor
    cursor: CursorWrapper = ours._prepare_cursor(made(ours.connection))
    return cursor


def connect() -> None:
    """Have every new connection keep one plan for all values, from the first time."""
    connection_created.connect(_keep_plans, dispatch_uid="accounts.planned")


def _keep_plans(connection: BaseDatabaseWrapper, **_: object) -> None:
    # By itself PostgreSQL plans five times more, and goes on where a plan for all looks
    # dearer on paper: for what we ask so, it then plans longer than it saves.
    with connection.cursor() as cursor:
        cursor.execute("SET plan_cache_mode = force_generic_plan")
