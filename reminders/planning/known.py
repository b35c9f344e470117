"""What a plan is made of, and what it is: plain values. Moments are UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from reminders.models.kind import Kind


@dataclass(frozen=True)
class Told:
    """A reminder that has left, or is leaving: it is never changed again."""

    base_key: str
    moves: int
    # When it was settled; None while it is leaving.
    at: datetime | None


@dataclass(frozen=True)
class Owed:
    """A message the owner owes somebody, and the kind of reminder that says so."""

    id: int
    kind: Kind
    due_at: datetime
    # When the owner, or the plan, made it.
    entered_at: datetime
    # Several of its sort may be owed about one round.
    is_one_of_several: bool = False
    snoozed_until: datetime | None = None


@dataclass(frozen=True)
class RoundFacts:
    """What is known of one round.

    `contents` is what a mail of a kind would say, as text: only its equality counts.
    `snoozed` says until when a thing (`keys.thing_of`) was put off.
    """

    id: int
    moves: int
    timed_at: datetime
    stands: bool
    has_outcome: bool
    is_debriefed: bool
    starts_at: datetime | None
    over_at: datetime | None
    owed: tuple[Owed, ...] = ()
    contents: Mapping[Kind, str] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    snoozed: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class OfferFacts:
    """An offer that waits for the owner's answer."""

    entered_at: datetime
    # From this moment on it is too late to answer.
    deadline_at: datetime
    content: str


@dataclass(frozen=True)
class ApplicationFacts:
    """What is known of one application."""

    id: int
    owner_id: int
    is_live: bool
    zone: ZoneInfo
    # Made up, to look around with.
    is_sample: bool = False
    rounds: tuple[RoundFacts, ...] = ()
    offer: OfferFacts | None = None
    snoozed: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class SearchFacts:
    """What is known of the owner's search as a whole."""

    owner_id: int
    zone: ZoneInfo
    # Something may still come of it.
    is_live: bool = False
    # Since when they have waited for an answer, if they do.
    waiting_since: datetime | None = None
    # When they last applied somewhere.
    applied_at: datetime | None = None
    # When they were last told to stay in the search.
    encouraged_at: datetime | None = None
    snoozed: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """A reminder that should exist.

    From `due_at` on the app shows it; from `allowed_at` on its mail may leave.
    """

    key: str
    kind: Kind
    due_at: datetime
    allowed_at: datetime
    useless_after: datetime
    fingerprint: str
    is_prompt: bool = False
    application_id: int | None = None
    round_id: int | None = None
    moves: int = 0
