"""The two logs of signs as a page shows them: apart, and each beside its cautions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidance import library
from guidance.library import Advice
from interviews.forms import SignForm
from interviews.models import Round, Sign

# What is read beside a log, whatever stands in it: ids of the guidance library.
_CAUTIONS = {
    Sign.Kind.ENCOURAGING: ("signs-caution", "signs-absent", "steady"),
    Sign.Kind.RED_FLAG: ("peer-listen",),
}
# What the documents say of single signs, each with its hedge.
_READINGS = ("sign-long-term", "sign-senior", "sign-feedback", "sign-timetable")


def cautions(kind: Sign.Kind) -> list[Advice]:
    return _advice(_CAUTIONS[kind])


def _advice(ids: tuple[str, ...]) -> list[Advice]:
    held = library.load()
    return [advice for each in ids if (advice := held.get(each))]


@dataclass(frozen=True)
class Log:
    """One of the two logs; `form` is None once it is closed."""

    kind: Sign.Kind
    signs: list[Sign]
    removed: list[Sign]
    cautions: list[Advice]
    readings: list[Advice]
    form: SignForm | None

    @property
    def is_encouraging(self) -> bool:
        return self.kind == Sign.Kind.ENCOURAGING


class SignsPage:
    """Both logs of a `complete()` round; `typed` is a form that is amiss, by log."""

    def __init__(
        self, round_: Round, *, typed: Mapping[str, SignForm] | None = None
    ) -> None:
        self.round = round_
        self.typed = typed or {}

    @property
    def logs(self) -> list[Log]:
        return [self._log(Sign.Kind.ENCOURAGING), self._log(Sign.Kind.RED_FLAG)]

    def _log(self, kind: Sign.Kind) -> Log:
        signs = [sign for sign in self.round.signs.all() if sign.kind == kind]
        encouraging = kind == Sign.Kind.ENCOURAGING
        closed = encouraging and self.round.signs_are_closed
        form = self.typed.get(kind) or (
            None if closed else SignForm(auto_id=f"{kind}_%s")
        )
        return Log(
            kind=kind,
            signs=[sign for sign in signs if not sign.removed_at],
            removed=[sign for sign in signs if sign.removed_at],
            cautions=cautions(kind),
            readings=_advice(_READINGS) if encouraging else [],
            form=form,
        )
