from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.models import User
from reminders import preferences
from reminders.links import BadLink, Link, Purpose
from reminders.models import Kind
from reminders.views.private import opened_by_link


# RFC 8058: the mail program posts without cookies, so no CSRF token can come
# along; the signed token says whose switch it is. The only view that does this.
@csrf_exempt
@opened_by_link
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, link: Link, owner: User) -> HttpResponse:
    """Switch one kind of mail off by `List-Unsubscribe=One-Click`, or back on."""
    if link.purpose is not Purpose.STOP:
        raise BadLink
    kind = Kind(link.subject)
    if request.POST.get("List-Unsubscribe") == "One-Click":
        preferences.switch(owner, {kind: False}, now=timezone.now())
    elif request.POST.get("action") == "undo":
        preferences.switch(owner, {kind: True}, now=timezone.now())
    context = {"link": link, "kind": kind, "on": preferences.of(owner).wants(kind)}
    return render(request, "reminders/mail_stop.html", context)
