"""In which order a writer puts day and month: 3/12."""

from __future__ import annotations

import re

_FULL = re.compile(
    r"(?<![\d/.])(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)(?:/(?:20)?\d\d)?(?![\d/])"
)


def day_first_in(text: str) -> bool | None:
    """How a writer orders 3/12, by the dates of theirs that only read one way."""
    pairs = [(int(m["a"]), int(m["b"])) for m in _FULL.finditer(text)]
    day = any(12 < a <= 31 and 1 <= b <= 12 for a, b in pairs)
    month = any(1 <= a <= 12 < b <= 31 for a, b in pairs)
    return None if day == month else day
