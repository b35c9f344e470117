from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from guidance import library
from guidance.situation import Material
from interviews.actions import (
    SessionDetails,
    TaskDetails,
    add_round,
    add_task,
    add_to_bring,
    remove_task,
)
from interviews.advice import advice_for
from interviews.models import OwnItem, Round, Task
from interviews.situation import situation_of
from interviews.task_page import NAMED_BY
from interviews.whole_round import COMPLETE, MEMORY, whole
from tests.applications.world import listening
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

THURSDAY = NOW + timedelta(days=3)


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=THURSDAY)


def held(owner, *, setting: str, zone: str = "Europe/Berlin") -> Round:
    session = SessionDetails(time_zone=zone, starts_at=THURSDAY, setting=setting)
    return add_round(acme(owner), number=2, session=session, people=(), now=NOW)


def page(client, round_) -> str:
    return client.get(f"/rounds/{round_.pk}/tasks/").content.decode()


def situation(round_):
    return situation_of(Round.objects.complete().get(pk=round_.pk), NOW)


def slides(round_, **details) -> Task:
    return add_task(round_, TaskDetails(kind="presentation", **details), now=NOW)


def test_it_is_added_once_however_often_the_button_is_pressed(round_, alice_client):
    typed = {
        "kind": "presentation",
        "text": "Ten minutes on pricing",
        "due": "2026-11-25T18:00",
        "for_whom": "Dana",
    }
    with listening() as told:
        for _ in range(2):
            assert (
                alice_client.post(f"/rounds/{round_.pk}/tasks/", typed).status_code
                == 302
            )

    assert len(told) == 2
    task = Task.objects.get()
    assert task.due_at == datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
    for words in ("Ten minutes on pricing", "due Wed 25 Nov, 18:00", "for Dana"):
        assert words in page(alice_client, round_)


def test_its_time_is_read_on_the_clock_of_the_round(alice, alice_client):
    round_ = held(alice, setting="video", zone="America/New_York")

    alice_client.post(
        f"/rounds/{round_.pk}/tasks/", {"kind": "case", "due": "2026-11-25T18:00"}
    )

    assert Task.objects.get().due_at == datetime(2026, 11, 25, 23, 0, tzinfo=UTC)
    shown = page(alice_client, round_)
    assert "due Thu 26 Nov, 00:00" in shown
    assert "18:00 in New York" in shown


def test_without_a_time_it_is_due_at_the_start(round_, alice_client):
    slides(round_)

    assert "due when the round begins" in page(alice_client, round_)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "kind"),
        ({"kind": "essay"}, "kind"),
        ({"kind": "other"}, "text"),
        ({"kind": "case", "due": "soon"}, "due"),
        ({"kind": "case", "due": "2026-03-29T02:30"}, "due"),  # the clocks skip it
        ({"kind": "case", "for_whom": "x" * 201}, "for_whom"),
    ],
)
def test_what_is_amiss_is_said_at_its_field(round_, alice_client, typed, field):
    response = alice_client.post(f"/rounds/{round_.pk}/tasks/", typed)

    assert response.status_code == 422
    assert field in response.context["task_form"].errors
    assert not Task.objects.exists()


def test_it_is_changed_and_stays_ticked(round_, alice_client):
    task = slides(round_, text="Five minutes")
    alice_client.post(f"/tasks/{task.pk}/", {"do": "tick"})

    alice_client.post(
        f"/tasks/{task.pk}/edit/", {"kind": "presentation", "text": "Ten minutes"}
    )

    task.refresh_from_db()
    assert (task.text, task.done_at) == ("Ten minutes", NOW)


@pytest.mark.parametrize("htmx", [False, True])
def test_it_is_ticked_and_unticked(round_, alice_client, htmx):
    task = slides(round_)
    headers = {"HX-Request": "true"} if htmx else {}

    for do, done in (("tick", True), ("untick", False)):
        response = alice_client.post(f"/tasks/{task.pk}/", {"do": do}, headers=headers)
        task.refresh_from_db()
        assert (task.done_at is not None) is done
        assert response.status_code == (200 if htmx else 302)
        if htmx:
            assert f'aria-checked="{str(done).lower()}"' in response.content.decode()


