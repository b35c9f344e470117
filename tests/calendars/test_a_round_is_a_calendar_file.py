"""What a round's file says, read back by another library."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from interviews.actions import cancel_round
from interviews.models import Session
from tests import factories
from tests.calendars.reading import begins, ends, event_of, events, fetched, file_of
from tests.interviews.world import NOW, acme, invited

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Sydney",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "UTC",
]
# Two nights when clocks change in the north, and two in the south.
NIGHTS = [
    datetime(2026, 3, 29, tzinfo=UTC),
    datetime(2026, 11, 1, tzinfo=UTC),
    datetime(2026, 4, 5, tzinfo=UTC),
    datetime(2026, 10, 4, tzinfo=UTC),
]


LONG = timedelta(minutes=45)


def round_at(starts_at: datetime, zone: str, **fields):
    round_ = factories.create_round(starts_at=starts_at, **fields)
    round_.sessions.update(time_zone=zone)
    return round_


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("night", NIGHTS, ids=lambda night: f"{night:%d-%b}")
def test_its_time_is_right_at_every_hour_around_a_change(zone, night):
    starts = [night + timedelta(hours=hour / 2) for hour in range(-24, 72)]
    round_ = factories.create_round(starts_at=starts[0], length=LONG)
    Session.objects.bulk_create(
        Session(round=round_, position=place, starts_at=at, ends_at=at + LONG)
        for place, at in enumerate(starts[1:], start=1)
    )
    round_.sessions.update(time_zone=zone)

    read = events(file_of(round_))

    assert [begins(event) for event in read] == starts
    assert [ends(event) for event in read] == [at + LONG for at in starts]


@pytest.mark.django_db
def test_an_hour_that_comes_twice_is_the_one_that_is_meant():
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]

    read = [begins(event_of(round_at(at, "Europe/Berlin"))) for at in twice]

    assert read == twice


@pytest.mark.django_db
def test_it_is_told_by_the_clock_of_its_own_zone():
    at = datetime(2026, 7, 1, 14, 0, tzinfo=ZoneInfo("America/New_York"))

    told = event_of(round_at(at, "America/New_York")).dtstart.value

    assert f"{told:%d %b %H:%M %z}" == "01 Jul 14:00 -0400"


@pytest.mark.usefixtures("monday")
def test_it_says_what_where_with_whom(alice, settings):
    round_ = invited(
        acme(alice), starts_at=NOW + timedelta(days=3), to_prepare="Bring a plan"
    )
    round_.sessions.update(place="Main Street 1, Berlin", formats=["panel"])

    event = event_of(round_)

    assert event.summary.value == "Round 1: Acme, Analyst"
    assert event.location.value == "Main Street 1, Berlin"
    page = f"{settings.SITE_URL}/rounds/{round_.pk}/"
    assert event.url.value == page
    assert event.description.value.split("\n") == [
        "You meet Dana Wu (VP Product) and Rafael Ortiz",
        "Panel",
        "They ask you to prepare: Bring a plan",
        f"In Callback: {page}",
    ]
    assert event.status.value == "CONFIRMED"
    assert event.uid.value == f"session-{round_.sessions.get().pk}@localhost"
    assert event.valarm.trigger.value == timedelta(hours=-1)


@pytest.mark.django_db
def test_a_call_rings_shortly_before_and_leads_there():
    round_ = round_at(NOW, "UTC")
    round_.sessions.update(link="https://meet.example.com/a;b,c", setting="video")

    event = event_of(round_)

    assert event.location.value == "https://meet.example.com/a;b,c"
    assert event.conference.params == {"VALUE": ["URI"]}
    assert "Join: https://meet.example.com/a;b,c" in event.description.value
    assert event.valarm.trigger.value == timedelta(minutes=-15)


@pytest.mark.django_db
def test_an_unknown_end_is_an_hour_and_says_so():
    event = event_of(round_at(NOW, "Europe/Berlin", length=None))

    assert ends(event) - begins(event) == timedelta(hours=1)
    assert "End unknown" in event.description.value


@pytest.mark.django_db
def test_each_session_is_an_event_of_its_own():
    round_ = round_at(NOW, "Europe/Berlin")
    later = NOW + timedelta(hours=2)
    factories.create_session(round_=round_, starts_at=later)
    factories.create_session(round_=round_, starts_at=None)

    first, second = events(file_of(round_))

    assert [begins(first), begins(second)] == [NOW, later]
    assert first.summary.value.endswith("(1 of 3)")
    assert first.uid.value != second.uid.value


@pytest.mark.usefixtures("monday")
def test_a_cancelled_round_says_so_and_rings_no_more(alice):
    round_ = invited(acme(alice), starts_at=NOW + timedelta(days=3))
    cancel_round(round_, now=NOW)

    event = event_of(round_)

    assert event.status.value == "CANCELLED"
    assert event.summary.value == "Cancelled: Round 1: Acme, Analyst"
    assert not hasattr(event, "valarm")


def test_the_page_of_the_round_leads_to_it(alice, alice_client):
    round_ = factories.create_round(
        application=factories.create_application(owner=alice, company_name="Zoë & Co."),
        starts_at=NOW,
    )
    address = f"/rounds/{round_.pk}/calendar.ics"

    assert f'href="{address}"' in alice_client.get(f"/rounds/{round_.pk}/").text
    response = alice_client.get(address)

    assert response["Content-Disposition"] == 'inline; filename="zoe-co-round-1.ics"'
    assert response["Cache-Control"] == "private, no-store"
    assert begins(events(fetched(alice_client, address))[0]) == NOW


def test_without_a_date_there_is_none(alice, alice_client):
    application = factories.create_application(owner=alice)
    round_ = factories.create_round(application=application, starts_at=None)

    assert "calendar.ics" not in alice_client.get(f"/rounds/{round_.pk}/").text
    response = alice_client.get(f"/rounds/{round_.pk}/calendar.ics")

    assert response.status_code == 404
