"""An event of a calendar file as a session of the round."""

from __future__ import annotations

import re

from interviews.invites import people, places, words
from interviews.invites.attendees import address_of, met_in, name_of
from interviews.invites.content_lines import Component
from interviews.invites.context import Context
from interviews.invites.event_times import When, tell_when
from interviews.invites.found import (
    Certainty,
    Found,
    SessionFound,
)
from interviews.invites.letter import Letter, Sender, plain
from interviews.invites.markup import looks_like_html, text_of

_LINKS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
          "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-ZOOM-MEETING-URL", "URL")  # fmt: skip


def letter_of(event: Component) -> Letter:
    """Summary and description as the message they are."""
    description = event.text("DESCRIPTION") or event.text("X-ALT-DESC")
    if looks_like_html(description):
        description = text_of(description)
    organiser = event.first("ORGANIZER")
    sender = (
        Sender(name_of(organiser), address_of(organiser)) if organiser else Sender()
    )
    return Letter(plain(description), plain(event.text("SUMMARY")), sender)


def add_session(
    found: Found,
    timed: tuple[Component, When | None],
    calendar: Component,
    context: Context,
) -> None:
    event, when = timed
    index = len(found.sessions)
    path = f"sessions.{index}"
    session = SessionFound()
    found.sessions.append(session)
    tell_when(found, session, path, event, when, calendar, context)
    _tell_where(found, session, path, event)
    text = letter_of(event).whole
    formats = words.formats_in(text)
    session.formats = [format_ for format_, _ in formats]
    if formats:
        found.tell(
            f"{path}.formats",
            ", ".join(source for _, source in formats),
            Certainty.GUESS,
        )
    _tell_people(found, session, path, event, text)


def _tell_where(
    found: Found, session: SessionFound, path: str, event: Component
) -> None:
    location = event.text("LOCATION")
    own = " ".join(event.text(name) for name in _LINKS)
    for source in (location, own, plain(letter_of(event).body)):
        if link := places.link_in(source):
            session.link = link.link
            found.tell(
                f"{path}.link",
                link.source,
                Certainty.SURE if link.sure else Certainty.GUESS,
            )
            break
    place = re.sub(r"https?://\S+", "", location).strip(" ;,\n|-")
    if place and not places.is_virtual(place):
        session.place = " ".join(place.split())[:500]
        found.tell(f"{path}.place", session.place)
    text = f"{location}\n{letter_of(event).whole}"
    read = words.setting_in(text, link=session.link, place=session.place)
    if read:
        session.setting = read[0]
        found.tell(f"{path}.setting", read[1], Certainty.GUESS)


def _tell_people(
    found: Found, session: SessionFound, path: str, event: Component, text: str
) -> None:
    """Attendees of the company; titles and further names as the text gives them."""
    met = met_in(event)
    invited = frozenset(
        p.params.get("CN", "").casefold() for p in event.all("ATTENDEE")
    )
    named = people.people_in(text, not_these=invited | {found.company.casefold()})
    titled = {n.person.name.casefold(): n.person for n in people.people_in(text)}
    for person in met:
        known = titled.get(person.name.casefold())
        if known and known.title:
            person.title, person.kind = known.title, known.kind
    session.people = [p for p in met if p.name]
    have = {p.name.casefold() for p in session.people}
    session.people += [n.person for n in named if n.person.name.casefold() not in have]
    for number, person in enumerate(session.people):
        found.tell(f"{path}.people.{number}.name", person.name, Certainty.GUESS)
