"""Every line of a relay's log is looked at, and no more often than there is a reason."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.db import OperationalError

from reminders.delivery import doubts, relay_log
from reminders.delivery.evidence import findings
from reminders.delivery.relay_log import RelayLog
from tests.reminders.doubtful import in_doubt
from tests.reminders.due import fresh, thanks_due

ONE, TWO = (
    f"<message.0b7b6c1e-5c1f-4d51-9d0f-0a4b8ad1a0c{n}@jobs.example.com>" for n in "12"
)
NOISE = "Nov 22 10:00:00 mx something: else\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mail.log"
    path.write_text(NOISE)
    return path


@pytest.fixture
def read(monkeypatch):
    """How many lines were looked at, each time."""
    counts: list[int] = []

    def counted(lines, seen):
        kept = list(lines)
        counts.append(len(kept))
        return findings(kept, seen)

    monkeypatch.setattr(relay_log, "findings", counted)
    return counts


def _says(message_id: str) -> str:
    return json.dumps({"message_id": message_id, "event": "delivered"}) + "\n"


def _add(path: Path, text: str) -> None:
    with path.open("a") as file:
        file.write(text)


def _found(log: RelayLog, path: Path, *ids: str) -> list[str]:
    return [finding.message_id for finding in log.read_on(path, ids or (ONE, TWO))]


def test_only_what_was_added_is_read_again(path, read):
    log = RelayLog()
    assert _found(log, path) == []
    _add(path, NOISE + _says(ONE))
    assert _found(log, path) == [ONE]
    assert _found(log, path) == []

    assert read == [1, 2, 0]


def test_one_that_is_new_is_looked_for_in_all_of_it(path):
    log = RelayLog()
    _add(path, _says(TWO) + _says(ONE))
    assert _found(log, path, ONE) == [ONE]
    assert _found(log, path, TWO) == [TWO]


def test_who_is_no_longer_sought_costs_nothing(path, read):
    log = RelayLog()
    _found(log, path, ONE, TWO)
    _found(log, path, TWO)

    assert read == [1, 0]


def test_a_line_that_grows_is_read_when_it_is_whole(path):
    log = RelayLog()
    said = _says(ONE)
    _add(path, said[:20])
    assert _found(log, path) == []
    _add(path, said[20:])

    assert _found(log, path) == [ONE]


def test_a_last_line_without_an_end_counts(path):
    _add(path, _says(ONE).rstrip())

    assert _found(RelayLog(), path) == [ONE]


def test_a_log_that_was_rotated_is_read_to_its_end(path, read):
    log = RelayLog()
    _found(log, path)
    _add(path, _says(ONE))
    path.rename(path.with_name("mail.log.1"))
    path.write_text(NOISE + _says(TWO))

    assert _found(log, path) == [ONE, TWO]
    assert read == [1, 3]


def test_so_is_one_that_was_copied_and_cut(path):
    log = RelayLog()
    _add(path, NOISE * 50)
    _found(log, path)
    _add(path, _says(ONE))
    path.with_name("mail.log.1").write_bytes(path.read_bytes())
    os.truncate(path, 0)
    _add(path, _says(TWO))

    assert _found(log, path) == [ONE, TWO]


def test_so_is_one_that_has_grown_larger_since_than_it_was(path):
    log = RelayLog()
    _found(log, path)
    _add(path, _says(ONE))
    path.with_name("mail.log.1").write_bytes(path.read_bytes())
    os.truncate(path, 0)
    _add(path, "Nov 22 10:01:00 mx something: else\n" + _says(TWO))

    assert _found(log, path) == [ONE, TWO]


def test_at_first_the_one_before_it_is_read_too(path):
    path.with_name("mail.log.1").write_text(NOISE + _says(ONE))

    assert _found(RelayLog(), path) == [ONE]


def test_what_postfix_says_in_two_lines_may_lie_in_two_looks(path):
    log = RelayLog()
    name = ONE.strip("<>")
    _add(path, f"Nov 22 mx postfix/cleanup[22]: 4XyZ1k: message-id=<{name}>\n")
    assert _found(log, path) == []
    _add(path, "Nov 22 mx postfix/qmgr[9]: 4XyZ1k: from=<c@x>, (queue active)\n")

    assert _found(log, path) == [ONE]


@pytest.mark.django_db
def test_what_could_not_be_written_down_is_read_again(
    alice, sink, path, settings, monkeypatch
):
    settings.REMINDER_RELAY_LOG = str(path)
    thanks_due(alice)
    message = in_doubt()
    _add(path, _says(message.message_id))

    def gone(*_: object) -> bool:
        raise OperationalError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(doubts, "accepted_after_all", gone)
        with pytest.raises(OperationalError):
            doubts.read_relay_log()
    doubts.read_relay_log()

    assert fresh(message).state == "sent"
