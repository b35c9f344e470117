"""What becomes of messages nobody heard an answer to: evidence first, then a policy.

1. The journal of a sender that is gone: it heard a 250, or it was in the middle.
2. The relay's log (REMINDER_RELAY_LOG), or what `delivery_evidence` was told.
3. After REMINDER_DOUBT_SECONDS the policy, REMINDER_IN_DOUBT: `resend` hands the same
   bytes under the same Message-ID over once more; if that ends in doubt as well, or
   with `hold`, the message is `unresolved` for good. The reminder shows in the app
   through all of this.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from reminders import outbox
from reminders.delivery import journal, log
from reminders.delivery.clock import UNAVAILABLE, ClockTimestamp, database_now
from reminders.delivery.evidence import Finding
from reminders.delivery.outcome import Outcome, Verdict
from reminders.delivery.relay_log import RelayLog
from reminders.delivery.results import accepted_after_all, record
from reminders.models import Message, Outbox, Reminder
from reminders.models.message import MessageQuerySet

logger = logging.getLogger(__name__)

_relay_log = RelayLog()
_DIED = Outcome(Verdict.IN_DOUBT, "body", text="The sender ended before an answer.")


def settle() -> None:
    """All that can be known or decided now. Called again and again, by anybody."""
    read_journals()
    read_relay_log()
    decide()


def read_journals() -> int:
    """Settle what senders of this machine that are gone left behind; return how many."""
    return sum(_settled(path) for path in sorted(journal.folder().glob("*")))


class _NotAll(Exception):  # noqa: N818
    """Something in a journal is left for the next time."""


def _settled(path: Path) -> int:
    settled = 0
    with suppress(_NotAll), journal.left_behind(path) as entries:
        found = [_settle_or_log(entry, path) for entry in entries]
        settled = found.count(True)
        if None in found:
            raise _NotAll
    return settled


def _settle_or_log(entry: journal.Entry, path: Path) -> bool | None:
    """A mistake of ours in one (None) must not keep the others from their turn."""
    try:
        return _settle(entry)
    except UNAVAILABLE:
        raise
    except Exception:
        logger.exception("the journal %s could not be settled", path.name)
        return None


def _settle(entry: journal.Entry) -> bool:
    if entry.code is None:
        return record(entry.claim, _DIED)
    outcome = Outcome(Verdict.ACCEPTED, "body", entry.code, entry.text)
    return record(entry.claim, outcome) or accepted_after_all(
        entry.claim.message_pk, entry.claim.owner_id, outcome
    )


def read_relay_log() -> None:
    """Look for doubtful messages in the log, where one is named."""
    if not settings.REMINDER_RELAY_LOG:
        return
    doubtful = set(_doubtful().values_list("message_id", flat=True))
    if not doubtful:
        _relay_log.forget()
        return
    try:
        apply(_relay_log.read_on(Path(settings.REMINDER_RELAY_LOG), doubtful))
    except OSError as error:
        logger.error("the relay's log cannot be read: %s", error.strerror)
    except Exception:
        # What it said is not written down.
        _relay_log.forget()
        raise


def apply(findings: Iterable[Finding]) -> Counter[str]:
    """Settle messages by what others know; count what became of each finding."""
    return Counter(_applied(finding) for finding in findings)


def _applied(finding: Finding) -> str:
    known = Message.objects.filter(message_id=finding.message_id)
    found = known.values_list("pk", "owner_id").first()
    if found is None:
        return "not ours"
    pk, owner_id = found
    if not finding.accepted:
        return "free again" if _refused_after_all(pk, owner_id) else "known"
    outcome = Outcome(Verdict.ACCEPTED, "evidence", text=finding.said)
    return "sent" if accepted_after_all(pk, owner_id, outcome) else "known"


@transaction.atomic
def _refused_after_all(pk: UUID, owner_id: int) -> bool:
    """It is proved that nothing left: its reminders may leave in a new message."""
    outbox.lock(owner_id)
    message = _lock_doubtful(pk)
    if message is None or message.is_resent:
        return False
    message.reminders.update(
        state=Reminder.State.SCHEDULED, message=None, settled_at=None
    )
    message.end(Message.State.VOID, database_now())
    # Nothing has arrived, so nothing keeps the next mail back for an hour.
    Outbox.objects.filter(owner_id=owner_id).update(not_before=None)
    outbox.reschedule(owner_id, outbox.lock_under_way(owner_id))
    log.happened("refused_after_all", pk)
    return True


def decide() -> int:
    """Apply the policy to what has been in doubt for long enough; return how many."""
    age = timedelta(seconds=settings.REMINDER_DOUBT_SECONDS)
    old = _doubtful().filter(settled_at__lt=ClockTimestamp() - age)
    return sum(
        _decide(pk, owner_id) for pk, owner_id in old.values_list("pk", "owner_id")
    )


@transaction.atomic
def _decide(pk: UUID, owner_id: int) -> bool:
    outbox.lock(owner_id)
    message = _lock_doubtful(pk)
    if message is None:
        return False
    now = database_now()
    if message.is_resent or settings.REMINDER_IN_DOUBT == "hold":
        message.give_up(now)
        log.happened("unresolved", pk, level=logging.WARNING)
        return True
    if outbox.lock_under_way(owner_id):
        return False  # after that one
    message.resent_at = now
    message.try_again(now)
    # It is the same mail, not one more within the hour.
    Outbox.objects.filter(owner_id=owner_id).update(not_before=None)
    outbox.reschedule(owner_id, message)
    log.happened("resent", pk, level=logging.WARNING)
    return True


def _doubtful() -> MessageQuerySet:
    return Message.objects.filter(state=Message.State.IN_DOUBT).order_by("settled_at")


def _lock_doubtful(pk: UUID) -> Message | None:
    locked = Message.objects.select_for_update(no_key=True).defer("mime")
    return locked.filter(pk=pk, state=Message.State.IN_DOUBT).first()
