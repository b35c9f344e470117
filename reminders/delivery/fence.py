"""The point of no return, marked in the database before it is passed.

SMTP has one window nobody can close from this side: between the dot that ends a
message and the record of the answer (RFC 1047). A message in that window is
`sending`; whatever happens to us, it is never sent a second time unasked.
"""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, nullcontext

from django.db import connection, transaction

from reminders.delivery.claim import Claim

# Who sleeps longer than this between fence and dot may have been given up on.
FRESH_SECONDS = 2.0

# In SQL: while it runs the server waits inside DATA, and to have the same statement
# put together anew for each message takes longer than the statement.
_MARK = """
UPDATE reminders_message AS message
SET state = 'sending', sending_since = clock_timestamp()
WHERE id = %s AND token = %s
  AND state = 'claimed' AND lease_until > clock_timestamp()
"""
# By the letters; an address that reads otherwise on the wire (an international
# domain) is for `recipient_of` to judge.
_AND_THE_ADDRESS_IS_THEIRS = """
  AND EXISTS (
    SELECT FROM account_emailaddress AS own JOIN accounts_user AS owner
      ON owner.id = own.user_id
    WHERE owner.id = message.owner_id AND owner.is_active
      AND own.email = message.recipient AND own."primary" AND own.verified)
  AND NOT EXISTS (
    SELECT FROM reminders_refusedaddress AS refused
    WHERE refused.owner_id = message.owner_id
      AND refused.address = message.recipient)
"""


def passed(claim: Claim, *, if_address_is_theirs: bool = False) -> bool:
    """Commit that the message is about to leave; False: it is no longer ours.

    It is not ours when an edit voided it, the lease lapsed, or somebody else has
    taken it since. `if_address_is_theirs`: its owner must have the very address it is
    made out to, as well.
    """
    statement = _MARK + (_AND_THE_ADDRESS_IS_THEIRS if if_address_is_theirs else "")
    with _committed_at_once(), connection.cursor() as cursor:
        cursor.execute(statement, [claim.message_pk, claim.token])
        return bool(cursor.rowcount == 1)


def _committed_at_once() -> AbstractContextManager[None]:
    """A single statement commits itself; in a transaction of others it must not be."""
    if connection.get_autocommit():
        return nullcontext()
    return transaction.atomic(durable=True)


def is_fresh(passed_at: float) -> bool:
    """Whether the fence was passed just now; `passed_at` by the monotonic clock."""
    return time.monotonic() - passed_at <= FRESH_SECONDS
