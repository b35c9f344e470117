"""How the owner's search stands, as lines of a mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from accounts.clock import length, relative
from accounts.http import absolute
from accounts.models import User
from applications.models import Application
from interviews.models import FollowUp, Round
from interviews.quiet import quiet
from reminders.emails.letter import Fact
from reminders.emails.words import one_line

_WEEK = timedelta(weeks=1)
# More than any mail shows: what is left out is counted.
_MOST = 100


@dataclass
class Overview:
    """What is due, what comes within a week, who owes an answer, what went quiet."""

    owner: User
    now: datetime

    @cached_property
    def due(self) -> list[Fact]:
        """Messages owed now, the longest owed first."""
        owed = FollowUp.objects.for_user(self.owner).real().owed(self.now)
        return [self._message(each) for each in owed.complete()[:_MOST]]

    @cached_property
    def coming(self) -> list[Fact]:
        """Rounds under way or within a week, and messages that fall due in it."""
        until = self.now + _WEEK
        rounds = Round.objects.for_user(self.owner).real().not_over(self.now)
        ahead = rounds.filter(start__lt=until)  # type: ignore[misc]  # annotated
        ahead = ahead.select_related("application__company")
        asked = (
            FollowUp.objects.for_user(self.owner)
            .real()
            .filter(state=FollowUp.State.OPEN, due_at__gt=self.now, due_at__lt=until)
        )
        later = asked.exclude(kind=FollowUp.Kind.THANK_YOU).complete()
        return [
            *map(self._round, ahead.prefetch_related("sessions")[:_MOST]),
            *[self._message(each, at=each.due_at) for each in later[:_MOST]],
        ]

    @cached_property
    def waiting(self) -> list[Round]:
        """Rounds they owe an answer on, the longest waiting first."""
        rounds = Round.objects.for_user(self.owner).real().unanswered(self.now)
        shown = rounds.select_related("application__company", "application__owner")
        return list(shown.prefetch_related("sessions")[:_MOST])

    @cached_property
    def waiting_lines(self) -> list[Fact]:
        return [self._waits(each) for each in self.waiting]

    @cached_property
    def quiet(self) -> list[Fact]:
        """Applications of which nothing was heard for two weeks."""
        return [
            self._silent(each)
            for each in quiet(self.owner, self.now).filter(is_sample=False)[:_MOST]
        ]

    def _message(self, row: FollowUp, at: datetime | None = None) -> Fact:
        when = f", {relative(at, self.owner.zone, self.now)}" if at else ""
        company = row.round.application.company.name if row.is_thank_you else ""
        who = ", ".join(filter(None, [row.title, company]))
        about = f"{one_line(who, 80)}{when}"
        return Fact(text=about, url=absolute(row.get_absolute_url()))

    def _round(self, round_: Round) -> Fact:
        when = relative(round_.starts_at or self.now, self.owner.zone, self.now)
        return Fact(
            text=f"{_named(round_)}, {when}", url=absolute(round_.get_absolute_url())
        )

    def _silent(self, application: Application) -> Fact:
        last_event: datetime = application.last_event  # type: ignore[attr-defined]
        return Fact(
            text=f"{one_line(str(application), 80)}, {length(self.now - last_event)}",
            url=absolute(application.get_absolute_url()),
        )

    def _waits(self, round_: Round) -> Fact:
        since = length(self.now - (round_.over_at or self.now)) or "a moment"
        page = absolute(round_.get_absolute_url())
        return Fact(text=f"{_named(round_)}, {since}", url=page)


def _named(round_: Round) -> str:
    company = one_line(round_.application.company.name, 60)
    return f"{company}, {round_.name.lower()}"
