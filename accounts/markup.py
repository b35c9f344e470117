"""Words put into markup, many hundreds of times for a page.

As `format_html` and `format_html_join` do it. Those also ask of each word whether it is
a translation yet to be made, which takes twice as long as all the rest of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString


def filled(markup: str, **words: object) -> SafeString:
    """The markup with a word for each `{name}`: escaped, unless it is markup itself."""
    safe = {name: _safe(word) for name, word in words.items()}
    return SafeString(markup.format(**safe))


def joined(parts: Iterable[object]) -> SafeString:
    """All of them, one after the other: escaped, unless they are markup themselves."""
    return SafeString("".join([_safe(part) for part in parts]))


def _safe(word: object) -> str:
    return word if isinstance(word, SafeString) else escape(str(word))
