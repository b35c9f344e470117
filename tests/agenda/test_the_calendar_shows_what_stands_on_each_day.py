from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dashboard.agenda.entries import entries
from dashboard.agenda.span import month, week
from interviews.actions import cancel_round, mark_sent
from interviews.models import Round
from tests.applications.world import an_application
from tests.interviews.world import BERLIN, NOW, invited

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AT = datetime(2026, 11, 25, 23, 30, tzinfo=BERLIN)


def titles(owner, day):
    return [each.title for each in entries(owner, month(day)).get(day, [])]


def test_a_round_stands_on_the_day_it_has_for_the_owner(alice):
    invited(an_application(alice, now=NOW), starts_at=AT)
    assert titles(alice, AT.date()) == ["First interview"]

    alice.time_zone = "Asia/Tokyo"
    alice.save()

    assert titles(alice, AT.date() + DAY)[0] == "First interview"


def test_notes_due_promises_and_own_steps_stand_there_too(alice):
    application = an_application(
        alice, own_step="Read their report", own_step_on=date(2026, 11, 20), now=NOW
    )
    begun = NOW - 3 * DAY
    round_ = invited(application, starts_at=begun, promised_on=date(2026, 11, 27))
    note = round_.follow_ups.thank_yous()[0]
    mark_sent(note, now=NOW)

    days = entries(alice, month(NOW.date()))
    by_title = {entry.title: entry for day in days.values() for entry in day}

    assert by_title["Read their report"].day == date(2026, 11, 20)
    assert by_title["Their answer is promised"].day == date(2026, 11, 27)
    assert by_title[note.title].is_done


def test_what_is_cancelled_binned_or_another_persons_does_not(alice, mallory):
    cancel_round(invited(an_application(alice, now=NOW), starts_at=AT), now=NOW)
    invited(an_application(mallory, now=NOW), starts_at=AT)
    assert entries(alice, month(AT.date())) == {}


@pytest.mark.parametrize("view", ["month", "week"])
def test_both_pages_show_it(alice, alice_client, view):
    invited(an_application(alice, now=NOW), starts_at=AT)
    text = alice_client.get(f"/calendar/?view={view}&on=2026-11-25").text
    assert "23:30" in text
    assert Round.objects.get().get_absolute_url() in text


def test_a_full_day_leads_to_its_week(alice, alice_client):
    for number in range(9):
        invited(
            an_application(alice, company=f"Company {number}", now=NOW), starts_at=AT
        )
    text = alice_client.get("/calendar/?on=2026-11-25").text
    assert "6 more" in text
    text = alice_client.get("/calendar/?view=week&on=2026-11-25").text
    assert text.count("First interview") == 9


@pytest.mark.parametrize("view", ["month", "week"])
def test_more_rows_ask_no_more_queries(alice, alice_client, view):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            alice_client.get(f"/calendar/?view={view}&on=2026-11-25")
        return len(queries)

    few = [an_application(alice, now=NOW)]
    invited(few[0], starts_at=AT)
    with_one = asked()
    for number in range(10):
        invited(an_application(alice, company=f"C{number}", now=NOW), starts_at=AT)
    assert asked() == with_one <= 12


def test_a_week_is_seven_days():
    assert (week(NOW.date()).last - week(NOW.date()).first).days == 6
