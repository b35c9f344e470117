"""Planned by no edit, no background run and no wish of the owner's; and never sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from accounts.actions import change_time_zone
from applications.actions import archive, change_stage, unarchive
from applications.models import Application
from interviews.actions import (
    SessionDetails,
    add_round,
    cancel_round,
    mark_sent,
    reopen,
    restore_round,
)
from interviews.models import FollowUp, Round
from reminders import preferences
from reminders.background import check_plans
from reminders.delivery.sender import run_due
from reminders.emails.overview import Overview
from reminders.models import (
    Kind,
    Message,
    Outbox,
    PlanCheck,
    Preferences,
    Reminder,
)
from reminders.planning import ApplicationFacts, plan
from reminders.reconcile import reconcile_owner, reconcile_searches, reconcile_some
from reminders.searching import known, search_facts
from tests import factories
from tests.interviews.world import DANA, invited
from tests.reminders.planned import BERLIN, LONG_AGO, facts

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def everything_on(owner, now):
    wishes = {"digest": True, "prepare_leads": ["3d", "1d"], "debrief": True}
    preferences.write(owner, wishes, now=now)


def test_the_plan_of_it_is_empty():
    """The same facts plan something where they are real."""
    told = facts(owes_thanks=True, starts_at=LONG_AGO + DAY, over_at=LONG_AGO + 2 * DAY)
    real = ApplicationFacts(id=1, owner_id=1, is_live=True, zone=BERLIN, rounds=(told,))

    assert plan(real, Preferences(), LONG_AGO)
    assert plan(replace(real, is_sample=True), Preferences(), LONG_AGO) == ()


def test_no_edit_plans_anything(alice, now):
    everything_on(alice, now)
    job = Application.objects.get(company__name="Tidewater Rail")
    session = SessionDetails(time_zone=alice.time_zone, starts_at=now + DAY)
    round_ = add_round(job, number=None, session=session, people=[DANA], now=now)
    for each in FollowUp.objects.filter(round__application=job).owed(now):
        reopen(mark_sent(each, now=now), now=now)
    restore_round(cancel_round(round_, now=now), now=now)
    unarchive(archive(job, now=now), now=now)
    change_stage(job, to="offer", now=now)
    change_time_zone(alice, time_zone="Asia/Tokyo", now=now)

    assert not Reminder.objects.exists()


def test_no_background_run_plans_anything(alice, now):
    everything_on(alice, now)

    for days in range(12):
        then = now + days * DAY
        reconcile_some(limit=50, now=then)
        reconcile_searches(limit=5, now=then)
        reconcile_owner(alice, now=then)
    check_plans()

    assert not Reminder.objects.exists()


def test_what_a_bug_left_behind_does_not_leave(alice, now, sink):
    """A row that should not be there is ended before its mail is sent."""
    round_ = Round.objects.filter(application__company__name="Tidewater Rail").last()
    assert round_
    factories.create_reminder(round_=round_, kind=Kind.THANK_YOU, due_at=now - DAY)
    Outbox.objects.update_or_create(owner=alice, defaults={"next_due_at": now - DAY})
    # A plan that was looked at within the hour is not looked at again.
    PlanCheck.objects.update(checked_at=now - DAY)

    run_due()

    assert not sink.messages
    assert not Message.objects.filter(state=Message.State.SENT).exists()


def test_the_weekly_mail_does_not_count_it(alice, now):
    overview = Overview(alice, now)

    assert not overview.due
    assert not overview.coming
    assert not overview.waiting
    assert not overview.quiet


def test_it_keeps_no_search_going(alice, now):
    search = search_facts(known(alice, now=now), [], [], now=now)

    assert not search.is_live
    assert (search.waiting_since, search.applied_at) == (None, None)


def test_beside_it_what_is_real_is_told(alice, now):
    job = factories.create_application(owner=alice)
    round_ = invited(job, starts_at=now + DAY, now=now)

    assert set(Reminder.objects.values_list("round", flat=True)) == {round_.pk}
    assert [fact.text for fact in Overview(alice, now).coming if "Acme" in fact.text]
    assert search_facts(known(alice, now=now), [], [], now=now).is_live


@pytest.mark.parametrize("is_sample", [True, False])
def test_the_form_promises_no_mail_about_it(alice, now, alice_client, is_sample):
    job = Application.objects.get(company__name="Tidewater Rail")
    Application.objects.filter(pk=job.pk).update(is_sample=is_sample)
    round_ = job.rounds.all()[0]

    for address in (
        f"/invites/new/?application={job.pk}",
        f"/rounds/{round_.pk}/edit/",
    ):
        page = alice_client.get(address).content.decode()
        assert ("plans no reminder and sends no mail" in page) is is_sample
