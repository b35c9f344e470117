"""Reads an invitation that came as a message file (RFC 5322, MIME, RFC 6047)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from interviews.invites.calendar import read_calendar
from interviews.invites.context import Context
from interviews.invites.envelopes import (
    content,
    filename,
    header,
    is_attached,
    opened,
    text,
)
from interviews.invites.found import Found, Kind, NotRead
from interviews.invites.letter import Letter, plain, sender, sent_at, take_apart
from interviews.invites.markup import looks_like_html, text_of
from interviews.invites.merging import enrich
from interviews.invites.text import read_letter

_CALENDARS = {"text/calendar", "application/ics"}
_MOST_PARTS = 300
_DEEPEST = 12


@dataclass
class Parts:
    """What a message carries: words, calendar files, and other messages."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    calendars: list[bytes] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    seen: int = 0


def read_mail(raw: bytes, context: Context, *, depth: int = 0) -> Found:
    """What a message says: its calendar file first, then its words."""
    return _read(opened(raw), context, depth)


def _read(message: Message, context: Context, depth: int) -> Found:
    parts = Parts()
    _collect(message, parts, 0)
    letter = _letter(message, parts)
    if _is_machine(message, letter):
        return Found(kind=Kind.OTHER, summary=letter.subject, text=letter.whole)
    words = read_letter(letter, context)
    for raw in parts.calendars[:5]:
        try:
            return enrich(read_calendar(raw, context), words, letter)
        except NotRead:
            continue
    if not words.is_invite and words.kind is Kind.OTHER and depth < 4:
        for inner in parts.messages[:5]:
            found = _read(inner, context, depth + 1)
            if found.kind is not Kind.OTHER:
                return found
    return words


def _collect(part: Message, parts: Parts, depth: int) -> None:
    parts.seen += 1
    if parts.seen > _MOST_PARTS or depth > _DEEPEST:
        return
    kind = part.get_content_type()
    if kind == "message/rfc822":
        parts.messages += _inner(part)
    elif part.is_multipart():
        for inner in _inner(part):
            _collect(inner, parts, depth + 1)
    else:
        _keep(part, kind, parts)


def _inner(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (inner for inner in payload if isinstance(inner, Message))


def _keep(part: Message, kind: str, parts: Parts) -> None:
    name = filename(part)
    if kind in _CALENDARS or name.endswith((".ics", ".vcs", ".ical")):
        parts.calendars.append(text(part).encode())
    elif name.endswith(".eml"):
        parts.messages.append(opened(content(part)))
    elif kind == "text/plain" and not is_attached(part):
        parts.plain.append(text(part))
    elif kind == "text/html" and not is_attached(part):
        parts.html.append(text(part))


def _letter(message: Message, parts: Parts) -> Letter:
    """The message as words; HTML where there is no plain text worth reading."""
    body = "\n\n".join(parts.plain)
    if looks_like_html(body):
        body = text_of(body)
    html = "\n\n".join(text_of(each) for each in parts.html)
    if len(body.strip()) < max(40, len(html) // 4):
        body = html or body
    letter = take_apart(plain(body))
    letter.subject = header(message, "subject") or letter.subject
    letter.sender = (
        sender(header(message, "from")) if message["from"] else letter.sender
    )
    letter.to = header(message, "to")
    letter.sent = sent_at(header(message, "date")) or letter.sent
    return letter


def _is_machine(message: Message, letter: Letter) -> bool:
    """A bounce or an automatic answer (RFC 3464, RFC 3834)."""
    answered = header(message, "auto-submitted").casefold().startswith("auto-replied")
    report = message.get_content_type() == "multipart/report"
    return answered or report or "mailer-daemon" in letter.sender.address
