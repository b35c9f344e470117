from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from applications.models import Application
from calendars.models import Edition
from interviews import followups
from interviews.models import FollowUp
from reminders import background
from reminders.models import Outbox, PlanCheck, Preferences, Reminder
from reminders.reconcile import reconcile_owner, reconcile_some, turn
from tests.factories import create_application, create_contact, create_round
from tests.interviews.world import NOW
from tests.reminders.due import thanks_due

START = NOW + timedelta(days=3)


def test_it_plans_what_no_action_told_it_of(alice):
    round_ = create_round(application=create_application(owner=alice), starts_at=START)

    assert reconcile_some(limit=10, now=NOW) == 1

    assert round_.reminders.scheduled().count() == 5
    assert round_.follow_ups.count() == 2


def test_it_mends_rows_that_went_wrong(alice):
    round_ = create_round(application=create_application(owner=alice), starts_at=START)
    reconcile_some(limit=10, now=NOW)
    right = list(Reminder.objects.values_list("key", "due_at", "state"))
    round_.reminders.filter(kind="prepare").delete()
    round_.reminders.update(due_at=NOW, allowed_at=NOW, state="cancelled")

    reconcile_some(limit=10, now=NOW + timedelta(minutes=1))

    assert list(Reminder.objects.values_list("key", "due_at", "state")) == right


def test_nothing_is_checked_twice_in_one_run(alice):
    create_application(owner=alice)

    assert reconcile_some(limit=10, now=NOW) == 1
    assert reconcile_some(limit=10, now=NOW) == 0


def test_the_longest_unchecked_come_first(alice):
    ages = {3: None, 1: NOW - timedelta(hours=1), 2: NOW - timedelta(hours=2)}
    for age, checked_at in ages.items():
        application = create_application(owner=alice, role=str(age))
        if checked_at:
            PlanCheck.objects.create(application=application, checked_at=checked_at)

    reconcile_some(limit=2, now=NOW)

    checked = Application.objects.filter(plan_check__checked_at=NOW)
    assert set(checked.values_list("role", flat=True)) == {"3", "2"}


def test_closed_applications_are_left_in_peace(alice):
    create_application(owner=alice, stage="withdrawn")
    create_application(owner=alice, archived_at=NOW)

    assert reconcile_some(limit=10, now=NOW) == 0


def _stumble_over(broken: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(applications: list[Application], **rest: Any) -> None:
        if broken in applications:
            raise RuntimeError("a mistake of ours")
        reconcile_all(applications, **rest)

    reconcile_all = followups.reconcile_all
    monkeypatch.setattr(followups, "reconcile_all", stumbling)


def test_one_that_cannot_be_planned_does_not_stop_the_others(alice, monkeypatch):
    broken, fine = (create_application(owner=alice, role=r) for r in ("bad", "fine"))
    round_ = create_round(application=fine, starts_at=START)

    _stumble_over(broken, monkeypatch)

    reconcile_some(limit=10, now=NOW)

    assert round_.reminders.exists()
    assert PlanCheck.objects.get(application=broken).checked_at == NOW


@pytest.mark.django_db(transaction=True)
def test_one_deleted_meanwhile_does_not_end_the_run(alice, monkeypatch):
    gone, fine = (create_application(owner=alice, role=r) for r in ("gone", "fine"))
    round_ = create_round(application=fine, starts_at=START)

    def delete(*_: object) -> None:
        Application.objects.filter(pk=gone.pk).delete()

    _stumble_over(gone, monkeypatch)
    # The mistake is logged right before the check is noted.
    monkeypatch.setattr(turn.logger, "exception", delete)

    assert reconcile_some(limit=10, now=NOW) == 2

    assert round_.reminders.exists()


def test_many_applications_of_one_owner_cost_as_many_queries_as_one(alice):
    def busy() -> None:
        application = create_application(owner=alice)
        person = create_contact(application=application)
        create_round(application=application, starts_at=START, people=[person])

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            reconcile_owner(alice, now=NOW)
        return len(captured)

    Outbox.objects.create(owner=alice)
    busy()
    with_one = queries()
    for planned in (Reminder, FollowUp, Edition):
        planned.objects.all().delete()
    for _ in range(5):
        busy()

    assert queries() == with_one
    assert FollowUp.objects.count() == 12


def test_what_is_owed_moves_with_the_zone(alice):
    round_ = create_round(application=create_application(owner=alice), starts_at=START)
    reconcile_owner(alice, now=NOW)
    before = round_.follow_ups.get(kind="status_check").due_at
    User.objects.filter(pk=alice.pk).update(time_zone="America/New_York")

    reconcile_owner(User.objects.get(pk=alice.pk), now=NOW)

    after = round_.follow_ups.get(kind="status_check").due_at
    assert after - before == timedelta(hours=6)
    assert round_.reminders.get(kind="status_check").due_at == after


def test_the_search_is_planned_though_its_owner_enters_nothing(alice):
    now = timezone.now()
    thanks_due(alice)
    Preferences.objects.filter(owner=alice).update(keep_going=True)
    of_the_search = Reminder.objects.filter(owner=alice, application=None)
    assert not of_the_search.exists()

    background.check_plans()

    assert of_the_search.get().due_at > now
