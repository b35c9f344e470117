"""When two texts are the same words."""

from __future__ import annotations

import re
import unicodedata

_NO_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The bare words, however they are written: capitals, marks and spaces fall away.

    "How do you work?" and "how  do you work" are the same.
    """
    composed = unicodedata.normalize("NFKC", text).casefold()
    return _NO_WORD.sub(" ", composed.replace("’", "'").replace("'", "")).strip()
