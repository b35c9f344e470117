"""Points in time as the database tells them, read quickly.

Django takes each apart with a regular expression, in Python. A page of the table reads
five hundred of them, and that took longer than asking for its rows.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from psycopg.types.datetime import TimestamptzLoader

if TYPE_CHECKING:
    from psycopg.abc import Buffer


class MomentLoader(TimestamptzLoader):
    """What Django makes of it, for connections that speak ISO 8601 and UTC: ours do.

    DataError for what no datetime can hold.
    """

    # Whose clock it reads: Django puts its own in place where a connection has another.
    timezone = UTC

    def load(self, data: Buffer) -> datetime:
        try:
            return datetime.fromisoformat(bytes(data).decode())
        except ValueError:
            return super().load(data)


def connect() -> None:
    """Have every new connection read them so. The id makes a second call harmless."""
    connection_created.connect(_read_quickly, dispatch_uid="accounts.moments")


def _read_quickly(connection: BaseDatabaseWrapper, **_: Any) -> None:
    ours: Any = connection.connection
    ours.adapters.register_loader("timestamptz", MomentLoader)
