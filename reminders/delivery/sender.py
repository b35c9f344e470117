"""Sending what is due: any number of processes may do this at the same time.

| A crash                          | leaves    | then                           |
|----------------------------------|-----------|--------------------------------|
| before the claim is committed    | as it was | the next run claims it         |
| anywhere up to the fence         | claimed   | claimed anew after its lease;  |
|                                  |           | nothing was accepted: no dot   |
| between fence and heard answer   | sending   | in doubt, then `doubts` decides|
| between answer and record        | sending   | sent: the journal has it; of   |
|                                  |           | up to ten, recorded together   |
| after the answer is recorded     | settled   | nothing is left to do          |

A holder that wakes after its lease finds its token worthless at the fence. An edit
and the fence meet at the message's row: whichever commits first has it.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings

from reminders.delivery import acceptances, several, stopping
from reminders.delivery.acceptances import Acceptance
from reminders.delivery.breaker import Breaker
from reminders.delivery.claim import Claim, is_something_due
from reminders.delivery.handover import Handover, Step
from reminders.delivery.journal import Journal
from reminders.delivery.outcome import Outcome, Verdict
from reminders.delivery.results import record_patiently
from reminders.delivery.smtp import Conversation
from reminders.models import Message

logger = logging.getLogger(__name__)

# Ours: how long a run that failed tries to leave things in order.
_TIDYING_SECONDS = 30.0


def no_step(_name: str) -> None:
    """What a step does in ordinary running: nothing."""


def run_due(*, seconds: float = 60.0, step: Step = no_step) -> int:
    """Send until nothing is due, the time is up, the server is unwell or we are to end.

    Returns how many messages were taken in hand.
    """
    stop_at = time.monotonic() + seconds
    taken = 0
    with Conversation() as smtp, Journal() as journal:
        sender = _Sender(Handover(smtp, journal, step), Breaker())
        while time.monotonic() < stop_at and (claims := sender.next()):
            begun, is_well = sender.deliver_all(claims)
            taken += begun
            if not is_well:
                break
    return taken


@dataclass
class _Sender:
    """Claims a few messages, hands them over in turn, records what was accepted."""

    handover: Handover
    breaker: Breaker
    accepted: list[Acceptance] = field(default_factory=list)
    # When the first of these was heard, by the monotonic clock.
    accepted_at: float = 0.0

    def next(self) -> list[Claim]:
        """The next messages; the server is called before anything is taken in hand."""
        if stopping.is_asked() or not (self._is_there() or is_something_due()):
            return []
        return several.claim_some() if self._can_send() else []

    def _is_there(self) -> bool:
        """The mail server, as far as is known; where there is none, the folder."""
        return not settings.EMAIL_CONFIGURED or self.handover.smtp.is_open

    def _can_send(self) -> bool:
        return self._is_there() or self.breaker.connects(self.handover.smtp)

    def deliver_all(self, claims: Sequence[Claim]) -> tuple[int, bool]:
        """One after the other; what cannot be begun soon is given back.

        Returns how many were begun, and whether the server may be asked for more.
        """
        waiting = deque(claims)
        try:
            is_well = self._deliver_in_turn(waiting)
            self._record_accepted()
        except Exception:
            self._leave_in_order(waiting)
            raise
        several.give_back(waiting)
        return len(claims) - len(waiting), is_well

    def _deliver_in_turn(self, waiting: deque[Claim]) -> bool:
        """Takes each from `waiting` as it begins; False: leave the server alone now."""
        begin_until = time.monotonic() + settings.REMINDER_LEASE_SECONDS / 4
        mails = several.ready_some(waiting)
        while waiting:
            claim = waiting.popleft()
            if not self.deliver(claim, mails.get(claim.message_pk)):
                return False
            if waiting and time.monotonic() > begin_until:
                return True
            if waiting and (stopping.is_asked() or not self._can_send()):
                return False
        return True

    def deliver(self, claim: Claim, mail: Message | None) -> bool:
        """One message from claim to record; False: leave the server alone for now.

        `mail` is there if it is ready. If it was accepted, the record waits a moment
        for others.
        """
        self.handover.step("claimed", claim)
        outcome = self.handover.tried(claim, mail)
        if outcome is None:  # no longer to be sent, or no longer ours
            self.handover.journal.settled([claim])
            return True
        self.handover.step("answered", claim)
        if outcome.verdict is Verdict.ACCEPTED:
            self._accept(claim, outcome)
        else:
            record_patiently(claim, outcome)
            self._recorded(claim, outcome)
        return not outcome.stops_run

    def _accept(self, claim: Claim, outcome: Outcome) -> None:
        if not self.accepted:
            self.accepted_at = time.monotonic()
        self.accepted.append((claim, outcome))
        waited = time.monotonic() - self.accepted_at
        if waited > acceptances.WAIT_SECONDS or self.handover.journal.is_full:
            self._record_accepted()

    def _record_accepted(self, *, seconds: float | None = None) -> None:
        # Whatever becomes of it here, the journal has them.
        heard, self.accepted = self.accepted, []
        acceptances.record_all(heard, seconds=seconds)
        for claim, outcome in heard:
            self._recorded(claim, outcome)

    def _recorded(self, claim: Claim, outcome: Outcome) -> None:
        self.handover.journal.settled([claim])
        self.handover.step("recorded", claim)
        if settings.EMAIL_CONFIGURED:
            self.breaker.heard(outcome)

    def _leave_in_order(self, waiting: Sequence[Claim]) -> None:
        """Something gave way in the middle: others may have what was not begun."""
        try:
            self._record_accepted(seconds=_TIDYING_SECONDS)
            several.give_back(waiting, seconds=_TIDYING_SECONDS)
        except Exception:
            logger.exception("%s messages wait for their lease", len(waiting))
