"""The debrief: every box optional, savable half-way, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest

from interviews import letters
from interviews.actions import Noted, Person, add_interviewer, save_debrief
from interviews.models import Debrief, FollowUp, Round
from interviews.situation import situation_of
from tests.applications.world import listening
from tests.interviews.world import BERLIN, NOW, acme, invited, status_check, write_down

pytestmark = pytest.mark.usefixtures("monday")

NOTHING: Mapping[str, str] = {}


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW - timedelta(hours=3))


def rows(*asked: tuple[str, str, bool]) -> dict[str, str]:
    """What the browser sends for these questions."""
    sent = {"questions-TOTAL_FORMS": str(len(asked)), "questions-INITIAL_FORMS": "0"}
    for place, (text, went, lengthen) in enumerate(asked):
        sent[f"questions-{place}-text"] = text
        sent[f"questions-{place}-went"] = went
        if lengthen:
            sent[f"questions-{place}-lengthen"] = "on"
    return sent


def save(client, round_, asked: Mapping[str, str] = NOTHING, /, **boxes: str):
    return client.post(f"/rounds/{round_.pk}/debrief/", {**asked, **boxes})


def shown(client, round_) -> str:
    return client.get(f"/rounds/{round_.pk}/debrief/").content.decode()


def test_one_box_alone_is_enough(round_, alice_client):
    response = save(alice_client, round_, hints="Somebody patient")

    assert response.headers["Location"] == round_.get_absolute_url()
    assert Debrief.objects.get().hints == "Somebody patient"


def test_everything_comes_back_to_be_gone_on_with(round_, alice_client):
    dana, _ = round_.people
    asked = rows(("Why us?", "Rambled", True), ("", "", False))
    boxes = {f"topic-{dana.pk}": "The data model", "unsaid": "The pricing project"}

    response = save(alice_client, round_, asked, more="1", **boxes)

    assert response.headers["Location"].endswith("/debrief/#questions-end")
    page = shown(alice_client, round_)
    for words in ("Why us?", "Rambled", "The data model", "The pricing project"):
        assert words in page
    assert [q.text for q in Debrief.objects.get().to_lengthen] == ["Why us?"]
    assert 'name="questions-1-text"' in page  # room for one more


def test_saving_is_told_once(round_, alice_client):
    with listening() as told:
        save(alice_client, round_, notes="Bring water")

    assert len(told) == 1


def test_a_question_that_was_emptied_is_gone(round_, alice_client):
    write_down(round_)

    save(alice_client, round_, rows(("", "", False), ("What?", "", False)))

    assert [q.text for q in Debrief.objects.get().questions.all()] == ["What?"]


def test_with_nothing_left_there_is_no_debrief(round_, alice_client):
    dana, rafael = round_.people
    write_down(round_)

    save(alice_client, round_, **{f"topic-{p.pk}": "" for p in (dana, rafael)})

    assert not Debrief.objects.exists()


def test_nothing_typed_is_lost_on_a_mistake(round_, alice_client):
    asked = rows(("", "It went badly", False))

    response = save(alice_client, round_, asked, notes="Keep me", promised_on="soon")

    page = response.content.decode()
    assert response.status_code == 422
    assert "Keep me" in page
    assert "It went badly" in page
    assert "What did they ask?" in page
    assert "Give a date" in page
    assert not Debrief.objects.exists()


def test_the_promised_date_moves_the_question_where_they_stand(round_, alice_client):
    save(alice_client, round_, promised_on="2026-11-25")

    assert Round.objects.get().promised_on == date(2026, 11, 25)
    check = status_check(round_)
    assert check is not None
    assert check.due_at == datetime(2026, 11, 26, 9, 0, tzinfo=BERLIN)


def test_each_note_is_about_what_was_said_to_that_person(round_, alice_client, alice):
    dana, rafael = round_.people
    topics = {f"topic-{dana.pk}": "What not to build"}

    save(alice_client, round_, **topics)

    to_dana, to_rafael = (
        FollowUp.objects.to_write().get(contact=person) for person in (dana, rafael)
    )
    words = letters.words(to_dana, writer=alice, now=NOW)
    assert "me: What not to build." in words
    assert letters.TOPIC in letters.words(to_rafael, writer=alice, now=NOW)


def test_with_nobody_named_there_is_one_box(alice, alice_client):
    round_ = invited(acme(alice), starts_at=NOW - timedelta(hours=3), people=())

    save(alice_client, round_, topic="The data model")

    note = FollowUp.objects.to_write().get(contact=None, kind="thank_you")
    assert "The data model" in letters.words(note, writer=alice, now=NOW)


def test_what_was_talked_about_before_a_name_was_known_stays(alice, alice_client):
    round_ = invited(acme(alice), people=(), starts_at=NOW - timedelta(hours=3))
    save(alice_client, round_, topic="The data model")
    add_interviewer(round_, person=Person(name="Dana Wu"), now=NOW)

    assert "The data model" in shown(alice_client, round_)
    save(alice_client, round_, topic="The data model", hints="Somebody patient")
    save(alice_client, round_, topic="The data model", hints="")

    assert Debrief.objects.get().topics.get().text == "The data model"


def test_a_page_without_a_box_takes_none_of_its_words_away(round_):
    write_down(round_)

    save_debrief(round_, Noted(), promised_on=None, now=NOW)

    assert Debrief.objects.get().topics.count() == 2


def test_the_round_offers_it_once_it_is_over(round_, alice, alice_client):
    ahead = invited(acme(alice), starts_at=NOW + timedelta(days=2))

    link = f'href="/rounds/{round_.pk}/debrief/"'
    assert link in alice_client.get(f"/rounds/{round_.pk}/").content.decode()
    page = alice_client.get(f"/rounds/{ahead.pk}/").content.decode()
    assert f'href="/rounds/{ahead.pk}/debrief/"' not in page


def test_it_is_a_fact_for_the_advice(round_):
    def is_written() -> bool | None:
        return situation_of(Round.objects.complete().get(), NOW).has_debrief

    assert is_written() is False
    write_down(round_)
    assert is_written() is True


def test_the_round_shows_it_in_short(round_, alice_client):
    write_down(round_)

    page = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert "<li>You talked with Dana Wu about: The plan of Dana Wu</li>" in page
    assert "Open your notes" in page


def test_each_thing_noted_says_what_it_is(round_):
    said = Noted(
        topics={None: "Pricing"}, hints="Rigour", unsaid="Papers", notes="Warm"
    )
    save_debrief(round_, said, promised_on=None, now=NOW)

    assert Round.objects.get().noted.splitlines() == [
        "You talked about: Pricing",
        "Notes: Warm",
        "Hints: Rigour",
        "You meant to say: Papers",
    ]


def test_notes_alone_need_no_name(round_):
    save_debrief(round_, Noted(notes="Warm"), promised_on=None, now=NOW)

    assert Round.objects.get().noted == "Warm"
