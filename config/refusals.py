"""What is answered to a request that Django itself refuses."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views import defaults

from accounts.http import AuthenticatedRequest
from interviews.views.reading import too_large

# Ours: so much is read and thrown away, so that a browser hears the answer and does
# not meet a closed door while it still speaks.
_HEARD_OUT = 64 * 1024 * 1024
_AT_ONCE = 64 * 1024
_INVITES = ("interviews:invite_read", "interviews:invite_shared")


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; for an invitation that is too large, its page with that said on it."""
    is_invite = request.path_info in map(reverse, _INVITES)
    if is_invite and isinstance(exception, RequestDataTooBig):
        _hear_out(request)
        if request.user.is_authenticated:
            return too_large(cast("AuthenticatedRequest", request))
    return defaults.bad_request(request, exception)


def _hear_out(request: HttpRequest) -> None:
    for _ in range(_HEARD_OUT // _AT_ONCE):
        if not request.read(_AT_ONCE):
            return
