"""Taking back what was done a moment ago: everything as it was, to the letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.rows import add
from applications.models import Application, Offer, StageChange, Undo
from applications.signals import application_changed, applications_changed

_MOMENTS = {"archived_at", "deleted_at", "updated_at"}
_DAYS = {"own_step_on"}
# What another edit changes too: it says nothing about what is to be taken back.
_UNWATCHED = {"updated_at", "board_position"}


@dataclass
class Changed:
    """One application that an action changes: its columns before and after."""

    application: Application
    before: dict[str, Any]
    after: dict[str, Any]
    change: int | None = None
    answer: tuple[str, datetime | None] | None = None

    @classmethod
    def of(
        cls, row: Application, values: Mapping[str, Any], *, now: datetime
    ) -> Changed:
        """Set the values on the row and note those that differ; none: nothing does."""
        new = {name: v for name, v in values.items() if getattr(row, name) != v}
        if new:
            new["updated_at"] = now
        before = {name: getattr(row, name) for name in new}
        for name, value in new.items():
            setattr(row, name, value)
        return cls(row, before, new)

    def plain(self) -> dict[str, Any]:
        answer = self.answer and [self.answer[0], _plain(self.answer[1])]
        return {
            "pk": self.application.pk,
            "before": {name: _plain(value) for name, value in self.before.items()},
            "after": {name: _plain(value) for name, value in self.after.items()},
            "change": self.change,
            "answer": answer,
        }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _value(name: str, plain: Any) -> Any:
    if name in _MOMENTS and plain is not None:
        return datetime.fromisoformat(plain)
    if name in _DAYS and plain is not None:
        return date.fromisoformat(plain)
    return plain


def remember(
    owner: User, changed: Sequence[Changed], *, words: str, now: datetime
) -> Undo:
    """Keep what is needed to take it back."""
    rows = [each.plain() for each in changed]
    return add(Undo(owner=owner, words=words[:300], rows=rows, done_at=now))


@transaction.atomic
def take_back(undo: Undo, *, now: datetime) -> tuple[int, int]:
    """Undo it; returns how many are as they were, and how many had changed since.

    What somebody has changed again meanwhile stays. Twice does nothing more. The move
    stays in the history as one that does not count.
    """
    fresh = Undo.objects.select_for_update(no_key=True).get(pk=undo.pk)
    if fresh.undone_at:
        return 0, 0
    wanted = {row["pk"]: row for row in fresh.rows}
    locked = _lock(fresh.owner_id, list(wanted))
    back = [row for row in locked if _is_as_left(row, wanted[row.pk]["after"])]
    for application in back:
        _put_back(application, wanted[application.pk], now=now)
    fresh.undone_at = now
    fresh.save(update_fields=["undone_at"])
    if len(back) == 1:
        application_changed.send(Application, application=back[0], now=now)
    elif back:
        applications_changed.send(Application, applications=back, now=now)
    return len(back), len(wanted) - len(back)


def _lock(owner_id: int, keys: Sequence[int]) -> list[Application]:
    """Of the owner, in the bin or not, in the order of their keys."""
    rows = Application.objects.filter(owner=owner_id, pk__in=keys).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))
    return list(rows.select_related("company", "owner"))


def _is_as_left(application: Application, after: Mapping[str, Any]) -> bool:
    return all(
        getattr(application, name) == _value(name, value)
        for name, value in after.items()
        if name not in _UNWATCHED
    )


def _put_back(
    application: Application, row: Mapping[str, Any], *, now: datetime
) -> None:
    values = {name: _value(name, plain) for name, plain in row["before"].items()}
    if application.updated_at != _value("updated_at", row["after"]["updated_at"]):
        del values["updated_at"]
    for name, value in values.items():
        setattr(application, name, value)
    # Not `save()`: it would say that the application was edited just now.
    Application.objects.filter(pk=application.pk).update(**values)
    if row["change"]:
        StageChange.objects.filter(pk=row["change"]).update(undone_at=now)
    if row["answer"]:
        decision, decided_at = row["answer"]
        Offer.objects.filter(application=application, decision="").update(
            decision=decision, decided_at=_value("updated_at", decided_at)
        )
