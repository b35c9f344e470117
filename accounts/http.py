"""The request as our views get it: signed in, and knowing about htmx."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class AuthenticatedRequest(HttpRequest):
    """For annotations only: LoginRequiredMiddleware lets nobody else through."""

    user: User
    htmx: HtmxDetails


def next_url(request: HttpRequest, default: str) -> str:
    """Where to go after an action: the posted `next`, if it is a page of this site."""
    url = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return url
    return default
