"""Every route of the product, with arguments that lead to alice's rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver, reverse

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

# Routes of other people's packages: the operator's site, static files.
_NOT_OURS = ("admin:",)
# Open without sign-in, and why.
PUBLIC = {
    "healthz": "an operator's monitor has no account",
    "reminders:mail_link": "links in mails open without sign-in",
    "reminders:unsubscribe": "one-click, RFC 8058",
}
# allauth's own pages; it decides itself who may see them, and they name no rows.
ACCOUNT_PREFIX = "account_"


@dataclass(frozen=True)
class Route:
    name: str
    parameters: tuple[str, ...]

    def path(self, arguments: dict[str, object]) -> str:
        return reverse(
            self.name, kwargs={name: arguments[name] for name in self.parameters}
        )


@cache
def routes() -> tuple[Route, ...]:
    found = _walk(get_resolver().url_patterns, namespace="")
    return tuple(r for r in found if not r.name.startswith(_NOT_OURS))


def own_routes() -> tuple[Route, ...]:
    """Without allauth's."""
    return tuple(r for r in routes() if not r.name.startswith(ACCOUNT_PREFIX))


def _walk(
    patterns: list[URLPattern | URLResolver],
    *,
    namespace: str,
    above: tuple[str, ...] = (),
) -> Iterator[Route]:
    for pattern in patterns:
        parameters = (*above, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            inner = (
                f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
            yield from _walk(pattern.url_patterns, namespace=inner, above=parameters)
        else:
            assert pattern.name, f"{pattern} has no name"
            yield Route(f"{namespace}{pattern.name}", parameters)
