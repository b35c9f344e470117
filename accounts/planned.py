"""Statements the database plans once.

Django puts the values into a statement before it sends it, so PostgreSQL meets each
of them as new, and for one with several joins planning takes longer than answering.
From a `planned_cursor` the values travel apart, and psycopg prepares what a connection
was sent five times (`prepare_threshold` of `DATABASES`).
"""

from __future__ import annotations

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.signals import connection_created
from django.db.backends.utils import CursorWrapper


def planned_cursor() -> CursorWrapper:
    """A cursor of the connection, counted and logged as every other.

    For one statement with few values, asked often: the protocol has room for 65,535 of
    them. DatabaseError as for any cursor.
    """
    # As `connection.cursor` does it; what makes a cursor is unknown to Django's types.
    ours: Any = connections[DEFAULT_DB_ALIAS]
    made: Any = ServerBindingCursor
    ours.close_if_health_check_failed()
    ours.ensure_connection()
    with ours.wrap_database_errors:
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
