"""Bytes as text, whatever they were said to be written in."""

from __future__ import annotations

import re

# Written in these, a text looks like ASCII, or like nothing at all.
_BELIEVED = re.compile(r"iso-?2022|hz|utf-?7|utf-?(?:16|32)|ucs-?2", re.IGNORECASE)
# Python knows these too; they are no writing of any mail, and some are slow.
_NEVER = re.compile(r"idna|punycode|escape|undefined|mbcs|oem", re.IGNORECASE)


def text_of_bytes(raw: bytes, charset: str = "") -> str:
    """UTF-8 wherever it is, else as declared, else what western programs write.

    Never fails: many declare one charset and write another.
    """
    if not charset and raw.isascii():
        return raw.decode("ascii")
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace")
    tried = [charset] if _NEVER.search(charset) is None else []
    tried.insert(0 if not _BELIEVED.match(charset) else 1, "utf-8-sig")
    for name in filter(None, tried):
        try:
            # UTF-7 can write halves of characters, which nothing else can.
            return raw.decode(name).encode("utf-8", "replace").decode()
        except (LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace")


def decoded_wide(raw: bytes) -> bytes:
    """UTF-16 as UTF-8, in a calendar file also without its mark; else as it is."""
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return text_of_bytes(raw).encode()
    head = raw[:12].upper()
    for order, begins in (("le", b"B\0E\0G\0I\0N\0:\0"), ("be", b"\0B\0E\0G\0I\0N\0:")):
        if head == begins:
            return raw.decode(f"utf-16-{order}", "replace").encode()
    return raw
