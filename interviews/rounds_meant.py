"""Which round of an application an invitation speaks of: one that is there, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from applications.models import Application
from interviews.invites.found import Found, Kind
from interviews.models import Invite, Round


@dataclass(frozen=True)
class Meant:
    """The round it speaks of and how that is known; or rounds to choose from.

    `is_older`: what is stored came from a later edition of the invitation.
    """

    round: Round | None = None
    why: str = ""
    offered: Sequence[Round] = ()
    is_older: bool = False


def earlier_edition(owner: User, found: Found, besides: Invite) -> Invite | None:
    """The last edition of the same event that is with a round of the owner."""
    if not found.uid:
        return None
    known = Invite.objects.for_user(owner).kept().exclude(pk=besides.pk)
    return (
        known.filter(uid=found.uid)
        .select_related("round__application__company")
        .defer("data", "found", "typed")
        .order_by("-sequence", "-stamped_at", "-pk")
        .first()
    )


def meant(
    found: Found, application: Application | None, earlier: Invite | None, now: datetime
) -> Meant:
    """The round an invitation, a change or a cancellation is about."""
    if earlier and earlier.round and not earlier.round.cancelled_at:
        why = "It is the same calendar event."
        return Meant(_complete(earlier.round), why, is_older=_is_older(found, earlier))
    if application is None:
        return Meant()
    rounds = list(application.rounds.standing().prefetch_related("sessions"))
    if same := _at_the_same_time(rounds, found):
        return Meant(_complete(same), "You have it at this time already.")
    if found.kind in {Kind.CANCEL, Kind.RESCHEDULE}:
        return _of_those_to_come(rounds, found, now)
    undated = [r for r in rounds if r.is_unanswered and r.starts_at is None]
    if len(undated) == 1 and found.round_number in {None, undated[0].number}:
        return Meant(_complete(undated[0]), "You logged it without a date.")
    return Meant()


def _of_those_to_come(rounds: Sequence[Round], found: Found, now: datetime) -> Meant:
    """The only round still to come, or that of the number it names."""
    ahead = [r for r in rounds if r.is_unanswered and not r.is_over(now)]
    ahead = ahead or [r for r in rounds if r.is_unanswered]
    numbered = [r for r in ahead if r.number == found.round_number]
    ahead = numbered or ahead
    if len(ahead) == 1:
        return Meant(_complete(ahead[0]), "It is the round that is still to come.")
    return Meant(offered=ahead)


def _at_the_same_time(rounds: Sequence[Round], found: Found) -> Round | None:
    starts = {s.starts_at for s in found.sessions if s.starts_at}
    for round_ in rounds:
        if starts & {session.starts_at for session in round_.all_sessions}:
            return round_
    return None


def _complete(round_: Round) -> Round:
    return Round.objects.complete().get(pk=round_.pk)


def _is_older(found: Found, earlier: Invite) -> bool:
    """Whether a later edition is stored: by SEQUENCE, then DTSTAMP (RFC 5546, 2.1.5)."""
    ours, theirs = earlier.sequence or 0, found.sequence or 0
    if ours != theirs:
        return theirs < ours
    stamps = earlier.stamped_at, found.stamped_at
    return bool(stamps[0] and stamps[1] and stamps[1] < stamps[0])
