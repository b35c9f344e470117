"""The site below a path, such as https://example.com/jobs, whatever the proxy does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, URLResolver, get_resolver

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class BelowPrefix:
    """A WSGI application below `prefix`, the path of SITE_URL ("" or "/jobs").

    Some proxies take the prefix off a request, some leave it on; both arrive at the
    same page. So the prefix must not be the beginning of a page of ours:
    ImproperlyConfigured if it is.
    """

    def __init__(self, application: WSGIApplication, prefix: str) -> None:
        first = prefix.strip("/").partition("/")[0]
        if first in {*first_segments(), "static"}:
            raise ImproperlyConfigured(
                f"SITE_URL ends in {prefix}, but /{first} is a page of Callback. "
                "Choose another path."
            )
        self.application = application
        self.prefix = prefix

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if self.prefix and f"{path}/".startswith(f"{self.prefix}/"):
            environ["PATH_INFO"] = path.removeprefix(self.prefix)
            environ["SCRIPT_NAME"] = self.prefix
        return self.application(environ, start_response)


def first_segments() -> set[str]:
    """How the addresses of all pages begin: "applications", "rounds" and so on."""
    return set(_first_segments(get_resolver().url_patterns, "")) - {""}


def _first_segments(
    patterns: Iterable[URLPattern | URLResolver], above: str
) -> Iterator[str]:
    for pattern in patterns:
        route = f"{above}{pattern.pattern}"
        if isinstance(pattern, URLResolver) and "/" not in route:
            yield from _first_segments(pattern.url_patterns, route)
        else:
            yield route.partition("/")[0]
