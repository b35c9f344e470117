"""Why an advice is shown, in words to stand after "because"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guidance.conditions import Condition
from guidance.library import Advice, LeadTime
from guidance.situation import Phase, Situation
from guidance.words import time_left_words


def because(
    advice: Advice, held: Iterable[Condition], situation: Situation
) -> tuple[str, ...]:
    """The words of the conditions that held; without any, what it is general for."""
    words = dict.fromkeys([word for c in held for word in c.reason(situation)])
    if not words:
        words[_general_reason(situation)] = None
    if _is_pressing(advice, situation):
        words[time_left_words(situation.minutes_until_start or 0)] = None
    return tuple(words)


def _is_pressing(advice: Advice, situation: Situation) -> bool:
    """It takes an evening or more, and hardly more time than that is left."""
    minutes = situation.minutes_until_start
    if minutes is None or situation.phase is not Phase.BEFORE:
        return False
    return advice.lead_time > LeadTime.MINUTES and minutes < LeadTime.DAYS * 60


def _general_reason(situation: Situation) -> str:
    """The reason of what fits every interview at this point."""
    any_interview = "any second interview" if situation.number == 2 else "any interview"
    return _GENERAL.get(situation.phase, "").format(any_interview)


_GENERAL: Mapping[Phase | None, str] = {
    Phase.INVITED: "for {}",
    Phase.BEFORE: "before {}",
    Phase.ON_THE_DAY: "on the day of {}",
    Phase.JUST_AFTER: "after {}",
    Phase.WAITING: "you are waiting for their answer",
    Phase.OFFER: "you have an offer",
    Phase.NOT_SELECTED: "they said no",
}
