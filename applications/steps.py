"""What comes next for an application: kept as a list, the soonest first.

The list is made from its rounds by the floor above (`interviews.glance`) after every
change; time alone then says which of its steps counts. Pure: rows of values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from accounts import clock
from applications.addresses import addresses

# Ours: a list is read to the first step that counts; more would only be written.
MOST = 6
# Ours: what is that near is coloured as near.
_NEAR = timedelta(hours=36)


class Kind(StrEnum):
    """What a step is: whose turn, and which page it is done on."""

    OWN = "own"  # what the owner wrote down themselves
    ROUND = "round"  # an interview
    TASK = "task"  # something to have ready for one
    NOTE = "note"  # thank-you notes
    CHECK = "check"  # to ask where they stand
    FEEDBACK = "feedback"  # to ask for it after a no
    ANSWER = "answer"  # theirs, by the day they promised
    OFFER = "offer"  # the owner's answer to an offer
    DATE = "date"  # an invitation that has no date yet


# The page of a step, where it is not the round's.
_PAGES = {
    Kind.OFFER: "interviews:offer",
    Kind.OWN: "applications:detail",
}
# Nothing the owner is late with: somebody else's turn, or a time that is kept.
_NOT_OWED = {Kind.ROUND, Kind.ANSWER, Kind.DATE}


@dataclass(frozen=True, kw_only=True)
class Step:
    """`at` is UTC: when it is, or from when it is owed; None: at no given time.

    `is_day`: only the day counts, in the owner's zone, and `at` is its beginning. It
    is over at `until`. `about` is the key of the row it is done on; of one message,
    that of the follow-up in `follow_up`.
    """

    kind: Kind
    text: str
    at: datetime | None
    about: int
    is_day: bool = False
    until: datetime | None = None
    follow_up: int | None = None

    @property
    def url(self) -> str:
        """The page on which it is done."""
        return pages()(self)

    @property
    def page(self) -> tuple[str, int]:
        """The name of that page, and whose it is."""
        if self.follow_up:
            return "interviews:follow_up", self.follow_up
        return _PAGES.get(self.kind, "interviews:round"), self.about

    def when(self, zone: ZoneInfo, now: datetime) -> str:
        """ "tomorrow 14:00" for what has a time, "Tue 24 Nov" for the rest; or nothing."""
        if self.at is None:
            return ""
        if self.kind in {Kind.ROUND, Kind.TASK} and not self.is_day:
            return clock.relative(self.at, zone, now)
        return clock.relative_day(_day(self.at, zone), now_day=_day(now, zone))

    def tone(self, zone: ZoneInfo, now: datetime) -> str:
        """ "late", "due" or nothing: how it is coloured, beside its words."""
        if self.at is None or self.kind in {Kind.ANSWER, Kind.DATE}:
            return ""
        if self.kind is Kind.ROUND:
            return "due" if self.at - now < _NEAR else ""
        day, today = _day(self.at, zone), _day(now, zone)
        return "late" if day < today else "due" if day == today else ""

    def is_due(self, now: datetime) -> bool:
        """It waits for the owner now."""
        return self.kind not in _NOT_OWED and self.at is not None and self.at <= now


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()


def pages() -> Callable[[Step], str]:
    """From steps to their pages, for many of them."""
    known: dict[str, Callable[[int], str]] = {}

    def page(step: Step) -> str:
        name, pk = step.page
        if name not in known:
            known[name] = addresses(name)
        return known[name](pk)

    return page


def in_order(steps: Iterable[Step]) -> list[Step]:
    """The soonest first, those at no given time last."""
    found = list(steps)
    known = sorted((s for s in found if s.at), key=lambda s: (s.at, s.kind))
    return [*known, *(s for s in found if s.at is None)][:MOST]


def current(steps: Iterable[Step], now: datetime) -> Step | None:
    """The first that is not over."""
    return next((s for s in steps if s.until is None or s.until > now), None)


def write(steps: Iterable[Step]) -> list[list[Any]]:
    """As the column keeps them."""
    return [
        [
            s.kind.value,
            s.text,
            _iso(s.at),
            s.about,
            s.is_day,
            _iso(s.until),
            s.follow_up,
        ]
        for s in steps
    ]


def read(rows: Iterable[Any]) -> Iterator[Step]:
    """What `write` has made."""
    for kind, text, at, about, is_day, until, follow_up in rows:
        yield Step(
            kind=Kind(kind),
            text=text,
            at=_moment(at),
            about=about,
            is_day=is_day,
            until=_moment(until),
            follow_up=follow_up,
        )


def _iso(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
