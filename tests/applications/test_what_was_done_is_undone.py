"""Moving, tagging, archiving, deleting: taken back, everything is as it was."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from applications import pipeline
from applications.actions import add_note
from applications.models import Application, Offer, StageChange, Undo
from applications.offers import answer_offer
from applications.undoing import take_back
from interviews.actions import Person, SessionDetails, add_round
from interviews.models import FollowUp
from reminders.models import Reminder
from tests.applications.world import NOW, an_application, listening

LATER = NOW + timedelta(minutes=1)


def move(owner, applications, to, now=NOW) -> Undo:
    undo = pipeline.move(owner, [each.pk for each in applications], to=to, now=now)
    assert undo
    return undo


def as_it_is(application):
    """All of its columns, its open messages and its planned reminders."""
    columns = Application.objects.filter(pk=application.pk).values().get()
    owed = FollowUp.objects.filter(round__application=application, state="open")
    planned = Reminder.objects.filter(application=application, state="scheduled")
    return (
        columns,
        sorted(owed.values_list("pk", "due_at")),
        sorted(planned.values_list("key", "due_at")),
    )


def with_a_round(owner, company="Globex"):
    application = an_application(owner, company=company)
    add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone="Europe/Berlin", starts_at=NOW + timedelta(days=1)
        ),
        people=(Person(name="Dana Wu"),),
        now=NOW,
    )
    application.refresh_from_db()
    return application


DEEDS = {
    "moved": lambda owner, keys: pipeline.move(owner, keys, to="rejected", now=LATER),
    "tagged": lambda owner, keys: pipeline.tag(owner, keys, add="Dream", now=LATER),
    "planned": lambda owner, keys: pipeline.set_step(
        owner, keys, step="Ring", on=NOW.date(), now=LATER
    ),
    "planned and moved": lambda owner, keys: pipeline.set_step(
        owner, keys, step="Ring", on=NOW.date(), to="offer", now=LATER
    ),
    "archived": lambda owner, keys: pipeline.archive(owner, keys, now=LATER),
    "deleted": lambda owner, keys: pipeline.delete(owner, keys, now=LATER),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_one_and_many_are_as_they_were(deed, alice):
    applications = [with_a_round(alice, company=name) for name in ("A", "B", "C")]
    before = [as_it_is(each) for each in applications]

    for chosen in (applications[:1], applications):
        undo = DEEDS[deed](alice, [each.pk for each in chosen])
        assert undo
        assert [as_it_is(each) for each in applications] != before
        assert take_back(undo, now=LATER) == (len(chosen), 0)
        assert [as_it_is(each) for each in applications] == before


def test_a_move_taken_back_counts_for_nothing_and_stays_in_the_record(alice):
    application = an_application(alice, now=NOW - timedelta(days=20))
    application.refresh_from_db()
    quiet_since = application.quiet_since

    take_back(move(alice, [application], "offer"), now=LATER)

    application.refresh_from_db()
    assert application.quiet_since == quiet_since
    assert application.stage_changes.count() == 2
    assert application.stage_changes.standing().get().to_stage == "applied"
    undone = StageChange.objects.get(to_stage="offer")
    assert undone.undone_at == LATER


def test_an_answer_to_an_offer_comes_back_too(alice):
    application = an_application(alice, stage="offer")
    answer_offer(application, decision="accepted", now=NOW)

    undo = move(alice, [application], "interviewing", LATER)
    assert Offer.objects.get().decision == ""
    take_back(undo, now=LATER)

    offer = Offer.objects.get()
    assert (offer.decision, offer.decided_at) == ("accepted", NOW)
    assert offer.application.stage == "accepted"


def test_what_has_changed_since_stays(alice):
    one, other = an_application(alice, company="One"), an_application(alice)
    undo = move(alice, [one, other], "screening")
    pipeline.move(alice, [one.pk], to="offer", now=NOW)
    add_note(other, text="Something else", now=LATER)

    assert take_back(undo, now=LATER) == (1, 1)

    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.stage, other.stage) == ("offer", "applied")


def test_an_edit_since_of_something_else_keeps_its_time(alice):
    application = an_application(alice)
    undo = move(alice, [application], "screening")
    application.refresh_from_db()
    application.role = "Lead analyst"
    application.save()
    edited_at = application.updated_at

    assert take_back(undo, now=LATER) == (1, 0)

    application.refresh_from_db()
    assert (application.stage, application.role) == ("applied", "Lead analyst")
    assert application.updated_at == edited_at


def test_twice_does_nothing_more(alice):
    application = an_application(alice)
    undo = pipeline.archive(alice, [application.pk], now=NOW)
    assert undo
    assert take_back(undo, now=LATER) == (1, 0)
    pipeline.archive(alice, [application.pk], now=LATER)

    assert take_back(undo, now=LATER) == (0, 0)
    application.refresh_from_db()
    assert application.archived_at == LATER


def test_nothing_to_change_is_nothing_to_undo(alice):
    application = an_application(alice)
    with listening() as told:
        assert pipeline.move(alice, [application.pk], to="applied", now=NOW) is None
    assert told == []
    assert not Undo.objects.exists()


def test_many_are_told_once_and_cost_as_much_as_two(
    alice, django_assert_max_num_queries
):
    applications = [with_a_round(alice, company=str(n)) for n in range(6)]
    keys = [each.pk for each in applications]
    with django_assert_max_num_queries(40) as two:
        pipeline.move(alice, keys[:2], to="screening", now=NOW)
    with django_assert_max_num_queries(len(two.captured_queries)):
        pipeline.move(alice, keys[2:], to="screening", now=NOW)
    assert Application.objects.filter(stage="screening").count() == 6


def test_another_owners_are_left_alone(alice, mallory):
    application = an_application(alice)
    assert pipeline.delete(mallory, [application.pk], now=NOW) is None
    application.refresh_from_db()
    assert application.deleted_at is None


@pytest.mark.parametrize("htmx", [False, True], ids=["plain", "htmx"])
def test_the_toast_offers_it(alice, alice_client, htmx):
    application = an_application(alice)
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/board/"}
    page = alice_client.post(
        f"/applications/{application.pk}/move/",
        {"stage": "offer"},
        headers=headers if htmx else {},
        follow=True,
    ).content.decode()
    assert "Globex moved to Offer." in page
    [address] = re.findall(r'action="(/undo/\d+/)"', page)

    answer = alice_client.post(address, {"next": "/board/"})

    assert answer["Location"] == "/board/"
    application.refresh_from_db()
    assert application.stage == "applied"


def test_the_toast_of_a_strangers_deed_is_not_there(alice, mallory_client):
    application = an_application(alice)
    undo = pipeline.archive(alice, [application.pk], now=NOW)
    assert undo
    assert mallory_client.post(f"/undo/{undo.pk}/").status_code == 404
    application.refresh_from_db()
    assert application.archived_at == NOW
