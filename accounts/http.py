"""The request as our views get it: signed in, and knowing about htmx."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urljoin

from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class AuthenticatedRequest(HttpRequest):
    """For annotations only: LoginRequiredMiddleware lets nobody else through."""

    user: User
    htmx: HtmxDetails


def absolute(path: str) -> str:
    """A path of this site, as `reverse` gives it, on the host of SITE_URL."""
    return urljoin(str(settings.SITE_URL), path)


def next_url(request: HttpRequest, default: str) -> str:
    """Where to go after an action: the posted `next`, if it is a page of this site."""
    url = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return url
    return default


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of a page.

    Going back in the browser's history, htmx asks for the whole page again.
    """
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def status_of(form: BaseForm) -> HTTPStatus:
    """422 for a form that was refused, else 200."""
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
