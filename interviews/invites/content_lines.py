"""Calendar files taken apart: components, properties, parameters (RFC 5545).

Only lines are read with the library; components are put together here, without its
zones, which it keeps for the whole process: one file could bend those of the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from icalendar.parser import Contentline

# More than this is no invitation.
MOST_LINES = 60_000
_LONGEST_LINE = 200_000


@dataclass(frozen=True)
class Property:
    name: str
    value: str
    params: dict[str, str]

    @property
    def text(self) -> str:
        """The value with its escapes undone (RFC 5545, 3.3.11)."""
        return re.sub(r"\\([\\;,nN])", _unescaped, self.value)


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


@dataclass
class Component:
    """BEGIN to END: its properties in order, and the components inside."""

    name: str
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        return next((p for p in self.properties if p.name == name), None)

    def all(self, name: str) -> list[Property]:
        return [p for p in self.properties if p.name == name]

    def text(self, name: str) -> str:
        found = self.first(name)
        return found.text.strip() if found else ""

    def inside(self, name: str) -> list[Component]:
        return [child for child in self.children if child.name == name]


def calendars_in(raw: bytes) -> list[Component]:
    """The VCALENDARs of a file. What is broken in a line costs that line only."""
    root = Component("")
    open_ones = [root]
    for line in _lines(raw):
        read = _property(line)
        if read is None:
            continue
        if read.name == "BEGIN":
            _begin(open_ones, read.value.strip().upper())
        elif read.name == "END":
            _end(open_ones, read.value.strip().upper())
        else:
            open_ones[-1].properties.append(read)
    return root.inside("VCALENDAR")


def _begin(open_ones: list[Component], name: str) -> None:
    if len(open_ones) > 8:
        return
    component = Component(name)
    open_ones[-1].children.append(component)
    open_ones.append(component)


def _end(open_ones: list[Component], name: str) -> None:
    """Close the component of that name, and what was left open inside it."""
    names = [component.name for component in open_ones]
    if name in names[1:]:
        del open_ones[len(names) - 1 - names[::-1].index(name) :]


def _lines(raw: bytes) -> list[str]:
    """Unfolded lines. Folds are undone in bytes: they may cut a UTF-8 character."""
    raw = decoded_wide(raw).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    raw = re.sub(rb"\n[ \t]", b"", raw)
    return [
        text_of_bytes(line) for line in raw.split(b"\n")[:MOST_LINES] if line.strip()
    ]


def decoded_wide(raw: bytes) -> bytes:
    """UTF-16 as UTF-8; anything else as it is."""
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace").encode()
    return raw


def text_of_bytes(raw: bytes) -> str:
    """UTF-8, else what western programs write; never fails."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _property(line: str) -> Property | None:
    if len(line) > _LONGEST_LINE:
        return None
    try:
        content = Contentline(line.strip("\x00"))  # type: ignore[no-untyped-call]
        name, params, value = content.parts()
    except (ValueError, KeyError):
        return _leniently(line)
    plain = {str(k).upper(): _one(v) for k, v in params.items()}
    return Property(str(name).upper(), str(value), plain)


def _one(value: object) -> str:
    return str(value[0] if isinstance(value, list) and value else value)


def _leniently(line: str) -> Property | None:
    """A line the library refuses, split at its first colon."""
    head, colon, value = line.partition(":")
    name, *params = head.split(";")
    if not colon or not re.fullmatch(r"[A-Za-z0-9-]{1,60}", name):
        return None
    pairs = (param.partition("=") for param in params)
    return Property(name.upper(), value, {k.upper(): v.strip('"') for k, _, v in pairs})
