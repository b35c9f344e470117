"""What was done today and can be undone, and how the pipeline changed of late."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from accounts.models import User
from applications.models import Undo
from dashboard.figures import midnight
from interviews.models import FollowUp, Round
from reminders.models import Reminder
from reminders.planning import thing_of

SHOWN = 50


class Done:
    """What the owner settled, put off and noted on the day of `now`."""

    def __init__(self, owner: User, now: datetime) -> None:
        self.owner = owner
        self.now = now
        self._midnight = midnight(owner, now)

    @cached_property
    def settled(self) -> list[FollowUp]:
        """Messages sent or set aside on the owner's day, here or from a mail."""
        done = FollowUp.objects.for_user(self.owner).settled_since(self._midnight)
        return list(done.complete()[:SHOWN])

    @cached_property
    def snoozed(self) -> list[FollowUp]:
        """Messages that would be due, had the owner not put them off."""
        rows = FollowUp.objects.for_user(self.owner).snoozed(self.now)
        return list(rows.complete()[:SHOWN])

    @cached_property
    def put_off(self) -> list[Reminder]:
        """The same for what is no message: one row for each thing put off."""
        rows = Reminder.objects.for_user(self.owner).filter(
            snoozed_until__gt=self.now, due_at__lte=self.now
        )
        shown = rows.select_related(
            "round__application__company", "application__company"
        )
        things = {thing_of(row.key): row for row in shown.order_by("due_at")[:SHOWN]}
        return list(things.values())

    @cached_property
    def replies(self) -> list[Round]:
        """Rounds noted on the owner's day as answered."""
        rounds = Round.objects.for_user(self.owner).standing()
        heard = rounds.filter(replied_at__gte=self._midnight).order_by("-replied_at")
        return list(heard.select_related("application__company")[:SHOWN])

    @cached_property
    def changes(self) -> list[Undo]:
        """What was moved, tagged, put away or planned, as long as it can be undone."""
        kept = Undo.objects.for_user(self.owner).standing(self.now)
        return list(kept.defer("rows")[:SHOWN])

    @property
    def count(self) -> int:
        written = len(self.settled) + len(self.snoozed) + len(self.put_off)
        return written + len(self.replies) + len(self.changes)
