"""What an operator needs to see of delivery. No subject, no text, no name is shown.

Everything is read-only: these rows are written under locks, in one order, by the
code of delivery alone.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django.contrib import admin, messages
from django.db.models import F, Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts import clock
from reminders.delivery.again import free, hurry
from reminders.delivery.refusals import lift
from reminders.models import DeliveryAttempt, Message, Outbox, RefusedAddress, Reminder

M = TypeVar("M", bound=Model)


class ReadOnly(admin.ModelAdmin[M]):
    """May be looked at by staff who have the right to view; changed by nobody."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _late(since: datetime | None, now: datetime) -> str:
    """ "3 minutes" since something was due; empty when it is not due yet."""
    return (clock.length(now - since) or "now") if since and since <= now else ""


@admin.register(Outbox)
class OutboxAdmin(ReadOnly[Outbox]):
    """The longest overdue owner stands first: the oldest lateness."""

    list_display = ("owner", "next_due_at", "late", "not_before")
    list_select_related = ("owner",)
    search_fields = ("owner__email",)
    ordering = (F("next_due_at").asc(nulls_last=True), "owner")

    @admin.display
    def late(self, outbox: Outbox) -> str:
        return _late(outbox.next_due_at, timezone.now())


class AttemptInline(admin.TabularInline[DeliveryAttempt, Message]):
    model = DeliveryAttempt
    fields = ("number", "stage", "outcome", "smtp_code", "smtp_text", "at")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Message)
class MessageAdmin(ReadOnly[Message]):
    """Mails by state. A refused one can be tried again; one in doubt decides itself."""

    list_display = (
        "id",
        "owner",
        "kind",
        "state",
        "attempts",
        "created_at",
        "next_attempt_at",
        "settled_at",
    )
    list_filter = ("state", "kind", "created_at")
    list_select_related = ("owner",)
    search_fields = ("owner__email", "message_id")
    fields = (
        "id",
        "owner",
        "recipient",
        "kind",
        "state",
        "message_id",
        "attempts",
        "created_at",
        "sending_since",
        "lease_until",
        "next_attempt_at",
        "settled_at",
    )
    inlines = (AttemptInline,)
    actions = ("try_again", "try_now")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Message]:
        return super().get_queryset(request).defer("mime", "subject")

    def has_try_again_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("reminders.change_message")

    @admin.action(description="Try refused ones again", permissions=["try_again"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Message]) -> None:
        """Only what was provably refused: a mail in doubt may have arrived."""
        freed = sum(free(message) for message in queryset)
        left = queryset.count() - freed
        if freed:
            messages.success(request, f"{freed} will be tried again, if still of use.")
        if left:
            messages.warning(
                request, f"{left} left as they are: only refused mails can be repeated."
            )

    @admin.action(description="Try waiting ones now", permissions=["try_again"])
    def try_now(self, request: HttpRequest, queryset: QuerySet[Message]) -> None:
        """What waits for its next try does not wait for it any longer."""
        hurried = sum(hurry(message) for message in queryset)
        messages.success(request, f"{hurried} are tried now.")


@admin.register(RefusedAddress)
class RefusedAddressAdmin(ReadOnly[RefusedAddress]):
    """Addresses nothing is sent to, because a server would not take it."""

    list_display = ("owner", "address", "smtp_code", "smtp_text", "at")
    list_select_related = ("owner",)
    search_fields = ("owner__email", "address")
    ordering = ("-at",)
    fields = list_display
    actions = ("lift",)

    def has_lift_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("reminders.change_message")

    @admin.action(description="Try these addresses again", permissions=["lift"])
    def lift(self, request: HttpRequest, queryset: QuerySet[RefusedAddress]) -> None:
        """With what they refused and is still of use."""
        freed = sum(lift(row.owner_id, now=timezone.now()) for row in queryset)
        messages.success(request, f"{freed} reminders will be tried again.")


@admin.register(DeliveryAttempt)
class DeliveryAttemptAdmin(ReadOnly[DeliveryAttempt]):
    list_display = (
        "message_id",
        "number",
        "stage",
        "outcome",
        "smtp_code",
        "smtp_text",
        "at",
    )
    list_filter = ("outcome", "stage", "at")
    ordering = ("-at",)
    fields = list_display


@admin.register(Reminder)
class ReminderAdmin(ReadOnly[Reminder]):
    """Reminders by state; whose, of what kind, when. Not about whom."""

    list_display = ("key", "owner", "kind", "state", "due_at", "late", "settled_at")
    list_filter = ("state", "kind", "due_at")
    list_select_related = ("owner",)
    search_fields = ("owner__email", "key")
    ordering = ("-due_at",)
    fields = (
        "key",
        "owner",
        "kind",
        "state",
        "due_at",
        "useless_after",
        "message_id",
        "created_at",
        "settled_at",
    )

    @admin.display
    def late(self, reminder: Reminder) -> str:
        waits = reminder.state == Reminder.State.SCHEDULED
        return _late(reminder.due_at, timezone.now()) if waits else ""
