from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.actions import Person, hide
from interviews.advice import advice_for
from interviews.day import over_at, parts_of
from interviews.joining import way_to
from interviews.models import Round
from interviews.whole_round import COMPLETE, MEMORY, whole
from tests.interviews.days import PRIYA, at, logged, part
from tests.interviews.world import DANA, NOW, RAFAEL, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

BEFORE = at(8)


def complete(round_: Round) -> Round:
    return whole(Round.objects.get(pk=round_.pk), *COMPLETE, *MEMORY)


def day(round_: Round, now: datetime):
    round_ = complete(round_)
    return parts_of(round_, advice_for(round_, now), now)


def page(client, round_, time_machine, now=NOW):
    time_machine.move_to(now, tick=False)
    return client.get(round_.get_absolute_url()).content.decode()


# --- the schedule ---------------------------------------------------------------------


def test_it_says_when_what_where_and_with_whom(alice, alice_client, time_machine):
    shown = page(alice_client, logged(alice), time_machine)

    schedule = shown[
        shown.index("The day") : shown.index("</ol>", shown.index("The day"))
    ]
    for words in (
        "09:30–10:15", "One to one", "Rafael Ortiz",
        "10:30–11:15", "Panel of two", "Dana Wu", "(VP Product)",
        "12:00–12:45", "Meal", "Café Mond", "Office tour",
    ):  # fmt: skip
        assert words in schedule


def test_one_session_needs_no_schedule(alice, alice_client, time_machine):
    round_ = invited(acme(alice), starts_at=at(14))

    assert 'class="schedule"' not in page(alice_client, round_, time_machine)
    assert day(round_, NOW) == []


def test_sessions_on_several_days_name_them(alice, alice_client, time_machine):
    sessions = [part(at(14), RAFAEL), part(at(14) + timedelta(days=1), DANA)]

    shown = page(alice_client, logged(alice, sessions), time_machine)

    assert "The sessions" in shown
    assert "Wed 25 Nov, 14:00–14:45" in shown


def test_a_session_without_a_time_says_so(alice, alice_client, time_machine):
    sessions = [part(at(14), RAFAEL), part(None, formats=["office_tour"])]

    assert "No time yet" in page(alice_client, logged(alice, sessions), time_machine)


@pytest.mark.parametrize(
    ("now", "states"),
    [
        (NOW, ["", "", "", ""]),
        (at(8), ["next", "", "", ""]),
        (at(9, 45), ["now", "next", "", ""]),
        (at(10, 20), ["past", "next", "", ""]),
        (at(12, 10), ["past", "past", "now", "next"]),
        (at(18), ["", "", "", ""]),
    ],
)
def test_on_the_day_what_is_on_and_what_comes_next_is_marked(alice, now, states):
    assert [each.state for each in day(logged(alice), now)] == states


def test_without_an_end_a_session_is_over_when_the_next_begins(alice):
    sessions = [part(at(9), minutes=None), part(at(9, 30), minutes=None)]
    first, second = logged(alice, sessions).all_sessions

    assert over_at(first, [first, second]) == at(9, 30)
    assert over_at(second, [first, second]) == at(10, 30)


def test_the_panel_counts_those_of_the_panel(alice):
    round_ = complete(logged(alice))

    assert round_.shape == "One to one, panel of two, meal, office tour"


# --- getting there --------------------------------------------------------------------


def test_the_button_joins_the_session_that_is_on_or_comes_next(alice):
    sessions = [
        part(at(9, 30), RAFAEL, link="https://meet.example.com/one"),
        part(at(10, 30), DANA, link="https://meet.example.com/two"),
    ]
    round_ = complete(logged(alice, sessions))

    ways = [way_to(round_, now) for now in (BEFORE, at(10), at(10, 20), at(11))]

    assert [way and way.url[-3:] for way in ways] == ["one", "one", "two", "two"]


# --- advice for the people of each ----------------------------------------------------


def test_each_session_brings_what_its_people_and_form_ask_for(alice):
    sessions = [
        part(at(9, 30), DANA, formats=["one_to_one"]),
        part(at(12), PRIYA, formats=["meal"]),
        part(at(14), formats=["office_tour"]),
    ]
    boss, lunch, tour = day(logged(alice, sessions), NOW)

    assert {entry.reason for entry in boss.advice} == {"VP Product"}
    assert {entry.reason for entry in lunch.advice} <= {"Analyst", "a meal"}
    assert {entry.reason for entry in tour.advice} == {"office tour"}
    assert all(1 <= len(each.advice) <= 3 for each in (boss, lunch, tour))


def test_what_lies_open_already_is_said_again_only_for_want_of_anything_else(alice):
    round_ = complete(logged(alice))
    chosen = advice_for(round_, NOW)
    is_open = {entry.id for entry in chosen.open}

    for each in parts_of(round_, chosen, NOW):
        ids = {entry.id for entry in each.advice}
        assert not ids & is_open or ids <= is_open


def test_what_the_owner_put_away_stays_away(alice):
    round_ = logged(alice)
    away = day(round_, NOW)[1].advice[0]

    hide(round_, advice=away.id, now=NOW)

    assert away.id not in [e.id for each in day(round_, NOW) for e in each.advice]


def test_what_is_over_asks_for_nothing_more(alice):
    first, *_ = day(logged(alice), at(11))

    assert first.state == "past"
    assert not first.advice
    assert not any(each.advice for each in day(logged(alice), at(18)))


def test_nothing_of_the_documents_is_said_without_its_source(alice):
    for each in day(logged(alice), NOW):
        assert all(entry.credit and entry.reason for entry in each.advice)


# --- people named later ---------------------------------------------------------------


def test_somebody_named_on_the_page_sits_in_the_session_picked(alice, alice_client):
    round_ = logged(alice)
    tour = round_.all_sessions[3]

    alice_client.post(
        f"/rounds/{round_.pk}/interviewers/", {"name": "Nora Lind", "session": tour.pk}
    )
    alice_client.post(
        f"/rounds/{round_.pk}/interviewers/",
        {"name": "Tom Keller", "session": "9" * 30},
    )

    assert [p.name for p in tour.people] == ["Nora Lind"]
    assert "Tom Keller" in [p.name for p in round_.all_sessions[0].people]


# --- how often the database is asked -----------------------------------------------------


@pytest.mark.parametrize("address", ["", "edit/", "print/"])
def test_one_session_and_six_ask_the_database_equally_often(
    alice, mallory, client, address
):
    counts = []
    for owner, size in ((alice, 1), (mallory, 6)):
        sessions = [
            part(at(8 + place), Person(name=f"Person {place}", kind="peer"))
            for place in range(size)
        ]
        round_ = logged(owner, sessions)
        client.force_login(owner)
        with CaptureQueriesContext(connection) as captured:
            response = client.get(f"{round_.get_absolute_url()}{address}")
        assert response.status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]
