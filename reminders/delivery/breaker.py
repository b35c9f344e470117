"""Leaving a mail server alone that does not answer: known to all senders at once.

It is called before anybody's message is taken in hand, so an outage costs no message
an attempt. After some failures in a row nobody calls for a while; then one sender
does, for all.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from reminders.delivery.clock import database_now
from reminders.delivery.outcome import CONNECT, JOURNAL, Outcome, Verdict, of_refusal
from reminders.delivery.smtp import Conversation, Refused, Unreachable
from reminders.models import MailServer

logger = logging.getLogger(__name__)

# Ours: so many failures in a row may be chance.
LIMIT = 5
# Ours: how long nobody calls a server that does not answer, and one that refuses us:
# some shut out whoever shows a wrong password too often.
PAUSE = timedelta(seconds=30)
PAUSE_REFUSED = timedelta(minutes=2)


def address() -> str:
    return f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"


class Breaker:
    """What one run of a sender knows of the server, and tells the others."""

    def __init__(self) -> None:
        # Where it failed last; None while nothing bad is known.
        self._failed_at: str | None = None

    def connects(self, smtp: Conversation) -> bool:
        """Connect, if it is our turn to; False: leave all messages where they are."""
        if not self._may_try():
            return False
        try:
            smtp.connect()
        except Refused as refusal:
            self._failed(of_refusal(refusal.stage, refusal.code, refusal.text))
        except Unreachable as error:
            self._failed(Outcome(Verdict.TRY_AGAIN, error.stage, text=error.text))
        else:
            if self._failed_at == CONNECT:
                self._recovered()
            return True
        return False

    def heard(self, outcome: Outcome) -> None:
        """Take note of how a try ended: is it the server, or is it the message?"""
        if is_about_the_server(outcome):
            self._failed(outcome)
        elif self._failed_at is not None and outcome.code is not None:
            self._recovered()

    def _may_try(self) -> bool:
        now = database_now()
        server = MailServer.objects.filter(address=address()).first()
        self._failed_at = server.stage if server else None
        if server is None or server.next_try_at is None:
            return True
        # Whoever moves the time on has the turn.
        due = MailServer.objects.filter(address=address(), next_try_at__lte=now)
        return bool(due.update(next_try_at=now + PAUSE))

    def _recovered(self) -> None:
        self._failed_at = None
        MailServer.objects.filter(address=address()).delete()
        logger.info("the mail server takes mail again")

    @transaction.atomic
    def _failed(self, outcome: Outcome) -> None:
        self._failed_at = outcome.stage
        rows = MailServer.objects
        rows.bulk_create([MailServer(address=address())], ignore_conflicts=True)
        server = rows.select_for_update().get(address=address())
        now = database_now()
        server.failures += 1
        server.failing_since = server.failing_since or now
        server.stage = outcome.stage
        server.said = _said(outcome)
        if server.failures >= LIMIT:
            server.next_try_at = now + _pause(outcome)
        server.save()
        if server.failures == LIMIT:
            logger.error("the mail server is left alone after %s failures", LIMIT)


def is_about_the_server(outcome: Outcome) -> bool:
    """Whether any other message would have fared like this."""
    return outcome.stage == CONNECT or (outcome.stops_run and outcome.stage != JOURNAL)


def _pause(outcome: Outcome) -> timedelta:
    return PAUSE_REFUSED if outcome.verdict is Verdict.OUR_FAULT else PAUSE


def _said(outcome: Outcome) -> str:
    return f"{outcome.code or ''} {outcome.text}".strip().replace("\x00", "")[:500]


def trouble() -> MailServer | None:
    """The server in the settings, if it is left alone now."""
    left_alone = MailServer.objects.filter(next_try_at__isnull=False)
    return left_alone.filter(address=address()).first()


def failing_for(server: MailServer, now: datetime) -> timedelta:
    return now - server.failing_since if server.failing_since else timedelta(0)
