"""What an invitation was found to say, how sure that is, and from which words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from guidance.situation import Format, InterviewerKind, Setting


class Kind(StrEnum):
    """What arrived."""

    INVITE = "invite"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    REJECTION = "rejection"
    CONFIRMATION = "confirmation"
    TASK = "task"
    OTHER = "other"

    @property
    def is_invite(self) -> bool:
        """Whether there is a round to log or to put right."""
        return self in {Kind.INVITE, Kind.RESCHEDULE, Kind.CANCEL}


class Certainty(StrEnum):
    SURE = "sure"
    GUESS = "guess"
    ASK = "ask"


class NotRead(ValueError):  # noqa: N818 - it is not, whoever reads
    """The input cannot be read; the message is one line that says what to do."""


@dataclass(frozen=True)
class Choice:
    """One answer to a question: the value to save, and how to show it."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """What only the owner can settle. `field` is a path such as sessions.0.starts_at."""

    field: str
    text: str
    choices: tuple[Choice, ...] = ()

    @property
    def is_of_one_zone(self) -> bool:
        """Whether it is about a zone and one answer is all there is: it is taken."""
        return self.field.endswith("time_zone") and len(self.choices) == 1


@dataclass
class PersonFound:
    name: str
    title: str = ""
    email: str = ""
    kind: InterviewerKind | None = None


@dataclass
class SessionFound:
    """One part of the round. Moments are UTC; `local_…` are the wall times read.

    `local_day` is what is known where the clock time is not.
    """

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    time_zone: str | None = None
    local_start: datetime | None = None
    local_end: datetime | None = None
    local_day: date | None = None
    place: str = ""
    link: str = ""
    setting: Setting | None = None
    formats: list[Format] = field(default_factory=list)
    people: list[PersonFound] = field(default_factory=list)


@dataclass
class Found:
    """Everything read from one invitation."""

    kind: Kind = Kind.OTHER
    method: str = ""
    uid: str = ""
    sequence: int | None = None
    stamped_at: datetime | None = None
    summary: str = ""
    company: str = ""
    role: str = ""
    round_number: int | None = None
    is_final: bool = False
    sessions: list[SessionFound] = field(default_factory=list)
    organiser: PersonFound | None = None
    to_prepare: str = ""
    text: str = ""
    certainty: dict[str, Certainty] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_invite(self) -> bool:
        return self.kind.is_invite

    def tell(self, path: str, source: str, sure: Certainty = Certainty.SURE) -> None:
        """Note from which words a field came, as they stand, and how sure that is."""
        self.certainty[path] = sure
        if source.strip():
            self.sources[path] = self._as_written(source.strip())

    def _as_written(self, words: str) -> str:
        """The words as the text has them, which may break the line between them."""
        if not self.text or words in self.text:
            return words
        parts = [part for part in re.split(r"[\s,]+", words)[:60] if part]
        pattern = r"[\s,]+".join(map(re.escape, parts))
        written = re.search(pattern, self.text)
        return written[0] if written else words

    def ask(self, path: str, text: str, *choices: Choice) -> None:
        """Leave a field to the owner; asked once."""
        self.certainty[path] = Certainty.ASK
        if all(question.field != path for question in self.questions):
            self.questions.append(Question(path, text, choices))
