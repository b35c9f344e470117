"""A query that is written once gives what it would give if it were written anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from accounts.prepared import Prepared, one_or_404
from applications.models import Application, Stage
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


def test_of_those_who_ask_in_turn_nobody_is_shown_what_is_anothers() -> None:
    """Kept by the process: who signs out, and who signs in after them."""
    asked = Prepared(_since, owner=int, since=datetime)
    long_ago = timezone.now() - timedelta(days=1)
    alice, bob = create_application(), create_application()
    stranger = create_user()
    turns = [(alice.owner, [alice]), (bob.owner, [bob]), (stranger, [])] * 2
    for owner, jobs in turns:
        assert asked(owner=owner.pk, since=long_ago) == jobs


def test_what_one_changes_in_their_rows_the_next_call_does_not_see() -> None:
    asked = Prepared(_since, owner=int, since=datetime)
    job = create_application(company_name="Acme")
    (found,) = asked(owner=job.owner_id, since=job.created_at)
    found.company.name = "Hooli"

    (again,) = asked(owner=job.owner_id, since=job.created_at)

    assert again is not found
    assert again.company.name == "Acme"


def test_a_name_that_is_not_asked_for_is_refused() -> None:
    asked = Prepared(_since, owner=int, since=datetime)
    now = timezone.now()
    with pytest.raises(TypeError, match="until"):
        asked(owner=1, since=now, until=now)
    with pytest.raises(TypeError, match="owner"):
        asked(since=now)


def test_nobody_is_no_owner() -> None:
    """None would be compared with nothing: what is meant is to be said otherwise."""
    asked = Prepared(_since, owner=int, since=datetime)
    with pytest.raises(TypeError, match="owner"):
        asked(owner=None, since=timezone.now())  # type: ignore[arg-type]


def test_a_key_made_of_another_is_refused() -> None:
    asked = Prepared(
        lambda owner, since: _since(owner, since).exclude(pk=owner + 1),
        owner=int,
        since=datetime,
    )
    with pytest.raises(ValueError, match="derived"):
        asked(owner=1, since=timezone.now())


def test_what_is_fetched_beside_the_query_is_refused() -> None:
    """It would be left out without a word."""
    asked = Prepared(
        lambda owner: Application.objects.filter(owner=owner).prefetch_related(
            "rounds"
        ),
        owner=int,
    )
    with pytest.raises(ValueError, match="beside"):
        asked(owner=1)


@pytest.mark.django_db(transaction=True)
def test_threads_that_ask_at_once_get_their_own_rows() -> None:
    """Nobody has asked before: they also meet where it is written."""
    asked = Prepared(_since, owner=int, since=datetime)
    long_ago = timezone.now() - timedelta(days=1)
    jobs = [create_application() for _ in range(4)]
    all_there = Barrier(len(jobs), timeout=60)

    def own(job: Application) -> list[list[Application]]:
        try:
            all_there.wait()
            return [asked(owner=job.owner_id, since=long_ago) for _ in range(50)]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        found = list(pool.map(own, jobs))

    assert found == [[[job]] * 50 for job in jobs]


def _one(owner: int, pk: int) -> QuerySet[Application]:
    return Application.objects.for_user(User(pk=owner)).filter(pk=pk)


def test_one_row_is_found_by_its_keys_and_another_owners_is_not_there() -> None:
    asked = Prepared(_one, owner=int, pk=int)
    job, theirs = create_application(), create_application()
    assert one_or_404(asked, owner=job.owner_id, pk=job.pk) == job
    with pytest.raises(Http404):
        one_or_404(asked, owner=job.owner_id, pk=theirs.pk)


@pytest.mark.parametrize("more", [0, 1, 10**30])
def test_a_number_no_key_reaches_is_not_there_either(more: int) -> None:
    asked = Prepared(_one, owner=int, pk=int)
    job = create_application()
    with pytest.raises(Http404):
        one_or_404(asked, owner=job.owner_id, pk=2**63 - 1 + more)


def test_the_one_row_or_its_own_error() -> None:
    job = create_application()
    asked = Prepared(lambda pk: Application.objects.filter(pk=pk), pk=int)
    assert asked.one(pk=job.pk) == job
    with pytest.raises(Application.DoesNotExist):
        asked.one(pk=job.pk + 1)


def test_what_stays_the_same_is_known_when_the_plan_is_made() -> None:
    """A partial index is of no use to a plan made before its condition is known."""
    odd = "100% %s of 'it'"
    job = create_application(role=odd, stage=Stage.APPLIED)
    create_application(owner=job.owner, role="100 percent", stage=Stage.APPLIED)
    asked = Prepared(
        lambda owner: Application.objects.filter(
            owner=owner, role__contains="100%", stage=Stage.APPLIED
        ).exclude(role__in=[f"{odd}?", "none"]),
        owner=int,
    )
    for _ in range(2):
        with CaptureQueriesContext(connection) as log:
            assert asked(owner=job.owner_id) == [job]
        assert "\"stage\" = 'applied'" in log[0]["sql"]


def test_words_to_come_are_told_from_others() -> None:
    job = create_application(role="Analyst", stage=Stage.APPLIED)
    other = create_application(owner=job.owner, role="100% %s 'it'")
    asked = Prepared(
        lambda owner, role: Application.objects.filter(owner=owner, role=role),
        owner=int,
        role=str,
    )
    assert asked(owner=job.owner_id, role="Analyst") == [job]
    assert asked(owner=job.owner_id, role="100% %s 'it'") == [other]
    assert asked(owner=job.owner_id, role="") == []


def test_words_made_of_others_are_refused() -> None:
    asked = Prepared(
        lambda owner, role: Application.objects.filter(
            owner=owner, role__icontains=role
        ),
        owner=int,
        role=str,
    )
    with pytest.raises(ValueError, match="derived"):
        asked(owner=1, role="Analyst")
