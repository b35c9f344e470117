from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from reminders import emails
from reminders.delivery.claim import claim_next
from reminders.delivery.outcome import Outcome, Verdict
from reminders.delivery.results import record
from reminders.delivery.sender import run_due
from reminders.models import Message, Outbox
from tests.reminders.due import only_message, prepare_due, thanks_due, told

pytestmark = pytest.mark.django_db

Breaking = Callable[[User | None], None]


@pytest.fixture
def broken_for(monkeypatch: pytest.MonkeyPatch) -> Breaking:
    """Thank-you mails of this owner cannot be rendered, until the next call."""
    render = emails.render

    def breaking(owner: User | None) -> None:
        def stumbling(message: Message, **rest: Any) -> emails.Rendered:
            if message.owner == owner and message.kind == "thank_you":
                raise RuntimeError("a mistake of ours")
            return render(message, **rest)

        monkeypatch.setattr(emails, "render", stumbling)

    return breaking


def _time_passes() -> None:
    """As if the next try had come."""
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.filter(state="retry").update(next_attempt_at=past)
    Outbox.objects.filter(next_due_at__isnull=False).update(next_due_at=past)


def test_one_that_cannot_be_rendered_does_not_stop_the_others(
    alice, mallory, sink, broken_for
):
    broken_for(alice)
    thanks_due(alice)
    thanks_due(mallory)

    run_due()

    assert [mail["To"] for mail in sink.messages] == ["mallory@example.com"]


def test_it_is_tried_until_it_is_mended(alice, sink, broken_for, caplog):
    broken_for(alice)
    round_ = thanks_due(alice)
    for _ in range(12):
        run_due()
        assert only_message(alice).state == Message.State.RETRY
        _time_passes()
    assert {r.levelno for r in caplog.records if "broken" in r.message} == {
        logging.ERROR
    }

    broken_for(None)
    run_due()

    assert len(sink.messages) == 1
    assert told(round_).state == "told"


def test_it_ends_when_it_is_of_no_use(alice):
    round_ = thanks_due(alice)
    claim = claim_next()
    assert claim
    past = timezone.now() - timedelta(hours=1)
    first = told(round_)
    first.due_at, first.useless_after = past - timedelta(hours=1), past
    first.save()

    record(claim, Outcome(Verdict.BROKEN))

    assert only_message(alice).state == Message.State.EXPIRED
    assert told(round_).state == "expired"


def test_what_is_of_another_kind_need_not_wait(alice, sink, broken_for):
    broken_for(alice)
    round_ = thanks_due(alice)
    for _ in range(5):
        run_due()
        _time_passes()
    prepare_due(alice)
    _time_passes()

    run_due()

    assert [mail["X-Reminder-Reason"] for mail in sink.messages] == ["prepare"]
    broken_for(None)
    _time_passes()
    run_due()
    assert told(round_).state == "told"
