from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.actions import Person
from interviews.models import Round
from reminders.emails.facts import preparing
from reminders.emails.measure import FULL, LARGEST, TERSE
from tests.interviews.days import at, logged, part
from tests.interviews.world import DANA, NOW, RAFAEL

pytestmark = pytest.mark.django_db


def told(round_: Round, measure=FULL) -> list[str]:
    round_ = Round.objects.complete().get(pk=round_.pk)
    facts = preparing(round_, measure, now=NOW)
    return [": ".join(filter(None, [f.label, f.text, f.url])) for f in facts]


def test_the_day_in_a_line_and_then_each_session(alice):
    lines = told(logged(alice))

    assert lines[:5] == [
        "When: Tue 24 Nov, 09:30–14:30 (Berlin), 4 sessions",
        "09:30–10:15: One to one, On site, with Rafael Ortiz",
        "10:30–11:15: Panel of two, On site, with Dana Wu and Priya Nair",
        "12:00–12:45: Meal, Café Mond, with Rafael Ortiz and Priya Nair",
        "14:00–14:30: Office tour",
    ]
    assert lines[5].startswith("Who: Rafael Ortiz")


def test_a_link_another_day_another_zone_and_no_time(alice):
    sessions = [
        part(at(9, 30), DANA, link="https://meet.example.com/one"),
        part(at(9, 30) + timedelta(days=1), RAFAEL, minutes=None),
        part(None, formats=["office_tour"]),
    ]
    round_ = logged(alice, sessions)
    round_.sessions.filter(position=0).update(time_zone="America/New_York")

    lines = told(round_)

    assert lines[1] == (
        "09:30–10:15: with Dana Wu, Tue 24 Nov, 03:30–04:15 in New York: "
        "https://meet.example.com/one"
    )
    assert lines[2] == "Wed 25 Nov, 09:30: with Rafael Ortiz"
    assert lines[3] == "No time yet: Office tour"


def test_it_stays_small_whatever_there_is_to_tell(alice):
    sessions = [
        part(
            at(8) + timedelta(hours=place),
            *(Person(name=f"{n} {'x' * 190}", title="y" * 200) for n in range(30)),
            place="z" * 500,
        )
        for place in range(12)
    ]
    round_ = logged(alice, sessions)

    assert len("\n".join(told(round_))) < LARGEST / 2
    terse = told(round_, TERSE)
    assert any(line == "and 8 more on the page of the round" for line in terse)
    assert len("\n".join(terse)) < 1000
