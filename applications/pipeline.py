"""What is done to one application or to many at once, and can be taken back.

Each takes the keys of the owner's applications, writes what changes in a fixed number
of queries, tells it once, and returns the `Undo` that leads back; None: nothing was to
be changed. `now` is an aware datetime throughout.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from accounts.prepared import Prepared
from accounts.rows import add, set_columns
from applications import board_order
from applications.models import Application, Offer, Stage, StageChange, Undo
from applications.models.application import MOST_TAGS
from applications.signals import application_changed, applications_changed
from applications.undoing import Changed, remember

_Writer = Callable[[Application], dict[str, Any]]


def move(
    owner: User,
    keys: Collection[int],
    *,
    to: str,
    now: datetime,
    after: int | None = None,
) -> Undo | None:
    """Move to a stage: to the top of its column, or below the card `after`."""
    if after is not None:
        board_order.make_room(owner, to, after)
    with transaction.atomic():
        rows = _lock(owner, keys)
        place = board_order.place(owner, to, after, now=now)
        moved = [row for row in rows if row.stage != to]
        values = {"stage": to, "board_position": place}
        changed = _write(moved, lambda _: values, now=now)
        return _finish(owner, changed, f"moved to {Stage(to).label}", now=now)


def put(card: Application, *, after: int | None, now: datetime) -> None:
    """Put a card below another of its column, or on top.

    Nothing that is planned depends on it: nobody is told, and moving it back is as
    quick as taking it back would be.
    """
    if after is not None:
        board_order.make_room(card.owner, card.stage, after)
    place = board_order.place(card.owner, card.stage, after, now=now)
    Application.objects.filter(pk=card.pk).update(board_position=place)


def tag(
    owner: User,
    keys: Collection[int],
    *,
    add: str = "",
    remove: str = "",
    now: datetime,
) -> Undo | None:
    """Put a tag on each, or take it off, in any capitals."""

    def written(row: Application) -> dict[str, Any]:
        others = [t for t in row.tags if t.lower() not in {add.lower(), remove.lower()}]
        new = [*others, add] if add and len(others) < MOST_TAGS else others
        had = add.lower() in {t.lower() for t in row.tags}
        return {} if add and had else {"tags": new}

    what = f"tagged “{add}”" if add else f"no longer tagged “{remove}”"
    return _do(owner, keys, written, what, now=now)


def set_step(
    owner: User,
    keys: Collection[int],
    *,
    step: str,
    on: date | None,
    now: datetime,
    to: str = "",
) -> Undo | None:
    """What the owner means to do next, on a day if they say one; "": nothing.

    With `to` it moves to that stage in the same breath, as a row of the table does.
    """
    with transaction.atomic():
        rows = _lock(owner, keys)
        values: dict[str, Any] = {"own_step": step, "own_step_on": on}
        what, verb = f"“{step}” as the next step", "has|have"
        if not step:
            what, verb = f"done with {_steps(rows)}", "is|are"
        if to and any(row.stage != to for row in rows):
            place = board_order.place(owner, to, None, now=now)
            values |= {"stage": to, "board_position": place}
            what, verb = f"moved to {Stage(to).label}", ""
        changed = _write(rows, lambda _: values, now=now)
        return _finish(owner, changed, what, now=now, verb=verb)


def _steps(rows: Sequence[Application]) -> str:
    return ", ".join(f"“{row.own_step}”" for row in rows if row.own_step)


def archive(owner: User, keys: Collection[int], *, now: datetime) -> Undo | None:
    """Put away: off every list, nothing pending. The stage stays as it was."""

    def written(row: Application) -> dict[str, Any]:
        return {"archived_at": row.archived_at or now}

    return _do(owner, keys, written, "in the archive", now=now, verb="is|are")


def unarchive(owner: User, keys: Collection[int], *, now: datetime) -> Undo | None:
    """Bring back from the archive, with everything that was pending."""
    back = "back on your list"
    return _do(
        owner, keys, lambda _: {"archived_at": None}, back, now=now, verb="is|are"
    )


def delete(owner: User, keys: Collection[int], *, now: datetime) -> Undo | None:
    """Put into the bin, from which it can be brought back for 30 days."""

    def written(row: Application) -> dict[str, Any]:
        return {"deleted_at": now, "archived_at": row.archived_at or now}

    return _do(owner, keys, written, "deleted", now=now)


def restore(owner: User, keys: Collection[int], *, now: datetime) -> Undo | None:
    """Bring back from the bin, to where it was: on the list, or in the archive."""

    def written(row: Application) -> dict[str, Any]:
        was_archived = row.archived_at != row.deleted_at
        return {
            "deleted_at": None,
            "archived_at": row.archived_at if was_archived else None,
        }

    found = Application.objects.binned(owner).filter(pk__in=keys)
    back = "back from the bin"
    return _do(owner, keys, written, back, now=now, verb="is|are", among=found)


# --- how it is done ----------------------------------------------------------------------


@transaction.atomic
def _do(
    owner: User,
    keys: Collection[int],
    written: _Writer,
    what: str,
    *,
    now: datetime,
    verb: str = "",
    among: Any = None,
) -> Undo | None:
    rows = _lock(owner, keys, among)
    return _finish(owner, _write(rows, written, now=now), what, now=now, verb=verb)


def _lock(owner: User, keys: Collection[int], among: Any = None) -> list[Application]:
    """The rows, locked in the order of their keys, as they are now.

    Their companies may be as they were while it waited: toasts name them, nothing else.
    """
    if among is None and len(keys) == 1:
        rows = _ONE(owner=owner.pk, pk=next(iter(keys)))
    else:
        found = Application.objects.for_user(owner).filter(pk__in=keys)
        rows = list(_to_lock(found if among is None else among))
    for row in rows:
        row.owner = owner
    return rows


def _to_lock(rows: QuerySet[Application]) -> QuerySet[Application]:
    locked = rows.select_for_update(no_key=True, of=("self",)).order_by("pk")
    return locked.select_related("company")


# Asked with every move of a card.
_ONE = Prepared(
    lambda owner, pk: _to_lock(
        Application.objects.for_user(User(pk=owner)).filter(pk=pk)
    ),
    owner=int,
    pk=int,
)


def _write(
    rows: Sequence[Application], written: _Writer, *, now: datetime
) -> list[Changed]:
    """Write what differs, the history and the answer to an offer with it."""
    changed = [Changed.of(row, written(row), now=now) for row in rows]
    changed = [each for each in changed if each.after]
    if not changed:
        return []
    names = sorted({name for each in changed for name in each.after})
    rows = [each.application for each in changed]
    if len(rows) == 1:
        values = {name: getattr(rows[0], name) for name in names}
        set_columns(Application, rows[0].pk, values)
    else:
        Application.objects.bulk_update(rows, names)
    _write_history([each for each in changed if "stage" in each.after], now=now)
    return changed


def _write_history(moved: Sequence[Changed], *, now: datetime) -> None:
    if not moved:
        return
    changes = [
        StageChange(
            application=each.application,
            from_stage=each.before["stage"],
            to_stage=each.application.stage,
            at=now,
        )
        for each in moved
    ]
    if len(changes) == 1:
        add(changes[0])
    else:
        StageChange.objects.bulk_create(changes)
    for each, change in zip(moved, changes, strict=True):
        each.change = change.pk
    _take_back_answers(moved)


def _take_back_answers(moved: Sequence[Changed]) -> None:
    """Whoever goes on has not answered an offer for good."""
    going_on = {
        each.application.pk: each
        for each in moved
        if each.application.stage in Stage.live()
        and each.before["stage"] in Stage.closed()
    }
    if not going_on:
        return
    answered = Offer.objects.filter(application__in=going_on).exclude(decision="")
    for offer in answered:
        going_on[offer.application_id].answer = (offer.decision, offer.decided_at)
    answered.update(decision="", decided_at=None)


def _finish(
    owner: User, changed: Sequence[Changed], what: str, *, now: datetime, verb: str = ""
) -> Undo | None:
    """Tell what was done, once, and keep how to take it back."""
    if not changed:
        return None
    tell([each.application for each in changed], now=now)
    return remember(owner, changed, words=_words(changed, what, verb), now=now)


def tell(applications: Sequence[Application], *, now: datetime) -> None:
    """Say that locked applications of one owner have changed."""
    if len(applications) == 1:
        application_changed.send(Application, application=applications[0], now=now)
    elif applications:
        applications_changed.send(Application, applications=applications, now=now)


def _words(changed: Sequence[Changed], what: str, verb: str) -> str:
    """ "Acme moved to Offer." or "3 applications are in the archive." """
    one, _, many = verb.partition("|")
    if len(changed) == 1:
        who, verb = str(changed[0].application.company), one
    else:
        who, verb = f"{len(changed)} applications", many
    return f"{' '.join(filter(None, [who, verb, what]))}."
