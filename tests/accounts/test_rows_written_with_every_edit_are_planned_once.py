"""What `accounts.rows` writes stands there as if Django had written it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from accounts.models import User
from accounts.rows import add, put, rewrite, set_columns
from applications.models import Application, Stage, StageChange, Undo
from reminders.models import PlanCheck
from tests.factories import create_application

SENT_OFTEN = 7


def _planned() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall()]


@pytest.fixture(autouse=True)
def _nothing_is_planned_yet(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")


@pytest.mark.django_db
def test_columns_are_written_and_others_left(alice: User) -> None:
    job, other = create_application(owner=alice), create_application(owner=alice)
    values = {"stage": Stage.OFFER, "tags": ["far", 'quo"ted'], "steps": [["a", None]]}
    assert set_columns(Application, job.pk, values)
    found = Application.objects.get(pk=job.pk)
    assert [found.stage, found.tags, found.steps] == list(values.values())
    assert found.role == job.role
    assert found.updated_at == job.updated_at
    assert Application.objects.get(pk=other.pk).stage == other.stage


@pytest.mark.django_db
def test_who_is_gone_is_said() -> None:
    job = create_application()
    Application.objects.filter(pk=job.pk).delete()
    assert not set_columns(Application, job.pk, {"role": "Cook"})
    with pytest.raises(DatabaseError, match="gone meanwhile"):
        rewrite([job], ["role"])


@pytest.mark.django_db
def test_a_row_is_rewritten_as_it_stands_in_python(alice: User) -> None:
    job = create_application(owner=alice)
    job.own_step, job.archived_at = "Ring them", timezone.now()
    rewrite([job], ["own_step", "archived_at"])
    found = Application.objects.get(pk=job.pk)
    assert (found.own_step, found.archived_at) == (job.own_step, job.archived_at)


@pytest.mark.django_db
def test_a_new_row_is_given_its_key_and_its_defaults(alice: User) -> None:
    job, now = create_application(owner=alice), timezone.now()
    move = StageChange(application=job, from_stage="applied", to_stage="offer", at=now)
    added = add(move)
    found = StageChange.objects.get(pk=added.pk)
    assert (found.application, found.to_stage, found.at) == (job, "offer", now)
    undo = add(Undo(owner=alice, words="“Moved”", rows=[{"pk": 1}], done_at=now))
    undo.words = "Moved."
    undo.save()
    assert Undo.objects.get().rows == [{"pk": 1}]


@pytest.mark.django_db
def test_a_row_is_put_whether_it_stands_there_or_not() -> None:
    job, now = create_application(), timezone.now()
    PlanCheck.objects.all().delete()
    for at in (now, now + timedelta(hours=1)):
        put(PlanCheck(application=job, checked_at=at), ["checked_at"])
        assert PlanCheck.objects.get().checked_at == at


@pytest.mark.django_db
def test_each_is_planned_once(alice: User) -> None:
    job, now = create_application(owner=alice), timezone.now()
    for number in range(SENT_OFTEN):
        set_columns(Application, job.pk, {"role": f"Cook {number}"})
        add(StageChange(application=job, to_stage="offer", at=now))
        put(PlanCheck(application=job, checked_at=now), ["checked_at"])
    begins = sorted(statement.split()[0] for statement in _planned())
    assert begins == ["INSERT", "INSERT", "UPDATE"]
