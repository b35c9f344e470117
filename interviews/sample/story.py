"""The words in which the sample search is told.

Days count from today: -3 is three days ago, 1 is tomorrow. `calendar.Calendar` moves
those that fall on a weekend.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from interviews.actions import Asked, Person, SignDetails

# In `thanked`: everybody who took part.
ALL = "all"
# In `at`: a few hours from now, or a few hours ago late in the day.
SOON = "soon"


@dataclass(frozen=True, kw_only=True)
class Moved:
    """The application moved to a stage."""

    day: int
    to: str


@dataclass(frozen=True, kw_only=True)
class Noted:
    """The owner wrote something down."""

    day: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Archived:
    day: int


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """A further session on the day of a round."""

    at: str
    minutes: int
    setting: str = ""
    formats: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Met:
    """A round, from its invitation to what became of it."""

    # When the invitation was logged, and when the round is; None: no date yet.
    invited: int
    day: int | None
    at: str = "10:00"
    # None: they did not say how long it takes.
    minutes: int | None = 60
    zone: str = ""
    setting: str = ""
    formats: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    place: str = ""
    link: str = ""
    further: tuple[Sitting, ...] = ()
    to_prepare: str = ""
    promised: int | None = None
    # How many pieces of advice were ticked the day after the invitation.
    ticked: int = 0
    cancelled: int | None = None
    # What the owner noted afterwards: loosely, and in the boxes of the debrief, where
    # `topics` are by name.
    notes: str = ""
    questions: tuple[Asked, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)
    boxes: Mapping[str, str] = field(default_factory=dict)
    red_flags: tuple[SignDetails, ...] = ()
    good_signs: tuple[SignDetails, ...] = ()
    # Names thanked so many hours after the end, or ALL; drafts begun, by name.
    thanked: tuple[str, ...] | str = ()
    thanked_after: int = 3
    drafts: Mapping[str, str] = field(default_factory=dict)
    # The day the owner asked where they stand, the day they answered, and how.
    asked: int | None = None
    answered: int | None = None
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class Offered:
    """The owner wrote down an offer: pay for a year, further columns, further days."""

    day: int
    pay: str
    currency: str = "GBP"
    terms: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Parted:
    """After a no: the one message sent or set aside, what was learnt, who is kept."""

    day: int
    asked: bool = True
    review: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)


Step = Moved | Noted | Archived | Met | Offered | Parted


@dataclass(frozen=True, kw_only=True)
class Job:
    """One application: what it is, when it began, and what happened, in order."""

    company: str
    role: str
    day: int
    stage: str = "applied"
    # What they do; and what was found out on other topics, by topic.
    research: str = ""
    found_out: Mapping[str, str] = field(default_factory=dict)
    website: str = ""
    steps: tuple[Step, ...] = ()
    # Further columns of the application.
    about: Mapping[str, Any] = field(default_factory=dict)


def person(name: str, title: str, kind: str, email: str = "") -> Person:
    """Somebody to meet; `kind` as in `Contact.Kind`."""
    return Person(name=name, title=title, kind=kind, email=email)
