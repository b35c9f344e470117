from __future__ import annotations

from email import message_from_bytes
from email.policy import SMTP
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, IntegerField, Prefetch, Value, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest
from reminders import emails, preferences
from reminders.models import Kind, Message, Preferences, Reminder
from reminders.models.reminder import ReminderQuerySet

PER_PAGE = 25
# Its state, not its bytes.
_WITH_MAIL = Prefetch("message", Message.objects.defer("mime"))
_UNNEEDED = (Reminder.State.CANCELLED, Reminder.State.EXPIRED)


@require_safe
def reminder_list(request: AuthenticatedRequest) -> HttpResponse:
    """Every reminder: first what is planned, then what was told, then the rest."""
    own = Reminder.objects.for_user(request.user)
    wishes = preferences.of(request.user)
    context = {
        "page": _page(own, request.GET.get("page")),
        "unneeded": own.filter(state__in=_UNNEEDED).count(),
        "kinds_off": _switched_off(wishes),
        "all_off": not any(wishes.wants(kind) for kind in Kind),
        "nav": "reminders",
    }
    return render(request, "reminders/list.html", context)


def _switched_off(wishes: Preferences) -> list[str]:
    """The kinds that the owner will miss; the weekly mail is only there when wanted."""
    usual = [kind for kind in Kind if kind is not Kind.DIGEST]
    return [kind.label for kind in usual if not wishes.wants(kind)]


def _page(own: ReminderQuerySet, number: str | None) -> Page[Any]:
    """Those shown are read whole; of the others only where they stand."""
    keys = _in_order(own).values_list("pk", flat=True)
    page: Page[Any] = Paginator(keys, PER_PAGE).get_page(number)
    shown = _in_order(own.filter(pk__in=list(page.object_list))).complete()
    page.object_list = shown.prefetch_related(_WITH_MAIL, "message__delivery_attempts")
    return page


def _in_order(own: ReminderQuerySet) -> ReminderQuerySet:
    """The next to come first, then the last told, then what nobody needs."""
    state = Reminder.State
    part = Case(
        When(state=state.SCHEDULED, then=Value("planned")),
        When(state__in=_UNNEEDED, then=Value("unneeded")),
        default=Value("told"),
    )
    place = Case(
        When(part="planned", then=0),
        When(part="told", then=1),
        default=2,
        output_field=IntegerField(),
    )
    coming = Case(When(part="planned", then=F("due_at")))
    return own.annotate(part=part).order_by(
        place, coming.asc(nulls_last=True), F("due_at").desc(), "pk"
    )


@require_safe
def content(request: AuthenticatedRequest, pk: UUID) -> HttpResponse:
    """What a reminder said, as it was frozen; or what it would say now."""
    reminder = get_object_or_404(
        Reminder.objects.for_user(request.user).complete().select_related("message"),
        pk=pk,
    )
    template = "reminders/content.html" + ("#text" if request.htmx else "")
    context = {"reminder": reminder, "text": _text(reminder), "nav": "reminders"}
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _text(reminder: Reminder) -> str:
    """Empty for what was never told and will not be."""
    if reminder.message and reminder.message.mime:
        return _text_part(reminder.message)
    if reminder.state == Reminder.State.SCHEDULED:
        return emails.preview(reminder, now=timezone.now())
    return ""


def _text_part(message: Message) -> str:
    mail = message_from_bytes(bytes(message.mime), policy=SMTP)
    body = mail.get_body(("plain",))
    return str(body.get_content()).replace("\r\n", "\n") if body else ""
