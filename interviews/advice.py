from __future__ import annotations

from datetime import datetime

from guidance import library
from guidance.choose import Chosen, choose
from interviews.models import Round
from interviews.situation import situation_of


def advice_for(round_: Round, now: datetime) -> Chosen:
    """The advice that applies to a round at `now`.

    What the owner ticked and what they put away is set apart.

    Asks the database nothing when the round is `complete()`.
    """
    done = {tick.advice for tick in round_.advice_ticks.all()}
    hidden = {row.advice for row in round_.not_for_me.all()}
    situation = situation_of(round_, now)
    return choose(library.load(), situation, done=done, not_for_me=hidden)
