from __future__ import annotations

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.models import User


class FeedQuerySet(models.QuerySet["Feed"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)


class Feed(models.Model):
    """An owner's private calendar, and what they want in it. No row: there is none.

    Whoever has its link reads it. The link follows from `nonce` and the secret key
    (`calendars.links`) and is stored nowhere, so the page can show it again while a
    copy of the database opens no calendar.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed"
    )
    nonce = models.UUIDField(unique=True, default=uuid.uuid4)
    rounds = models.BooleanField("your rounds", default=True)
    notes = models.BooleanField("notes you owe", default=True)
    deadlines = models.BooleanField("deadlines", default=True)
    alarms = models.BooleanField("with alarms", default=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = FeedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"calendar of {self.owner_id}"
