from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.actions import SessionDetails, add_round
from interviews.joining import map_url, way_to
from interviews.models import Round, Session
from tests.interviews.world import NOW, acme

HOUR = timedelta(hours=1)


def part(hours: int, **details) -> SessionDetails:
    starts_at = NOW + hours * HOUR
    return SessionDetails(
        time_zone="Europe/Berlin",
        starts_at=starts_at,
        ends_at=starts_at + HOUR,
        **details,
    )


def day(owner, first: SessionDetails, *further: SessionDetails) -> Round:
    return add_round(
        acme(owner), number=None, session=first, further=further, people=(), now=NOW
    )


CALL = {"setting": "video", "link": "https://meet.example.com/1"}


@pytest.mark.parametrize(
    ("details", "url"),
    [
        (CALL, "https://meet.example.com/1"),
        ({"setting": "phone", "place": "+44 (20) 7946-0123"}, "tel:+442079460123"),
        ({"setting": "phone", "place": "They ring me on my mobile"}, None),
        ({"setting": "phone", "place": "Dana rings +44 20 7946 0123"}, None),
        ({"setting": "on_site", "place": "12 Long Street"}, None),
        ({"setting": "on_site", "place": "+44 20 7946 0123"}, None),
        ({}, None),
    ],
)
def test_a_call_is_joined_and_a_number_rung(alice, details, url):
    way = way_to(day(alice, part(2, **details)), NOW)

    assert (way and way.url) == url


def test_it_is_that_of_the_session_that_comes_next(alice):
    round_ = day(
        alice,
        part(1, setting="on_site", place="12 Long Street"),
        part(3, **CALL),
    )

    assert way_to(round_, NOW) is None
    assert way_to(round_, NOW + 2 * HOUR) is not None
    assert way_to(round_, NOW + 5 * HOUR) is None


@pytest.mark.parametrize(
    ("setting", "place", "mapped"),
    [
        ("on_site", "12 Long Street, Köln", True),
        ("", "12 Long Street", True),
        ("on_site", "", False),
        ("video", "Zoom", False),
        ("phone", "12 Long Street", False),
        ("", "+49 30 123456", False),
    ],
)
def test_a_place_is_on_a_map(setting, place, mapped):
    url = map_url(Session(setting=setting, place=place))

    assert bool(url) is mapped
    if mapped:
        assert " " not in url


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize(
    ("hours", "shown", "main"),
    [(48, True, False), (0.5, True, True), (-0.5, True, True), (-2, False, False)],
)
def test_it_is_the_main_thing_when_the_round_is_near(
    alice, alice_client, hours, shown, main
):
    round_ = day(alice, part(0, **CALL))
    starts_at = NOW + hours * HOUR
    round_.sessions.update(starts_at=starts_at, ends_at=starts_at + HOUR)

    html = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert ("Join the call" in html) is shown
    assert ("way-there primary" in html) is main


@pytest.mark.usefixtures("monday")
def test_before_the_round_people_and_questions_come_before_advice(alice, alice_client):
    round_ = day(alice, part(5, **CALL))

    html = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    order = [
        html.index(f'id="{part}-title"')
        for part in ("who", "opening", "bring", "advice")
    ]
    assert order == sorted(order)


@pytest.mark.usefixtures("monday")
def test_afterwards_what_is_owed_comes_first(alice, alice_client):
    round_ = day(alice, part(-3, **CALL))

    html = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    order = [
        html.index(f'id="{part}-title"')
        for part in ("notes", "debrief", "advice", "who")
    ]
    assert order == sorted(order)
