"""What a mail server said is on this machine's disk before the database hears of it."""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import OperationalError

from reminders.delivery import acceptances, doubts, journal, patience
from reminders.delivery.journal import Journal, left_behind
from reminders.delivery.sender import run_due
from reminders.models import DeliveryAttempt, Message
from tests.reminders.due import only_message, thanks_due, told
from tests.reminders.together import claimed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.CALLBACK_DATA = tmp_path
    return tmp_path / "journal"


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*"))


def _database_goes_away_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> bool:
        raise OperationalError("gone")

    monkeypatch.setattr(acceptances, "record", gone)
    monkeypatch.setattr(patience, "LONGEST_SECONDS", 0)


def test_an_answer_the_database_never_heard_is_found(alice, sink, folder, monkeypatch):
    round_ = thanks_due(alice)
    with monkeypatch.context() as patch:
        _database_goes_away_for_good(patch)
        with pytest.raises(OperationalError):
            run_due()
    assert only_message(alice).state == Message.State.SENDING

    assert doubts.read_journals() == 1

    assert (only_message(alice).state, told(round_).state) == ("sent", "told")
    assert DeliveryAttempt.objects.get().smtp_text == "taken"
    assert _files(folder) == []
    assert doubts.read_journals() == 0


def test_it_holds_what_is_needed_and_nothing_private(alice, sink, folder):
    thanks_due(alice)
    said: list[dict[str, object]] = []

    def look(name: str) -> None:
        if name == "answered":
            places = [path.read_bytes()[:4096] for path in _files(folder)]
            said.extend(json.loads(place) for place in places)

    run_due(step=look)

    message = only_message(alice)
    assert said[0]["message_id"] == message.message_id
    assert (said[0]["code"], said[0]["text"]) == (250, "taken")
    assert "example.com" not in str(said).replace(message.message_id, "")
    assert _files(folder) == []


def test_a_full_disk_keeps_the_fence_closed(alice, sink, folder, monkeypatch):
    round_ = thanks_due(alice)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", full)
        run_due()
    message = only_message(alice)
    assert (message.state, message.sending_since) == ("retry", None)
    assert sink.messages == []
    attempt = DeliveryAttempt.objects.get()
    assert (attempt.stage, attempt.outcome) == ("journal", "our_fault")
    assert "No space left" in attempt.smtp_text

    Message.objects.update(next_attempt_at=message.created_at)
    message.owner.outbox.__class__.objects.update(next_due_at=message.created_at)
    run_due()

    assert told(round_).state == "told"
    assert len(sink.messages) == 1


def test_a_folder_that_cannot_be_made_is_the_same(alice, sink, folder):
    thanks_due(alice)
    folder.write_text("not a folder")

    run_due()

    assert only_message(alice).state == Message.State.RETRY
    assert sink.messages == []


def test_a_living_sender_is_left_alone(alice, folder):
    thanks_due(alice)
    claim = claimed()
    with Journal() as mine:
        mine.reserve(claim, "<1@localhost>")
        mine.answered(claim, 250, "yes")
        (path,) = _files(folder)

        with left_behind(path) as entries:
            assert entries == []
        assert path.exists()
        mine.settled([claim])
    assert not path.exists()


def test_two_senders_have_a_file_each(alice, folder):
    thanks_due(alice)
    claim = claimed()
    with Journal() as one, Journal() as two:
        one.reserve(claim, "<1@localhost>")
        two.reserve(claim, "<2@localhost>")

        assert len(_files(folder)) == 2


@pytest.mark.parametrize("written", [b"", b"\0" * 4096, b" " * 4096, b'{"message": "'])
def test_a_torn_file_decides_nothing_and_goes(alice, folder, written, caplog):
    folder.mkdir()
    (folder / "torn").write_bytes(written)

    assert doubts.read_journals() == 0

    assert _files(folder) == []
    assert bool(caplog.records) == written.startswith(b"{")


def test_one_that_cannot_be_settled_stays_for_the_next_time(
    alice, folder, monkeypatch, caplog
):
    thanks_due(alice)
    claim = claimed()
    with Journal() as mine:
        mine.reserve(claim, "<1@localhost>")
        mine.answered(claim, 250, "yes")

    def stumble(*_: object) -> bool:
        raise RuntimeError("a mistake of ours")

    with monkeypatch.context() as patch:
        patch.setattr(doubts, "record", stumble)
        assert doubts.read_journals() == 0

    assert len(_files(folder)) == 1
    assert journal.folder() == folder
    assert doubts.read_journals() == 0, "it was claimed, not handed over"
    assert _files(folder) == []


def test_one_that_stumbles_does_not_keep_the_others(alice, folder, monkeypatch):
    """Each has a place of its own; a place that is free again is taken again."""
    thanks_due(alice)
    first = claimed()
    claims = [first, *[replace(first, message_pk=uuid.uuid4()) for _ in range(2)]]
    with Journal() as mine:
        for claim in claims:
            mine.reserve(claim, "<1@localhost>")
            mine.answered(claim, 250, "yes")
        mine.settled([claims[0]])
        mine.reserve(claims[0], "<2@localhost>")
    seen: list[tuple[str, int | None]] = []

    def stumble(entry: journal.Entry) -> bool:
        seen.append((entry.message_id, entry.code))
        if len(seen) == 1:
            raise RuntimeError("a mistake of ours")
        return True

    monkeypatch.setattr(doubts, "_settle", stumble)

    assert doubts.read_journals() == 2
    assert seen == [("<2@localhost>", None), *[("<1@localhost>", 250)] * 2]
    assert len(_files(folder)) == 1
