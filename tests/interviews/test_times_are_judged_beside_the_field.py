from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from interviews.actions import cancel_round
from interviews.models import Round
from tests.interviews.forms import cautions, errors, post
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

TWO_TOMORROW = datetime(2026, 11, 24, 13, tzinfo=UTC)  # 14:00 in Berlin


def saved() -> Round:
    return Round.objects.latest("pk")


# --- the end --------------------------------------------------------------------


@pytest.mark.parametrize("end", ["13:30", "14:00"])
def test_an_end_before_the_start_is_refused(alice_client, end):
    response = post(alice_client, ends=end, length="")

    assert response.status_code == 422
    assert errors(response)["ends"][0].startswith("The end is before the start.")
    assert not Round.objects.exists()


def test_an_end_by_the_clock(alice_client):
    post(alice_client, ends="15:30", length="")

    assert saved().ends_at == TWO_TOMORROW + timedelta(minutes=90)


def test_a_length_may_go_past_midnight(alice_client):
    post(alice_client, starts="2026-11-24T23:30", length="90")

    assert saved().ends_at == datetime(2026, 11, 25, 0, tzinfo=UTC)


def test_end_and_length_may_say_the_same(alice_client):
    post(alice_client, ends="15:00", length="60")

    assert saved().ends_at == TWO_TOMORROW + timedelta(hours=1)


def test_end_and_length_may_not_contradict(alice_client):
    response = post(alice_client, ends="15:30", length="60")

    assert "length" in errors(response)


def test_neither_leaves_the_end_unknown(alice_client):
    response = post(alice_client, length="")

    assert saved().ends_at is None
    page = alice_client.get(response.headers["Location"]).content.decode()
    assert "end unknown" in page


# --- another round at the same time -----------------------------------------------


def test_a_clash_warns_once_and_then_saves(alice, alice_client):
    invited(acme(alice), starts_at=TWO_TOMORROW + timedelta(minutes=30))

    warned = post(alice_client)
    assert warned.status_code == 422
    assert cautions(warned) == [
        "First interview at Acme is at the same time: Tue 24 Nov, 14:30–15:30."
    ]
    assert "Save anyway" in warned.content.decode()
    assert Round.objects.count() == 1

    seen = [c.key for c in warned.context["form"].cautions]
    assert post(alice_client, seen=seen).status_code == 302
    assert Round.objects.count() == 2


def test_another_time_is_warned_about_anew(alice, alice_client):
    invited(acme(alice), starts_at=TWO_TOMORROW)
    seen = [c.key for c in post(alice_client).context["form"].cautions]

    response = post(alice_client, starts="2026-11-24T14:30", seen=seen)

    assert response.status_code == 422


def test_a_round_without_an_end_is_taken_to_last_an_hour(alice, alice_client):
    round_ = invited(acme(alice), starts_at=TWO_TOMORROW - timedelta(minutes=59))
    round_.sessions.update(ends_at=None)
    assert post(alice_client).status_code == 422

    round_.sessions.update(starts_at=TWO_TOMORROW - timedelta(minutes=60))
    assert post(alice_client).status_code == 302


def test_back_to_back_is_no_clash(alice, alice_client):
    invited(acme(alice), starts_at=TWO_TOMORROW - timedelta(hours=1))

    assert post(alice_client).status_code == 302


def test_a_cancelled_round_is_no_clash(alice, alice_client):
    cancel_round(invited(acme(alice), starts_at=TWO_TOMORROW), now=NOW)

    assert post(alice_client).status_code == 302


def test_a_strangers_round_is_no_clash(mallory, alice_client):
    invited(acme(mallory), starts_at=TWO_TOMORROW)

    assert post(alice_client).status_code == 302


# --- the past ---------------------------------------------------------------------


def test_an_hour_ago_is_saved_at_once_and_said(alice_client):
    response = post(alice_client, starts="2026-11-23T10:00")

    assert response.status_code == 302
    page = alice_client.get(response.headers["Location"]).content.decode()
    assert "Mon 23 Nov, 10:00 has passed." in page


