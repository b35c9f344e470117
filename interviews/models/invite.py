from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from applications.models import Application

if TYPE_CHECKING:
    from interviews.models.round import Round

# Ours: what nobody made a round of by then is not wanted any more.
KEPT_FOR = timedelta(days=7)
# Ours: bytes of the lines of a file that are shown; all of it can be downloaded.
_MOST_RAW = 60_000
_DRAFT = Q(round=None, application=None)


class InviteQuerySet(models.QuerySet["Invite"]):
    def for_user(self, user: User) -> Self:
        """The owner's, without those of an application in the bin."""
        gone = Q(round__application__deleted_at__isnull=False)
        gone |= Q(application__deleted_at__isnull=False)
        return self.filter(owner=user).exclude(gone)

    def light(self) -> Self:
        """Without what arrived, which may be large."""
        return self.defer("data", "found", "typed")

    def drafts(self) -> Self:
        """Read, and not confirmed yet."""
        return self.filter(_DRAFT)

    def to_go_on_with(self) -> Self:
        """Drafts as a list shows them: without what arrived."""
        return self.drafts().defer("data", "typed")

    def kept(self) -> Self:
        """Confirmed: they stay with their round, or with their application."""
        return self.exclude(_DRAFT)

    def forgotten(self, now: datetime) -> Self:
        """Drafts that were left lying for longer than they are kept."""
        return self.drafts().filter(created_at__lte=now - KEPT_FOR)


class Invite(models.Model):
    """An invitation as it arrived: a draft until the owner confirms its round.

    From then on it is the original that stays with the round.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invites"
    )
    round = models.ForeignKey(
        "interviews.Round",
        on_delete=models.CASCADE,
        related_name="invites",
        null=True,
        blank=True,
    )
    # Of a letter that came before any round, such as a no.
    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="letters",
        null=True,
        blank=True,
    )
    # As it arrived, byte by byte; never shown as anything but text.
    data = models.BinaryField()
    filename = models.CharField(max_length=200, blank=True)
    # What a person reads of it: the words of the message, or of the event.
    text = models.TextField(blank=True)
    kind = models.CharField(max_length=20)
    # Of a calendar event: which one it is, and which edition (RFC 5545, 3.8.4.7
    # and 3.8.7.4); by them a later edition finds the round.
    uid = models.TextField(blank=True)
    sequence = models.IntegerField(null=True, blank=True)
    stamped_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField()
    # Of a draft: everything that was found (`interviews.invites.telling`), and the
    # form as the owner has changed it so far (as a browser sends it).
    found = models.JSONField(default=dict, blank=True)
    typed = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = InviteQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=_DRAFT,
                name="interviews_invite_drafts",
            ),
        ]

    def __str__(self) -> str:
        return self.filename or f"Invitation {self.pk}"

    def get_absolute_url(self) -> str:
        name = "invite_original" if self.home else "invite_draft"
        return reverse(f"interviews:{name}", args=[self.pk])

    @property
    def home(self) -> Round | Application | None:
        """What it is kept with: a round or an application; a draft has none."""
        return self.round or self.application

    @property
    def title(self) -> str:
        """What a draft is about: the job, else whatever names it."""
        job = " · ".join(filter(None, map(self.found.get, ("company", "role"))))
        opening = self.text.strip().partition("\n")[0].strip()
        return job or self.found.get("summary") or opening or str(self)

    @property
    def kept_until(self) -> datetime:
        """When a draft is thrown away."""
        return self.created_at + KEPT_FOR

    @property
    def ending(self) -> str:
        """How a file of it is called at the end: what it is, whatever it was called."""
        named = PurePath(self.filename).suffix.lower()
        if named in {".ics", ".eml"}:
            return named
        return ".ics" if self._is_calendar else ".txt"

    @property
    def _is_calendar(self) -> bool:
        return bytes(self.data).lstrip()[:15] == b"BEGIN:VCALENDAR"

    @property
    def raw(self) -> str:
        """The lines of a calendar file, as far as anybody reads; else nothing."""
        lines = bytes(self.data[:_MOST_RAW]).decode("utf-8", "replace")
        return lines.replace("\0", "") if self.ending == ".ics" else ""
