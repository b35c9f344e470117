"""What every answer to htmx needs, in one place."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.messages import get_messages
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest, HttpResponseBase
from django.http.response import HttpResponse
from django.middleware.csrf import get_token
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


def _can_carry_toasts(response: HttpResponseBase) -> bool:
    return (
        isinstance(response, HttpResponse)
        and response.status_code in (200, 422)
        and response.headers.get("Content-Type", "").startswith("text/html")
        and "HX-Redirect" not in response.headers
    )
