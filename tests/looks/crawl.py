"""Every sort of page that can be reached by links, one of each."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

# What leads out of the product, or of the account.
_LEFT_OUT = ("account_logout", "admin:")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")):
            self.found.append(href)


def crawl(client: Client) -> Iterator[tuple[str, str]]:
    """The name of each route and the first address seen of it, Today first.

    Only pages count: what answers 200 with HTML.
    """
    waiting, seen = ["/"], set[str]()
    while waiting:
        address = waiting.pop(0)
        name = _name(address)
        if name is None or name in seen:
            continue
        seen.add(name)
        answer = client.get(address)
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            yield name, address
            waiting += _links(answer.text, address)


def _name(address: str) -> str | None:
    """The route of an address, told apart by what its query shows; None for no page."""
    parts = urlsplit(address)
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        return None
    if name.startswith(_LEFT_OUT):
        return None
    return f"{name} week" if "view=week" in parts.query else name


def _links(html: str, base: str) -> list[str]:
    links = _Links()
    links.feed(html)
    whole = (urlsplit(urljoin(base, href)) for href in links.found)
    return [
        f"{to.path}?{to.query}" if to.query else to.path
        for to in whole
        if not to.netloc and to.path.startswith("/")
    ]
