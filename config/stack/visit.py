"""Asking the web process for a page, as a visitor would. Imports next to nothing."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

PAGE = "/accounts/login/"  # a page for everybody, with templates and files
_TIMEOUT_SECONDS = 5


def answers(site_url: str, port: int, path: str = PAGE) -> bool:
    """True if the process on `port` gives this page of the site with status 200."""
    site = urlsplit(site_url)
    request = (
        f"GET {site.path}{path} HTTP/1.0\r\nHost: {site.netloc}\r\n"
        f"X-Forwarded-Proto: {site.scheme}\r\n\r\n"
    )
    try:
        with socket.create_connection(("127.0.0.1", port), _TIMEOUT_SECONDS) as line:
            line.sendall(request.encode("ascii"))
            status = line.makefile("rb").readline().split()
    except OSError:
        return False
    return status[1:2] == [b"200"]
