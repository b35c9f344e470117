"""Rounds, messages owed and deadlines: each only where it is wanted, for a time."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta

import pytest

from accounts.actions import change_time_zone
from accounts.models import User
from applications.actions import archive, change_stage
from applications.models import Offer
from calendars import actions, links
from calendars.gathering import CANCELLED_KEPT, PAST_KEPT
from interviews.actions import cancel_round, mark_sent
from interviews.models import FollowUp, Task
from tests import factories
from tests.calendars.reading import begins, events, fetched, titles
from tests.interviews.world import BERLIN, DANA, NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")
DAY = timedelta(days=1)
ROUND, NOTES = "Round 1: Acme, Analyst", "2 thank-you notes: Acme, Analyst"


@pytest.fixture
def read(client, alice):
    """What alice's calendar shows of these."""

    def fetch(*contents: str, alarms: bool = True):
        wanted = {name: name in contents for name in ("rounds", "notes", "deadlines")}
        feed = actions.choose(alice, now=NOW, alarms=alarms, **wanted)
        return fetched(client, links.path(feed))

    return fetch


def offer(owner: User, **fields) -> Offer:
    application = factories.create_application(owner=owner, stage="offer")
    return Offer.objects.create(application=application, **fields)


def test_nothing_makes_an_empty_calendar(read):
    calendar = read("rounds", "notes", "deadlines")

    assert events(calendar) == []
    assert calendar.x_wr_calname.value == "Callback"
    assert calendar.method.value == "PUBLISH"
    assert calendar.refresh_interval.value == "PT1H"


def test_each_part_by_itself(read, alice):
    invited(acme(alice), starts_at=NOW + DAY)
    offer(alice, deadline_on=date(2026, 12, 1))

    assert titles(read("rounds")) == [ROUND]
    assert NOTES in titles(read("notes"))
    assert titles(read("deadlines")) == ["Answer the offer: Acme, Analyst"]


def test_only_ones_own(read, mallory):
    invited(acme(mallory), starts_at=NOW + DAY)

    assert titles(read("rounds", "notes", "deadlines")) == []


def test_alarms_only_where_they_are_wanted(read, alice):
    invited(acme(alice), starts_at=NOW + DAY)

    rings = [hasattr(event, "valarm") for event in events(read("rounds", alarms=True))]
    still = [hasattr(event, "valarm") for event in events(read("rounds", alarms=False))]

    assert (rings, still) == ([True], [False])


def test_a_round_without_a_date_is_not_in_it(read, alice):
    invited(acme(alice), starts_at=None)

    assert titles(read("rounds")) == []


def test_a_cancelled_round_is_marked_for_a_month(read, alice, time_machine):
    round_ = invited(acme(alice), starts_at=NOW + 60 * DAY)
    cancel_round(round_, now=NOW)

    (event,) = events(read("rounds"))
    assert event.status.value == "CANCELLED"
    time_machine.move_to(NOW + CANCELLED_KEPT + DAY, tick=False)
    assert titles(read("rounds")) == []


def test_what_is_past_stays_half_a_year(read, alice, time_machine):
    invited(acme(alice), starts_at=NOW + DAY)

    time_machine.move_to(NOW + PAST_KEPT, tick=False)
    assert titles(read("rounds")) == [ROUND]
    time_machine.move_to(NOW + PAST_KEPT + 2 * DAY, tick=False)
    assert titles(read("rounds")) == []


@pytest.mark.parametrize(
    "close",
    [
        lambda job: change_stage(job, to="rejected", now=NOW),
        lambda job: archive(job, now=NOW),
    ],
    ids=["rejected", "archived"],
)
def test_of_a_closed_search_only_what_took_place(read, alice, close):
    application = acme(alice, now=NOW - 9 * DAY)
    invited(application, starts_at=NOW - 8 * DAY, now=NOW - 9 * DAY)
    invited(application, starts_at=NOW + DAY)

    close(application)

    assert titles(read("rounds")) == [ROUND]


def test_notes_are_one_entry_that_goes_with_the_last(read, alice):
    round_ = invited(acme(alice), starts_at=NOW - 2 * timedelta(hours=1), now=NOW - DAY)

    (event,) = [e for e in events(read("notes")) if e.summary.value == NOTES]
    assert begins(event) == round_.over_at
    assert "Thank-you note to Dana Wu\nThank-you note to Rafael" in (
        event.description.value
    )
    assert event.transp.value == "TRANSPARENT"
    first, second = round_.follow_ups.thank_yous()
    mark_sent(first, now=NOW)
    assert f"{second.title}: Acme, Analyst" in titles(read("notes"))
    mark_sent(second, now=NOW)
    assert not any("hank" in title for title in titles(read("notes")))


def test_a_question_is_asked_about_when_it_is_due(read, alice):
    round_ = invited(
        acme(alice), starts_at=NOW - DAY, people=(DANA,), now=NOW - 2 * DAY
    )
    check = round_.follow_ups.get(kind=FollowUp.Kind.STATUS_CHECK)

    event = next(e for e in events(read("notes")) if "stand" in e.summary.value)

    assert begins(event) == check.due_at
    assert str(check.get_absolute_url()) in event.url.value


def test_moving_to_another_zone_moves_what_is_owed(read, alice):
    invited(acme(alice), starts_at=NOW - DAY, people=(DANA,), now=NOW - 2 * DAY)

    change_time_zone(alice, time_zone="America/New_York", now=NOW)

    event = next(e for e in events(read("notes")) if "stand" in e.summary.value)
    assert f"{event.dtstart.value.astimezone(alice.zone):%H:%M}" == "09:00"
    assert event.sequence.value == "1"


def test_a_deadline_of_a_day_fills_the_day(read, alice):
    offer(alice, deadline_on=date(2026, 12, 1))

    (event,) = events(read("deadlines"))

    assert begins(event) == date(2026, 12, 1)
    assert event.dtend.value == date(2026, 12, 2)
    assert event.valarm.trigger.value == timedelta(hours=-15)


def test_a_deadline_with_a_time_ends_then(read, alice):
    offer(alice, deadline_on=date(2026, 12, 1), deadline_time=time(17))

    (event,) = events(read("deadlines"))

    assert f"{event.dtend.value.astimezone(BERLIN):%d %H:%M}" == "01 17:00"


@pytest.mark.parametrize(
    "settled", [{"decision": "declined", "decided_at": NOW}, {"deadline_on": None}]
)
def test_an_offer_that_waits_for_nothing_is_not_in_it(read, alice, settled):
    offer(alice, **({"deadline_on": date(2026, 12, 1)} | settled))

    assert titles(read("deadlines")) == []


def test_what_is_to_be_ready_by_a_time_is_a_deadline(read, alice):
    round_ = invited(acme(alice), starts_at=NOW + 9 * DAY)
    due_at = (NOW + 5 * DAY).astimezone(UTC)
    task = Task.objects.create(round=round_, kind=Task.Kind.CASE, due_at=due_at)

    (event,) = events(read("deadlines"))
    assert event.summary.value == "Due: Case, Acme, Analyst"
    assert event.dtend.value == due_at
    Task.objects.filter(pk=task.pk).update(done_at=NOW)
    assert titles(read("deadlines")) == []
