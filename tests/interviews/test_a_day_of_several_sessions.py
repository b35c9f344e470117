from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from interviews.models import Interviewer, Round
from tests.interviews.days import as_posted, at, logged, posted
from tests.interviews.forms import INVITE, cautions
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")


def saved() -> Round:
    return Round.objects.latest("pk")


def starts(round_: Round) -> list[str]:
    return [
        f"{s.starts_at.astimezone(s.zone):%H:%M}" if s.starts_at else "-"
        for s in round_.all_sessions
    ]


# --- logging ----------------------------------------------------------------------


def test_each_session_has_its_own_time_place_form_and_people(alice_client):
    response = alice_client.post(
        INVITE,
        posted(
            {
                "starts": "2026-11-24T15:30",
                "length": "45",
                "setting": "on_site",
                "place": "Room 4",
                "formats": ["panel"],
                "people-TOTAL_FORMS": "2",
                "people-0-name": "Dana Wu",
                "people-1-name": "Priya Nair",
            },
            {"starts": "2026-11-24T17:00", "link": "https://meet.example.com/x"},
            people=[{"name": "Rafael Ortiz"}],
        ),
    )

    assert response.status_code == 302
    first, panel, last = saved().all_sessions
    assert [p.name for p in first.people] == ["Rafael Ortiz"]
    assert [p.name for p in panel.people] == ["Dana Wu", "Priya Nair"]
    assert panel.ends_at == datetime(2026, 11, 24, 15, 15, tzinfo=UTC)
    assert (panel.setting, panel.place, panel.formats) == (
        "on_site",
        "Room 4",
        ["panel"],
    )
    assert last.link == "https://meet.example.com/x"
    assert last.time_zone == "Europe/Berlin"
    assert len(saved().people) == 3


def test_somebody_typed_twice_is_one_person(alice_client):
    again = {"people-TOTAL_FORMS": "1", "people-0-name": "dana wu"}
    alice_client.post(
        INVITE,
        posted(
            {"starts": "2026-11-24T16:00", **again},
            people=[{"name": "Dana Wu", "title": "VP"}],
        ),
    )

    first, second = saved().all_sessions
    assert first.people == second.people == saved().people


def test_they_stand_in_the_order_of_their_starts(alice_client):
    alice_client.post(
        INVITE,
        posted(
            {"starts": "2026-11-24T12:00", "length": "30"},
            {"formats": ["office_tour"]},
            {"starts": "2026-11-24T09:30", "length": "30"},
        ),
    )

    assert starts(saved()) == ["09:30", "12:00", "14:00", "-"]
    assert [s.position for s in saved().all_sessions] == [0, 1, 2, 3]


def test_a_session_with_nothing_in_it_is_none(alice_client):
    alice_client.post(INVITE, posted({"time_zone": "", "people-TOTAL_FORMS": "1"}))

    assert len(saved().all_sessions) == 1


def test_two_presses_make_one_round(alice_client):
    sent = posted({"starts": "2026-11-24T09:30", "length": "30"})

    addresses = {alice_client.post(INVITE, sent).headers["Location"] for _ in "ab"}

    assert len(addresses) == Round.objects.count() == 1


# --- each session is judged as one alone is ---------------------------------------------


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"starts": "soon"}, "starts", "Give a date and a time"),
        ({"starts": "2026-11-24T16:00", "ends": "15:00"}, "ends", "before the start"),
        ({"length": "30"}, "starts", "Give the start as well."),
        ({"starts": "2027-03-28T02:30"}, "starts", "There is no 02:30 in Berlin"),
        ({"time_zone": "Mars/Olympus"}, "time_zone", ""),
        ({"link": "nowhere"}, "link", "Give a web address"),
        ({"known": ["9"]}, "known", "not at this company"),
    ],
)
def test_a_mistake_is_said_beside_the_field_of_its_session(
    alice_client, typed, field, words
):
    response = alice_client.post(
        INVITE, posted({"starts": "2026-11-24T17:00"}, {"place": "Room 1", **typed})
    )

    assert response.status_code == 422
    form = response.context["form"]
    assert not form.errors
    assert not form.further.forms[0].errors
    assert words in form.further.forms[1].errors[field][0]
    page = response.content.decode()
    assert f'id="id_sessions-1-{field}_error"' in page
    assert not Round.objects.exists()


