"""PostgreSQL plans what Today asks once for each connection, and nothing else of ours."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.planned import planned_cursor
from accounts.prepared import Prepared
from applications.models import Application
from tests.factories import create_application

SENT_OFTEN = 7


def _since(owner: int, since: datetime) -> QuerySet[Application]:
    return Application.objects.filter(owner=owner, created_at__gte=since)


def _planned() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]


@pytest.fixture(autouse=True)
def _nothing_is_planned_yet(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")


@pytest.mark.django_db
def test_a_prepared_query_is_planned_once_it_was_asked_often() -> None:
    job = create_application()
    asked = Prepared(_since, owner=int, since=datetime)
    long_ago = timezone.now() - timedelta(days=1)
    for _ in range(SENT_OFTEN):
        assert asked(owner=job.owner_id, since=long_ago) == [job]
    (statement,) = _planned()
    assert "$2" in statement
    assert asked(owner=job.owner_id, since=timezone.now()) == []


@pytest.mark.django_db
def test_one_plan_serves_all_values() -> None:
    job = create_application()
    asked = Prepared(_since, owner=int, since=datetime)
    for _ in range(SENT_OFTEN):
        asked(owner=job.owner_id, since=job.created_at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT generic_plans, custom_plans FROM pg_prepared_statements")
        ((for_all, for_one),) = cursor.fetchall()
    assert for_all
    assert not for_one


@pytest.mark.django_db
def test_any_other_query_is_not() -> None:
    job = create_application()
    for _ in range(SENT_OFTEN):
        assert list(_since(job.owner_id, job.created_at)) == [job]
    assert _planned() == []


@pytest.mark.django_db
def test_it_is_counted_like_any_other() -> None:
    with CaptureQueriesContext(connection) as asked, planned_cursor() as cursor:
        cursor.execute("SELECT %s::int + 1", [41])
        assert cursor.fetchone() == (42,)
    assert len(asked) == 1


@pytest.mark.django_db
def test_what_the_database_refuses_is_said_in_djangos_words() -> None:
    with pytest.raises(DatabaseError), planned_cursor() as cursor:
        cursor.execute("SELECT 1 / %s::int", [0])


@pytest.mark.django_db(transaction=True)
def test_a_closed_connection_is_opened_again() -> None:
    connection.close()
    with planned_cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
