"""Sending what is due: any number of processes may do this at the same time.

| A crash                          | leaves    | then                           |
|----------------------------------|-----------|--------------------------------|
| before the claim is committed    | as it was | the next run claims it         |
| anywhere up to the fence         | claimed   | claimed anew after its lease;  |
|                                  |           | nothing was accepted: no dot   |
| between fence and heard answer   | sending   | in doubt, then `doubts` decides|
| between answer and record        | sending   | sent: the journal has it       |
| after the answer is recorded     | settled   | nothing is left to do          |

A holder that wakes after its lease finds its token worthless at the fence. An edit
and the fence meet at the message's row: whichever commits first has it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings

from reminders.delivery import fence, keeping, log, several, stopping
from reminders.delivery.breaker import Breaker
from reminders.delivery.claim import Claim, is_something_due
from reminders.delivery.clock import UNAVAILABLE
from reminders.delivery.journal import Journal
from reminders.delivery.outcome import JOURNAL, Outcome, Verdict, of_refusal
from reminders.delivery.readying import held_for_its_owner, ready
from reminders.delivery.recipient import has_that_address
from reminders.delivery.results import record_patiently
from reminders.delivery.smtp import Conversation, Refused, Unanswered, Unreachable
from reminders.models import Message

logger = logging.getLogger(__name__)

# Called with the name of each step just taken: claimed, ready, offered (drafted
# where mails are kept), fenced, dot_written, heard, answered, recorded.
Step = Callable[[str], None]


def no_step(_name: str) -> None:
    """What a step does in ordinary running: nothing."""


def run_due(*, seconds: float = 60.0, step: Step = no_step) -> int:
    """Send until nothing is due, the time is up, the server is unwell or we are to end.

    Returns how many messages were taken in hand.
    """
    stop_at = time.monotonic() + seconds
    taken = 0
    with Conversation() as smtp, Journal() as journal:
        sender = _Sender(smtp, journal, Breaker(), step)
        while time.monotonic() < stop_at and (claims := sender.next()):
            begun, is_well = sender.deliver_all(claims)
            taken += begun
            if not is_well:
                break
    return taken


@dataclass(frozen=True)
class _Sender:
    """One connection and what belongs to it, for one message after the other."""

    smtp: Conversation
    journal: Journal
    breaker: Breaker
    on_step: Step

    def next(self) -> list[Claim]:
        """The next messages; the server is called before anything is taken in hand."""
        if stopping.is_asked() or not (self._is_there() or is_something_due()):
            return []
        return several.claim_some() if self._can_send() else []

    def _is_there(self) -> bool:
        """The mail server, as far as is known; where there is none, the folder."""
        return not settings.EMAIL_CONFIGURED or self.smtp.is_open

    def _can_send(self) -> bool:
        return self._is_there() or self.breaker.connects(self.smtp)

    def deliver_all(self, claims: Sequence[Claim]) -> tuple[int, bool]:
        """One after the other; what cannot be begun soon is given back.

        Returns how many were begun, and whether the server may be asked for more.
        """
        begin_until = time.monotonic() + settings.REMINDER_LEASE_SECONDS / 4
        mails = several.ready_some(claims)
        for begun, claim in enumerate(claims):
            is_late = begun and time.monotonic() > begin_until
            if begun and (is_late or stopping.is_asked() or not self._can_send()):
                several.give_back(claims[begun:])
                return begun, bool(is_late)
            if not self.deliver(claim, mails.get(claim.message_pk)):
                several.give_back(claims[begun + 1 :])
                return begun + 1, False
        return len(claims), True

    def deliver(self, claim: Claim, mail: Message | None) -> bool:
        """One message from claim to record; False: leave the server alone for now.

        `mail` is there if it is ready. A mistake in a message stays its own.
        """
        self._step("claimed", claim)
        try:
            outcome = self._tried(claim, mail)
        except UNAVAILABLE:
            raise
        except Exception as error:
            logger.exception("message %s broke", claim.message_pk)
            self.smtp.hang_up()
            outcome = Outcome(Verdict.BROKEN, text=repr(error))
        if outcome is None:  # no longer to be sent, or no longer ours
            self.journal.settled()
            return True
        self._step("answered", claim)
        record_patiently(claim, outcome)
        self.journal.settled()
        self._step("recorded", claim)
        if settings.EMAIL_CONFIGURED:
            self.breaker.heard(outcome)
        return not outcome.stops_run

    def _step(self, name: str, claim: Claim) -> None:
        log.step(name, claim.message_pk)
        self.on_step(name)

    def _tried(self, claim: Claim, mail: Message | None) -> Outcome | None:
        message = mail or ready(claim)
        if message is None:
            return None
        self._step("ready", claim)
        if not settings.EMAIL_CONFIGURED:
            return self._kept(message, claim)
        return (
            self._offered(message)
            or self._noted(message, claim)
            or self._handed_over(claim)
        )

    def _kept(self, message: Message, claim: Claim) -> Outcome | None:
        """No mail server: draft the file, pass the fence, make it the file."""
        draft = keeping.draft(message)
        self._step("drafted", claim)
        if not _passed(claim):
            draft.unlink(missing_ok=True)
            return None
        self._step("fenced", claim)
        return keeping.keep(draft)

    def _offered(self, message: Message) -> Outcome | None:
        """Say everything but the dot; an outcome only if that failed."""
        try:
            self.smtp.offer(
                sender=parseaddr(str(settings.DEFAULT_FROM_EMAIL))[1],
                recipient=message.recipient,
                mime=bytes(message.mime),
            )
        except Refused as refusal:
            return of_refusal(refusal.stage, refusal.code, refusal.text)
        except Unreachable as error:
            stage = error.stage
            return Outcome(Verdict.TRY_AGAIN, stage, text=error.text, stops_run=True)
        return None

    def _noted(self, message: Message, claim: Claim) -> Outcome | None:
        """Take room for the answer on our disk; an outcome only if there is none."""
        try:
            self.journal.reserve(claim, message.message_id)
        except OSError as error:
            self.smtp.hang_up()
            said = f"The journal cannot be written: {error.strerror or error}"
            return Outcome(Verdict.OUR_FAULT, JOURNAL, text=said, stops_run=True)
        return None

    def _handed_over(self, claim: Claim) -> Outcome | None:
        """Pass the fence, write the dot, hear the answer."""
        self._step("offered", claim)
        if stopping.is_asked():
            # Too little time for an answer: a dot now might end in doubt.
            self.smtp.hang_up()
            return Outcome(Verdict.TRY_AGAIN, "body", text="The worker is ending.")
        try:
            passed = _passed(claim)
        except UNAVAILABLE:
            # Passed or not: the dot was not written, so trying again is safe.
            self.smtp.hang_up()
            return Outcome(Verdict.TRY_AGAIN, "body", text="The database went away.")
        passed_at = time.monotonic()
        if not passed:
            self.smtp.hang_up()
            return None
        self._step("fenced", claim)
        if not fence.is_fresh(passed_at):
            self.smtp.hang_up()
            return Outcome(Verdict.TRY_AGAIN, "body", text="Held up at the fence.")
        return self._answer(claim)

    def _answer(self, claim: Claim) -> Outcome:
        try:
            code, said = self.smtp.end(lambda name: self._step(name, claim))
        except Unanswered as error:
            return Outcome(Verdict.IN_DOUBT, "body", text=str(error))
        self._step("heard", claim)
        text = said.decode(errors="replace")
        if 200 <= code < 300:
            self._journal_it(code, text)
            return Outcome(Verdict.ACCEPTED, "body", code, text)
        if 400 <= code < 600:
            return of_refusal("body", code, text)
        # Neither yes nor no: it may have been taken, and who knows what comes next.
        self.smtp.hang_up()
        return Outcome(Verdict.IN_DOUBT, "body", code, text)

    def _journal_it(self, code: int, text: str) -> None:
        try:
            self.journal.answered(code, text)
        except OSError:
            logger.exception("an answer could not be put on the disk")


def _passed(claim: Claim) -> bool:
    """The fence alone can tell in most cases; who it stops is looked at closely."""
    if settings.EMAIL_CONFIGURED and fence.passed(claim, only=has_that_address()):
        return True
    return held_for_its_owner(claim) is not None and fence.passed(claim)
