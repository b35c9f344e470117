from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.gathering import rows_of
from applications.addresses import addresses
from applications.models import Contact, Stage
from interviews.models.debrief import Debrief, Used
from interviews.models.own_item import OwnItem
from interviews.models.round_queries import RoundQuerySet
from interviews.models.session import (
    ASSUMED_LENGTH,
    Format,
    Session,
    Setting,
    in_words,
)
from interviews.models.sign import Sign
from interviews.models.task import Task
from interviews.wording import plain

_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh")


def round_name(number: int) -> str:
    """ "Second interview" for the round of that number."""
    if number < len(_ORDINALS):
        return f"{_ORDINALS[number]} interview"
    return f"Interview {number}"


class Round(models.Model):
    """One interview round of an application; its times and people are its sessions'."""

    class Outcome(models.TextChoices):
        NEXT_ROUND = "next_round", "Next round"
        OFFER = "offer", "Offer"
        NO = "no", "They said no"
        WITHDRAWN = "withdrawn", "I withdrew"

    application = models.ForeignKey(
        "applications.Application", on_delete=models.CASCADE, related_name="rounds"
    )
    number = models.PositiveSmallIntegerField()
    to_prepare = models.TextField("what they asked you to prepare", blank=True)
    promised_on = models.DateField("they promised to answer by", null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    outcome_at = models.DateTimeField(null=True, blank=True)
    # When they answered without an outcome yet ("they replied").
    replied_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    # How often the owner changed its times; a reminder told before a move is owed anew.
    moves = models.PositiveIntegerField(default=0)
    # When the owner last entered its times: tells "logged afterwards".
    timed_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "number"],
                condition=Q(cancelled_at=None),
                name="interviews_round_number_once_per_application",
                violation_error_message="This application already has that round.",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="interviews_round_number_from_one",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_at=None)
                | (~Q(outcome="") & Q(outcome_at__isnull=False)),
                name="interviews_round_outcome_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}, round {self.number}"

    def get_absolute_url(self) -> str:
        return addresses("interviews:round")(self.pk)

    @property
    def name(self) -> str:
        """ "Second interview", as people say it."""
        return round_name(self.number)

    @property
    def all_sessions(self) -> list[Session]:
        """The sessions in their order; reads the prefetched ones when there are any."""
        return rows_of(self, "sessions")

    @property
    def starts_at(self) -> datetime | None:
        """The earliest known start, UTC."""
        return min(
            (s.starts_at for s in self.all_sessions if s.starts_at), default=None
        )

    @property
    def ends_at(self) -> datetime | None:
        """The latest end, UTC; None while the end of any session is unknown."""
        ends = [s.ends_at for s in self.all_sessions if s.ends_at]
        return max(ends) if self.end_is_known else None

    @property
    def over_at(self) -> datetime | None:
        """When the round is over, UTC: its end, else an hour after its start (ours)."""
        ends = [
            s.ends_at or s.starts_at + ASSUMED_LENGTH
            for s in self.all_sessions
            if s.starts_at
        ]
        return max(ends, default=None)

    def is_over(self, now: datetime) -> bool:
        return self.over_at is not None and self.over_at <= now

    @property
    def end_is_known(self) -> bool:
        """Whether every session says when it ends."""
        sessions = self.all_sessions
        return bool(sessions) and all(s.ends_at for s in sessions)

    @property
    def zone(self) -> ZoneInfo:
        """The zone its first session is held in."""
        return ZoneInfo(self.all_sessions[0].time_zone)

    @property
    def settings(self) -> list[Setting]:
        """The settings of its sessions, each once, in order."""
        found = [Setting(s.setting) for s in self.all_sessions if s.setting]
        return list(dict.fromkeys(found))

    @property
    def formats(self) -> list[Format]:
        """The formats of its sessions, each once, in order."""
        found = [Format(f) for s in self.all_sessions for f in s.formats]
        return list(dict.fromkeys(found))

    @property
    def shape(self) -> str:
        """Its formats and the number of people: "Panel of three, presentation"."""
        panels = [s.people for s in self.all_sessions if Format.PANEL in s.formats]
        panel = {person for people in panels for person in people}
        return in_words(self.formats, panel=len(panel))

    @property
    def earlier(self) -> list[Round]:
        """The standing rounds of its application before it; reads the prefetched."""
        return [
            other
            for other in rows_of(self.application, "rounds")
            if other.number < self.number and not other.cancelled_at
        ]

    @property
    def log(self) -> Debrief | None:
        """What the owner wrote down of it, if anything."""
        return getattr(self, "debrief", None)

    @property
    def marked_asked(self) -> list[Used]:
        """The questions made ready that the owner marked as asked.

        They come through a reverse relation: their floor is above this one. Reads
        the prefetched.
        """
        rows = rows_of(self, "prepared_questions")
        return [Used(row.text, row.answer) for row in rows if row.asked_at]

    @property
    def questions_used(self) -> list[Used]:
        """What the owner asked there: as marked, and as written down, each once."""
        marked = self.marked_asked
        known = {plain(used.text) for used in marked}
        noted = self.log.questions_used if self.log else []
        return [*marked, *(Used(text) for text in noted if plain(text) not in known)]

    @property
    def is_remembered(self) -> bool:
        """Something of it is written down that a later round may use."""
        return bool(self.log or self.marked_asked)

    @property
    def noted(self) -> str:
        """The same in a few lines, for somebody who writes about it."""
        return self.log.in_short if self.log else ""

    @property
    def red_flags(self) -> list[Sign]:
        """Those of its application that were not taken back; reads the prefetched."""
        rounds = rows_of(self.application, "rounds")
        signs = [sign for other in rounds for sign in rows_of(other, "signs")]
        return [sign for sign in signs if sign.is_red_flag and not sign.removed_at]

    @property
    def open_tasks(self) -> list[Task]:
        """What they asked to prepare and was not taken back, ready or not."""
        return [task for task in rows_of(self, "tasks") if not task.removed_at]

    @property
    def to_do(self) -> list[OwnItem]:
        """What the owner put on its list; reads the prefetched."""
        return self._items(OwnItem.Purpose.TO_DO)

    @property
    def to_bring(self) -> list[OwnItem]:
        """What the owner wants to bring or have ready; reads the prefetched."""
        return self._items(OwnItem.Purpose.TO_BRING)

    def _items(self, purpose: OwnItem.Purpose) -> list[OwnItem]:
        items = rows_of(self, "own_items")
        return [i for i in items if i.purpose == purpose and not i.removed_at]

    @property
    def signs_are_closed(self) -> bool:
        """Their answer is known: guessing at it is over."""
        application = self.application
        offered = application.stage == Stage.OFFER
        return bool(self.outcome) or application.is_closed or offered

    @property
    def is_unanswered(self) -> bool:
        """Nothing was heard about it yet."""
        return not self.outcome and not self.replied_at

    @property
    def people(self) -> list[Contact]:
        """Everyone who takes part in any session, each once."""
        found = [person for s in self.all_sessions for person in s.people]
        return list(dict.fromkeys(found))
