"""What the page of a round's questions shows, gathered from a `complete()` round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from applications.models import Contact
from guidance.choose import Entry
from guidance.facts import Tie
from guidance.vocabulary import Kind
from interviews.models import Round
from preparation.advice import questions, questions_for, situation_before
from preparation.models import Question

# Ours: so many of what they may ask stand on the page of the round itself.
OPENING = 3


@dataclass(frozen=True)
class Line:
    """A question made ready, and in which earlier round it was used, in words."""

    question: Question
    used: str


@dataclass(frozen=True)
class Suggestion:
    """A question of the library that is not chosen yet.

    `reason` is what it has to do with this round in particular; `used` the earlier
    round it was used in, in words. Either may be empty.
    """

    entry: Entry
    used: str = ""

    @property
    def reason(self) -> str:
        return "" if self.entry.tie is Tie.GENERAL else self.entry.reason


@dataclass(frozen=True)
class Hearer:
    """Somebody to ask, or nobody in particular: what is ready, and what may be asked."""

    contact: Contact | None
    lines: list[Line]
    suggestions: list[Suggestion]


class QuestionPage:
    """Everything about the questions of one round at `now`; two queries in all."""

    def __init__(self, round_: Round, *, now: datetime) -> None:
        self.round = round_
        self.now = now
        self.has_begun = round_.starts_at is not None and round_.starts_at <= now
        self._before = situation_before(round_, now)
        self._by_kind: dict[str, list[Entry]] = {}

    @cached_property
    def _rows(self) -> list[Question]:
        mine = Question.objects.filter(round=self.round)
        return list(mine.select_related("story", "contact"))

    # --- they may ask ------------------------------------------------------------

    @cached_property
    def theirs(self) -> list[Question]:
        return [row for row in self._rows if row.is_theirs]

    @property
    def practised(self) -> int:
        return sum(row.practised_at is not None for row in self.theirs)

    @property
    def their_suggestions(self) -> list[Suggestion]:
        chosen = {row.advice for row in self.theirs}
        fitting = questions(self._before, Kind.THEY_ASK)
        return [Suggestion(entry) for entry in fitting if entry.id not in chosen]

    @property
    def opening(self) -> list[str]:
        """The first few they may ask: those made ready, else those that fit."""
        fitting = questions(self._before, Kind.THEY_ASK) if not self.theirs else []
        texts = [row.text for row in self.theirs] or [entry.text for entry in fitting]
        return texts[:OPENING]

    # --- you may ask -------------------------------------------------------------

    @cached_property
    def yours(self) -> list[Question]:
        return [row for row in self._rows if not row.is_theirs]

    def ready_for(self, contact: Contact | None) -> list[Question]:
        """What is ready to be asked of somebody; of None: of whoever is there."""
        pk = contact.pk if contact else None
        return [row for row in self.yours if row.contact_id == pk]

    @property
    def for_anybody(self) -> list[Question]:
        return self.ready_for(None)

    @property
    def hearers(self) -> list[Hearer]:
        """Everybody the owner meets, then nobody in particular."""
        people: list[Contact | None] = [*self.round.people]
        gone = {row.contact for row in self.yours if row.contact} - set(people)
        people += sorted(gone, key=str)
        return [self._hearer(contact) for contact in [*people, None]]

    @property
    def without(self) -> list[Contact]:
        """Who has no question yet. One made ready for anybody serves nobody's turn."""
        asked = {row.contact_id for row in self.yours}
        return [person for person in self.round.people if person.pk not in asked]

    def _hearer(self, contact: Contact | None) -> Hearer:
        rows = [row for row in self.yours if row.contact == contact]
        chosen = {row.advice for row in rows}
        kind = contact.kind if contact else ""
        return Hearer(
            contact,
            lines=[Line(row, self._used(row)) for row in rows],
            suggestions=[
                Suggestion(
                    entry, self._used(Question(advice=entry.id, text=entry.text))
                )
                for entry in self._for_kind(kind)
                if entry.id not in chosen
            ],
        )

    def _for_kind(self, kind: str) -> list[Entry]:
        """Chosen once a kind, however many people are of it."""
        if kind not in self._by_kind:
            self._by_kind[kind] = questions_for(self._before, kind)
        return self._by_kind[kind]

    # --- earlier rounds ----------------------------------------------------------

    @cached_property
    def _earlier(self) -> list[Question]:
        """What was made ready to ask in rounds before this one, the last one first."""
        earlier = {round_.pk for round_ in self.round.earlier}
        rows = Question.objects.filter(round__in=earlier, side=Question.Side.YOU_ASK)
        return list(rows.select_related("round", "contact").order_by("-round__number"))

    def _used(self, question: Question) -> str:
        """ "You asked Dana Wu this in round 1", or nothing."""
        for round_ in reversed(self.round.earlier):
            if round_.log and question.is_among(round_.log.questions_used):
                return f"You asked this in round {round_.number}"
        same = [row for row in self._earlier if row.is_same(question)]
        if not same:
            return ""
        row = next((row for row in same if row.asked_at), same[0])
        if not row.asked_at:
            return f"You had this ready in round {row.round.number}"
        whom = f" {row.contact}" if row.contact else ""
        return f"You asked{whom} this in round {row.round.number}"
