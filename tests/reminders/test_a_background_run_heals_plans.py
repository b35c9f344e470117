from __future__ import annotations

from datetime import timedelta
from typing import Any

from applications.models import Application
from interviews import followups
from reminders.models import PlanCheck, Reminder
from reminders.reconcile import reconcile_some
from tests.factories import create_application, create_round
from tests.interviews.world import NOW

START = NOW + timedelta(days=3)


def test_it_plans_what_no_action_told_it_of(alice):
    round_ = create_round(application=create_application(owner=alice), starts_at=START)

    assert reconcile_some(limit=10, now=NOW) == 1

    assert round_.reminders.scheduled().count() == 4
    assert round_.follow_ups.count() == 2


def test_it_mends_rows_that_went_wrong(alice):
    round_ = create_round(application=create_application(owner=alice), starts_at=START)
    reconcile_some(limit=10, now=NOW)
    right = list(Reminder.objects.values_list("key", "due_at", "state"))
    round_.reminders.filter(kind="prepare").delete()
    round_.reminders.update(due_at=NOW, state="cancelled")

    reconcile_some(limit=10, now=NOW)

    assert list(Reminder.objects.values_list("key", "due_at", "state")) == right


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
    create_application(owner=alice, stage="rejected")
    create_application(owner=alice, archived_at=NOW)

    assert reconcile_some(limit=10, now=NOW) == 0


def test_one_that_cannot_be_planned_does_not_stop_the_others(alice, monkeypatch):
    broken, fine = (create_application(owner=alice, role=r) for r in ("bad", "fine"))
    round_ = create_round(application=fine, starts_at=START)

    def stumbling(application: Application, **rest: Any) -> None:
        if application.pk == broken.pk:
            raise RuntimeError("a mistake of ours")
        reconcile_follow_ups(application, **rest)

    reconcile_follow_ups = followups.reconcile
    monkeypatch.setattr(followups, "reconcile", stumbling)

    reconcile_some(limit=10, now=NOW)

    assert round_.reminders.exists()
    assert PlanCheck.objects.get(application=broken).checked_at == NOW
