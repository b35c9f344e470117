"""MIME entities as bytes (RFC 2045, 2046), lines ending as SMTP wants them.

Our mails have one shape, and its parts are ASCII once they are encoded. So they are put
together here; only what is hard, a header with other letters or a long one, is left to
the standard library's `email`, which takes ten times as long for the whole.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from email.policy import SMTP
from functools import lru_cache

_END = b"\r\n"
# RFC 5322, section 2.1.1: of a line, without its end.
_LONGEST = 78
# Ids and addresses have no place to fold; encoded words would break them.
_ON_ONE_LINE = {"Message-ID", "References", "List-Id", "List-Unsubscribe"}
# What stands for itself in a header. "=?" would begin an encoded word.
_PLAIN = re.compile(r"(?!.*=\?)[\x20-\x7e]*")


def mail(headers: Mapping[str, str], body: bytes) -> bytes:
    """A whole mail: `body` is one of the entities made here, with its own headers.

    Raises ValueError for a header that is not one line.
    """
    fields = b"".join(_field(name, value) for name, value in headers.items())
    return fields + b"MIME-Version: 1.0" + _END + body


def alternatives(text: str, html: str, *, boundary: str) -> bytes:
    """The same in text and HTML, the better one last."""
    parts = [_quoted("plain", text), _quoted("html", html)]
    return _multipart("alternative", parts, boundary)


def with_calendar(body: bytes, calendar: bytes, *, boundary: str) -> bytes:
    """The body and an .ics. PUBLISH: to keep, nothing to accept (RFC 6047, 2.4)."""
    attached = _entity(
        _lines(base64.encodebytes(calendar)),
        'Content-Type: text/calendar; charset="utf-8"; method="PUBLISH"',
        "Content-Transfer-Encoding: base64",
        'Content-Disposition: attachment; filename="rounds.ics"',
    )
    return _multipart("mixed", [body, attached], boundary)


def _quoted(subtype: str, text: str) -> bytes:
    """Quoted-printable: 8-bit text would need a server that says it can."""
    return _entity(
        binascii.b2a_qp(_lines(text.encode())),
        f'Content-Type: text/{subtype}; charset="utf-8"',
        "Content-Transfer-Encoding: quoted-printable",
    )


def _multipart(subtype: str, parts: Sequence[bytes], boundary: str) -> bytes:
    mark = f"--{boundary}".encode()
    body = b"".join(mark + _END + part + _END for part in parts) + mark + b"--" + _END
    return _entity(body, f'Content-Type: multipart/{subtype}; boundary="{boundary}"')


def _entity(body: bytes, *headers: str) -> bytes:
    head = b"".join(header.encode("ascii") + _END for header in headers)
    return head + _END + body


def _lines(text: bytes) -> bytes:
    """Lines that end as they must; no other carriage return or line feed is left."""
    return b"".join(line + _END for line in text.splitlines())


def _field(name: str, value: str) -> bytes:
    if "\r" in value or "\n" in value:
        raise ValueError(f"{name} is to be one line")
    plain = f"{name}: {value}"
    fits = len(plain) <= _LONGEST or name in _ON_ONE_LINE
    if fits and _PLAIN.fullmatch(value):
        return plain.encode() + _END
    return _folded(name, value)


@lru_cache(maxsize=256)
def _folded(name: str, value: str) -> bytes:
    """Encoded words and more lines, by the standard library."""
    header = SMTP.header_factory(name, value)
    return str(header.fold(policy=SMTP)).encode("ascii")
