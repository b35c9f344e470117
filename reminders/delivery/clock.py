"""The one clock of delivery: the database's. A worker's own may be wrong."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.db.models import DateTimeField, Func


class ClockTimestamp(Func):
    """The time at which the database evaluates it, even late in a transaction."""

    function = "CLOCK_TIMESTAMP"
    output_field = DateTimeField()


def database_now() -> datetime:
    """The database's time, UTC."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        now: datetime = cursor.fetchone()[0]
    return now
