"""Sending what is due: any number of processes may do this at the same time.

| A crash                          | leaves    | then                           |
|----------------------------------|-----------|--------------------------------|
| before the claim is committed    | as it was | the next run claims it         |
| anywhere up to the fence         | claimed   | claimed anew after its lease;  |
|                                  |           | nothing was accepted: no dot   |
| between fence and recorded answer| sending   | in doubt after the sweep       |
| after the answer is recorded     | settled   | nothing is left to do          |

A holder that wakes after its lease finds its token worthless at the fence. An edit
and the fence meet at the message's row: whichever commits first has it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from email.utils import parseaddr

from django.conf import settings

from reminders.delivery import fence, keeping, stopping
from reminders.delivery.claim import Claim, claim_next
from reminders.delivery.clock import UNAVAILABLE
from reminders.delivery.outcome import Outcome, Verdict, of_refusal
from reminders.delivery.readying import held_for_its_owner, ready
from reminders.delivery.results import record_patiently
from reminders.delivery.smtp import Conversation, Refused, Unanswered, Unreachable
from reminders.models import Message

logger = logging.getLogger(__name__)

# Called with the name of each step just taken: claimed, ready, offered (drafted
# where mails are kept), fenced, dot_written, answered, recorded.
Step = Callable[[str], None]


def no_step(_name: str) -> None:
    """What a step does in ordinary running: nothing."""


def run_due(*, seconds: float = 60.0, step: Step = no_step) -> int:
    """Send until nothing is due, the time is up, the server is unwell or we are to end.

    Returns how many messages were taken in hand.
    """
    stop_at = time.monotonic() + seconds
    taken = 0
    with Conversation() as smtp:
        while time.monotonic() < stop_at and (claim := _next()):
            taken += 1
            step("claimed")
            outcome = _deliver(claim, smtp, step)
            if outcome and outcome.stops_run:
                break
    return taken


def _next() -> Claim | None:
    return None if stopping.is_asked() else claim_next()


def _deliver(claim: Claim, smtp: Conversation, step: Step) -> Outcome | None:
    """One message from claim to record. A mistake in it stays its own.

    None: it was no longer to be sent, or no longer ours.
    """
    try:
        outcome = _tried(claim, smtp, step)
    except UNAVAILABLE:
        raise
    except Exception as error:
        logger.exception("message %s broke", claim.message_pk)
        smtp.hang_up()
        outcome = Outcome(Verdict.BROKEN, text=repr(error))
    if outcome:
        step("answered")
        record_patiently(claim, outcome)
        step("recorded")
    return outcome


def _tried(claim: Claim, smtp: Conversation, step: Step) -> Outcome | None:
    message = ready(claim)
    if message is None:
        return None
    step("ready")
    if not settings.EMAIL_CONFIGURED:
        return _kept(message, claim, step)
    return _offered(message, smtp) or _handed_over(claim, smtp, step)


def _kept(message: Message, claim: Claim, step: Step) -> Outcome | None:
    """No mail server: draft the file, pass the fence, make it the file."""
    draft = keeping.draft(message)
    step("drafted")
    if not _passed(claim):
        draft.unlink(missing_ok=True)
        return None
    step("fenced")
    return keeping.keep(draft)


def _passed(claim: Claim) -> bool:
    return held_for_its_owner(claim) is not None and fence.passed(claim)


def _offered(message: Message, smtp: Conversation) -> Outcome | None:
    """Say everything but the dot; an outcome only if that failed."""
    try:
        smtp.offer(
            sender=parseaddr(str(settings.DEFAULT_FROM_EMAIL))[1],
            recipient=message.recipient,
            mime=bytes(message.mime),
        )
    except Refused as refusal:
        return of_refusal(refusal.stage, refusal.code, refusal.text)
    except Unreachable as error:
        return Outcome(Verdict.TRY_AGAIN, error.stage, text=error.text, stops_run=True)
    return None


def _handed_over(claim: Claim, smtp: Conversation, step: Step) -> Outcome | None:
    """Pass the fence, write the dot, hear the answer."""
    step("offered")
    if stopping.is_asked():
        # Too little time for an answer: a dot now might end in doubt.
        smtp.hang_up()
        return Outcome(Verdict.TRY_AGAIN, "body", text="The worker is ending.")
    try:
        passed = _passed(claim)
    except UNAVAILABLE:
        # Passed or not: the dot was not written, so trying again is safe.
        smtp.hang_up()
        return Outcome(Verdict.TRY_AGAIN, "body", text="The database went away.")
    passed_at = time.monotonic()
    if not passed:
        smtp.hang_up()
        return None
    step("fenced")
    if not fence.is_fresh(passed_at):
        smtp.hang_up()
        return Outcome(Verdict.TRY_AGAIN, "body", text="Held up at the fence.")
    return _answer(smtp, step)


def _answer(smtp: Conversation, step: Step) -> Outcome:
    try:
        code, said = smtp.end(step)
    except Unanswered as error:
        return Outcome(Verdict.IN_DOUBT, "body", text=str(error))
    text = said.decode(errors="replace")
    if 200 <= code < 300:
        return Outcome(Verdict.ACCEPTED, "body", code, text)
    if 400 <= code < 600:
        return of_refusal("body", code, text)
    # Neither yes nor no: it may have been taken, and who knows what comes next.
    smtp.hang_up()
    return Outcome(Verdict.IN_DOUBT, "body", code, text)
