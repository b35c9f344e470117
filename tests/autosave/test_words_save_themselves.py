"""What the page's script sends, and what it is told: without a script, see the others."""

from __future__ import annotations

import pytest
from django.db import transaction

from accounts.autosave import lock_writer
from interviews.models import AskedQuestion, Debrief, FollowUp
from tests.applications.world import listening
from tests.autosave.places import PLACES, a_round, place
from tests.autosave.test_nothing_is_written_over_unseen import asked, opened, send
from tests.concurrency import while_another

pytestmark = pytest.mark.django_db

EVERYWHERE = pytest.mark.parametrize("name", sorted(PLACES))


def by_itself(client, at, page, words: str, **more: str):
    return send(client, at, page, words, autosave="1", **more)


@EVERYWHERE
def test_it_is_written_without_a_toast_and_told_once(alice, alice_client, name):
    at = place(alice, name, "First words")
    page = opened(alice_client, at)

    with listening() as told:
        answer = by_itself(alice_client, at, page, "Second words")

    assert answer.status_code == 200
    assert answer.json()["left"] == {}
    assert len(answer.json()["at"]) == len("14:03")
    assert at.stored() == "Second words"
    assert len(told) == (0 if name == "story" else 1)
    assert 'class="toast ' not in alice_client.get("/").content.decode()


@EVERYWHERE
def test_it_goes_on_from_what_it_was_told(alice, alice_client, name):
    at = place(alice, name, "First words")
    page = opened(alice_client, at)
    for words in ("Second words", "Third words", "First words"):
        answer = by_itself(alice_client, at, page, words)
        page["opened"] = answer.json()["opened"]

    assert at.stored() == "First words"
    assert page["opened"] == opened(alice_client, at)["opened"]


@EVERYWHERE
def test_the_same_words_again_write_nothing(alice, alice_client, name):
    at = place(alice, name, "First words")
    page = opened(alice_client, at)

    with listening() as told:
        answer = by_itself(alice_client, at, page, "First words")

    assert answer.status_code == 200
    assert told == []


def test_what_another_page_wrote_beside_it_stays_and_is_told(alice, alice_client):
    at = place(alice, "research", "First words")
    page = opened(alice_client, at)
    send(alice_client, at, page, "First words", culture="Kind")

    answer = by_itself(alice_client, at, page, "Second words", culture="").json()
    assert answer["elsewhere"] == ["Culture"]

    again = {**page, "opened": answer["opened"]}
    by_itself(alice_client, at, again, "Third words", culture="")
    assert "Kind" in alice_client.get(at.path).content.decode()


def test_half_a_story_is_written_and_the_rest_told(alice, alice_client):
    at = place(alice, "story", "First words")
    page = opened(alice_client, at)

    answer = by_itself(alice_client, at, page, "Second words", title="")

    assert answer.json()["left"] == {"Title": "Please fill this in."}
    assert at.stored() == "Second words"
    assert "A tender" in alice_client.get("/stories/").content.decode()


def test_half_a_question_is_written(alice, alice_client):
    at = place(alice, "debrief", "A hint")
    page = opened(alice_client, at)

    went = {**asked(""), "questions-0-went": "Badly"}
    answer = by_itself(alice_client, at, page, "A hint", **went)

    assert answer.json()["left"] == {}
    half = AskedQuestion.objects.get()
    assert (half.text, half.went) == ("", "Badly")
    # By hand it is asked for, as before.
    page["opened"] = answer.json()["opened"]
    refused = send(alice_client, at, page, "A hint", **went)
    assert refused.status_code == 422
    assert "What did they ask?" in refused.content.decode()


def test_a_day_that_is_none_yet_stays_as_it_was(alice, alice_client):
    at = place(alice, "debrief", "A hint")
    page = opened(alice_client, at)

    answer = by_itself(alice_client, at, page, "More", promised_on="2026-1")

    assert answer.json()["left"] == {
        "They promised to answer by": "Give a date, for example 2026-12-03."
    }
    assert at.stored() == "More"


def test_a_question_far_too_long_waits_and_the_rest_is_written(alice, alice_client):
    at = place(alice, "debrief", "A hint")
    page = opened(alice_client, at)

    answer = by_itself(alice_client, at, page, "More", **asked("?" * 2001)).json()

    assert answer["left"] == {"What they asked": "One of them is too long."}
    assert at.stored() == "More"
    assert not AskedQuestion.objects.exists()


def test_nothing_typed_makes_no_debrief(alice, alice_client):
    round_ = a_round(alice)
    path = f"/rounds/{round_.pk}/debrief/"
    version = alice_client.get(path).context["form"].version

    with listening() as told:
        typed = {"opened": version, "autosave": "1", "hints": " ", **asked("", "")}
        answer = alice_client.post(path, typed)

    assert answer.status_code == 200
    assert not Debrief.objects.exists()
    assert told == []


def test_a_draft_that_saves_itself_is_neither_signed_nor_sent(alice, alice_client):
    at = place(alice, "follow-up", "Dear Dana")
    page = opened(alice_client, at)

    more = {"your_name": "Al", "then": "sent"}
    by_itself(alice_client, at, page, "Dear Dana, [your name]", **more)

    alice.refresh_from_db()
    assert alice.name == ""
    assert at.stored() == "Dear Dana, [your name]"
    assert not FollowUp.objects.filter(state=FollowUp.State.SENT).exists()


def test_what_cannot_be_written_is_said_and_not_written(alice, alice_client):
    at = place(alice, "note", "First words")
    page = opened(alice_client, at)

    answer = by_itself(alice_client, at, page, "")

    assert answer.json()["left"] == {"Note": "Please fill this in."}
    assert at.stored() == "First words"


def test_a_stranger_cannot_write_so_either(alice, mallory_client, alice_client):
    at = place(alice, "note", "First words")
    page = opened(alice_client, at)

    assert by_itself(mallory_client, at, page, "Mine").status_code == 404
    assert at.stored() == "First words"


@pytest.mark.django_db(transaction=True)
def test_two_pages_at_the_same_moment_do_not_both_write(alice, alice_client):
    at = place(alice, "note", "First words")
    page = opened(alice_client, at)

    def write_first(let_the_other_wait):
        with transaction.atomic():
            lock_writer(alice)
            let_the_other_wait()
            note = alice.applications.get().notes.get()
            note.text = "Written meanwhile"
            note.save()

    _, answer = while_another(
        write_first, lambda: by_itself(alice_client, at, page, "Mine")
    )

    assert answer.status_code == 409
    assert at.stored() == "Written meanwhile"
