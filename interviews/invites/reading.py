"""The one way in: bytes as they arrived, into what they say."""

from __future__ import annotations

import re
from datetime import datetime

from interviews.invites.bulk import ADVICE, refuse_large
from interviews.invites.calendar import read_calendar
from interviews.invites.charsets import decoded_wide, text_of_bytes
from interviews.invites.context import Context
from interviews.invites.found import Found, NotRead
from interviews.invites.letter import plain
from interviews.invites.mail import read_mail
from interviews.invites.markup import looks_like_html, text_of
from interviews.invites.text import read_text

_CALENDAR = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t>|]*BEGIN:(?:VCALENDAR|VEVENT)\b",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    rb"^(?:From|To|Received|Return-Path|MIME-Version|Date|Subject|Message-ID|Delivered-To|Content-Type|DKIM-Signature"
    rb"|X-[\w-]+|Reply-To|Authentication-Results|ARC-[\w-]+|Thread-Topic|Sender)[ \t]*:", re.IGNORECASE,
)  # fmt: skip
_MIME = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Content-Type|Return-Path|Content-Transfer-Encoding)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
# As only programs write when a message was sent (RFC 5322, 3.3).
_SENT = re.compile(
    rb"^Date:[ \t]*(?:[A-Z][a-z]{2},[ ])?\d{1,2}[ ][A-Z][a-z]{2}[ ]\d{4}[ ][\d:]{5,8}[ ][+-]\d{4}",
    re.MULTILINE,
)
_OTHER_FILES = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a compressed file", b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an Outlook .msg or Office file", b"{\\rtf": "a rich-text file",
}  # fmt: skip
# What no writing uses: not tabs, ends of lines and pages, nor the shifts of ISO 2022.
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def read(
    data: bytes,
    *,
    received_at: datetime,
    zone: str | None = None,
    locale: str | None = None,
    filename: str = "",
) -> Found:
    """What an invitation says, whatever its form: .ics, .eml, or text.

    `received_at` knows its zone: days such as "tomorrow" are counted from it. `zone`
    is the IANA name of the clocks the reader lives by, `locale` (en-GB) how they order
    3/12; what depends on them is a guess or is asked. `filename` is what it was called.
    Raises `NotRead`, with one line that says what to do, for what is too large, empty
    or of a kind that is not read. Anything from elsewhere goes through
    `limits.read_limited`, which holds time and memory as well.
    """
    refuse_large(data)
    _refuse_other_files(data)
    try:
        return _read(decoded_wide(data), Context(received_at, zone, locale))
    except RecursionError:
        raise NotRead(f"This is nested too deeply to be read. {ADVICE}") from None


def _read(raw: bytes, context: Context) -> Found:
    head = raw[:20_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _is_mail(head):
        return read_mail(raw, context)
    if begins := _CALENDAR.search(raw[:200_000]):
        return read_calendar(raw[begins.start() :], context)
    return _read_words(raw, context)


def _refuse_other_files(raw: bytes) -> None:
    if not raw.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
        raise NotRead(
            "There is nothing in it. Paste the invitation, or choose its file."
        )
    for beginning, name in _OTHER_FILES.items():
        if raw.startswith(beginning):
            raise NotRead(f"This is {name}. {ADVICE}")
    if raw[:2] not in {b"\xff\xfe", b"\xfe\xff"} and _is_binary(raw[:4000]):
        raise NotRead(f"This is not text. {ADVICE}")


def _is_binary(head: bytes) -> bool:
    """Whether more of it than slips into a text is nothing that is written."""
    controls = len(_CONTROLS.findall(head))
    return head.count(0) > 40 or (controls > 8 and controls * 50 > len(head))


def _is_mail(head: bytes) -> bool:
    """Whether it begins with the header of a message rather than with words."""
    head = re.sub(rb"\A>?From [^\n]*\n", b"", head)
    if not _HEADER.match(head):
        return False
    header = re.split(rb"\r?\n\r?\n", head)[0]
    return bool(_MIME.search(header) or _SENT.search(header))


def _read_words(raw: bytes, context: Context) -> Found:
    text = text_of_bytes(raw)
    if looks_like_html(text):
        text = text_of(text)
    if not plain(text).strip():
        raise NotRead(f"There are no words in it. {ADVICE}")
    return read_text(text, context)
