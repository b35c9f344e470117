from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from reminders.models.kind import Kind
from reminders.models.reminder import Reminder


class MessageQuerySet(models.QuerySet["Message"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)

    def held(self, pk: uuid.UUID, token: uuid.UUID) -> Self:
        """The message, if whoever has this token still holds it."""
        return self.filter(pk=pk, token=token)

    def all_held(self, tokens: Mapping[uuid.UUID, uuid.UUID]) -> Self:
        """The same for several, by their keys."""
        any_of = self.filter(pk__in=list(tokens), token__in=list(tokens.values()))
        return any_of.order_by("pk")


class Message(models.Model):
    """One email in the outbox: what was due for one owner when it was made.

    Claimed, then past the fence (`sending`) immutable, then settled. The bytes
    are frozen before the first attempt, so every try is the same message under
    the same Message-ID. In doubt: nobody heard whether it was accepted; evidence or
    the policy decides (`delivery.doubts`), and what neither can is `unresolved`.
    """

    class State(models.TextChoices):
        CLAIMED = "claimed", "Being sent"
        RETRY = "retry", "Will be tried again"
        SENDING = "sending", "Handed over"
        IN_DOUBT = "in_doubt", "In doubt"
        UNRESOLVED = "unresolved", "Never confirmed"
        SENT = "sent", "Sent"
        KEPT = "kept", "Kept in the app"
        FAILED = "failed", "Refused"
        EXPIRED = "expired", "Too late to help"
        VOID = "void", "Replaced"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="messages"
    )
    # Of its oldest reminder; there may be others in it.
    kind = models.CharField(max_length=20, choices=Kind)
    state = models.CharField(max_length=20, choices=State)
    # RFC 5322 Message-ID, angle brackets included; empty until rendered.
    message_id = models.CharField(max_length=255, blank=True)
    recipient = models.EmailField(blank=True)
    subject = models.CharField(max_length=255, blank=True)
    # The whole message as it goes over the wire, frozen.
    mime = models.BinaryField(default=bytes)
    token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    sending_since = models.DateTimeField(null=True, blank=True)
    # In doubt and without evidence it is handed over again, once, as it stands.
    resent_at = models.DateTimeField(null=True, blank=True)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["message_id"],
                condition=~Q(message_id=""),
                name="reminders_message_id_once",
            ),
            # One owner never gets two half mails: one message under way at a time.
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(state__in=["claimed", "retry", "sending"]),
                name="reminders_message_one_under_way_per_owner",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["claimed", "sending", "in_doubt", "unresolved"])
                | Q(token=None),
                name="reminders_message_token_while_held",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["claimed", "sending"])
                | Q(token__isnull=False, lease_until__isnull=False),
                name="reminders_message_held_has_token_and_lease",
            ),
        ]
        indexes = [
            # Used by the sweep for messages left behind by a dead sender.
            models.Index(
                fields=["sending_since"],
                condition=Q(state="sending"),
                name="reminders_message_sending",
            ),
            # Used by the resolver.
            models.Index(
                fields=["settled_at"],
                condition=Q(state="in_doubt"),
                name="reminders_message_in_doubt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    def end(self, state: State, now: datetime) -> None:
        """Settle. What may have arrived keeps its token: late evidence is heard."""
        self.state = state
        if state not in {self.State.IN_DOUBT, self.State.UNRESOLVED}:
            self.token = None
        self.lease_until = None
        self.next_attempt_at = None
        self.settled_at = now
        self.save()

    @property
    def is_resent(self) -> bool:
        """It may have arrived before: repeated as it stands, or not at all."""
        return self.resent_at is not None

    def give_up(self, now: datetime) -> None:
        """Nobody will ever know whether it arrived; the app tells its reminders."""
        self.reminders.update(state=Reminder.State.UNRESOLVED, settled_at=now)
        self.end(self.State.UNRESOLVED, now)

    def let_go(self, now: datetime) -> None:
        """It is not to be sent (any more): its reminders may go into another."""
        if self.is_resent:
            self.give_up(now)
        else:
            self.reminders.update(message=None)
            self.end(self.State.VOID, now)

    def try_again(self, at: datetime) -> None:
        """Let go of it until then."""
        self.state = self.State.RETRY
        self.token = None
        self.lease_until = None
        self.sending_since = None
        self.settled_at = None
        self.next_attempt_at = at
        self.save()
