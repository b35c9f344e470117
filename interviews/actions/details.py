from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from applications.models import Contact
from interviews.models import Session


@dataclass(frozen=True, kw_only=True)
class SessionDetails:
    """One session as the owner entered it; times aware, stored as UTC.

    `id` is the row it is already, if it is one; `people` are those who take part.
    """

    time_zone: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    setting: str = ""
    formats: list[str] = field(default_factory=list)
    place: str = ""
    link: str = ""
    people: Sequence[Person] = ()
    id: int | None = None

    @classmethod
    def of(cls, session: Session) -> Self:
        """A session as it stands; reads the prefetched interviewers."""
        contacts = [seat.contact for seat in session.interviewers.all()]
        return cls(
            time_zone=session.time_zone,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            setting=session.setting,
            formats=list(session.formats),
            place=session.place,
            link=session.link,
            people=[Person(name=c.name, contact=c) for c in contacts],
            id=session.pk,
        )

    @property
    def order(self) -> tuple[bool, float]:
        """Its place in the day: by its start, without one at the end."""
        at = self.starts_at
        return (at is None, at.timestamp() if at else 0)

    def as_fields(self) -> dict[str, Any]:
        """The columns of `Session`."""
        return {
            "time_zone": self.time_zone,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "setting": self.setting,
            "formats": self.formats,
            "place": self.place,
            "link": self.link,
        }


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who takes part, as the owner typed them, or known as `contact`."""

    name: str
    contact: Contact | None = None
    title: str = ""
    email: str = ""
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question they asked, and how the answer went."""

    text: str
    went: str = ""
    lengthen: bool = False


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What the owner writes down of a round; every part may be empty.

    `topics` are by the key of a contact, None where nobody is named; those that are
    not mentioned stay as they are.
    """

    questions: Sequence[Asked] = ()
    topics: Mapping[int | None, str] = field(default_factory=dict)
    hints: str = ""
    unsaid: str = ""
    promises: str = ""
    own_questions: str = ""
    pay_raised: str = ""
    notes: str = ""

    def as_fields(self) -> dict[str, Any]:
        """The columns of `Debrief`."""
        return {
            "hints": self.hints,
            "unsaid": self.unsaid,
            "promises": self.promises,
            "own_questions": self.own_questions,
            "pay_raised": self.pay_raised,
            "notes": self.notes,
        }

    @property
    def is_empty(self) -> bool:
        words = [*self.as_fields().values(), *self.topics.values()]
        return not self.questions and not any(words)


@dataclass(frozen=True, kw_only=True)
class SignDetails:
    """A sign as the owner saw it; `asked_for` and `scheduled` are yes, no or empty."""

    happened: str
    who: str = ""
    asked_for: str = ""
    scheduled: str = ""
    otherwise: str = ""

    def as_fields(self) -> dict[str, Any]:
        """The columns of `Sign`."""
        return {
            "happened": self.happened,
            "who": self.who,
            "asked_for": self.asked_for,
            "scheduled": self.scheduled,
            "otherwise": self.otherwise,
        }


@dataclass(frozen=True, kw_only=True)
class TaskDetails:
    """Something to prepare as the owner entered it; `due_at` UTC, None: at the start."""

    kind: str
    text: str = ""
    due_at: datetime | None = None
    for_whom: str = ""

    def as_fields(self) -> dict[str, Any]:
        """The columns of `Task`."""
        return {
            "kind": self.kind,
            "text": self.text,
            "due_at": self.due_at,
            "for_whom": self.for_whom,
        }
