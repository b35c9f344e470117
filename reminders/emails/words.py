"""Words of people made fit for mail: one line, not too long, joined kindly."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

# RFC 5322 §2.1.1 asks for lines of at most 78 characters; ours leave room for "> ".
TEXT_WIDTH = 72
# So that "Subject: " and the line after it make 78 together.
SUBJECT_WIDTH = 69
_SHORT = 24

# Control characters would break a header; the direction marks of Unicode would
# let a name dress up as something else.
_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+"
)


def one_line(text: str, limit: int = 200) -> str:
    """Text on one line without control characters, at most `limit` characters."""
    return shorten(" ".join(_UNWANTED.sub(" ", text).split()), limit)


def in_a_row(text: str, limit: int = 200) -> str:
    """Lines one after another: "pricing; the data team". Bullets are left out."""
    lines = [one_line(line.lstrip(" -*•\t"), limit) for line in text.splitlines()]
    row = ""
    for line in filter(None, lines):
        # A line that ends a sentence, or goes on by itself, needs no other mark.
        apart = " " if row.endswith((".", "!", "?", ",", ";", ":")) else "; "
        row = f"{row}{apart}{line}" if row else line
    return shorten(row, limit)


def shorten(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def joined(items: Sequence[str]) -> str:
    """ "Acme, Globex and Initech"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def shorter_and_shorter(names: Sequence[str], noun: str = "people") -> Iterator[str]:
    """Ways to name several, the fullest first: all, one and the rest, a number."""
    yield joined(names)
    if len(names) == 1:
        yield shorten(names[0], _SHORT)
        return
    rest = len(names) - 1
    others = f"{rest} other{'' if rest == 1 else 's'}"
    yield f"{names[0]} and {others}"
    yield f"{shorten(names[0], _SHORT)} and {others}"
    yield f"{len(names)} {noun}"


def full_and_short(name: str) -> tuple[str, str]:
    return name, shorten(name, _SHORT)


def first_fitting(candidates: Iterable[str], width: int = SUBJECT_WIDTH) -> str:
    """The first that fits, else the last, cut."""
    last = ""
    for candidate in candidates:
        if len(candidate) <= width:
            return candidate
        last = candidate
    return shorten(last, width)


def fold(text: str) -> str:
    """Wrap each line at 72 columns, keeping its indent; addresses stay whole."""
    lines = [part for line in text.splitlines() for part in _fold_line(line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _fold_line(line: str) -> list[str]:
    if len(line) <= TEXT_WIDTH and "\t" not in line:
        return [line.rstrip()]
    indent = " " * (len(line) - len(line.lstrip()))
    hanging = indent + "  " * line.lstrip().startswith("- ")
    return textwrap.wrap(
        line.strip(),
        TEXT_WIDTH,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
