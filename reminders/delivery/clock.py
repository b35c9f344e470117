"""The one clock of delivery: the database's. A worker's own may be wrong.

Plans are made with it too in the background; an edit plans by the clock of the web
process, which only decides what is of use still, never when something leaves.
"""

from __future__ import annotations

from datetime import datetime

from django.db import InterfaceError, OperationalError, connection
from django.db.models import DateTimeField, Func

# The database is away: nobody's mistake, and no use in going on.
UNAVAILABLE = (OperationalError, InterfaceError)


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
