"""One message from claim to answer: the conversation, and the fence in it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings

from reminders.delivery import fence, keeping, log, stopping
from reminders.delivery.claim import Claim
from reminders.delivery.clock import UNAVAILABLE
from reminders.delivery.journal import Journal
from reminders.delivery.outcome import JOURNAL, Outcome, Verdict, of_refusal
from reminders.delivery.readying import held_for_its_owner, ready
from reminders.delivery.smtp import Conversation, Refused, Unanswered, Unreachable
from reminders.models import Message

logger = logging.getLogger(__name__)

# Called with the name of each step just taken: claimed, ready, offered (drafted
# where mails are kept), fenced, dot_written, heard, answered, recorded.
Step = Callable[[str], None]


@dataclass(frozen=True)
class Handover:
    """Takes one message after the other through one connection and one journal."""

    smtp: Conversation
    journal: Journal
    on_step: Step

    def step(self, name: str, claim: Claim) -> None:
        log.step(name, claim.message_pk)
        self.on_step(name)

    def tried(self, claim: Claim, mail: Message | None) -> Outcome | None:
        """How a try ended; None: it is not to be sent any more, or not ours.

        `mail` is there if it is ready. A mistake in a message stays its own.
        """
        try:
            return self._tried(claim, mail)
        except UNAVAILABLE:
            raise
        except Exception as error:
            logger.exception("message %s broke", claim.message_pk)
            self.smtp.hang_up()
            return Outcome(Verdict.BROKEN, text=repr(error))

    def _tried(self, claim: Claim, mail: Message | None) -> Outcome | None:
        message = mail or ready(claim)
        if message is None:
            return None
        self.step("ready", claim)
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
        self.step("drafted", claim)
        if not _passed(claim):
            draft.unlink(missing_ok=True)
            return None
        self.step("fenced", claim)
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
        self.step("offered", claim)
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
        self.step("fenced", claim)
        if not fence.is_fresh(passed_at):
            self.smtp.hang_up()
            return Outcome(Verdict.TRY_AGAIN, "body", text="Held up at the fence.")
        return self._answer(claim)

    def _answer(self, claim: Claim) -> Outcome:
        try:
            code, said = self.smtp.end(lambda name: self.step(name, claim))
        except Unanswered as error:
            return Outcome(Verdict.IN_DOUBT, "body", text=str(error))
        self.step("heard", claim)
        text = said.decode(errors="replace")
        if 200 <= code < 300:
            self._journal_it(claim, code, text)
            return Outcome(Verdict.ACCEPTED, "body", code, text)
        if 400 <= code < 600:
            return of_refusal("body", code, text)
        # Neither yes nor no: it may have been taken, and who knows what comes next.
        self.smtp.hang_up()
        return Outcome(Verdict.IN_DOUBT, "body", code, text)

    def _journal_it(self, claim: Claim, code: int, text: str) -> None:
        try:
            self.journal.answered(claim, code, text)
        except OSError:
            logger.exception("an answer could not be put on the disk")


def _passed(claim: Claim) -> bool:
    """The fence alone can tell in most cases; who it stops is looked at closely."""
    if settings.EMAIL_CONFIGURED and fence.passed(claim, if_address_is_theirs=True):
        return True
    return held_for_its_owner(claim) is not None and fence.passed(claim)
