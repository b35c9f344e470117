"""Being signed in: when it was begun, when it was last used, when it ends.

A session ends 30 days after its last visit (SESSION_COOKIE_AGE) and 90 days after
signing in (SESSION_LONGEST_SECONDS), whichever comes first: OWASP ASVS 5.0, 7.3.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

BEGAN, SEEN = "signed_in_at", "last_seen_at"
# Not every click is worth a write.
_EVERY = timedelta(minutes=5)


class SessionLimits:
    """Ends what has lasted too long; notes the visit of what has not.

    Stands after the message middleware: it says why somebody is signed out.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            now = timezone.now().timestamp()
            began = request.session.setdefault(BEGAN, now)
            if now - began > settings.SESSION_LONGEST_SECONDS:
                logout(request)
                messages.info(request, "It has been a while: please sign in again.")
            elif now - request.session.get(SEEN, 0) > _EVERY.total_seconds():
                request.session[SEEN] = now
                UserSession.objects.create_from_request(request)
        return self.get_response(request)


def connect() -> None:
    """Listen. The id makes a second call harmless."""
    user_logged_in.connect(_begin, dispatch_uid="accounts.sessions")


def _begin(*, request: HttpRequest, **_: Any) -> None:
    """allauth writes down the browser itself when somebody signs in."""
    session: SessionBase = request.session
    session[BEGAN] = session[SEEN] = timezone.now().timestamp()


def end(session: UserSession) -> None:
    """Sign that browser out."""
    session.end()
