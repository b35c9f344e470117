"""The point of no return, marked in the database before it is passed.

SMTP has one window nobody can close from this side: between the dot that ends a
message and the record of the answer (RFC 1047). A message in that window is
`sending`; whatever happens to us, it is never sent a second time unasked.
"""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, nullcontext

from django.db import connection, transaction
from django.db.models import Q

from reminders.delivery.claim import Claim
from reminders.delivery.clock import ClockTimestamp
from reminders.models import Message

# Who sleeps longer than this between fence and dot may have been given up on.
FRESH_SECONDS = 2.0


def passed(claim: Claim, *, only: Q | None = None) -> bool:
    """Commit that the message is about to leave; False: it is no longer ours.

    It is not ours when an edit voided it, the lease lapsed, or somebody else has
    taken it since. `only`: it must be such a message, too.
    """
    with _committed_at_once():
        rows = (
            Message.objects.held(claim.message_pk, claim.token)
            .filter(only or Q(), state=Message.State.CLAIMED)
            .filter(lease_until__gt=ClockTimestamp())
            .update(state=Message.State.SENDING, sending_since=ClockTimestamp())
        )
    return rows == 1


def _committed_at_once() -> AbstractContextManager[None]:
    """A single statement commits itself; in a transaction of others it must not be."""
    if connection.get_autocommit():
        return nullcontext()
    return transaction.atomic(durable=True)


def is_fresh(passed_at: float) -> bool:
    """Whether the fence was passed just now; `passed_at` by the monotonic clock."""
    return time.monotonic() - passed_at <= FRESH_SECONDS
