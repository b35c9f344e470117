"""What the page of a round's questions shows, gathered from a `complete()` round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from accounts.gathering import gather, rows_of
from applications.models import Contact
from guidance.choose import Entry
from guidance.facts import Tie
from guidance.vocabulary import Kind
from interviews.models import Round
from preparation.advice import questions, questions_for, situation_before
from preparation.carried import Carried, ready_before, to_answer, to_ask
from preparation.known_already import may_be_answered
from preparation.models import Question

# Ours: so many of what they may ask stand on the page of the round itself.
OPENING = 3

# What is shown of each question; a page that has it read asks for nothing more.
_NEEDS = ("prepared_questions__story", "prepared_questions__contact")


@dataclass(frozen=True)
class Line:
    """A question made ready; in which earlier round it was used, and whether the
    owner's research may answer it, both in words."""

    question: Question
    used: str
    known: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A question of the library that is not chosen yet.

    `reason` is what it has to do with this round in particular; `used` the earlier
    round it was used in and `known` that research may answer it, in words. Each may
    be empty.
    """

    entry: Entry
    used: str = ""
    known: str = ""

    @property
    def reason(self) -> str:
        return "" if self.entry.tie is Tie.GENERAL else self.entry.reason


@dataclass(frozen=True)
class Hearer:
    """Somebody to ask, or nobody in particular: what is ready, and what may be asked."""

    contact: Contact | None
    lines: list[Line]
    suggestions: list[Suggestion]
    carried: list[Carried]

    @property
    def proposal(self) -> Suggestion | None:
        """What to ask somebody who has no question yet: nothing used or known."""
        if self.lines or self.contact is None:
            return None
        fresh = (s for s in self.suggestions if not s.used and not s.known)
        return next(fresh, None)


class QuestionPage:
    """Everything about the questions of one round at `now`; two queries at most."""

    def __init__(self, round_: Round, *, now: datetime) -> None:
        self.round = round_
        self.now = now
        self.has_begun = round_.starts_at is not None and round_.starts_at <= now
        self.before = situation_before(round_, now)
        self._by_kind: dict[str, list[Entry]] = {}

    @cached_property
    def _rows(self) -> list[Question]:
        held = getattr(self.round, "_prefetched_objects_cache", {})
        if "prepared_questions" not in held:
            gather([self.round], *_NEEDS)
        return rows_of(self.round, "prepared_questions")

    # --- they may ask ------------------------------------------------------------

    @cached_property
    def theirs(self) -> list[Question]:
        return [row for row in self._rows if row.is_theirs]

    @property
    def practised(self) -> int:
        return sum(row.practised_at is not None for row in self.theirs)

    @property
    def to_practise(self) -> Question | None:
        """Where practice begins: the first not practised yet, else the first."""
        waiting = (row for row in self.theirs if row.practised_at is None)
        return next(waiting, next(iter(self.theirs), None))

    @property
    def their_carried(self) -> list[Carried]:
        """What they asked in earlier rounds and is not on the list."""
        return [c for c in to_answer(self.round) if not _is_on(c, self.theirs)]

    @property
    def their_suggestions(self) -> list[Suggestion]:
        chosen = {row.advice for row in self.theirs}
        fitting = questions(self.before, Kind.THEY_ASK)
        return [Suggestion(entry) for entry in fitting if entry.id not in chosen]

    @property
    def opening(self) -> list[str]:
        """The first few they may ask: those made ready, else those that fit."""
        fitting = questions(self.before, Kind.THEY_ASK) if not self.theirs else []
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
            lines=[Line(row, self._used(row), self._known(row)) for row in rows],
            suggestions=[
                self._suggestion(entry)
                for entry in self._for_kind(kind)
                if entry.id not in chosen
            ],
            carried=[
                c for c in self._carried if c.contact_id == (contact and contact.pk)
            ],
        )

    def _suggestion(self, entry: Entry) -> Suggestion:
        question = Question(advice=entry.id, text=entry.text)
        return Suggestion(entry, self._used(question), self._known(question))

    def _for_kind(self, kind: str) -> list[Entry]:
        """Chosen once a kind, however many people are of it."""
        if kind not in self._by_kind:
            self._by_kind[kind] = questions_for(self.before, kind)
        return self._by_kind[kind]

    # --- earlier rounds ----------------------------------------------------------

    @cached_property
    def _earlier(self) -> list[Question]:
        return ready_before(self.round)

    @cached_property
    def _carried(self) -> list[Carried]:
        """What was ready before, never asked, and is not on the list."""
        here = {person.pk for person in self.round.people}
        return [
            carried if carried.contact_id in here else replace(carried, contact_id=None)
            for carried in to_ask(self._earlier, self.round)
            if not _is_on(carried, self.yours)
        ]

    def _known(self, question: Question) -> str:
        company = self.round.application.company
        return may_be_answered(question, company.research_notes.all())

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


def _is_on(carried: Carried, rows: list[Question]) -> bool:
    return any(row.is_among([carried.text]) for row in rows)