def test_a_person_without_a_name_is_said_in_their_session(alice_client):
    response = alice_client.post(
        INVITE,
        posted(
            {
                "starts": "2026-11-24T16:00",
                "people-TOTAL_FORMS": "1",
                "people-0-title": "VP",
            }
        ),
    )

    assert response.status_code == 422
    assert 'id="id_sessions-0-people-0-name_error"' in response.content.decode()


def test_the_zone_is_the_first_ones_unless_it_is_said(alice_client):
    response = alice_client.post(
        INVITE,
        posted(
            {"starts": "2026-11-24T15:00"},
            {"starts": "2026-11-24T18:00", "time_zone": "Europe/London"},
            time_zone="America/New_York",
        ),
    )

    assert response.status_code == 302
    assert [s.time_zone for s in saved().all_sessions] == [
        "Europe/London",
        "America/New_York",
        "America/New_York",
    ]
    assert saved().all_sessions[2].starts_at == datetime(2026, 11, 24, 20, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_told_for_any_session(alice_client):
    response = alice_client.post(
        INVITE, posted({"starts": "2027-10-31T02:30"}, starts="2027-10-30T14:00")
    )

    page = alice_client.get(response.headers["Location"]).content.decode()
    assert "02:30 comes twice that night" in page


def test_sessions_at_the_same_time_are_warned_of_once_and_then_saved(alice_client):
    sent = posted({"starts": "2026-11-24T14:30", "length": "60"})

    warned = alice_client.post(INVITE, sent)
    assert warned.status_code == 422
    assert cautions(warned) == [
        "The session before is at the same time: Tue 24 Nov, 14:00–15:00."
    ]
    later = warned.context["form"].further.forms[0]
    assert later.time_cautions

    seen = [caution.key for caution in warned.context["form"].cautions]
    assert alice_client.post(INVITE, {**sent, "seen": seen}).status_code == 302


def test_without_an_end_the_next_session_ends_it(alice_client):
    sent = posted({"starts": "2026-11-24T14:30"}, length="")
    assert alice_client.post(INVITE, sent).status_code == 302


def test_a_clash_with_another_round_is_said_at_the_session_it_is_about(
    alice, alice_client
):
    invited(acme(alice), starts_at=at(16))

    response = alice_client.post(
        INVITE, posted({"starts": "2026-11-24T16:30", "length": "30"})
    )

    assert response.status_code == 422
    form = response.context["form"]
    assert not form.time_cautions
    (clash,) = form.further.forms[0].time_cautions
    assert clash.text.startswith("First interview at Acme is at the same time")


def test_a_past_day_is_told_once(alice_client):
    response = alice_client.post(
        INVITE,
        posted({"starts": "2026-11-23T09:30"}, starts="2026-11-23T08:00", length="30"),
    )

    page = alice_client.get(response.headers["Location"]).content.decode()
    assert page.count("has passed") == 1


def test_a_promise_is_measured_by_the_first_session(alice_client):
    sent = posted({"starts": "2026-11-23T14:30"}, promised_on="2026-11-23")
    assert alice_client.post(INVITE, sent).status_code == 302


def test_there_is_an_end_to_sessions(alice_client):
    many = [{"starts": f"2026-11-{day}T08:00"} for day in range(10, 24)]

    response = alice_client.post(INVITE, posted(*many))

    assert response.status_code == 422
    assert "At most 12 sessions" in response.content.decode()


# --- editing ----------------------------------------------------------------------


@pytest.fixture
def round_(alice) -> Round:
    return logged(alice)


def edit(client, round_, **changes):
    url = f"/rounds/{round_.pk}/edit/"
    sent = as_posted(client.get(url).context["form"])
    return client.post(url, {**sent, **changes})


def rows(round_):
    sessions = [(s.pk, s.starts_at, s.ends_at, s.formats) for s in round_.all_sessions]
    seats = Interviewer.objects.filter(session__round=round_)
    return sessions, set(seats.values_list("pk", "session", "contact", "created_at"))


def test_saving_what_was_shown_changes_nothing(round_, alice_client):
    before = rows(round_)

    assert edit(alice_client, round_).status_code == 302

    assert rows(round_) == before
    assert Round.objects.get().moves == 0


def test_a_session_that_moves_stays_itself(round_, alice_client):
    one, panel, lunch, tour = round_.all_sessions

    later = {"sessions-0-starts": "2026-11-24T15:00", "sessions-0-ends": "16:00"}
    edit(alice_client, round_, **later)

    assert [s.pk for s in round_.sessions.all()] == [
        one.pk, lunch.pk, tour.pk, panel.pk,
    ]  # fmt: skip
    assert Round.objects.get().moves == 0  # the day begins when it did


def test_the_day_beginning_at_another_time_is_a_move(round_, alice_client):
    earlier = {"sessions-0-starts": "2026-11-24T08:00", "sessions-0-ends": "09:00"}
    edit(alice_client, round_, **earlier)

    assert Round.objects.get().moves == 1


def test_taking_a_session_out_ends_what_its_people_alone_were_owed(
    round_, alice_client
):
    dana, rafael = (
        round_.follow_ups.get(contact__name=name)
        for name in ("Dana Wu", "Rafael Ortiz")
    )

    edit(alice_client, round_, **{"sessions-0-DELETE": "on"})

    assert len(round_.sessions.all()) == 3
    dana.refresh_from_db()
    rafael.refresh_from_db()
    assert (dana.state, rafael.state) == ("withdrawn", "open")


def test_who_changes_session_keeps_their_note_and_its_words(round_, alice_client):
    dana = round_.people[1]
    note = round_.follow_ups.get(contact=dana)
    note.draft = "Dear Dana"
    note.save()
    long_ago = NOW - timedelta(days=60)
    Interviewer.objects.filter(contact=dana).update(created_at=long_ago)

    edit(
        alice_client,
        round_,
        **{"sessions-0-DELETE": "on", "sessions-1-known": [dana.pk]},
    )

    note.refresh_from_db()
    assert (note.state, note.draft) == ("open", "Dear Dana")
    assert Interviewer.objects.get(contact=dana).created_at == long_ago


def test_a_session_added_in_another_tab_stays(alice, alice_client):
    round_ = logged(alice)
    sent = as_posted(alice_client.get(f"/rounds/{round_.pk}/edit/").context["form"])
    round_.sessions.create(position=9, starts_at=at(17), time_zone="Europe/Berlin")

    alice_client.post(f"/rounds/{round_.pk}/edit/", sent)

    assert starts(Round.objects.get()) == ["09:30", "10:30", "12:00", "14:00", "17:00"]


def test_a_session_taken_out_in_another_tab_is_saved_as_a_new_one(round_, alice_client):
    sent = as_posted(alice_client.get(f"/rounds/{round_.pk}/edit/").context["form"])
    round_.all_sessions[2].delete()

    alice_client.post(f"/rounds/{round_.pk}/edit/", sent)

    assert starts(Round.objects.get()) == ["09:30", "10:30", "12:00", "14:00"]


def test_a_row_of_somebody_elses_round_is_a_new_session(mallory, alice_client, round_):
    theirs = logged(mallory).all_sessions[0]

    edit(alice_client, round_, **{"sessions-0-row": str(theirs.pk)})

    theirs.refresh_from_db()
    assert theirs.round.application.owner == mallory
    assert theirs.pk not in [s.pk for s in round_.sessions.all()]


def test_an_unmoved_overlap_is_not_asked_about_again(alice, alice_client):
    round_ = logged(alice)
    round_.sessions.filter(position=0).update(ends_at=at(11))

    assert edit(alice_client, round_).status_code == 302


def test_another_zone_of_a_session_is_shown_and_stays(round_, alice_client):
    round_.sessions.filter(position=1).update(time_zone="Europe/London")
    form = alice_client.get(f"/rounds/{round_.pk}/edit/").context["form"]
    zones = [session["time_zone"].value() for session in form.parts]
    assert zones == ["Europe/Berlin", "Europe/London", "", ""]
    before = rows(round_)

    edit(alice_client, round_)

    assert rows(round_) == before
