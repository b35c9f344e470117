"""A browser in small: keeps cookies by path, follows redirects, posts forms.

It connects to one port of this machine, whatever host the address names, and takes
the address for what it says: a secure cookie of an https address is sent back.
"""

from __future__ import annotations

import http.client
import re
from dataclasses import dataclass, field
from html import unescape
from http.cookies import SimpleCookie
from urllib.parse import SplitResult, urlencode, urljoin, urlsplit


@dataclass
class Page:
    url: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def addresses(self) -> set[str]:
        """Every address the page names, absolute."""
        named = re.findall(
            r'\b(?:href|src|action|formaction|hx-(?:get|post))="([^"]*)"', self.text
        )
        return {urljoin(self.url, unescape(address)) for address in named}

    def field(self, name: str) -> str:
        found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', self.text)
        assert found, f"no field {name} on {self.url}"
        return unescape(found.group(1))


@dataclass
class Visitor:
    port: int
    # Another address of this machine is another visitor to a proxy.
    address: str = "127.0.0.1"
    # (name, path) -> value
    cookies: dict[tuple[str, str], str] = field(default_factory=dict)

    def get(self, url: str, **headers: str) -> Page:
        return self._follow(self.ask("GET", url, **headers))

    def post(
        self,
        page: Page,
        url: str,
        *,
        headers: dict[str, str] | None = None,
        **fields: str,
    ) -> Page:
        """Post as a form of `page` does, with its token."""
        at = urlsplit(page.url)
        token = page.field("csrfmiddlewaretoken")
        return self._follow(
            self.ask(
                "POST",
                urljoin(page.url, url),
                urlencode({"csrfmiddlewaretoken": token, **fields}),
                Origin=f"{at.scheme}://{at.netloc}",
                Referer=page.url,
                **{"Content-Type": "application/x-www-form-urlencoded"},
                **(headers or {}),
            )
        )

    def ask(self, method: str, url: str, body: str = "", **headers: str) -> Page:
        """One request, without following a redirect."""
        at = urlsplit(url)
        sent = {"Host": at.netloc, "Cookie": self._cookies_for(at.path), **headers}
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=30, source_address=(self.address, 0)
        )
        target = at.path + (f"?{at.query}" if at.query else "")
        connection.request(method, target, body or None, sent)
        answer = connection.getresponse()
        page = Page(url, answer.status, answer.headers, answer.read())
        connection.close()
        self._keep(page, at)
        return page

    def _cookies_for(self, path: str) -> str:
        return "; ".join(
            f"{name}={value}"
            for (name, below), value in self.cookies.items()
            if f"{path}/".startswith(f"{below.rstrip('/')}/")
        )

    def _keep(self, page: Page, at: SplitResult) -> None:
        for line in page.headers.get_all("Set-Cookie", []):
            for name, cookie in SimpleCookie(line).items():
                assert not cookie["secure"] or at.scheme == "https"
                if name.startswith("__Host-"):
                    assert cookie["path"] == "/", "browsers refuse this cookie"
                self.cookies[name, cookie["path"] or "/"] = cookie.value

    def _follow(self, page: Page) -> Page:
        for _ in range(5):
            if page.status not in (301, 302, 303):
                return page
            page = self.ask("GET", urljoin(page.url, page.headers["Location"]))
        raise AssertionError(f"redirected for ever at {page.url}")