def test_long_ago_asks_first(alice_client):
    warned = post(alice_client, starts="2026-10-24T14:00")
    assert warned.status_code == 422
    assert "more than two weeks ago" in cautions(warned)[0]

    seen = [c.key for c in warned.context["form"].cautions]
    assert post(alice_client, starts="2026-10-24T14:00", seen=seen).status_code == 302


# --- the hours the clocks change -----------------------------------------------------


def test_a_time_the_clocks_skip_is_refused(alice_client):
    response = post(alice_client, starts="2027-03-28T02:30")

    assert errors(response)["starts"] == [
        "There is no 02:30 in Berlin on that day: the clocks go forward. Is it 03:30?"
    ]


def test_of_a_time_that_comes_twice_the_first_is_taken(alice_client):
    response = post(alice_client, starts="2027-10-31T02:30")

    assert saved().starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    page = alice_client.get(response.headers["Location"]).content.decode()
    assert "02:30 comes twice that night" in page


# --- another zone -------------------------------------------------------------------


def test_times_are_meant_in_the_zone_of_the_invitation(alice_client):
    response = post(alice_client, time_zone="America/New_York")

    assert saved().starts_at == datetime(2026, 11, 24, 19, tzinfo=UTC)
    page = alice_client.get(response.headers["Location"]).content.decode()
    assert "Tue 24 Nov, 20:00–21:00" in page
    assert "14:00 in New York" in page


# --- while typing -------------------------------------------------------------------


def check(client, **typed):
    url = "/invites/check/"
    return client.get(url, {"time_zone": "Europe/Berlin", **typed}).content.decode()


def test_the_warning_comes_while_the_form_is_open(alice, alice_client):
    round_ = invited(acme(alice), starts_at=TWO_TOMORROW)

    shown = check(alice_client, starts="2026-11-24T14:00", length="60")
    assert "First interview at Acme is at the same time" in shown
    assert 'name="seen" value="clash-' in shown  # saving then asks no second time

    same = check(alice_client, starts="2026-11-24T14:30", editing=round_.pk)
    assert "First interview at Acme" not in same


def test_it_tells_what_time_that_is_for_the_owner(alice_client):
    shown = check(alice_client, starts="2026-11-24T14:00", time_zone="America/New_York")

    assert "Tue 24 Nov, 20:00 for you" in shown


def test_half_a_form_says_nothing(alice_client):
    assert "<p" not in check(alice_client, starts="")


# --- the promised day -------------------------------------------------------------


def test_a_promise_for_before_the_round_is_asked_about(alice_client):
    response = post(alice_client, promised_on="2026-11-23")

    assert response.status_code == 422
    assert cautions(response) == ["That is before the round. Is the date right?"]
    page = response.content.decode()
    assert page.index('id="id_promised_on"') < page.index("That is before the round")

    seen = [caution.key for caution in response.context["form"].cautions]
    post(alice_client, promised_on="2026-11-23", seen=seen)

    assert f"{saved().promised_on}" == "2026-11-23"


def test_a_promise_for_the_day_of_the_round_is_fine(alice_client):
    response = post(alice_client, promised_on="2026-11-24")

    assert response.status_code == 302


def test_an_early_promise_is_not_asked_about_again(alice, alice_client):
    round_ = invited(acme(alice), starts_at=TWO_TOMORROW, promised_on=NOW.date())

    response = post(
        alice_client,
        f"/rounds/{round_.pk}/edit/",
        number="1",
        starts="2026-11-24T14:00",
        promised_on="2026-11-23",
    )

    assert response.status_code == 302


# --- where ----------------------------------------------------------------------


def test_a_web_address_typed_as_the_place_is_the_link(alice_client):
    post(alice_client, place="https://meet.example.com/abc")

    session = saved().all_sessions[0]
    assert (session.link, session.place) == ("https://meet.example.com/abc", "")


@pytest.mark.parametrize("place", ["+49 30 1234", "Room 3, example.com", "https://"])
def test_another_place_stays_a_place(alice_client, place):
    post(alice_client, place=place)

    session = saved().all_sessions[0]
    assert (session.link, session.place) == ("", place)


def test_beside_a_link_the_place_stays(alice_client):
    link, place = "https://example.com/a", "https://example.com/b"
    post(alice_client, link=link, place=place)

    session = saved().all_sessions[0]
    assert (session.link, session.place) == (link, place)
