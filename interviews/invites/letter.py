"""A message taken apart: whose it is, when it came, what is new and what is quoted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from interviews.invites.dates import DayReader

# More than this is no invitation; the beginning is read.
MOST_READ = 30_000

_HEADER = re.compile(
    r"^[ \t>*]*(?P<name>from|sent|date|subject|to|cc|reply-to|von|gesendet|datum|betreff"
    r"|an|de|envoyé|date|objet|à|enviado|fecha|asunto|para)[ \t]?\*?:\*?[ \t]*(?P<value>.*)$",
    re.IGNORECASE,
)
_NAMES = {
    "from": "from", "von": "from", "de": "from",
    "sent": "date", "date": "date", "gesendet": "date", "datum": "date",
    "envoyé": "date", "enviado": "date", "fecha": "date",
    "subject": "subject", "betreff": "subject", "objet": "subject",
    "asunto": "subject",
    "to": "to", "an": "to", "à": "to", "para": "to", "cc": "cc",
    "reply-to": "reply-to",
}  # fmt: skip
_QUOTE_BEGINS = re.compile(
    r"^[ \t>]*(?:-{3,} ?(?:original message|original appointment"
    r"|ursprüngliche nachricht|message d'origine|mensaje original) ?-{3,}"
    r"|(?:on|am|le|el)\b(?=[^\n]{0,80}\d)[^\n]{5,150}?(?:\n[^\n]{0,80}?)?"
    r"\b(?:wrote|schrieb|a écrit|escribió)\b[^\n]{0,80}:[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_FORWARD_BEGINS = re.compile(
    r"^[ \t>]*(?:-{3,} ?(?:forwarded message|weitergeleitete nachricht"
    r"|message transféré|mensaje reenviado) ?-{3,}"
    r"|(?:begin forwarded message|anfang der weitergeleiteten nachricht"
    r"|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado)\s?:)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_MASKED = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?P<number>(?<![\w:])\+?\(?\d[\d ().\-]{8,18}\d(?![\w:]))"
)
# Figures that look like a telephone number and are a day or a span of hours.
_DAY_OR_HOURS = re.compile(
    r"\b(?:20\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](?:20)?\d\d|20\d\d)\b"
    r"|(?<!\d)[0-2]?\d[.:]?[0-5]\d ?[-–] ?[0-2]?\d[.:]?[0-5]\d(?!\d)"
    # What is left of "10.00 - 10.20am".
    r"|^[0-2]?\d[.:][0-5]\d ?[-–] ?[0-2]?\d$"
)
# Who wrote when, as chats put it in front of each message.
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp][Mm])?"
_NAMED = r"[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,2}"
_DAY = r"(?:[Tt]oday (?:at )?|[Yy]esterday (?:at )?)?"
_STAMP = re.compile(
    rf"^[ \t]*(?:\[(?=[^\]\n]*[/.A-Za-z]\d?|[^\]\n]*\] [^\n:]{{2,30}}:)(?:[^\]\n–—]{{0,24}}[ ,])?"
    rf"{_CLOCK}(?:, ?[^\]\n–—]{{3,16}})?\]"
    rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}, {_CLOCK} -(?= [^\n:]{{2,30}}:)"
    rf"|{_NAMED}(?: {{2,4}}| [·•|] |, ){_DAY}{_CLOCK}$(?=\n[^\n]{{3,}}(?<!\d)(?<![AaPp][Mm])$)"
    # With nothing but a space between, where a greeting or a small letter follows.
    rf"|{_NAMED} (?:[—–-] )?{_DAY}{_CLOCK}$(?=\n(?:[a-z]|(?:Hey|Hi|Hello|Hallo|Moin|Salut|Bonjour|Coucou|Hola|Buenas)\b)))",
    re.MULTILINE,
)
_SAYS_WHEN = re.compile(
    r"interview|when|time|start|end|begin|date|zeit|hour|(?:mon|tues|wednes|thurs|fri)day",
    re.IGNORECASE,
)
# A long line that ends without a stop goes on in the next, whatever that begins with.
_GOES_ON = r"(?<=[^\n]{64}[^\W_])\n(?=[^\W\d_])(?![^\n:]{2,24}:\s)"
_LONG = re.compile(_GOES_ON)
_WRAP = re.compile(
    r"(?<=[^\n.!?:|]{12})\n(?![^\n:]{2,24}:\s)(?=[a-zäöüéèñ(][^\n]|[A-Z][\w'’-]* [a-z])"
    rf"|{_GOES_ON}"
)
_ZERO_WIDTH = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\ufeff\u2060\u00ad\u200e\u200f")
)
# A tab parts columns, which are told by more than one space.
# "I’ll" as "I'll" is read; in names such as O’Hara it stays. Hyphens of all kinds.
_CONTRACTED = re.compile(r"(?<=\w)\u2019(?=(?:ll|d|re|ve|m|s|t)\b)")
_HYPHENS = {ord(c): "-" for c in "\u2010\u2011"}
_SPACES = {ord(c): " " for c in "\u00a0\u202f\u2007\u2009\u200a\u3000"} | {9: "  "}


@dataclass(frozen=True)
class Sender:
    name: str = ""
    address: str = ""

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2].casefold()


@dataclass
class Letter:
    """One message: its head, what is new in it, and what it quotes or forwards."""

    body: str
    subject: str = ""
    sender: Sender = field(default_factory=Sender)
    to: str = ""
    sent: datetime | date | None = None
    quoted: Letter | None = None

    @property
    def whole(self) -> str:
        """Subject and body, as they are read."""
        return f"{self.subject}\n\n{self.body}" if self.subject else self.body


def plain(text: str) -> str:
    """Text with line breaks and spaces of one kind, and nothing unseen in it."""
    text = text[: 4 * MOST_READ].replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\0", "")
    text = unicodedata.normalize("NFC", text.translate(_ZERO_WIDTH).translate(_SPACES))
    text = _CONTRACTED.sub("'", text.translate(_HYPHENS))
    text = re.sub(r"(?<! )[ ]++\n", "\n", text)
    # More blanks than any column needs say nothing, and are searched again and again.
    text = re.sub(r"(?<= {40}) +", "", text)
    return re.sub(r"\n{3,}", "\n\n", text)[:MOST_READ]


def take_apart(text: str, *, depth: int = 0) -> Letter:
    """Split a text at its quotes; the newest words come first.

    A forwarded message stands in for one that says nothing of its own.
    """
    head, body = _split_head(text.strip("\n"))
    cut = _first_cut(body) if depth < 4 else None
    quoted = None
    if cut is not None:
        start, end = cut
        quoted = take_apart(_unquoted(body[end:]), depth=depth + 1)
        body = body[:start]
    elif depth < 4 and (lines := _quoted_lines(body)):
        quoted = take_apart("\n".join(lines), depth=depth + 1)
    body = "\n".join(x for x in body.split("\n") if not x.lstrip().startswith(">"))
    return Letter(
        body=body.strip("\n"),
        subject=head.get("subject", ""),
        sender=sender(head.get("from", "")),
        to=head.get("to", ""),
        sent=sent_at(head.get("date", "")),
        quoted=quoted,
    )


def _split_head(text: str) -> tuple[dict[str, str], str]:
    """Lines such as "From: …" at the top, by name, and the rest."""
    head: dict[str, str] = {}
    lines = text.split("\n")
    seen = 0
    for index, line in enumerate(lines[:14]):
        match = _HEADER.match(line)
        if match:
            head.setdefault(_NAMES[match["name"].casefold()], match["value"].strip())
            seen = index + 1
        elif line.strip() and not (head and seen == index and line[:1] in " \t"):
            break
    # "Date: …" alone is what the invitation says, not the head of a mail.
    if not head.keys() & {"from", "subject"}:
        return {}, text
    return head, "\n".join(lines[seen:])


def _first_cut(body: str) -> tuple[int, int] | None:
    """Where a quoted or forwarded message begins: end of ours, begin of theirs."""
    cuts = [m for p in (_QUOTE_BEGINS, _FORWARD_BEGINS) if (m := p.search(body))]
    spans = [match.span() for match in cuts]
    if inner := _inner_head(body):
        spans.append((inner, inner))
    return min(spans, default=None)


def _inner_head(body: str) -> int | None:
    """Where "From: … Sent: … Subject: …" stands inside a body."""
    lines = body.split("\n")
    place = 0
    for index, line in enumerate(lines):
        match = _HEADER.match(line)
        if match and _NAMES[match["name"].casefold()] == "from" and index:
            following = [_HEADER.match(other) for other in lines[index + 1 : index + 5]]
            names = {_NAMES[m["name"].casefold()] for m in following if m}
            if names & {"date", "subject"}:
                return place
        place += len(line) + 1
    return None


def _quoted_lines(body: str) -> list[str]:
    lines = [line.lstrip() for line in body.split("\n")]
    return [line.lstrip("> ") for line in lines if line.startswith(">")]


def _unquoted(text: str) -> str:
    return re.sub(r"^[ \t]*>[ \t]?", "", text, flags=re.MULTILINE)


def sender(value: str) -> Sender:
    """ "Nora Lind <nora@example.com>" taken apart."""
    address = _ADDRESS.search(value)
    name = re.sub(r"<.*|\[mailto:.*|\(?[\w.+'-]+@[\w.-]+\)?", "", value)
    name = name.strip(" \"',;*")
    if "," in name and len(name.split(",")) == 2 and " via " not in name:
        last, first = (part.strip() for part in name.split(","))
        if first and last and len(first.split()) <= 2 and len(last.split()) <= 2:
            name = f"{first} {last}"
    return Sender(name, address[0].casefold() if address else "")


def sent_at(value: str) -> datetime | date | None:
    """When a message says it was sent: a moment where it names a zone, else a day."""
    if not value:
        return None
    try:
        sent = parsedate_to_datetime(value)
        # The first and last years have no UTC.
        if 1 < sent.year < 9999:
            return sent if sent.tzinfo else sent.date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    hits = DayReader(date(2000, 1, 1)).hits(value)
    dated = [hit for hit in hits if hit.days and hit.days[0].year > 2000]
    return dated[0].days[0] if dated else None


@lru_cache(maxsize=8)
def unwrapped(text: str) -> str:
    """The text at the same length, with lines that a program broke put together."""
    return _WRAP.sub(" ", text)


def without_long_lines(text: str) -> str:
    """The same, where a program broke the lines by their length and not the writer."""
    lengths = [len(line) for line in text.split("\n")]
    broken = max(lengths) <= 110 and sum(length >= 64 for length in lengths) > 2
    return _LONG.sub(" ", text) if broken else text


def masked(text: str) -> str:
    """The text at the same length, with what may look like a time blanked.

    That is addresses, telephone numbers, codes, and the stamps of a chat.
    """
    return _STAMP.sub(_blank_stamp, _MASKED.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    number = match["number"]
    if number and _DAY_OR_HOURS.search(number) and number[0] != "+":
        return match[0]
    return " " * len(match[0])


def _blank_stamp(match: re.Match[str]) -> str:
    """Blank the stamp of a message, unless the line says what is to come."""
    return match[0] if _SAYS_WHEN.search(match[0]) else " " * len(match[0])
