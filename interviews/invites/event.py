"""An event of a calendar file as a session of the round."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from guidance.situation import Setting
from interviews.invites import people, places, words
from interviews.invites.attendees import address_of, met_in, names_invited, plain_name
from interviews.invites.attendees import sender_of as organiser_of
from interviews.invites.content_lines import Component
from interviews.invites.context import Context
from interviews.invites.event_times import When, tell_when
from interviews.invites.found import Certainty, Found, PersonFound, SessionFound
from interviews.invites.letter import Letter, plain
from interviews.invites.markup import looks_like_html, text_of
from interviews.invites.names import NAME, is_name
from interviews.invites.occasions import Occasion
from interviews.invites.zones import zone_hits

# To join by (RFC 7986, 5.11, and what programs had before it).
_JOINS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
          "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-ZOOM-MEETING-URL")  # fmt: skip
_SHOWN = {"DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "LOCATION",
          "ORGANIZER", "ATTENDEE", "URL", *_JOINS}  # fmt: skip
_IS_URL = re.compile(r"https?://\S+")
_ONLINE = re.compile(
    r"microsoft teams|google meet|\bzoom\b|webex|skype|\bonline\b|virtual|virtuell"
    r"|video|\bvisio|remote|web conference|^(?:tbd|tba|n/?a)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def letter_of(event: Component) -> Letter:
    """Summary and description as the message they are."""
    body = plain(_words(event.text("DESCRIPTION")) or _words(event.text("X-ALT-DESC")))
    comment = plain(event.text("COMMENT"))
    if comment and comment not in body:
        body = f"{body}\n\n{comment}".strip()
    return Letter(body, plain(event.text("SUMMARY")), organiser_of(event))


# What a service puts below the words, between two rules: how to join, by which numbers.
_TO_JOIN = re.compile(
    r"^[ \t]*(?P<rule>[-_~:=*]{8})[-_~:=*]*[ \t]*\n(?:.*\n){1,30}?[ \t]*(?P=rule)[-_~:=*]*[ \t]*$",
    re.MULTILINE,
)


@lru_cache(maxsize=64)
def words_of(event: Component) -> Letter:
    """The letter without what a service put below it, which names no one and no job."""
    letter = letter_of(event)
    body = _TO_JOIN.sub(lambda m: "" if "://" in m[0] else m[0], letter.body)
    return replace(letter, body=body.strip())


def _words(description: str) -> str:
    return text_of(description) if looks_like_html(description) else description


def as_written(event: Component) -> str:
    """What the event says for people, and the lines that say when, where and who."""
    lines = [
        f"{prop.name}{_zone_of(prop.params)}:{prop.text}"
        for prop in event.properties[:200]
        if prop.name in _SHOWN
    ]
    people = [p for p in event.properties if p.name in {"ORGANIZER", "ATTENDEE"}]
    names = [f"{p.params.get('CN', '')} {address_of(p)}".strip() for p in people]
    head = "\n".join([*lines[:80], *names[:80]])
    return f"{letter_of(event).whole}\n\n{plain(head)}".strip()


def _zone_of(params: dict[str, str]) -> str:
    return f";TZID={params['TZID']}" if "TZID" in params else ""


def add_session(found: Found, occasion: Occasion, context: Context) -> None:
    event, calendar = occasion.event, occasion.calendar
    path = f"sessions.{len(found.sessions)}"
    session = SessionFound()
    found.sessions.append(session)
    when = _with_zones_said(occasion.when, letter_of(event).whole)
    tell_when(found, session, path, event, when, calendar, context)
    _tell_where(found, session, path, event)
    text = words_of(event).whole
    session.formats = words.tell_formats(found, path, text)
    _tell_people(found, session, path, event, text)


def _with_zones_said(when: When | None, text: str) -> When | None:
    """Where the file names no zone that is known: those of the words to choose from."""
    if when is None or when.moment or when.is_day:
        return when
    said = [hit.zones[0] for hit in zone_hits(text) if hit.zones]
    return replace(when, zones=tuple(dict.fromkeys([*said[:3], *when.zones])))


def _tell_where(
    found: Found, session: SessionFound, path: str, event: Component
) -> None:
    location = event.text("LOCATION")
    if link := _link_of(event):
        session.link = link.link
        sure = Certainty.SURE if link.sure else Certainty.GUESS
        found.tell(f"{path}.link", link.source, sure)
    if place := _place(location):
        session.place = place
        found.tell(f"{path}.place", place)
    _tell_setting(found, session, path, f"{location}\n{letter_of(event).whole}")


def _link_of(event: Component) -> places.Linked | None:
    """What to join by: of the location, told as such, or in its words."""
    location = event.text("LOCATION")
    # An address of the web for a place is there to be joined, whoever runs it.
    location = f"Join: {location}" if _IS_URL.fullmatch(location) else location
    if link := places.link_in(location):
        return link
    told = (prop.value.strip() for name in _JOINS for prop in event.all(name))
    if url := next(filter(_IS_URL.fullmatch, told), ""):
        return places.Linked(places.unwrapped(url), url, sure=True)
    for said in (event.text("URL"), letter_of(event).body):
        if link := places.link_in(said):
            return link
    return places.link_in(plain(_words(event.text("X-ALT-DESC"))))


def _place(location: str) -> str:
    """What is left of a location without links and names of programs."""
    bare = re.sub(r"\(?https?://\S+", "", location)
    parts = (part.strip(" ,\n|-:") for part in re.split(r";|\s\|\s|\s/\s", bare))
    kept = [part for part in parts if part and not _is_nowhere(part)]
    return " ".join("; ".join(kept).split())[:500]


def _is_nowhere(part: str) -> bool:
    return places.is_virtual(part) or (len(part) < 60 and bool(_ONLINE.search(part)))


def _tell_setting(found: Found, session: SessionFound, path: str, text: str) -> None:
    read = words.setting_in(text, link=session.link, place=session.place)
    if read is None:
        return
    session.setting = read[0]
    found.tell(f"{path}.setting", read[1], Certainty.GUESS)
    if session.setting is Setting.PHONE and not session.place:
        session.place = places.phone_in(text)
        if session.place:
            found.tell(f"{path}.place", session.place, Certainty.GUESS)


# --- whom ------------------------------------------------------------------------------


def _tell_people(
    found: Found, session: SessionFound, path: str, event: Component, text: str
) -> None:
    """Attendees of the company, and who the words name; else whoever invites."""
    met, host = met_in(event)
    not_these = names_invited(event, met) | {found.company.casefold()}
    not_these |= _greeted(text)
    named = [
        n
        for n in people.people_in(text, not_these=not_these)
        if not _is_company(n.person.name, found.company)
    ]
    sources = {id(n.person): n.source for n in named}
    session.people = [person for person in met if person.name]
    host = host or _host_in(text)
    for other in named:
        _add(session.people, other.person, host)
    if not session.people and host:
        session.people = [host]
    for number, person in enumerate(session.people):
        source = sources.get(id(person)) or plain_name(event, person)
        found.tell(f"{path}.people.{number}.name", source, Certainty.GUESS)


_HOSTS = re.compile(
    rf"^(?P<name>{NAME})(?: is inviting you to| hat Sie zu eine[mr]? | lädt Sie "
    r"| vous invite | (?:le|te) (?:está invitando|invita) )",
    re.MULTILINE,
)


def _host_in(text: str) -> PersonFound | None:
    """ "Tomas Reyes is inviting you to a scheduled Zoom meeting"."""
    match = _HOSTS.search(text)
    return PersonFound(match["name"]) if match and is_name(match["name"]) else None


_GREETING = re.compile(
    r"^(?:hi|hello|hey|hej|dear|hallo|liebe[r]?|guten tag|bonjour|cher|chère|hola|ciao|hoi|beste)"
    r"[ ,]+(?P<name>[^\W\d_]{2,20})\b",
    re.IGNORECASE | re.MULTILINE,
)


def _greeted(text: str) -> frozenset[str]:
    """The names that begin with the one greeted: the owner's."""
    found = _GREETING.search(text)
    if found is None:
        return frozenset()
    first = found["name"].casefold()
    whole = re.findall(rf"\b{re.escape(first)} [^\W\d_]+", text.casefold())
    return frozenset({first, *whole})


def _add(met: list[PersonFound], named: PersonFound, host: PersonFound | None) -> None:
    """A person of the words: new, or what the words add to one already known."""
    mine = same_person(met, named.name)
    if mine is None and host and same_person([host], named.name):
        mine = host
        met.append(host)
    if mine is None:
        met.append(named)
        return
    if named.title and not mine.title:
        mine.title, mine.kind = named.title, named.kind
    mine.email = mine.email or named.email


def same_person(met: list[PersonFound], name: str) -> PersonFound | None:
    """The one of that name; a part of a name is enough where it fits one alone."""
    parts = set(name.casefold().split())
    fits = [p for p in met if parts and parts <= set(p.name.casefold().split())]
    longer = [p for p in met if set(p.name.casefold().split()) <= parts and p.name]
    found = fits or longer
    return found[0] if len(found) == 1 else None


def _is_company(name: str, company: str) -> bool:
    """Whether a name is but a part of the company's: Fenwick of Fenwick & Shaw."""
    parts = set(re.findall(r"\w+", name.casefold()))
    return bool(parts) and parts <= set(re.findall(r"\w+", company.casefold()))
