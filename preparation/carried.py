"""What earlier rounds left for the next: questions not asked yet, answers to redo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from interviews.models import Round
from interviews.wording import plain
from preparation.models import Question


@dataclass(frozen=True)
class Carried:
    """A question from an earlier round, and what became of it there, in words."""

    text: str
    was: str
    advice: str = ""
    contact_id: int | None = None


def to_ask(earlier: Iterable[Question], round_: Round) -> list[Carried]:
    """Those made ready to ask before this round and not asked in any, each once.

    `earlier` are the questions made ready for the rounds before, the latest first.
    """
    rows = list(earlier)
    asked = {plain(row.text) for row in rows if row.asked_at}
    for other in round_.earlier:
        asked |= (
            {plain(text) for text in other.log.questions_used} if other.log else set()
        )
    found: dict[str, Carried] = {}
    for row in rows:
        if (key := plain(row.text)) not in asked:
            was = f"Not asked in round {row.round.number}"
            found.setdefault(key, Carried(row.text, was, row.advice, row.contact_id))
    return list(found.values())


def to_answer(round_: Round) -> list[Carried]:
    """What they asked before, as it was written down: answers to lengthen first."""
    found: dict[str, Carried] = {}
    for lengthen in (True, False):
        for other in reversed(round_.earlier):
            for each in other.log.questions.all() if other.log else ():
                if each.lengthen is lengthen and plain(each.text):
                    was = f"They asked this in round {other.number}"
                    more = "; you want to lengthen the answer" if lengthen else ""
                    carried = Carried(each.text[:500], was + more)
                    found.setdefault(plain(each.text), carried)
    return list(found.values())


def ready_before(round_: Round) -> list[Question]:
    """What was made ready to ask in rounds before this one, the last one first."""
    earlier = {other.pk for other in round_.earlier}
    rows = Question.objects.filter(round__in=earlier, side=Question.Side.YOU_ASK)
    return list(rows.select_related("round", "contact").order_by("-round__number"))


def carried_into(round_: Round) -> list[Carried]:
    """Everything earlier rounds left, on both sides; one query."""
    return [*to_answer(round_), *to_ask(ready_before(round_), round_)]
