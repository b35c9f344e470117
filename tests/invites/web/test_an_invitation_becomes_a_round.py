from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from applications.models import Application
from interviews.models import Invite, Round
from tests.invites.web.conftest import READ, sent
from tests.invites.web.letters import AMBIGUOUS, LETTER, ON_SITE

pytestmark = pytest.mark.usefixtures("monday")


def test_what_it_says_is_what_is_saved(alice, alice_client, hand_in):
    invite = hand_in(LETTER)

    response = alice_client.post(invite.get_absolute_url(), sent(alice_client, invite))

    round_ = Round.objects.get()
    assert response.url == round_.get_absolute_url()
    assert str(round_.application) == "Data Analyst at Globex"
    assert round_.starts_at == datetime(2026, 11, 30, 13, tzinfo=UTC)
    assert round_.ends_at == datetime(2026, 11, 30, 14, tzinfo=UTC)
    assert {p.name for p in round_.people} == {"Priya Nair", "Tom Keller"}
    session = round_.all_sessions[0]
    assert (session.setting, session.link) == ("video", "https://zoom.us/j/8812204417")
    assert "ten-minute presentation" in round_.to_prepare


def test_before_that_nothing_but_the_draft_is_stored(alice, hand_in):
    hand_in(LETTER)

    assert not Application.objects.exists()
    assert not Round.objects.exists()


def test_the_original_stays_with_the_round(alice_client, hand_in):
    invite = hand_in(LETTER)
    alice_client.post(invite.get_absolute_url(), sent(alice_client, invite))

    kept = Round.objects.get().invites.get()

    assert bytes(kept.data).decode() == LETTER
    assert (kept.found, kept.typed) == ({}, "")
    page = alice_client.get(f"/rounds/{kept.round_id}/").content.decode()
    assert kept.get_absolute_url() in page


def test_pressed_twice_it_is_one_round(alice_client, hand_in):
    invite = hand_in(LETTER)
    data = sent(alice_client, invite)

    answers = [alice_client.post(invite.get_absolute_url(), data) for _ in range(2)]

    assert [a.url for a in answers] == [Round.objects.get().get_absolute_url()] * 2


def test_the_same_again_is_the_same_draft(hand_in):
    assert hand_in(LETTER).pk == hand_in(LETTER).pk
    assert Invite.objects.count() == 1


def test_what_is_asked_is_refused_until_it_is_answered(alice_client, hand_in):
    invite = hand_in(AMBIGUOUS)
    data = sent(alice_client, invite)

    response = alice_client.post(invite.get_absolute_url(), data)

    assert response.status_code == 422
    assert response.context["form"].errors["time_zone"] == [
        "“CST” can be Chicago or Shanghai. Which one?"
    ]
    assert not Round.objects.exists()


def test_an_answer_is_enough(alice_client, hand_in):
    invite = hand_in(AMBIGUOUS)
    answer = {"answer-time_zone": "America/Chicago"}

    alice_client.post(invite.get_absolute_url(), sent(alice_client, invite, **answer))

    assert Round.objects.get().starts_at == datetime(2026, 11, 30, 20, tzinfo=UTC)


def test_a_zone_with_one_choice_stands_there_to_be_seen(alice_client, hand_in):
    invite = hand_in(LETTER.replace(" (Berlin time)", ""))
    form = alice_client.get(invite.get_absolute_url()).context["form"]
    (choice,) = form.fields["time_zone"].told.question.choices
    assert form["time_zone"].value() == choice.value == "Europe/Berlin"

    page = alice_client.get(invite.get_absolute_url()).content.decode()
    assert 'value="Europe/Berlin" checked' in page
    assert "Taken as your own" in page
    alice_client.post(invite.get_absolute_url(), sent(alice_client, invite))
    assert Round.objects.get().starts_at == datetime(2026, 11, 30, 13, tzinfo=UTC)


def test_two_readings_of_a_day_are_asked(alice_client, hand_in):
    invite = hand_in("Can you come to an interview at Globex on 3/12 at 2pm CET?")
    form = alice_client.get(invite.get_absolute_url()).context["form"]

    assert form["starts"].value() == ""
    values = [c.value for c in form.fields["starts"].told.question.choices]
    assert set(values) == {"2026-12-03T14:00", "2027-03-12T14:00"}

    data = sent(alice_client, invite, **{"answer-starts": "2026-12-03T14:00"})
    data["role"] = "Analyst"
    alice_client.post(invite.get_absolute_url(), data)
    assert Round.objects.get().starts_at == datetime(2026, 12, 3, 13, tzinfo=UTC)


def test_what_was_typed_besides_the_answers_counts(alice_client, hand_in):
    invite = hand_in(AMBIGUOUS)
    data = sent(alice_client, invite, time_zone="Europe/Paris")

    alice_client.post(
        invite.get_absolute_url(), data | {"answer-time_zone": "Asia/Shanghai"}
    )

    assert Round.objects.get().starts_at == datetime(2026, 11, 30, 13, tzinfo=UTC)


def test_a_day_of_several_sessions(alice_client, hand_in):
    invite = hand_in(ON_SITE)
    data = sent(alice_client, invite, role="Analyst")

    alice_client.post(invite.get_absolute_url(), data)

    sessions = Round.objects.get().all_sessions
    assert [f"{s.starts_at:%H:%M}" for s in sessions] == ["08:00", "08:45", "11:00"]
    assert [s.formats for s in sessions] == [["panel"], ["case_study"], ["meal"]]


def test_what_was_changed_survives_a_reload(alice_client, hand_in):
    invite = hand_in(LETTER)
    data = sent(alice_client, invite, role="Lead analyst")

    response = alice_client.post(f"{invite.get_absolute_url()}typed/", data)

    assert response.status_code == 204
    form = alice_client.get(invite.get_absolute_url()).context["form"]
    assert form["role"].value() == "Lead analyst"
    assert not form.errors


@pytest.mark.parametrize(
    ("sent_in", "words"),
    [
        ({"text": "   "}, "nothing in it"),
        ({"file": b"x" * (5 * 1024 * 1024 + 1)}, "larger than 5 MB"),
        ({"file": b"BEGIN:VCALENDAR", "text": LETTER}, "Send one of them"),
        ({"text": "%PDF-1.7 and so on"}, "a PDF file"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_box(alice_client, sent_in, words):
    if file := sent_in.get("file"):
        sent_in = sent_in | {"file": SimpleUploadedFile("a.ics", file)}

    response = alice_client.post(READ, sent_in)

    assert response.status_code == 422
    page = response.content.decode()
    assert words in page
    assert 'aria-invalid="true"' in page
    assert not Invite.objects.exists()


def test_what_was_pasted_is_still_in_the_box(alice_client):
    page = alice_client.post(READ, {"text": "%PDF <b>kept</b>"}).content.decode()

    assert "%PDF &lt;b&gt;kept&lt;/b&gt;</textarea>" in page


def test_nobody_has_hundreds_read(alice_client):
    answers = [alice_client.post(READ, {"text": ""}).status_code for _ in range(2)]
    assert answers == [422, 422]

    statuses = [
        alice_client.post(READ, {"text": f"%PDF {n}"}).status_code for n in range(21)
    ]
    assert statuses[-1] == 429
    assert set(statuses[:-1]) == {422}


def test_the_example_can_be_tried(alice_client):
    response = alice_client.post(READ, {"example": "1"})

    page = alice_client.get(response.url).content.decode()
    assert "Initech" in page
    assert "can be Chicago or Shanghai" in page
