from __future__ import annotations

from datetime import datetime

from interviews.actions.changing import changing_round
from interviews.models import AdviceTick, NotForMe, Round


def tick(round_: Round, *, advice: str, now: datetime) -> AdviceTick:
    """The owner has done what this advice asks. Ticking twice is ticking once."""
    with changing_round(round_, now=now) as fresh:
        row, _ = AdviceTick.objects.get_or_create(
            round=fresh, advice=advice, defaults={"done_at": now}
        )
    return row


def untick(round_: Round, *, advice: str, now: datetime) -> None:
    """Undo `tick`."""
    with changing_round(round_, now=now) as fresh:
        fresh.advice_ticks.filter(advice=advice).delete()


def hide(round_: Round, *, advice: str, now: datetime) -> None:
    """The owner does not want this advice on this round. Twice is once."""
    with changing_round(round_, now=now) as fresh:
        NotForMe.objects.get_or_create(round=fresh, advice=advice, defaults={"at": now})


def show_again(round_: Round, *, advice: str, now: datetime) -> None:
    """Undo `hide`."""
    with changing_round(round_, now=now) as fresh:
        fresh.not_for_me.filter(advice=advice).delete()
