"""From a claim to the bytes to send: still wanted, rendered once, frozen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import User
from applications.models import Application
from reminders import emails, outbox, reconcile
from reminders.delivery.claim import Claim
from reminders.delivery.clock import database_now
from reminders.delivery.freezing import frozen
from reminders.delivery.recipient import recipient_of
from reminders.models import Message, Reminder


def ready(claim: Claim) -> Message | None:
    """The message with its bytes; None when it is not to be sent (any more).

    Raises whatever rendering raises.
    """
    if not reconcile.was_just_checked(claim.message_pk, now=database_now()):
        _plan_again(claim)
    message = held_for_its_owner(claim)
    if message is None or message.mime:
        return message
    rendered = emails.render(message, now=message.created_at)
    message.message_id = rendered.message_id
    message.subject = rendered.subject
    message.mime = rendered.mime
    return message if frozen([message]) else None


def held_for_its_owner(claim: Claim) -> Message | None:
    """The message, if it is still ours and its owner still has that address.

    One whose owner has moved or was shut out is voided: its reminders are free.
    """
    message = _held(claim)
    if message and message.recipient != recipient_of(message.owner):
        _void(claim)
        return None
    return message


@transaction.atomic
def _plan_again(claim: Claim) -> None:
    """Under the locks an edit takes. A changed plan voids the message."""
    now = database_now()
    owner = User.objects.filter(pk=claim.owner_id).first()
    bound = Application.objects.filter(reminders__message=claim.message_pk)
    keys = set(bound.values_list("pk", flat=True))
    applications = list(
        Application.objects.filter(pk__in=keys)
        .select_for_update(no_key=True, of=("self",))
        .order_by("pk")
    )
    if owner is None:
        return
    searches = Reminder.objects.filter(
        message=claim.message_pk, application=None
    ).exists()
    reconcile.bring_in_line(owner, applications, with_search=searches, now=now)
    if not _still_fits(claim, owner, applications, now):
        _void(claim)


def _still_fits(
    claim: Claim, owner: User, applications: Sequence[Application], now: datetime
) -> bool:
    """There is something in it; and what may have arrived is repeated as it stands."""
    message = _held(claim)
    if message is None or not message.is_resent:
        return message is None or message.reminders.exists()
    told = message.reminders.all()
    return reconcile.are_still_planned(told, owner, applications, now=now)


@transaction.atomic
def _void(claim: Claim) -> None:
    if outbox.lock(claim.owner_id) is None:
        return
    message = _held(claim)
    if message:
        message.let_go(database_now())
        outbox.reschedule(claim.owner_id, None)


def _held(claim: Claim) -> Message | None:
    return (
        Message.objects.held(claim.message_pk, claim.token)
        .filter(state=Message.State.CLAIMED)
        .select_related("owner")
        .first()
    )