def test_it_is_taken_off_and_put_back(round_, alice_client):
    task = slides(round_)

    alice_client.post(f"/tasks/{task.pk}/", {"do": "remove"})
    assert f'id="task-{task.pk}"' not in page(alice_client, round_)
    assert "Taken off · 1" in page(alice_client, round_)

    alice_client.post(f"/tasks/{task.pk}/", {"do": "restore"})
    assert f'id="task-{task.pk}"' in page(alice_client, round_)


def test_nothing_else_can_be_done_with_it(round_, alice_client):
    task = slides(round_)

    assert alice_client.post(f"/tasks/{task.pk}/", {"do": "burn"}).status_code == 400


@pytest.mark.parametrize(
    ("kind", "materials"),
    [
        ("presentation", {Material.PRESENTATION}),
        ("samples", {Material.SAMPLES}),
        ("test", {Material.TEST}),
        ("case", set()),
        ("other", set()),
    ],
)
def test_it_is_a_fact_for_the_advice(round_, kind, materials):
    assert situation(round_).to_prepare is None

    task = add_task(round_, TaskDetails(kind=kind, text="What it is"), now=NOW)
    assert situation(round_).to_prepare is True
    assert situation(round_).materials == materials

    remove_task(task, now=NOW)
    assert situation(round_).to_prepare is None
    assert not situation(round_).materials


def test_samples_bring_their_advice(round_):
    add_task(round_, TaskDetails(kind="samples"), now=NOW)

    chosen = advice_for(Round.objects.complete().get(pk=round_.pk), NOW)

    assert "samples-choose" in {entry.id for entry in chosen.to_do}


# --- to bring -------------------------------------------------------------------


def test_things_that_are_suggested_stand_in_the_library():
    assert all(library.load().get(advice) for advice in NAMED_BY)


@pytest.mark.parametrize(
    ("setting", "offered", "not_offered"),
    [
        ("on_site", "Spare résumés", "open on the screen"),
        ("video", "Résumé, open on the screen", "Spare résumés"),
        ("phone", "Résumé, in front of you", "Spare résumés"),
        ("", "", "Suggested because"),
    ],
)
def test_they_are_suggested_by_setting(
    alice, alice_client, setting, offered, not_offered
):
    shown = page(alice_client, held(alice, setting=setting))

    assert offered in shown
    assert not_offered not in shown


def test_a_suggestion_names_its_source(alice, alice_client):
    shown = page(alice_client, held(alice, setting="video"))

    assert "adapted from" in shown
    assert "Bring Relevant Documents" in shown


def test_what_is_taken_is_not_suggested_again(alice, alice_client):
    round_ = held(alice, setting="on_site")

    alice_client.post(
        f"/rounds/{round_.pk}/bring/", {"text": "Spare résumés\nList of references"}
    )

    shown = page(alice_client, round_)
    assert OwnItem.objects.count() == 2
    assert 'value="Spare résumés"' not in shown
    assert 'value="Portfolio or samples"' in shown


def test_what_was_taken_off_comes_back_instead_of_standing_twice(round_, alice_client):
    add_to_bring(round_, texts=["Laptop"], now=NOW)
    item = OwnItem.objects.get()
    alice_client.post(f"/own-items/{item.pk}/", {"do": "remove"})

    alice_client.post(f"/rounds/{round_.pk}/bring/", {"text": "laptop"})

    assert OwnItem.objects.get().removed_at is None


@pytest.mark.parametrize("text", ["", "  ", "x" * 501])
def test_too_little_or_too_much_is_said_in_place(round_, alice_client, text):
    response = alice_client.post(f"/rounds/{round_.pk}/bring/", {"text": text})

    assert response.status_code == 422
    assert not OwnItem.objects.exists()


def test_what_to_bring_is_not_among_what_to_do(round_, alice_client):
    add_to_bring(round_, texts=["Laptop"], now=NOW)

    shown = whole(Round.objects.get(pk=round_.pk), *COMPLETE, *MEMORY)
    assert not shown.to_do
    assert [item.text for item in shown.to_bring] == ["Laptop"]
