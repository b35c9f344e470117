"""Inputs made to cost time or memory, or to be misread. None is anybody's mail."""

from __future__ import annotations

import base64
import gzip
import random

_MB = 1024 * 1024
_HEAD = b"From: Nora <nora@globex.example>\nMIME-Version: 1.0\nSubject: Interview\n"
_SAYS = b"Interview on 3 December 2026 at 2pm CET"


def calendar(*lines: bytes) -> bytes:
    inside = b"".join(line + b"\n" for line in lines)
    return b"BEGIN:VCALENDAR\nMETHOD:REQUEST\n" + inside + b"END:VCALENDAR\n"


def event(*lines: bytes, start: bytes = b"DTSTART:20261203T140000Z") -> bytes:
    return calendar(
        b"BEGIN:VEVENT", b"UID:1", b"SUMMARY:Interview", start, *lines, b"END:VEVENT"
    )


def mail(kind: bytes, body: bytes) -> bytes:
    return _HEAD + b"Content-Type: " + kind + b"\n\n" + body


def _nested(depth: int) -> bytes:
    opens = (
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
        for n in range(depth)
    )
    return _HEAD + b"".join(opens) + b"Content-Type: text/plain\n\n" + _SAYS


def _with_attachment(kind: bytes, name: bytes, data: bytes) -> bytes:
    return mail(
        b"multipart/mixed; boundary=b",
        b"--b\nContent-Type: text/plain\n\n" + _SAYS + b"\n--b\nContent-Type: " + kind
        + b"\nContent-Disposition: attachment; filename=" + name
        + b"\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(data)
        + b"--b--\n",
    )  # fmt: skip


def _some_bytes(count: int) -> bytes:
    return random.Random(1).randbytes(count)  # noqa: S311


def _some_text(count: int) -> bytes:
    letters = b" abcdefgh0123456789:/.,\n@<>-"
    return bytes(random.Random(1).choices(letters, k=count))  # noqa: S311


