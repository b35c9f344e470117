from __future__ import annotations

from datetime import datetime

from interviews.actions.changing import changing_round
from interviews.models import FollowUp


def mark_sent(
    follow_up: FollowUp, *, now: datetime, draft: str | None = None
) -> FollowUp:
    """The owner has sent it, in the words of `draft` if given.

    What is settled already stays as it is, also when it was skipped: see the state
    of what comes back.
    """
    return _settle(follow_up, FollowUp.State.SENT, now=now, draft=draft)


def skip(follow_up: FollowUp, *, now: datetime) -> FollowUp:
    """The owner will not send it. What is settled already stays as it is."""
    return _settle(follow_up, FollowUp.State.SKIPPED, now=now)


def _settle(
    follow_up: FollowUp,
    state: FollowUp.State,
    *,
    now: datetime,
    draft: str | None = None,
) -> FollowUp:
    with changing_round(follow_up.round, now=now) as round_:
        fresh = round_.follow_ups.get(pk=follow_up.pk)
        if not fresh.is_settled:
            fresh.state = state
            fresh.settled_at = now
        if draft is not None:
            fresh.draft, fresh.drafted_at = draft, now
        fresh.save(update_fields=["state", "settled_at", "draft", "drafted_at"])
    return fresh


def reopen(follow_up: FollowUp, *, now: datetime) -> FollowUp:
    """Undo sent or not needed. It is owed again if the plan still wants it."""
    with changing_round(follow_up.round, now=now) as round_:
        fresh = round_.follow_ups.get(pk=follow_up.pk)
        fresh.state = FollowUp.State.OPEN
        fresh.settled_at = None
        fresh.save(update_fields=["state", "settled_at"])
    fresh.refresh_from_db()
    return fresh


def save_draft(follow_up: FollowUp, *, draft: str, now: datetime) -> FollowUp:
    """Keep the words so far."""
    with changing_round(follow_up.round, now=now) as round_:
        fresh = round_.follow_ups.get(pk=follow_up.pk)
        fresh.draft, fresh.drafted_at = draft, now
        fresh.save(update_fields=["draft", "drafted_at"])
    return fresh
