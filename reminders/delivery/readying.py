"""From a claim to the bytes to send: still wanted, rendered once, frozen."""

from __future__ import annotations

from django.db import transaction

from applications.models import Application
from reminders import emails, outbox
from reminders.delivery.claim import Claim
from reminders.delivery.clock import database_now
from reminders.models import Message
from reminders.reconcile import reconcile_all


def ready(claim: Claim) -> Message | None:
    """The message with its bytes; None when it is not to be sent (any more).

    Raises whatever rendering raises.
    """
    message = _still_wanted(claim)
    if message is None or message.mime:
        return message
    rendered = emails.render(message, now=message.created_at)
    message.message_id = rendered.message_id
    message.subject = rendered.subject
    message.mime = rendered.mime
    return message if _frozen(message, claim) else None


@transaction.atomic
def _still_wanted(claim: Claim) -> Message | None:
    """Plan again under the locks an edit takes: a changed plan voids the message."""
    now = database_now()
    bound = Application.objects.filter(reminders__message=claim.message_pk)
    keys = set(bound.values_list("pk", flat=True))
    applications = list(
        Application.objects.filter(pk__in=keys)
        .select_for_update(no_key=True, of=("self",))
        .order_by("pk")
    )
    if applications:
        reconcile_all(applications, now=now)
        return _held(claim)
    outbox.lock(claim.owner_id)
    message = _held(claim)
    if message:
        # Its application was deleted, and its reminders with it.
        message.end(Message.State.VOID, now)
        outbox.reschedule(claim.owner_id, None)
    return None


def _held(claim: Claim) -> Message | None:
    return (
        Message.objects.held(claim.message_pk, claim.token)
        .filter(state=Message.State.CLAIMED)
        .select_related("owner")
        .first()
    )


def _frozen(message: Message, claim: Claim) -> bool:
    """Store the bytes, so that every try is the same message; False: not ours."""
    rows = (
        Message.objects.held(claim.message_pk, claim.token)
        .filter(state=Message.State.CLAIMED)
        .update(
            message_id=message.message_id, subject=message.subject, mime=message.mime
        )
    )
    return rows == 1
