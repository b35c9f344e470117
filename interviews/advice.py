from __future__ import annotations

from datetime import datetime

from guidance import library
from guidance.choose import Chosen, choose
from interviews.models import Round
from interviews.situation import situation_of


def advice_for(round_: Round, now: datetime) -> Chosen:
    """The advice that applies to a round at `now`, what the owner ticked set apart.

    Asks the database nothing when the round is `complete()`.
    """
    done = {tick.advice for tick in round_.advice_ticks.all()}
    return choose(library.load(), situation_of(round_, now), done=done)
