"""Messages opened (RFC 5322, MIME): their headers and parts, however broken.

The lenient old parser and not the exact new one: that takes seconds and hundreds of
megabytes for a header made to hurt, and fails for many that are only untidy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32

from interviews.invites.bulk import refuse_long_mail
from interviews.invites.charsets import text_of_bytes

_LONGEST_HEADER = 2_000
# What the parser and its helpers raise for headers that make no sense.
BROKEN = (ValueError, LookupError, AttributeError, TypeError, MessageError)


class _ShortHeaders(Compat32):
    """Headers cut to a length that no serious one has."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        length = 0
        for index, line in enumerate(sourcelines):
            length += len(line)
            if length > _LONGEST_HEADER:
                sourcelines = [*sourcelines[:index], line[:_LONGEST_HEADER]]
                break
        return super().header_source_parse(list(sourcelines))


def opened(raw: bytes) -> Message:
    """The message of a file; a line "From …" of a mailbox before it is left out.

    Raises `NotRead` for one too long to be an invitation.
    """
    bare = re.sub(rb"\A(?:\xef\xbb\xbf)?\s*(?:>?From [^\n]*\n)", b"", raw)
    if bare != raw:
        # A mailbox writes ">From" where a line of the message begins with "From".
        bare = re.sub(rb"^>(>*From )", rb"\1", bare, flags=re.MULTILINE)
    raw = re.sub(rb"\A(?:\xef\xbb\xbf)?\s*", b"", bare)
    refuse_long_mail(raw)
    return BytesParser(policy=_ShortHeaders()).parsebytes(raw)


def header(message: Message, name: str) -> str:
    """A header as one line of text; empty where it is missing."""
    values = (value for key, value in message.raw_items() if key.casefold() == name)
    raw = str(next(values, "")).encode("utf-8", "surrogateescape")
    return " ".join(_decoded(text_of_bytes(raw)).split())


def _decoded(value: str) -> str:
    """Encoded words undone (RFC 2047)."""
    try:
        parts = decode_header(value)
    except BROKEN:
        return value
    return "".join(
        part if isinstance(part, str) else _word(part, charset)
        for part, charset in parts
    )


def _word(part: bytes, charset: str | None) -> str:
    if charset is None:
        return part.decode("raw-unicode-escape", "replace")
    return text_of_bytes(part, charset)


def filename(part: Message) -> str:
    """What an attachment is called, in small letters."""
    try:
        return _decoded(part.get_filename() or "").casefold()
    except BROKEN:
        return ""


def is_attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except BROKEN:
        return False


def content(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    try:
        payload = part.get_payload(decode=True)
    except BROKEN:
        return b""
    return payload if isinstance(payload, bytes) else b""


def text(part: Message) -> str:
    """The words of a part."""
    try:
        charset = part.get_content_charset() or ""
    except BROKEN:
        charset = ""
    return text_of_bytes(content(part), charset)
