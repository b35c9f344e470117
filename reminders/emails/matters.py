"""What a message tells: its reminders with the rows they are about, ready to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from accounts.models import User
from applications.models import Application
from interviews.models import Round
from reminders.links import Link, Purpose
from reminders.models import Kind, Message, Reminder

# Kinds whose mail is about messages to write: those are put off one by one.
OF_FOLLOW_UPS = {Kind.THANK_YOU, Kind.STATUS_CHECK, Kind.FEEDBACK_REQUEST}


@dataclass(frozen=True)
class Telling:
    """To whom, when: `issued_at` is when the message was made.

    Links count their 30 days from then. `now` is when it is told: advice and dates
    are chosen for that moment.
    """

    owner: User
    issued_at: datetime
    now: datetime

    def link(self, purpose: Purpose, subject: object) -> str:
        return Link(
            purpose=purpose,
            owner=self.owner,
            subject=str(subject),
            issued_at=self.issued_at,
        ).url


class Matters:
    """The reminders of one message, each thing once, in the order they fell due."""

    def __init__(
        self,
        reminders: Iterable[Reminder],
        rounds: Mapping[int, Round] | None = None,
    ) -> None:
        """`rounds`: those it is about, where they were read already (`_read`)."""
        self.reminders = sorted(reminders, key=lambda r: (r.due_at, str(r.pk)))
        self._known = rounds

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Each once, the oldest first."""
        return tuple(dict.fromkeys(Kind(r.kind) for r in self.reminders))

    @property
    def told_kinds(self) -> tuple[Kind, ...]:
        """Without what another kind tells along with its own."""
        return tuple(kind for kind in self.kinds if self._of(kind))

    @property
    def round_ids(self) -> list[int]:
        """The rounds told about, each once."""
        return list(dict.fromkeys(r.round_id for r in self.reminders if r.round_id))

    def rounds(self, kind: Kind) -> list[Round]:
        found = dict.fromkeys(r.round_id for r in self._of(kind) if r.round_id)
        return [self._rounds[pk] for pk in found]

    def applications(self, kind: Kind) -> list[Application]:
        found = dict.fromkeys(
            r.application_id for r in self._of(kind) if r.application_id
        )
        return [self._applications[pk] for pk in found]

    def reminder(self, kind: Kind, about: int | None) -> Reminder:
        """The one that tells this: about a round, an application, or the search."""
        own = self._of(kind)
        if kind.is_about_a_round:
            return next(r for r in own if r.round_id == about)
        return next(r for r in own if r.application_id == about)

    def _of(self, kind: Kind) -> list[Reminder]:
        """A debrief stands with the notes of its round, where both are due."""
        own = [r for r in self.reminders if r.kind == kind]
        if kind is not Kind.DEBRIEF:
            return own
        thanked = {r.round_id for r in self.reminders if r.kind == Kind.THANK_YOU}
        return [r for r in own if r.round_id not in thanked]

    @cached_property
    def _rounds(self) -> Mapping[int, Round]:
        return _read(self.round_ids) if self._known is None else self._known

    @cached_property
    def _applications(self) -> dict[int, Application]:
        ids = {r.application_id for r in self.reminders if r.application_id}
        found = Application.objects.select_related("company", "owner", "offer")
        return found.in_bulk(list(ids))


def matters_of(messages: Collection[Message]) -> dict[UUID, Matters]:
    """The same of several messages, by their keys, in as many queries as of one."""
    bound = {message.pk: message.reminders.all() for message in messages}
    ids = {r.round_id for own in bound.values() for r in own if r.round_id}
    rounds = _read(ids)
    return {pk: Matters(own, rounds) for pk, own in bound.items()}


def _read(rounds: Iterable[int]) -> dict[int, Round]:
    """Rounds with all that a mail says of them."""
    rows = Round.objects.complete().prefetch_related(
        "follow_ups__contact", "advice_ticks", "own_items"
    )
    return rows.in_bulk(list(rounds))
