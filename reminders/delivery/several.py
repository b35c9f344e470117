"""Several messages at once, where nothing about them needs a closer look.

A look at the database costs about the same for one owner as for ten. So what is plain
is claimed and made ready together; everything else goes one by one (`claim`,
`readying`), where each case is dealt with. The fence, the dot and its answer stay
each message's own.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, Subquery

from accounts.models import User
from reminders import emails, outbox
from reminders.delivery.claim import Claim, claim_next, due_owners
from reminders.delivery.clock import UNAVAILABLE, database_now
from reminders.delivery.freezing import frozen
from reminders.delivery.patience import patiently
from reminders.delivery.recipient import own_address, recipient_at
from reminders.emails.matters import Matters, matters_of
from reminders.models import Message, Outbox, Preferences, Reminder
from reminders.outbox import UNDER_WAY
from reminders.planning.allowed import held_until
from reminders.reconcile import just_checked

logger = logging.getLogger(__name__)

# Ours: a sender that dies leaves so many waiting for their lease at most.
AT_ONCE = 20


# --- claiming -----------------------------------------------------------------


def claim_some(*, at_most: int = AT_ONCE) -> list[Claim]:
    """Claim some messages, those who waited longest first; else none.

    Where the first in line is not plain it is the only one, claimed by itself.
    """
    claims: list[Claim] = []
    if settings.EMAIL_CONFIGURED:
        try:
            claims = _claim_plain(at_most)
        except UNAVAILABLE:
            raise
        except Exception:
            logger.exception("nothing could be claimed together")
    if claims:
        return claims
    claim = claim_next()
    return [claim] if claim else []


@transaction.atomic
def _claim_plain(at_most: int) -> list[Claim]:
    now = database_now()
    under_way = Message.objects.filter(owner=OuterRef("owner"), state__in=UNDER_WAY)
    due = due_owners(now).annotate(
        # A row, looked up for each: whether there are any would be read of them all.
        under_way=Subquery(under_way.order_by().values("pk")[:1]),
        address=own_address(),
    )
    known = ("owner__reminder_preferences", "owner__refused_address")
    waiting = list(due.select_related(*known)[:at_most])
    if not waiting or waiting[0].under_way:
        return []
    owners = [row.owner for row in waiting if not row.under_way]
    addresses = {row.owner: recipient_at(row.owner, row.address) for row in waiting}
    line = _Line(now, addresses, _free(owners))
    if not line.is_plain(owners[0]):
        return []
    return line.claim([owner for owner in owners if line.is_plain(owner)])


def _free(owners: Sequence[User]) -> dict[int, list[Reminder]]:
    """Their free reminders, due or not, the oldest first."""
    found: dict[int, list[Reminder]] = {}
    rows = Reminder.objects.filter(owner__in=owners).free().order_by("due_at", "pk")
    for reminder in rows:
        found.setdefault(reminder.owner_id, []).append(reminder)
    return found


@dataclass(frozen=True)
class _Line:
    """Due owners whose outboxes are locked, with what decides about their messages."""

    now: datetime
    recipients: dict[User, str | None]
    free: dict[int, list[Reminder]]

    def is_plain(self, owner: User) -> bool:
        """A new message, all of it may leave now, and there is somebody to send it to."""
        free = self.free.get(owner.pk, [])
        return (
            bool(self.recipients[owner])
            and bool(self._due(owner))
            and not any(r.travels_alone or r.useless_after <= self.now for r in free)
            and held_until(self.now, _wishes(owner), owner.zone) <= self.now
        )

    def _due(self, owner: User) -> list[Reminder]:
        return [r for r in self.free.get(owner.pk, []) if r.allowed_at <= self.now]

    def claim(self, owners: Sequence[User]) -> list[Claim]:
        """As `binding.bind` and the claim of a single one, for all of these."""
        lease_until = self.now + timedelta(seconds=settings.REMINDER_LEASE_SECONDS)
        messages = Message.objects.bulk_create(
            Message(
                owner=owner,
                kind=self._due(owner)[0].kind,
                state=Message.State.CLAIMED,
                recipient=self.recipients[owner] or "",
                token=uuid.uuid4(),
                lease_until=lease_until,
                attempts=1,
                created_at=self.now,
            )
            for owner in owners
        )
        bound = [reminder.pk for owner in owners for reminder in self._due(owner)]
        # The one of the same owner: nobody has two under way.
        theirs = Message.objects.filter(
            owner=OuterRef("owner"), state=Message.State.CLAIMED
        )
        Reminder.objects.filter(pk__in=bound).update(
            message=Subquery(theirs.order_by().values("pk"))
        )
        Outbox.objects.filter(owner__in=owners).update(next_due_at=lease_until)
        return [Claim(m.pk, m.token, m.owner_id) for m in messages if m.token]


def _wishes(owner: User) -> Preferences:
    """As `preferences.of`, where they were read along with the owner."""
    found: Preferences | None = getattr(owner, "reminder_preferences", None)
    return found or Preferences(owner=owner)


# --- making ready -------------------------------------------------------------


def ready_some(claims: Sequence[Claim]) -> dict[uuid.UUID, Message]:
    """Messages with their bytes, frozen: those that need nothing but rendering.

    Whoever is not among them is for `readying.ready`, also what cannot be rendered. An
    edit that comes in between voids the message as ever, and the fence sees it; that
    the owner still has the address is for the fence to see, too.
    """
    if len(claims) < 2:
        return {}
    try:
        return _ready(claims)
    except UNAVAILABLE:
        raise
    except Exception:
        logger.exception("nothing could be made ready together")
        return {}


def _ready(claims: Sequence[Claim]) -> dict[uuid.UUID, Message]:
    held = Message.objects.filter(
        state=Message.State.CLAIMED, token__in=[claim.token for claim in claims]
    )
    checked = just_checked([claim.message_pk for claim in claims], now=database_now())
    new = held.filter(pk__in=checked, mime=b"").select_related("owner")
    messages = list(new.prefetch_related("reminders"))
    matters = matters_of(messages)
    ready = [m for m in messages if _is_rendered(m, matters[m.pk])]
    still_ours = frozen(ready)
    return {message.pk: message for message in ready if message.pk in still_ours}


def _is_rendered(message: Message, matters: Matters) -> bool:
    """Set its bytes. A mistake of ours in one is for that one's own turn."""
    try:
        rendered = emails.render(message, now=message.created_at, matters=matters)
    except UNAVAILABLE:
        raise
    except Exception:
        return False
    message.message_id = rendered.message_id
    message.subject = rendered.subject
    message.mime = rendered.mime
    return True


# --- giving back --------------------------------------------------------------


def give_back(claims: Iterable[Claim], *, seconds: float = 0.0) -> None:
    """Let others have what was claimed and not begun: as if it had not been.

    Tried for so many seconds while the database is away.
    """
    for claim in claims:
        patiently(partial(_give_back, claim), seconds=seconds)


@transaction.atomic
def _give_back(claim: Claim) -> None:
    outbox.lock(claim.owner_id)
    message = (
        Message.objects.held(claim.message_pk, claim.token)
        .filter(state=Message.State.CLAIMED)
        .select_for_update(no_key=True)
        .defer("mime")
        .first()
    )
    if message:
        message.attempts -= 1
        message.try_again(database_now())
        outbox.reschedule(claim.owner_id, message)
