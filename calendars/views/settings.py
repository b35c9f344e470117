"""The page "Calendar" under "You"."""

from __future__ import annotations

from django.conf import settings as site
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import AuthenticatedRequest, status_of
from calendars import actions, links
from calendars.forms import FeedForm
from calendars.models import Feed


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: AuthenticatedRequest) -> HttpResponse:
    """Show the link, once there is one; a POST says what is in it, and makes it."""
    feed = Feed.objects.for_user(request.user).first()
    form = FeedForm(request.POST if request.method == "POST" else None, instance=feed)
    if form.is_valid():
        actions.choose(request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, "Saved." if feed else "Your calendar has a link now.")
        return redirect("calendars:settings")
    context = {"nav": "you", "form": form, **_link(request)}
    return render(request, "calendars/settings.html", context, status=status_of(form))


def _link(request: AuthenticatedRequest) -> dict[str, object]:
    feed = Feed.objects.for_user(request.user).first()
    if feed is None:
        return {}
    return {
        "feed": feed,
        "url": links.url(feed),
        "webcal_url": links.webcal_url(feed),
        "only_here": site.SITE.is_loopback,
    }


@require_POST
def renew(request: AuthenticatedRequest) -> HttpResponse:
    """Another link in place of this one."""
    actions.renew(request.user, now=timezone.now())
    messages.success(request, "This is your new link. The old one opens nothing now.")
    return redirect("calendars:settings")


@require_POST
def stop(request: AuthenticatedRequest) -> HttpResponse:
    """No link any more."""
    actions.stop(request.user)
    messages.success(request, "Your calendar is stopped. Its link opens nothing now.")
    return redirect("calendars:settings")
