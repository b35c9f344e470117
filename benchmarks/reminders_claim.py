"""Whether taking the next due owner stays as quick however many reminders there are.

The rows are made by the database itself: 25 reminders for each owner, told long
ago, each in a message of its own, and one that is planned for later. A few owners have
one that is due.
"""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from benchmarks.reminders_report import Report
from reminders import tasks
from reminders.delivery.claim import claim_next, due_owner
from reminders.delivery.clock import database_now
from reminders.delivery.several import AT_ONCE, claim_some
from reminders.models import Outbox

SIZES = (10_000, 1_000_000)
LARGE = 10_000_000
LIMIT_MS = 5.0
_PER_OWNER = 25
_DUE = 400
# What ten million rows, their messages and their indexes take, and writing them.
_DISK_BYTES = 20 * 2**30


def measure(report: Report, folder: Path, *, large: bool = False) -> None:
    report.part(f"Claiming, the next of {_DUE} due owners (p50)")
    settings.EMAIL_CONFIGURED = True
    tasks.settle_in()
    made = 0
    for size in _sizes(report, folder, large=large):
        _fill(made // _PER_OWNER, size // _PER_OWNER)
        made = size
        limit = LIMIT_MS if size >= SIZES[-1] else None
        rows = f"{size:,} reminders"
        report.figure(f"found and locked, {rows}", _milliseconds(_found), "ms")
        alone = _milliseconds(_alone)
        what = f"one alone claimed and committed, {rows}"
        report.figure(what, alone, "ms", at_most=limit)
        closely = _milliseconds(_closely, times=20)
        report.figure(f"one that wants a closer look, {rows}", closely, "ms")
        each = _milliseconds(_together, times=12) / AT_ONCE
        what = f"each of {AT_ONCE} claimed together, {rows}"
        report.figure(what, each, "ms", at_most=limit)
        report.notes.append(f"The plan at {rows}:\n{_plan()}")


def _sizes(report: Report, folder: Path, *, large: bool) -> tuple[int, ...]:
    if not large:
        return SIZES
    if shutil.disk_usage(folder).free < _DISK_BYTES:
        report.notes.append(f"{LARGE:,} reminders: not enough room on the disk.")
        return SIZES
    return (*SIZES, LARGE)


def _found() -> None:
    with transaction.atomic():
        assert due_owner(database_now())  # noqa: S101


def _alone() -> None:
    """As a sender does where one is due."""
    assert len(claim_some(at_most=1)) == 1  # noqa: S101


def _closely() -> None:
    """One by one, with all the cases there are."""
    assert claim_next()  # noqa: S101


def _together() -> None:
    """As a sender does where several are due."""
    assert len(claim_some()) == AT_ONCE  # noqa: S101


def _milliseconds(work: Callable[[], None], *, times: int = 50) -> float:
    """The median of so many, the first few aside."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found[times // 5 :])


def _plan() -> str:
    """How the database finds the next owner: by the very statement of the claim."""
    with CaptureQueriesContext(connection) as said, transaction.atomic():
        claim_some(at_most=1)
        transaction.set_rollback(True)
    (statement,) = (each["sql"] for each in said if "FOR NO KEY UPDATE" in each["sql"])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) {statement}")
        return "\n".join(f"  {line}" for (line,) in cursor.fetchall())


# --- rows -------------------------------------------------------------------------

# Settled in the past, one an hour; the clock is the database's.
_MESSAGES = """
INSERT INTO reminders_message
  (id, owner_id, kind, state, message_id, recipient, subject, mime, attempts,
   created_at, settled_at)
SELECT md5(owner.id || '-' || n)::uuid, owner.id, 'keep_going', 'sent',
  '<' || owner.id || '-' || n || '@bench>', owner.email, 'Stay in the search', '', 1,
  now() - n * interval '1 hour', now() - n * interval '1 hour'
FROM accounts_user owner, generate_series(1, %(each)s) n WHERE owner.id > %(after)s
"""
_REMINDERS = """
INSERT INTO reminders_reminder
  (id, owner_id, kind, key, moves, due_at, allowed_at, is_prompt, useless_after,
   fingerprint, state, message_id, travels_alone, created_at, settled_at)
SELECT md5(owner.id || '-' || n)::uuid, owner.id, 'keep_going',
  'bench:' || owner.id || ':' || n, 0,
  at.due, at.due, false, at.due + interval '9 days', '',
  CASE WHEN n = 0 THEN 'scheduled' ELSE 'told' END,
  CASE WHEN n = 0 THEN NULL ELSE md5(owner.id || '-' || n)::uuid END, false,
  at.due, CASE WHEN n = 0 THEN NULL ELSE at.due END
FROM accounts_user owner, generate_series(0, %(each)s) n,
  LATERAL (SELECT CASE WHEN n = 0 THEN now() + interval '1 day'
    ELSE now() - n * interval '1 hour' END AS due) at
WHERE owner.id > %(after)s
"""
_OUTBOXES = """
INSERT INTO reminders_outbox (owner_id, next_due_at)
SELECT id, now() + interval '1 day' FROM accounts_user WHERE id > %(after)s
"""
# Claims of the size before lapse while the rows of the next are written.
_LEAVE_OTHERS = """
UPDATE reminders_outbox SET next_due_at = now() + interval '1 day'
WHERE owner_id <= %(after)s AND next_due_at < now() + interval '1 hour'
"""
# The newest owners, so that a claim cannot be lucky with the first rows it meets.
_MAKE_DUE = """
WITH due AS (SELECT owner_id FROM reminders_outbox
  WHERE owner_id > %(after)s ORDER BY owner_id DESC LIMIT %(due)s),
  free AS (UPDATE reminders_reminder r SET due_at = now() - interval '1 minute',
  allowed_at = now() - interval '1 minute' FROM due
  WHERE r.owner_id = due.owner_id AND r.state = 'scheduled')
UPDATE reminders_outbox o SET next_due_at = now() - interval '1 minute'
FROM due WHERE o.owner_id = due.owner_id
"""

_STATEMENTS = (_MESSAGES, _REMINDERS, _OUTBOXES, _LEAVE_OTHERS, _MAKE_DUE)


def _fill(before: int, owners: int) -> None:
    newest = User.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    crowd = User.objects.bulk_create(
        (User(email=f"bench{n}@example.com") for n in range(before, owners)),
        batch_size=2000,
    )
    EmailAddress.objects.bulk_create(
        (
            EmailAddress(user=user, email=user.email, verified=True, primary=True)
            for user in crowd
        ),
        batch_size=2000,
    )
    said = {"after": newest, "each": _PER_OWNER - 1, "due": _DUE}
    with connection.cursor() as cursor:
        for statement in _STATEMENTS:
            cursor.execute(statement, said)
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")
    assert Outbox.objects.count() == owners  # noqa: S101
