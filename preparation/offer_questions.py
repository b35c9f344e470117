"""What the owner wanted to know of a company, when they have an offer to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from applications.models import Application
from interviews.models import Round
from interviews.offer_page import standing
from preparation.models import Question


@dataclass(frozen=True)
class Wondered:
    """A question of the owner's, from a round; `question` is None for one that only
    the notes after the round have."""

    text: str
    round: Round
    question: Question | None = None
    asked: bool = False

    @property
    def answer(self) -> str:
        return self.question.answer if self.question else ""

    @property
    def where(self) -> str:
        """Where it stands, while there is no answer."""
        if self.asked:
            return f"asked in round {self.round.number}, no answer noted"
        return f"ready for round {self.round.number}, not asked"

    @property
    def weight(self) -> tuple[bool, bool, int]:
        """Of the same question in several rounds, the greatest is shown."""
        return bool(self.answer), self.asked, self.round.number


class OfferQuestions:
    """The owner's questions over all rounds of an application, each once."""

    def __init__(self, application: Application) -> None:
        self.application = application

    @property
    def answered(self) -> list[Wondered]:
        return [each for each in self._each_once if each.answer]

    @property
    def open(self) -> list[Wondered]:
        """Those without an answer written down: never asked first."""
        rest = [each for each in self._each_once if not each.answer]
        return sorted(rest, key=lambda each: each.asked)

    @cached_property
    def _each_once(self) -> list[Wondered]:
        found: dict[str, Wondered] = {}
        for each in self._all():
            key = each.text.casefold()
            found[key] = max(found.get(key, each), each, key=lambda one: one.weight)
        return list(found.values())

    def _all(self) -> Iterator[Wondered]:
        """From what was made ready, then from the notes after each round."""
        rounds = {round_.pk: round_ for round_ in standing(self.application)}
        ready = Question.objects.filter(
            round__in=rounds, side=Question.Side.YOU_ASK
        ).order_by("round__number", "pk")
        for row in ready:
            round_ = rounds[row.round_id]
            yield Wondered(row.text, round_, row, asked=row.asked_at is not None)
        for round_ in rounds.values():
            for text in round_.log.questions_used if round_.log else ():
                yield Wondered(text, round_, asked=True)
