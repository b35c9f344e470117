"""The lines of a calendar file, whatever carried them here (RFC 5545, 3.1)."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator

from interviews.invites.charsets import decoded_wide

# More than this is no invitation.
MOST_LINES = 60_000

_ENCODED = re.compile(rb"^[A-Z-]{2,40};[A-Z-]{2,40}=3D|=0D=0A=?$", re.MULTILINE)
_SOFT = re.compile(rb"^[^\n:]{0,200}QUOTED-PRINTABLE[^\n]*=$", re.IGNORECASE)


def unfolded(raw: bytes) -> Iterator[bytes]:
    """Whole lines. Folds are undone in bytes: they may cut a UTF-8 character."""
    raw = decoded_wide(raw).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    raw = _outdented(raw)
    if _ENCODED.search(raw[:20_000]):
        raw = quopri.decodestring(raw).replace(b"\r\n", b"\n")
    raw = re.sub(rb"\n{2,3}([ \t])", rb"\n\1", raw)
    # Not by a pattern: one piece for each of a million folds is much memory.
    raw = raw.replace(b"\n ", b"").replace(b"\n\t", b"")
    yield from _joined(raw.split(b"\n")[:MOST_LINES])


def _outdented(raw: bytes) -> bytes:
    """Without what a page or a reply put in front of every line."""
    begins = re.search(rb"^([ \t>|]+)BEGIN:V", raw, re.MULTILINE | re.IGNORECASE)
    if begins is None:
        return raw
    return re.sub(rb"^" + re.escape(begins[1]), b"", raw, flags=re.MULTILINE)


def _joined(lines: list[bytes]) -> Iterator[bytes]:
    """Lines of vCalendar 1.0 go on behind a "=" at their end."""
    held: list[bytes] = []
    for line in lines:
        if held or _SOFT.match(line):
            held.append(line.removesuffix(b"="))
            if not line.endswith(b"="):
                yield b"".join(held)
                held = []
        else:
            yield line
    if held:
        yield b"".join(held)
