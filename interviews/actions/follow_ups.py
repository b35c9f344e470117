from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from accounts.prepared import Prepared
from accounts.rows import rewrite
from applications.actions import changing
from interviews.models import FollowUp

_FRESH = Prepared(
    lambda pk: FollowUp.objects.select_related("round").filter(pk=pk), pk=int
)


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
    with _changing(follow_up, now=now) as fresh:
        if not fresh.is_settled:
            fresh.state = state
            fresh.settled_at = now
        if draft is not None:
            fresh.draft, fresh.drafted_at = draft, now
        rewrite([fresh], ["state", "settled_at", "draft", "drafted_at"])
    return fresh


def reopen(follow_up: FollowUp, *, now: datetime) -> FollowUp:
    """Undo sent or not needed. It is owed again if the plan still wants it."""
    with _changing(follow_up, now=now) as fresh:
        fresh.state = FollowUp.State.OPEN
        fresh.settled_at = None
        rewrite([fresh], ["state", "settled_at"])
    return _FRESH.one(pk=follow_up.pk)


def save_draft(follow_up: FollowUp, *, draft: str, now: datetime) -> FollowUp:
    """Keep the words so far."""
    with _changing(follow_up, now=now) as fresh:
        fresh.draft, fresh.drafted_at = draft, now
        rewrite([fresh], ["draft", "drafted_at"])
    return fresh


@contextmanager
def _changing(follow_up: FollowUp, *, now: datetime) -> Iterator[FollowUp]:
    """Give it as it is now that its application is locked, with its round.

    As `changing_round`. Raises FollowUp.DoesNotExist when it was deleted meanwhile.
    """
    with changing(follow_up.round.application, now=now) as application:
        fresh = _FRESH.one(pk=follow_up.pk)
        fresh.round.application = application
        yield fresh
