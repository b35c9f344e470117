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
    """Switch the kinds of a mail off by `List-Unsubscribe=One-Click`, or back on."""
    if link.purpose is not Purpose.STOP:
        raise BadLink
    kinds = _kinds(link)
    now = timezone.now()
    if request.POST.get("List-Unsubscribe") == "One-Click":
        preferences.switch(owner, dict.fromkeys(kinds, False), now=now)
    elif request.POST.get("action") == "undo":
        again = [kind for kind in kinds if request.POST.get("kind") in {kind, None}]
        preferences.switch(owner, dict.fromkeys(again, True), now=now)
    wishes = preferences.of(owner)
    context = {
        "link": link,
        "kinds": [(kind, wishes.wants(kind)) for kind in kinds],
        "on": any(wishes.wants(kind) for kind in kinds),
        "count": len(Kind),
    }
    return render(request, "reminders/mail_stop.html", context)


def _kinds(link: Link) -> list[Kind]:
    """What the mail told: one click stops all of it, and each comes back by itself."""
    try:
        return [Kind(name) for name in link.subject.split("-")]
    except ValueError as error:
        raise BadLink from error
