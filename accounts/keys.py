"""Whether letters lead about in this browser: a cookie, as the colours have.

Who steers by voice, or presses keys by accident, switches them off (WCAG 2.2, 2.1.4).
"""

from __future__ import annotations

from django.http import HttpRequest

COOKIE, OFF = "keys", "off"


def letters_are_on(request: HttpRequest) -> bool:
    return request.COOKIES.get(COOKIE) != OFF
