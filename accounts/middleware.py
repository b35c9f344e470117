"""What every answer to htmx needs, and what is gone, in one place."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.contrib.messages import get_messages
from django.contrib.messages.storage.base import BaseStorage
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponseBase
from django.http.response import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers

from accounts.http import wants_fragment

_GetResponse = Callable[[HttpRequest], HttpResponseBase]


class HtmxAnswers:
    """Keeps fragments out of page caches and adds waiting toasts to a fragment.

    Stands after the message middleware, which afterwards forgets what was shown.
    """

    def __init__(self, get_response: _GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if wants_fragment(request) and _asks_to_sign_in(request, response):
            response = _page_to_sign_in(request)
        patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
        if wants_fragment(request) and _can_carry_toasts(response):
            waiting = get_messages(request)
            if isinstance(waiting, BaseStorage) and waiting and not waiting.used:
                context = {
                    "messages": waiting,
                    "csrf_token": get_token(request),
                    "here": request.htmx.current_url_abs_path,  # type: ignore[attr-defined]
                }
                response.write(render_to_string("parts/more_toasts.html", context))
        return response


def _asks_to_sign_in(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Answered by a way to the sign-in, which would land in the middle of a page."""
    sign_in = resolve_url(settings.LOGIN_URL)
    where = urlsplit(response.headers.get("Location", "")).path
    return not request.user.is_authenticated and where == sign_in


def _page_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Take the whole browser there, and back to the page on which it was pressed."""
    here: str | None = request.htmx.current_url_abs_path  # type: ignore[attr-defined]
    way = redirect_to_login(here or resolve_url("dashboard:today")).headers["Location"]
    return HttpResponse(status=403, headers={"HX-Redirect": way})


class GoneIsNotFound:
    """A row deleted while an action waited for its lock is as one long gone: 404.

    Views find their rows before they act on them, so a row missed by an action was
    there a moment ago. What a page fails to find while it is read stays an error.
    """

    def __init__(self, get_response: _GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Raises Http404 in its place."""
        if request.method == "POST" and isinstance(exception, ObjectDoesNotExist):
            raise Http404 from exception


def _can_carry_toasts(response: HttpResponseBase) -> bool:
    return (
        isinstance(response, HttpResponse)
        and response.status_code in (200, 422)
        and response.headers.get("Content-Type", "").startswith("text/html")
        and "HX-Redirect" not in response.headers
    )
