from __future__ import annotations

from datetime import datetime

from interviews.actions.changing import changing_round
from interviews.actions.details import SignDetails
from interviews.models import Round, Sign


class LogClosed(Exception):  # noqa: N818 - the log is, not this
    """Their answer is known, so encouraging signs are not logged any more."""


def add_sign(round_: Round, details: SignDetails, *, kind: str, now: datetime) -> Sign:
    """Write down what happened. Raises LogClosed; red flags may always be added."""
    with changing_round(round_, now=now) as fresh:
        if kind == Sign.Kind.ENCOURAGING and fresh.signs_are_closed:
            raise LogClosed
        return fresh.signs.create(kind=kind, created_at=now, **details.as_fields())


def change_sign(sign: Sign, details: SignDetails, *, now: datetime) -> Sign:
    """Put right what was written down."""
    with changing_round(sign.round, now=now) as round_:
        rows = round_.signs.filter(pk=sign.pk)
        rows.update(**details.as_fields())
    return rows.get()


def remove_sign(sign: Sign, *, now: datetime) -> None:
    """Take it out of the log, so that it can be put back."""
    with changing_round(sign.round, now=now) as round_:
        round_.signs.filter(pk=sign.pk).update(removed_at=now)


def restore_sign(sign: Sign, *, now: datetime) -> None:
    """Undo `remove_sign`."""
    with changing_round(sign.round, now=now) as round_:
        round_.signs.filter(pk=sign.pk).update(removed_at=None)
