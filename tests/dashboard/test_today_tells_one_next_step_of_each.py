"""Own steps stand in the list, what has none is named, the week is told in a line."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from applications.actions import archive, create_application, set_next_step
from applications.models import Application, Undo
from dashboard.figures import due_count, figures
from dashboard.lines.agenda import Agenda
from dashboard.today import Today
from interviews.actions import mark_sent
from interviews.models import FollowUp
from tests.interviews.world import NOW, acme, invited

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def job(owner: User, *, step: str = "", in_days: int | None = None) -> Application:
    application = create_application(
        owner=owner, company_name=f"Hooli {step}", role="Analyst", now=NOW
    )
    day = (NOW + in_days * DAY).date() if in_days is not None else None
    if step:
        set_next_step(application, own_step=step, own_step_on=day, now=NOW)
    return application


@pytest.mark.parametrize(
    ("in_days", "group", "due"),
    [(-1, "Overdue", 1), (0, "Today", 1), (3, None, 0)],
)
def test_a_step_of_ones_own_stands_on_its_day(
    alice: User, in_days: int, group: str | None, due: int
) -> None:
    job(alice, step="Call Dana", in_days=in_days)

    today = Today(alice, NOW)
    agenda = Agenda(today)

    assert [g.name for g in agenda.due] == ([group] if group else [])
    assert [line.what for line in agenda.week] == ([] if due else ["Call Dana"])
    assert today.due_count == due_count(alice, NOW) == due


def test_done_takes_it_away(alice: User, alice_client) -> None:
    application = job(alice, step="Call Dana", in_days=0)

    answer = alice_client.post(
        f"/applications/{application.pk}/step/", {"next": "/"}, follow=True
    )

    application.refresh_from_db()
    assert application.own_step == ""
    assert [each.pk for each in Today(alice, NOW).stepless] == [application.pk]
    assert "is done with “Call Dana”" in answer.text
    undo = Undo.objects.get()
    alice_client.post(f"/undo/{undo.pk}/")
    application.refresh_from_db()
    assert (application.own_step, application.own_step_on) == ("Call Dana", NOW.date())


def test_what_has_no_next_step_is_named_until_it_has_one(
    alice: User, mallory: User, alice_client
) -> None:
    application = job(alice)
    job(mallory)
    put_away = job(alice, step="x", in_days=1)
    archive(put_away, now=NOW)

    assert figures(alice, NOW).without_step == 1
    html = alice_client.get("/").content.decode()
    assert f'action="/applications/{application.pk}/step/"' in html
    set_next_step(application, own_step="Ring", own_step_on=None, now=NOW)
    assert figures(alice, NOW).without_step == 0
    assert "No next step" not in alice_client.get("/").content.decode()


def test_the_week_is_counted_from_its_monday(alice: User, mallory: User) -> None:
    """NOW is a Monday, noon."""
    job(alice)
    round_ = invited(acme(alice), starts_at=NOW - 3 * HOUR)
    invited(acme(mallory), starts_at=NOW - 3 * HOUR)
    invited(job(alice, step="Old"), starts_at=NOW - 30 * HOUR)
    mark_sent(round_.follow_ups.thank_yous()[0], now=NOW)

    week = figures(alice, NOW).week

    assert (week.rounds, week.in_time, week.notes) == (1, 1, 2)


def test_whoever_went_quiet_is_asked_in_one_press(alice: User, alice_client) -> None:
    now = timezone.now()
    application = create_application(
        owner=alice, company_name="Soylent", role="Analyst", now=now - 60 * DAY
    )
    round_ = invited(application, starts_at=now - 40 * DAY, now=now - 50 * DAY)
    asking = round_.follow_ups.get(kind=FollowUp.Kind.STATUS_CHECK)
    html = alice_client.get("/").content.decode().split("Gone quiet")[1]
    assert f'href="/follow-ups/{asking.pk}/">Ask' in html
    mark_sent(asking, now=now - 20 * DAY)

    html = alice_client.get("/").content.decode().split("Gone quiet")[1]
    assert f'formaction="/rounds/{round_.pk}/check-in/"' in html
    today = now.astimezone(alice.zone).date().isoformat()
    alice_client.post(f"/rounds/{round_.pk}/check-in/", {"on": today, "next": "/"})

    assert "Check in with Soylent once more" in alice_client.get("/").content.decode()


def test_the_badge_counts_what_the_list_shows(alice: User, mallory: User) -> None:
    invited(acme(alice), starts_at=NOW - 2 * HOUR)
    invited(job(alice, step="Ring", in_days=0), starts_at=NOW + 3 * HOUR)
    today = Today(alice, NOW)

    shown = sum(len(group.lines) for group in Agenda(today).due)

    assert due_count(alice, NOW) == today.due_count == shown
    assert due_count(mallory, NOW) == 0
