"""Calendar files taken apart: components, properties, parameters (RFC 5545).

Only lines are read with the library; components are put together here, without its
zones, which it keeps for the whole process: one file could bend those of the next.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from interviews.invites.bulk import refuse_long_calendar
from interviews.invites.charsets import text_of_bytes
from interviews.invites.unfolding import unfolded

_LONGEST_LINE = 200_000
# What stands only right inside a calendar: its beginning ends whatever was left open.
_TOP = {"VEVENT", "VTODO", "VJOURNAL", "VTIMEZONE", "VFREEBUSY"}
# What people write in; a line that is none of the file's own belongs to such a one.
_WORDS = {"DESCRIPTION", "COMMENT", "SUMMARY", "LOCATION", "X-ALT-DESC"}
_IS_PROPERTY = re.compile(r"[A-Z][A-Z0-9-]{1,60}[;:]|X-[\w-]{1,60}[;:]")
_SMALL_NAMES = re.compile(
    r"(?:begin|end|dtstart|dtend|dtstamp|duration|uid|summary|description|location"
    r"|organizer|attendee|sequence|status|method|rrule|tzid|tzoffset\w+)[;:]"
)

# Most lines; the library takes ten times as long for them.
_PLAIN = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(.*)", re.DOTALL)
# A time, whose zone may be written with colons and without the quotes these need.
_DATED = re.compile(
    r"(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE|X-MS-OLK-[A-Z]+)(;.*)?:[ ]?(\d{8}.*)",
    re.IGNORECASE,
)
_PARAM = re.compile(r';([A-Za-z-]+)=("[^"]*"|[^;]*)')


@dataclass(frozen=True)
class Property:
    name: str
    value: str
    params: dict[str, str]

    @property
    def text(self) -> str:
        """The value with its escapes undone (RFC 5545, 3.3.11)."""
        if "\\" not in self.value:
            return self.value
        return re.sub(r"\\([\\;,nN])", _unescaped, self.value)


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


@dataclass(eq=False)
class Component:
    """BEGIN to END: its properties in order, and the components inside.

    Each is only itself, however alike two are.
    """

    name: str
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        # A loop: asked hundreds of times of one file.
        for prop in self.properties:
            if prop.name == name:
                return prop
        return None

    def all(self, name: str) -> list[Property]:
        return [p for p in self.properties if p.name == name]

    def text(self, name: str) -> str:
        found = self.first(name)
        return found.text.strip() if found else ""

    def inside(self, name: str) -> list[Component]:
        return [child for child in self.children if child.name == name]


def calendars_in(raw: bytes) -> list[Component]:
    """The VCALENDARs of a file. What is broken in a line costs that line only.

    Raises `NotRead` for too many events or people to be an invitation.
    """
    refuse_long_calendar(raw)
    root = Component("")
    open_ones = [root]
    for read in _properties(raw):
        if read.name == "BEGIN":
            _begin(open_ones, read.value.strip().upper())
        elif read.name == "END":
            _end(open_ones, read.value.strip().upper())
        else:
            open_ones[-1].properties.append(read)
    bare = [child for child in root.children if child.name in _TOP]
    whole = [Component("VCALENDAR", root.properties, bare)] if bare else []
    return root.inside("VCALENDAR") + whole


def _begin(open_ones: list[Component], name: str) -> None:
    if name in _TOP:
        _close_until(open_ones, "VCALENDAR")
    elif name == "VCALENDAR":
        del open_ones[1:]
    if len(open_ones) > 8:
        return
    component = Component(name)
    open_ones[-1].children.append(component)
    open_ones.append(component)


def _close_until(open_ones: list[Component], name: str) -> None:
    while len(open_ones) > 1 and open_ones[-1].name != name:
        open_ones.pop()


def _end(open_ones: list[Component], name: str) -> None:
    """Close the component of that name, and what was left open inside it."""
    names = [component.name for component in open_ones]
    if name in names[1:]:
        del open_ones[len(names) - 1 - names[::-1].index(name) :]


def _properties(raw: bytes) -> Iterator[Property]:
    """The properties in order; bare lines of words go with what they stand below."""
    open_one: Property | None = None
    for line in _lines(raw):
        if open_one and not _begins_property(line):
            more = open_one.value + "\\n" + line
            open_one = Property(open_one.name, more, open_one.params)
            continue
        if open_one:
            yield open_one
        read = _property(line)
        open_one = read if read and read.name in _WORDS else None
        if read and open_one is None:
            yield read
    if open_one:
        yield open_one


def _begins_property(line: str) -> bool:
    return bool(_IS_PROPERTY.match(line) or _SMALL_NAMES.match(line))


def _lines(raw: bytes) -> Iterator[str]:
    for line in unfolded(raw):
        if len(line) <= _LONGEST_LINE:
            yield text_of_bytes(line).strip("\x00")


def _property(line: str) -> Property | None:
    if not line.strip():
        return None
    if plain := _PLAIN.fullmatch(line):
        return Property(plain[1].upper(), plain[2], {})
    if dated := _DATED.match(line):
        params = {k.upper(): v.strip('"') for k, v in _PARAM.findall(dated[2] or "")}
        return Property(dated[1].upper(), dated[3], params)
    try:
        content = Contentline(line)  # type: ignore[no-untyped-call]
        name, params, value = content.parts()
    except (ValueError, KeyError):
        return _decoded(_leniently(line))
    read = {str(k).upper(): _one(v) for k, v in params.items()}
    return _decoded(Property(str(name).upper(), str(value), read))


def _one(value: object) -> str:
    return str(value[0] if isinstance(value, list) and value else value)


def _leniently(line: str) -> Property | None:
    """A line the library refuses, split at its first colon outside quotes."""
    split = re.match(r'((?:[^":]|"[^"]*")*):(.*)', line, re.DOTALL)
    if split is None:
        return None
    name, *params = split[1].split(";")
    if not re.fullmatch(r"[A-Za-z0-9-]{1,60}", name):
        return None
    pairs = (param.partition("=") for param in params)
    plain = {k.upper(): v.strip('"') for k, _, v in pairs}
    return Property(name.upper(), split[2], plain)


def _decoded(read: Property | None) -> Property | None:
    """vCalendar 1.0 writes values as quoted-printable; their breaks become escapes."""
    if read is None or "QUOTED-PRINTABLE" not in (
        read.params.get("ENCODING", "").upper(),
        *read.params,
    ):
        return read
    said = text_of_bytes(quopri.decodestring(read.value.encode()))
    said = re.sub(r"\r\n?|\n", r"\\n", said)
    return Property(read.name, said, read.params)
