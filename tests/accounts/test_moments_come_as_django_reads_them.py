"""A point in time read from the database is the same as by Django's own loader."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import DataError, connection

from accounts.models import User
from accounts.moments import MomentLoader

MOMENTS = [
    datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
    datetime(2026, 11, 23, 17, 13, 2, 374_310, tzinfo=UTC),
    datetime(1, 1, 1, 0, 0, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    datetime(1891, 3, 15, 0, 0, 0, 1, tzinfo=timezone(timedelta(minutes=-9))),
]


@pytest.mark.django_db
@pytest.mark.parametrize("moment", MOMENTS, ids=str)
def test_it_comes_back_in_utc(moment: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::timestamptz", [moment])
        (found,) = cursor.fetchone()
    assert found == moment
    assert found.tzinfo is UTC


@pytest.mark.django_db
def test_every_connection_reads_them_so(alice: User) -> None:
    connection.ensure_connection()
    adapters = connection.connection.adapters
    loaders = adapters.get_loader(adapters.types["timestamptz"].oid, 0)
    assert loaders is MomentLoader
    assert User.objects.get(pk=alice.pk).date_joined == alice.date_joined


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["infinity", "-infinity", "0044-03-15 BC"])
def test_what_no_datetime_can_hold_is_a_data_error(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::timestamptz", [words])
        with pytest.raises(DataError):
            cursor.fetchone()
