"""Several acceptances are one record; each is as safe as if it had been its own."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reminders import outbox
from reminders.delivery import acceptances, doubts, journal, patience
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import DeliveryAttempt, Message, Outbox, Reminder
from tests.factories import create_user
from tests.reminders.doubtful import Crash
from tests.reminders.due import thanks_due

pytestmark = pytest.mark.django_db(transaction=True)

OWNERS = 4


@pytest.fixture
def crowd(sink, monkeypatch):
    # However slow the machine: what waits for a record waits for its end.
    monkeypatch.setattr(acceptances, "WAIT_SECONDS", 3600.0)
    owners = [create_user() for _ in range(OWNERS)]
    for number, owner in enumerate(owners):
        thanks_due(owner, company=f"Company {number}")
    return owners


def _states() -> list[str]:
    return sorted(Message.objects.values_list("state", flat=True))


def _written() -> dict[str, list[tuple[object, ...]]]:
    """All that a record writes, but for keys and times."""
    messages = Message.objects.values_list(
        "state", "token", "lease_until", "next_attempt_at", "attempts"
    )
    attempts = DeliveryAttempt.objects.values_list(
        "number", "stage", "outcome", "smtp_code", "smtp_text"
    )
    held = timezone.now() + timedelta(minutes=59)
    return {
        "messages": sorted(messages),
        "not settled": list(Message.objects.filter(settled_at=None).values_list()),
        "attempts": sorted(attempts),
        "reminders": sorted(Reminder.objects.values_list("state", "key").distinct()),
        "owners held back for the hour": [
            (Outbox.objects.filter(not_before__gt=held).count(),)
        ],
        "looked at again when something is due": [
            (
                row.next_due_at
                == Reminder.objects.filter(owner=row.owner)
                .free()
                .earliest("allowed_at")
                .allowed_at,
            )
            for row in Outbox.objects.all()
        ],
    }


def test_together_is_the_same_as_one_by_one(crowd, monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError("not together")

    assert run_due() == OWNERS
    together = _written()
    Reminder.objects.update(state="scheduled", message=None, settled_at=None)
    Message.objects.all().delete()
    for owner in crowd:
        outbox.reschedule(owner.pk, None)
    Outbox.objects.update(not_before=None)

    monkeypatch.setattr(acceptances, "_recorded", fail)
    assert run_due() == OWNERS

    assert _written() == together


def test_what_answers_an_entry_does_not_wait_for_the_hour(crowd):
    """It came in while the mail was leaving."""

    def enter(step: str) -> None:
        if step == "answered" and not Reminder.objects.filter(key="new").exists():
            row = Reminder.objects.free().filter(owner=crowd[0]).latest("allowed_at")
            soon = timezone.now() + timedelta(minutes=20)
            Reminder.objects.filter(pk=row.pk).update(
                key="new", is_prompt=True, due_at=soon, allowed_at=soon
            )

    run_due(step=enter)

    prompt = Reminder.objects.get(key="new")
    assert Outbox.objects.get(owner=crowd[0]).not_before == prompt.allowed_at
    others = Outbox.objects.exclude(owner=crowd[0])
    assert others.filter(not_before__gt=prompt.allowed_at).count() == OWNERS - 1


def test_more_of_them_hardly_cost_more(crowd):
    with CaptureQueriesContext(connection) as queries:
        run_due()

    written = [q["sql"] for q in queries if "reminders_deliveryattempt" in q["sql"]]
    assert len(written) == 1


@pytest.mark.parametrize("heard", [1, 2, OWNERS])
def test_who_dies_before_the_record_leaves_no_doubt(crowd, sink, heard):
    answers: list[str] = []

    def crash(step: str) -> None:
        answers.extend([step] * (step == "answered"))
        if len(answers) == heard:
            raise Crash

    with pytest.raises(Crash):
        run_due(step=crash)
    assert _states() == ["claimed"] * (OWNERS - heard) + ["sending"] * heard

    assert doubts.read_journals() == heard

    assert _states() == ["claimed"] * (OWNERS - heard) + ["sent"] * heard
    assert list(journal.folder().glob("*")) == []
    _leases_lapse()
    assert run_due() == OWNERS - heard
    assert len({mail["Message-ID"] for mail in sink.messages}) == OWNERS
    assert len(sink.messages) == OWNERS


def test_who_dies_in_the_middle_leaves_one_in_doubt(crowd):
    """Those before it have their answers on the disk, those after it did not begin."""
    dots: list[str] = []

    def crash(step: str) -> None:
        dots.extend([step] * (step == "dot_written"))
        if len(dots) == 3:
            raise Crash

    with pytest.raises(Crash):
        run_due(step=crash)
    assert doubts.read_journals() == 3

    assert _states() == ["claimed", "in_doubt", "sent", "sent"]


def test_a_disk_that_is_lost_as_well_leaves_them_all_in_doubt(crowd):
    """The price, and its limit: those that wait for one record."""
    answers: list[str] = []

    def crash(step: str) -> None:
        answers.extend([step] * (step == "answered"))
        if len(answers) == 3:
            raise Crash

    with pytest.raises(Crash):
        run_due(step=crash)
    for path in journal.folder().glob("*"):
        path.unlink()
    past = timezone.now() - timedelta(hours=1)
    Message.objects.filter(state="sending").update(sending_since=past)

    assert sweep() == 3
    assert _states() == ["claimed", "in_doubt", "in_doubt", "in_doubt"]
    assert journal.PLACES <= 10


def test_a_journal_that_is_full_is_recorded(crowd, monkeypatch):
    """More are claimed together than may wait for a record."""
    monkeypatch.setattr(journal, "PLACES", 2)
    seen: list[list[str]] = []

    assert (
        run_due(step=lambda s: seen.append(_states()) if s == "offered" else None)
        == OWNERS
    )

    assert [states.count("sent") for states in seen] == [0, 0, 2, 2]


def test_the_record_waits_no_longer_than_a_moment(crowd, monkeypatch):
    monkeypatch.setattr(acceptances, "WAIT_SECONDS", 0.0)
    seen: list[list[str]] = []

    run_due(step=lambda s: seen.append(_states()) if s == "offered" else None)

    assert [states.count("sent") for states in seen] == [0, 1, 2, 3]


def test_a_database_that_comes_back_hears_of_all(crowd, sink, monkeypatch):
    away = iter([OperationalError("gone")] * 2)
    recorded = acceptances._recorded

    def sometimes(done: list[acceptances.Acceptance]) -> object:
        for error in away:
            raise error
        return recorded(done)

    monkeypatch.setattr(acceptances, "_recorded", sometimes)

    assert run_due() == OWNERS
    assert _states() == ["sent"] * OWNERS
    assert list(journal.folder().glob("*")) == []


def test_one_that_was_swept_meanwhile_is_recorded_by_itself(crowd, sink):
    """Its sender was only slow: the acceptance is heard however late."""

    def sweep_one(step: str) -> None:
        if step == "answered" and Message.objects.filter(state="sending").count() == 1:
            past = timezone.now() - timedelta(hours=1)
            Message.objects.filter(state="sending").update(sending_since=past)
            assert sweep() == 1

    assert run_due(step=sweep_one) == OWNERS

    assert _states() == ["sent"] * OWNERS


def test_what_is_in_other_hands_by_now_is_left_to_them(crowd):
    """It was given up on and is handed over again: that answer will tell."""
    token = uuid.uuid4()

    def take_over(step: str) -> None:
        leaving = Message.objects.filter(state="sending")
        if step == "answered" and leaving.count() == 1:
            leaving.update(token=token)

    run_due(step=take_over)

    assert _states() == ["sending", "sent", "sent", "sent"]
    assert Message.objects.get(state="sending").token == token


@pytest.mark.parametrize("step", ["ready", "answered"])
def test_others_are_given_back_when_something_gives_way(crowd, sink, monkeypatch, step):
    """A database that goes away, or a mistake of ours: nobody waits for a lease."""
    monkeypatch.setattr(patience, "LONGEST_SECONDS", 0)
    taken: list[str] = []

    def give_way(name: str) -> None:
        taken.extend([name] * (name == step))
        if len(taken) == 2:
            taken.clear()
            raise OperationalError("gone")

    with pytest.raises(OperationalError):
        run_due(step=give_way)

    left = Message.objects.filter(state="retry")
    assert left.count() == OWNERS - 2
    assert set(left.values_list("attempts", flat=True)) == {0}
    assert Message.objects.filter(state="sent").exists(), "what was heard is recorded"
    if step == "answered":
        assert doubts.read_journals() == 1
    _leases_lapse()
    run_due()
    assert _states() == ["sent"] * OWNERS
    assert len(sink.messages) == OWNERS


def _leases_lapse() -> None:
    past = timezone.now() - timedelta(hours=1)
    Message.objects.filter(state="claimed").update(lease_until=past)
    held = Message.objects.filter(state__in=("claimed", "retry")).values("owner")
    Outbox.objects.filter(owner__in=held).update(next_due_at=past)
