"""Reads an invitation that came as a message file (RFC 5322, MIME, RFC 6047)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from interviews.invites.calendar import read_calendars
from interviews.invites.company import is_public_mail
from interviews.invites.content_lines import Component, Property, calendars_in
from interviews.invites.context import Context
from interviews.invites.enriching import enrich
from interviews.invites.envelopes import (
    content,
    filename,
    header,
    is_attached,
    opened,
    text,
)
from interviews.invites.found import Found, Kind, NotRead
from interviews.invites.letter import Letter, Sender, plain, sender, sent_at, take_apart
from interviews.invites.markup import looks_like_html, text_of
from interviews.invites.text import read_letter

_CALENDARS = {"text/calendar", "application/ics", "text/x-vcalendar"}
_CALENDAR_FILES = (".ics", ".vcs", ".ical")
_MOST_CALENDARS = 20
_PASTED = re.compile(r"^[ \t>|]*BEGIN:VCALENDAR\b", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS = 300
_DEEPEST = 12
_SEALED = {
    "application/ms-tnef": "A winmail.dat came with it, which only Outlook opens; what"
    " is in it was not read.",
    "application/pkcs7-mime": "This mail is sealed (S/MIME); what is in it was not"
    " read. Copy its text instead.",
    "application/pgp-encrypted": "This mail is encrypted; what is in it was not read."
    " Copy its text instead.",
}


@dataclass
class Parts:
    """What a message carries: words, calendar files, and other messages."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    calendars: list[Component] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seen: int = 0


def read_mail(raw: bytes, context: Context, *, depth: int = 0) -> Found:
    """What a message says: its calendar file first, then its words."""
    return _read(opened(raw), context, depth)


def _read(message: Message, context: Context, depth: int) -> Found:
    parts = Parts()
    _collect(message, parts, 0)
    body = _body(parts)
    letter = _letter(message, body)
    shown = _shown(message, body)
    if _is_machine(message, letter):
        return Found(kind=Kind.OTHER, summary=letter.subject, text=shown)
    words = read_letter(letter, context)
    words.text = shown
    found = _with_calendars(parts, words, letter, context)
    if depth < 4 and _says_little(found):
        found = _of_the_inner(parts, context, depth) or found
    found.notes += [note for note in parts.notes if note not in found.notes]
    return found


def _with_calendars(
    parts: Parts, words: Found, letter: Letter, context: Context
) -> Found:
    """All calendars together: newest versions count, the parts of a day are one."""
    if not parts.calendars:
        return words
    try:
        found = read_calendars(parts.calendars[:_MOST_CALENDARS], context)
    except NotRead:
        return words
    if found.is_invite and not words.is_invite:
        # What words alone may be taken for, a calendar that came with them settles.
        shown, words = words.text, read_letter(letter, context, as_kind=found.kind)
        words.text = shown
    return enrich(found, words, letter, context)


def _says_little(found: Found) -> bool:
    """Whether a message inside may say more: this one names no time to meet."""
    timeless = not any(session.local_start for session in found.sessions)
    nothing = found.kind is Kind.OTHER and not found.method
    return nothing or (found.kind is Kind.INVITE and timeless)


def _of_the_inner(parts: Parts, context: Context, depth: int) -> Found | None:
    for inner in parts.messages[:5]:
        found = _read(inner, context, depth + 1)
        if found.kind is not Kind.OTHER:
            return found
    return None


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
    if kind in _CALENDARS or name.endswith(_CALENDAR_FILES):
        parts.calendars += _calendars(part)
    elif name.endswith(".eml"):
        parts.messages.append(opened(content(part)))
    elif kind in _SEALED or name == "winmail.dat":
        parts.notes.append(_SEALED.get(kind, _SEALED["application/ms-tnef"]))
    elif kind == "text/plain" and not is_attached(part):
        _keep_words(text(part), parts)
    elif kind == "text/html" and not is_attached(part):
        parts.html.append(text(part))


def _keep_words(said: str, parts: Parts) -> None:
    """Words; some programs send a calendar as if it were those."""
    begins = _PASTED.search(said)
    if begins:
        parts.calendars += calendars_in(said[begins.start() :].encode())
        said = said[: begins.start()]
    if said.strip():
        parts.plain.append(said)


def _calendars(part: Message) -> list[Component]:
    """The calendars of a part; its method stands for one they lack (RFC 6047, 2.4)."""
    calendars = calendars_in(text(part).encode())
    method = part.get_param("method")
    for calendar in calendars:
        if isinstance(method, str) and not calendar.first("METHOD"):
            calendar.properties.append(Property("METHOD", method, {}))
    return calendars


def _body(parts: Parts) -> str:
    """The words of a message; HTML where there is no plain text worth reading."""
    body = "\n\n".join(parts.plain)
    if looks_like_html(body):
        body = text_of(body)
    html = "\n\n".join(text_of(each) for each in parts.html)
    return plain(html or body if len(body.strip()) < max(40, len(html) // 4) else body)


def _shown(message: Message, body: str) -> str:
    """The message as the owner sees it: who, when, about what, and all its words."""
    names = ("From", "Reply-To", "Date", "Subject")
    said = ((name, header(message, name.casefold())) for name in names)
    head = "\n".join(f"{name}: {value}" for name, value in said if value)
    return f"{plain(head)}\n\n{body}".strip()


def _letter(message: Message, body: str) -> Letter:
    letter = take_apart(body)
    letter.subject = header(message, "subject") or letter.subject
    letter.sender = _sender(message) if message["from"] else letter.sender
    letter.to = header(message, "to")
    letter.sent = sent_at(header(message, "date")) or letter.sent
    return letter


def _sender(message: Message) -> Sender:
    """Whoever it is from; whom to answer, where a program sent it for them."""
    written = sender(header(message, "from"))
    answered = sender(header(message, "reply-to"))
    by_program = is_public_mail(written.domain) and not is_public_mail(answered.domain)
    return answered if by_program and answered.address else written


def _is_machine(message: Message, letter: Letter) -> bool:
    """A bounce or an automatic answer (RFC 3464, RFC 3834)."""
    answered = header(message, "auto-submitted").casefold().startswith("auto-replied")
    report = message.get_content_type() == "multipart/report"
    return answered or report or "mailer-daemon" in letter.sender.address