# Read or refused, in time. The key says what is wrong with it.
COSTLY: dict[str, bytes] = {
    "multiparts in multiparts": _nested(2_000),
    "messages in messages": (_HEAD + b"Content-Type: message/rfc822\n\n") * 5_000,
    "very many parts": mail(
        b"multipart/mixed; boundary=b",
        b"--b\nContent-Type: text/plain\n\nInterview 3 Dec at 2pm\n" * 80_000,
    ),
    "a long boundary": mail(
        b'multipart/mixed; boundary="' + b"b" * 100_000 + b'"', b"x\n" * 100_000
    ),
    "very many headers": _HEAD + b"X-A: b\n" * 500_000 + b"\n" + _SAYS,
    "a subject of encoded words": _HEAD.replace(
        b"Interview", b"=?utf-8?q?=41?= " * 100_000
    ),
    "a sender of brackets": _HEAD.replace(b"Nora", b"(" * 50_000),
    "very many addressees": b"To: " + b"a@b.example, " * 50_000 + b"\n" + _HEAD,
    "parameters upon parameters": mail(b"text/plain; " + b"a*0*=b; " * 50_000, _SAYS),
    "html in base64": mail(
        b"text/html\nContent-Transfer-Encoding: base64",
        base64.encodebytes(b"<p>" + _SAYS + b"</p>" * 60_000),
    ),
    "quoted-printable": mail(
        b"text/plain\nContent-Transfer-Encoding: quoted-printable", b"=3D" * 1_500_000
    ),
    "uuencode": mail(
        b"text/plain\nContent-Transfer-Encoding: x-uuencode",
        b"begin 666 x\n" + b"M" * 100_000,
    ),
    "a calendar of 50,000 events": calendar(
        *(
            b"BEGIN:VEVENT\nUID:%d\nDTSTART:20261203T140000Z\nEND:VEVENT" % n
            for n in range(50_000)
        )
    ),
    "60,000 people": event(*[b"ATTENDEE;CN=Person:mailto:p@globex.example"] * 60_000),
    "a rule for every second": event(b"RRULE:FREQ=SECONDLY;COUNT=999999999"),
    "a rule without end": event(b"RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"),
    "200,000 dates": event(b"RDATE:" + b"20261203T140000Z," * 200_000),
    "very many zones": calendar(
        *(b"BEGIN:VTIMEZONE\nTZID:Q%d\nEND:VTIMEZONE" % n for n in range(60_000)),
        b"BEGIN:VEVENT\nDTSTART;TZID=Q1:20261203T140000\nEND:VEVENT",
    ),
    "a zone of 20,000 changes": calendar(
        b"BEGIN:VTIMEZONE\nTZID:Q",
        *[
            b"BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\n"
            b"TZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU\nEND:STANDARD"
        ]
        * 20_000,
        b"END:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Q:20261203T140000\nEND:VEVENT",
    ),
    "a line of 4 MB": event(b"DESCRIPTION:" + b"x " * 2 * _MB),
    "a million folds": event(b"DESCRIPTION:x\n" + b" y\n" * 1_200_000),
    "parameters of an event": event(b"ATTENDEE" + b";A=B" * 40_000 + b":mailto:a@b"),
    "an open quote": event(b'X;A="' + b";" * 3 * _MB),
    "begin upon begin": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 300_000,
    "one letter": b"a" * 5 * _MB,
    "one figure": b"1" * 5 * _MB,
    "one bracket": b"<" * 5 * _MB,
    "open tags": b"<p><p>" + b"<a " * _MB,
    "open comments": b"<p><p>" + b"<!--" * _MB,
    "an open attribute": b"<p><p>" + b'<p x="' * 500_000,
    "tags in tags": b"<div>" * _MB + _SAYS,
    "character references": b"<p><p>" + b"&#" * _MB,
    "lines": b"\n" * 5 * _MB,
    "blanks": b" " * (5 * _MB - 50) + _SAYS,
    "bytes of chance": _some_bytes(_MB),
    "letters of chance": _some_text(100_000),
    "dates": b"3/12/2026 at 2pm CET or " * 2_500,
    "days": b"next Tuesday at 2 or " * 2_500,
    "ranges": b"9:00-10:00 " * 5_000,
    "lines of times": b"09:00 - 10:00 Anna Bell, engineer\n" * 2_000,
    "names": b"Anna-Bella Carla-Dora " * 3_000,
    "names in a row": b"with Anna Bell, " * 4_000,
    "who wrote": b"On Mon, Nov 16 wrote:\n" * 2_500,
    "quotes in quotes": b"".join(b">" * n + b" hi\n" for n in range(300)),
    "heads of mails": b"From: a@b.example\nSent: x\nSubject: y\n\n" * 2_000,
    "underscores": b"_" * 60_000,
    "dashes": b"-" * 60_000,
    "an address of dots": b"a." * 20_000 + b"@b.example",
    "addresses": b"a@" + b"b." * 30_000,
    "links in links": b"https://safelinks.protection.outlook.com/?url=" * 1_200,
    "telephone numbers": b"+1 (555) 010-0100 " * 3_300,
    "clocks": b"12:" * 20_000,
    "labels": b"Role: " * 10_000,
    "small words": b"for the at a with our " * 2_500,
    "capitals": b"at Aa Bb Cc " * 5_000,
    "invites": b"we would like to invite you to " * 2_000,
    "umlauts": "ä".encode() * 30_000,
    "marks on marks": ("a" + "\u0301" * 50_000).encode(),
    "lone surrogates": b"\xed\xa0\x80" * 20_000 + _SAYS,
}  # fmt: skip
# What a person reads there at once has to be read.
ODD_BUT_READ: dict[str, bytes] = {
    "NUL bytes": b"Inter\0view on 3 Dec\0ember 2026 at 2pm CET\0",
    "UTF-16": _SAYS.decode().encode("utf-16"),
    "a byte-order mark": b"\xef\xbb\xbf" + _SAYS,
    "a script": b"<html><body><script>alert('4 May 2027, 9am')</script><p>" + _SAYS
    + b"</p><style>p{}</style></body></html>",
    "a PDF of 3.5 MB": _with_attachment(
        b"application/pdf", b"a.pdf", _some_bytes(int(3.5 * _MB))
    ),
    "a compressed attachment": _with_attachment(
        b"application/zip", b"invite.ics.gz", gzip.compress(b"0" * 50 * _MB)
    ),
    # Patterns that tried every part of these were stopped for the time they took.
    "hyphens": _SAYS + b"\n\n" + b"1-2-" * 3_000,
    "items of nothing": _SAYS + b"\n\n" + b"- \n" * 8_000,
    "a run of blanks": _SAYS + b", please " + b" " * 30_000 + b"x",
    "an unknown charset": mail(b"text/plain; charset=klingon", _SAYS),
    "a charset that is none": mail(b"text/plain; charset=hex", _SAYS),
    "a slow charset": mail(b"text/plain; charset=punycode", _SAYS),
    "a charset with NUL": mail(b'text/plain; charset="a\0b"', _SAYS),
    "a wrong charset": mail(b"text/plain; charset=us-ascii", "Früh: ".encode() + _SAYS),
    "a boundary nobody closes": mail(
        b"multipart/mixed; boundary=b", b"--b\n\n" + _SAYS
    ),
}  # fmt: skip
