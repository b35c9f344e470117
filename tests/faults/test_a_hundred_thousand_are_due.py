"""Fault 27: a hundred thousand reminders are due at the same moment.

All leave, the longest due first, by the same few statements for each mail as on any
day, and no sender holds more of them in its memory than it has in hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from reminders.delivery.sender import run_due
from reminders.delivery.several import AT_ONCE
from reminders.models import Message, Outbox, Reminder
from tests.faults import fleet, invariants
from tests.faults.copies import copied
from tests.reminders.due import thanks_due

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

OWNERS, EACH = 5_000, 20
SENDERS = 2
# So many statements for a mail, and so many MB more than a sender begins with.
MOST_STATEMENTS, MOST_MEMORY = 25, 60
SECONDS = 900


@pytest.fixture
def line(alice: User) -> list[int]:
    """The owners, longest due first; in no order of their numbers."""
    for number in range(EACH):
        thanks_due(alice, company=f"Acme {number}")
    copied(times=OWNERS - 1)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE reminders_outbox SET next_due_at = now() - random() * '1h'::interval"
        )
    return list(Outbox.objects.order_by("next_due_at").values_list("pk", flat=True))


def test_all_of_them_leave_in_their_order(line, sink, tmp_path):
    assert _waiting().count() == OWNERS * EACH == 100_000

    with CaptureQueriesContext(connection) as statements:
        first = run_due(seconds=3)
    assert len(statements) / first <= MOST_STATEMENTS

    log = tmp_path / "accepted.txt"
    log.touch()
    with fleet.sink(log) as port:
        env = fleet.environment(port, REMINDER_LEASE_SECONDS="120")
        senders = fleet.ForkedSenders(env, SENDERS)
        with fleet.running(senders):
            assert fleet.wait_until(lambda: log.stat().st_size > 0, seconds=60)
            before = _memory(senders)
            assert fleet.wait_until(lambda: not _waiting().exists(), seconds=SECONDS)
            assert _memory(senders) <= before + MOST_MEMORY

    accepted = [str(mail["Message-ID"]) for mail in sink.messages]
    accepted += log.read_text().split()
    assert len(accepted) == OWNERS
    invariants.hold(accepted)
    _in_order(line, accepted)


def _waiting():
    """Those of the first telling that have still to leave."""
    return Reminder.objects.filter(key__endswith=":first", state="scheduled")


def _memory(senders: fleet.Senders) -> float:
    """MB that the largest of them has held at any time."""
    held = [Path(f"/proc/{pid}/status").read_text() for pid in senders.alive()]
    peaks = [text.partition("VmHWM:")[2].split()[0] for text in held]
    return max(int(peak) for peak in peaks) / 1024


def _in_order(line: list[int], accepted: list[str]) -> None:
    """Nobody leaves earlier or later than what the senders have in hand explains."""
    owners = dict(Message.objects.values_list("message_id", "owner_id"))
    left = {owners[mail]: place for place, mail in enumerate(accepted)}
    astray = max(abs(left[owner] - place) for place, owner in enumerate(line))
    assert astray <= 2 * SENDERS * AT_ONCE, f"{astray} places from where it stood"
