"""A query that is written once gives what it would give if it were written anew."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from accounts.prepared import Prepared
from applications.models import Application
from tests.factories import create_application, create_user

pytestmark = pytest.mark.django_db


def _since(owner: int, since: datetime) -> QuerySet[Application]:
    rows = Application.objects.filter(owner=owner, created_at__gte=since)
    return rows.select_related("company").order_by("pk")


def _since_the_day_before(owner: int, now: datetime) -> QuerySet[Application]:
    return _since(owner, now - timedelta(days=1))


def test_each_call_gets_its_own_rows() -> None:
    asked = Prepared(_since, owner=int, since=datetime)
    long_ago = timezone.now() - timedelta(days=1)
    for _ in range(3):
        owner = create_user()
        jobs = [create_application(owner=owner), create_application(owner=owner)]
        assert asked(owner=owner.pk, since=long_ago) == jobs
        assert asked(owner=owner.pk, since=jobs[1].created_at) == jobs[1:]


def test_what_is_joined_is_not_asked_again(
    django_assert_num_queries: object,
) -> None:
    job = create_application(company_name="Acme")
    asked = Prepared(_since, owner=int, since=datetime)
    with django_assert_num_queries(1):  # type: ignore[operator]
        (found,) = asked(owner=job.owner_id, since=job.created_at)
        assert found.company.name == "Acme"


def test_a_value_made_of_another_is_refused() -> None:
    asked = Prepared(_since_the_day_before, owner=int, now=datetime)
    with pytest.raises(ValueError, match="derived"):
        asked(owner=1, now=timezone.now())


def test_a_value_nobody_asks_for_is_refused() -> None:
    asked = Prepared(
        lambda owner, since, until: _since(owner, since),
        owner=int,
        since=datetime,
        until=datetime,
    )
    now = timezone.now()
    with pytest.raises(ValueError, match="until"):
        asked(owner=1, since=now, until=now)
