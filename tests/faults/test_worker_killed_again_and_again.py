"""Senders die at any moment; no reminder is lost, none is mailed twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reminders.models import Message
from tests.faults import crowd, fleet

pytestmark = pytest.mark.django_db(transaction=True)

UNDER_WAY = ("claimed", "retry", "sending")


def _all_told() -> bool:
    return "scheduled" not in crowd.asked_for()


def _senders(kind: str, env: dict[str, str], folder: Path) -> fleet.Senders:
    if kind == "forked":
        return fleet.ForkedSenders(env)
    return fleet.CeleryWorker(env, folder)


@pytest.mark.parametrize("kind", ["forked", "celery"])
def test_every_mail_leaves_once(kind: str, tmp_path: Path):
    """The server takes its time, so that the kills fall in the midst of it."""
    with_one, with_ten = 50, 5
    crowd.due(owners=with_one, rounds=1)
    crowd.due(owners=with_ten, rounds=10)
    log = tmp_path / "accepted.txt"
    log.touch()

    with fleet.sink(log, "--pause", "0.05") as port:
        senders = _senders(kind, fleet.environment(port), tmp_path)
        with fleet.running(senders):
            assert fleet.wait_until(lambda: log.stat().st_size > 0, seconds=120)
            kills = fleet.kill_again_and_again(senders, until=_all_told, times=15)
            assert fleet.wait_until(_all_told, seconds=120), Counter(crowd.asked_for())

    accepted = log.read_text().split()
    in_doubt = set(_ids("in_doubt"))
    told = set(_ids("sent"))
    assert kills >= 5
    assert set(crowd.asked_for()) <= {"told", "in_doubt"}
    assert len(told | in_doubt) == with_one + with_ten
    assert len(crowd.asked_for()) == with_one + 10 * with_ten
    assert len(accepted) == len(set(accepted)), "a mail was accepted twice"
    assert told <= set(accepted), "told, but never accepted"
    assert set(accepted) <= told | in_doubt, "accepted, but not known"
    assert len(in_doubt) <= kills
    assert not Message.objects.filter(state__in=UNDER_WAY).exists()


def _ids(state: str) -> list[str]:
    return list(
        Message.objects.filter(state=state).values_list("message_id", flat=True)
    )
