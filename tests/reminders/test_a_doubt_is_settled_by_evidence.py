"""A relay's log or a provider's event says whether a mail in doubt has left."""

from __future__ import annotations

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from reminders.delivery import doubts
from reminders.delivery.evidence import findings
from reminders.delivery.sender import run_due
from reminders.models import DeliveryAttempt, Message
from tests.reminders.doubtful import half_an_hour_passes, in_doubt
from tests.reminders.due import fresh, only_message, thanks_due, told

pytestmark = pytest.mark.django_db

OURS = "message.0b7b6c1e-5c1f-4d51-9d0f-0a4b8ad1a0ce@jobs.example.com"
POSTFIX = [
    f"Nov 22 10:00:01 mx postfix/cleanup[22]: 4XyZ1k2Jd: message-id=<{OURS}>",
    "Nov 22 10:00:01 mx postfix/qmgr[9]: 4XyZ1k2Jd: from=<c@example.com>, size=2100,"
    " nrcpt=1 (queue active)",
]
DELIVERED = (
    "Nov 22 10:00:02 mx postfix/smtp[23]: 4XyZ1k2Jd: to=<a@example.com>,"
    " relay=example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)"
)
EXIM = (
    "2026-11-22 10:00:01 1wAbCd-000001-Ab <= c@example.com H=(app) [192.0.2.2]"
    f" P=esmtp S=2100 id={OURS}"
)
SENDMAIL = (
    "Nov 22 10:00:01 mx sendmail[7]: 5AMA01: from=<c@example.com>, size=2100,"
    f" class=0, nrcpts=1, msgid=<{OURS}>, proto=ESMTP"
)


def _proved(lines: list[str]) -> list[tuple[str, bool]]:
    return [(each.message_id, each.accepted) for each in findings(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        POSTFIX,
        [POSTFIX[0], DELIVERED],
        ["noise", EXIM],
        [
            SENDMAIL.replace("nrcpts=1, msgid", "msgid").replace(
                ">, proto", ">, nrcpts=1"
            )
        ],
        [json.dumps({"message_id": f"<{OURS}>", "event": "delivered"})],
        [json.dumps({"message_id": OURS, "event": "Bounced", "more": 1})],
    ],
)
def test_these_show_that_it_was_accepted(lines):
    assert _proved(lines) == [(f"<{OURS}>", True)]


@pytest.mark.parametrize(
    "lines",
    [
        # Postfix has seen the header; the dot may never have come.
        [POSTFIX[0]],
        [POSTFIX[1], DELIVERED],
        [POSTFIX[0], POSTFIX[1].replace("4XyZ1k2Jd", "another")],
        [EXIM.replace(" <= ", " rejected after DATA ")],
        [EXIM.replace("message.", "someone.elses.")],
        [json.dumps({"message_id": OURS, "event": "thought about"})],
        [json.dumps({"event": "delivered"}), json.dumps([OURS]), "{", ""],
    ],
)
def test_these_show_nothing(lines):
    assert _proved(lines) == []


def test_a_provider_may_say_that_it_did_not_take_it():
    line = json.dumps({"message_id": OURS, "event": "dropped"})

    assert _proved([line]) == [(f"<{OURS}>", False)]


def _event(message: Message, event: str) -> str:
    return json.dumps({"message_id": message.message_id, "event": event}) + "\n"


def test_the_command_settles_it(alice, sink, tmp_path, capsys):
    round_ = thanks_due(alice)
    message = in_doubt()
    path = tmp_path / "events"
    path.write_text(_event(message, "delivered") * 2 + "noise\n")

    call_command("delivery_evidence", str(path))

    assert (
        "1 in doubt had left, 0 had not; 1 changed nothing" in capsys.readouterr().out
    )
    assert (fresh(message).state, told(round_).state) == ("sent", "told")
    assert DeliveryAttempt.objects.get().outcome == "accepted"
    half_an_hour_passes()
    doubts.settle()
    assert run_due() == 0
    assert len(sink.raw) == 1


def test_the_command_reads_what_is_piped_in(alice, sink, monkeypatch, capsys):
    thanks_due(alice)
    message = in_doubt()
    monkeypatch.setattr(sys, "stdin", io.StringIO(_event(message, "sent")))

    call_command("delivery_evidence", "-")

    assert fresh(message).state == "sent"


def test_what_was_not_taken_leaves_in_a_new_mail(alice, sink):
    round_ = thanks_due(alice)
    message = in_doubt("fenced")

    doubts.apply(findings([_event(message, "rejected")]))
    run_due()

    assert fresh(message).state == "void"
    assert (told(round_).state, len(sink.raw)) == ("told", 1)


def test_late_evidence_keeps_a_second_copy_back(alice, sink):
    """It was about to be handed over again."""
    round_ = thanks_due(alice)
    message = in_doubt()
    half_an_hour_passes()
    doubts.decide()
    assert fresh(message).state == "retry"

    doubts.apply(findings([_event(message, "delivered")]))
    run_due()

    assert (fresh(message).state, told(round_).state) == ("sent", "told")
    assert len(sink.raw) == 1


@pytest.mark.parametrize("event", ["delivered", "rejected"])
def test_what_is_settled_is_not_touched(alice, sink, event):
    thanks_due(alice)
    run_due()
    message = only_message(alice)

    counted = doubts.apply(findings([_event(message, event)]))

    assert counted == {"known": 1}
    assert fresh(message).state == "sent"


def test_others_mail_is_not_ours(db):
    counted = doubts.apply(findings([EXIM]))

    assert counted == {"not ours": 1}


def test_a_file_that_is_not_there_is_told(db, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("delivery_evidence", str(tmp_path / "nothing"))


def test_the_relays_log_is_looked_into(alice, sink, tmp_path, settings):
    round_ = thanks_due(alice)
    message = in_doubt()
    log = tmp_path / "mail.log"
    settings.REMINDER_RELAY_LOG = str(log)
    log.write_text("nothing yet\n")
    doubts.read_relay_log()
    assert fresh(message).state == "in_doubt"

    # Rotated in between.
    (tmp_path / "mail.log.1").write_text(
        POSTFIX[0].replace(OURS, message.message_id.strip("<>")) + "\n"
    )
    log.write_text(POSTFIX[1] + "\n")
    doubts.read_relay_log()

    assert (fresh(message).state, told(round_).state) == ("sent", "told")


def test_a_log_that_cannot_be_read_is_told_and_stops_nothing(
    alice, sink, tmp_path, settings, caplog
):
    settings.REMINDER_RELAY_LOG = str(tmp_path / "missing")
    thanks_due(alice)
    message = in_doubt()
    half_an_hour_passes()

    doubts.settle()

    assert "log cannot be read" in caplog.text
    assert fresh(message).state == "retry"


def test_an_event_that_says_nothing_proves_nothing():
    assert _proved([json.dumps({"message_id": OURS, "event": "unknown"})]) == []
