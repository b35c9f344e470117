"""An invitation as it arrived: kept as a draft, then with the round it became."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.db import transaction

from accounts.models import User
from applications.actions import change_stage, lock_owner
from applications.models import Application, Stage
from interviews.actions.invites import log_invite
from interviews.actions.outcomes import record_outcome
from interviews.actions.rounds import cancel_round, edit_round
from interviews.invites.found import Found
from interviews.invites.telling import found_as_data
from interviews.models import Invite, Round

# Of what a calendar may number its editions with (RFC 5545, 3.3.8).
_LARGEST_NUMBER = 2**31 - 1


@transaction.atomic
def keep_draft(
    *, owner: User, data: bytes, filename: str, found: Found, now: datetime
) -> Invite:
    """Put away what was read until the owner confirms it.

    The same bytes again are the same draft, read anew.
    """
    lock_owner(owner)
    drafts = Invite.objects.for_user(owner).drafts()
    invite = drafts.filter(data=data).first() or Invite(owner=owner, data=data)
    told = _storable(found_as_data(found))
    invite.filename = _storable(PurePath(filename).name)[:200]
    invite.text = told.pop("text") or ""
    invite.found, invite.typed = told, ""
    invite.kind, invite.uid = found.kind.value, _storable(found.uid)
    invite.sequence = found.sequence and min(found.sequence, _LARGEST_NUMBER)
    invite.stamped_at = found.stamped_at
    invite.received_at = invite.created_at = now
    invite.save()
    return invite


def _storable(value: Any) -> Any:
    """Without the signs that PostgreSQL takes in no text: NUL and half characters."""
    if isinstance(value, str):
        kept = value.replace("\0", "")
        return kept.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_storable(name): _storable(each) for name, each in value.items()}
    return [_storable(each) for each in value] if isinstance(value, list) else value


def keep_typed(invite: Invite, typed: str) -> None:
    """Keep the form of a draft as the owner has changed it so far."""
    Invite.objects.drafts().filter(pk=invite.pk).update(typed=typed)


def discard(invite: Invite) -> None:
    """Throw a draft away."""
    Invite.objects.drafts().filter(pk=invite.pk).delete()


def forget_drafts(*, now: datetime) -> int:
    """Throw away the drafts nobody confirmed within a week; returns how many."""
    count, _ = Invite.objects.forgotten(now).delete()
    return count


@transaction.atomic
def confirm(invite: Invite, *, now: datetime, **details: Any) -> Round:
    """Log the round of a draft; `details` are those of `log_invite`.

    One that has its round by now keeps that. Raises NumberTaken.
    """
    lock_owner(invite.owner)
    fresh = Invite.objects.light().select_related("round").filter(pk=invite.pk).first()
    if fresh and fresh.round:
        return fresh.round
    round_ = log_invite(owner=invite.owner, now=now, **details)
    _keep_with(round_, invite)
    return round_


@transaction.atomic
def update_by(invite: Invite, round_: Round, *, now: datetime, **details: Any) -> Round:
    """Change a round as a later invitation says; `details` are those of `edit_round`.

    Raises NumberTaken.
    """
    changed = edit_round(round_, now=now, **details)
    _keep_with(changed, invite)
    return changed


@transaction.atomic
def call_off_by(invite: Invite, round_: Round, *, now: datetime) -> Round:
    """Cancel the round they called off."""
    cancelled = cancel_round(round_, now=now)
    _keep_with(cancelled, invite)
    return cancelled


@transaction.atomic
def note_no_by(invite: Invite, round_: Round, *, now: datetime) -> Round:
    """Write down that they said no, with their letter beside the round."""
    answered = record_outcome(round_, outcome=Round.Outcome.NO, now=now)
    _keep_with(answered, invite)
    return answered


@transaction.atomic
def note_no_of(invite: Invite, application: Application, *, now: datetime) -> None:
    """Write down that they said no before any round; the letter stays with it."""
    change_stage(application, to=Stage.REJECTED, now=now)
    Invite.objects.filter(pk=invite.pk).update(
        application=application, found={}, typed=""
    )


def _keep_with(round_: Round, invite: Invite) -> None:
    """From now on it is the original of the round; what was read is in the round."""
    Invite.objects.filter(pk=invite.pk).update(round=round_, found={}, typed="")
