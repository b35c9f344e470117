from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from applications.models.application import DOUBLE_PRESS
from interviews.actions.changing import changing_round
from interviews.models import OwnItem, Round


def add_own_item(round_: Round, *, text: str, now: datetime) -> OwnItem:
    """Put something on the list of a round. Pressed twice, it is there once."""
    with changing_round(round_, now=now) as fresh:
        since = now - DOUBLE_PRESS
        twins = fresh.own_items.filter(
            purpose=OwnItem.Purpose.TO_DO, text=text, created_at__gte=since
        )
        twin = twins.filter(removed_at=None).first()
        return twin or fresh.own_items.create(text=text, created_at=now)


def add_to_bring(round_: Round, *, texts: Iterable[str], now: datetime) -> None:
    """Put these on the list of what to bring or have ready.

    What stands there already, in the same words, is left alone, and what was taken
    off is put back: nothing is there twice.
    """
    with changing_round(round_, now=now) as fresh:
        listed = fresh.own_items.filter(purpose=OwnItem.Purpose.TO_BRING)
        known = {item.text.casefold(): item for item in listed}
        for text in dict.fromkeys(texts):
            if (item := known.get(text.casefold())) is None:
                fresh.own_items.create(
                    purpose=OwnItem.Purpose.TO_BRING, text=text, created_at=now
                )
            elif item.removed_at:
                listed.filter(pk=item.pk).update(removed_at=None)


def tick_own_item(item: OwnItem, *, now: datetime) -> None:
    """It is done. Ticking twice keeps the first time."""
    with changing_round(item.round, now=now) as round_:
        round_.own_items.filter(pk=item.pk, done_at=None).update(done_at=now)


def untick_own_item(item: OwnItem, *, now: datetime) -> None:
    """Undo `tick_own_item`."""
    with changing_round(item.round, now=now) as round_:
        round_.own_items.filter(pk=item.pk).update(done_at=None)


def remove_own_item(item: OwnItem, *, now: datetime) -> None:
    """Take it off the list, so that it can be put back."""
    with changing_round(item.round, now=now) as round_:
        round_.own_items.filter(pk=item.pk).update(removed_at=now)


def restore_own_item(item: OwnItem, *, now: datetime) -> None:
    """Undo `remove_own_item`."""
    with changing_round(item.round, now=now) as round_:
        round_.own_items.filter(pk=item.pk).update(removed_at=None)
