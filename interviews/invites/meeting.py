"""Where the sessions of a message take place, how, and with whom."""

from __future__ import annotations

import re

from guidance.situation import Setting
from interviews.invites import people, places, words
from interviews.invites.found import Certainty, Found, SessionFound
from interviews.invites.greeting import greeted
from interviews.invites.letter import Letter


def tell_shared(found: Found, letter: Letter, *, agenda: bool) -> None:
    """Link, place, setting, formats and people; for a day of several where they lack."""
    text = letter.whole
    link = places.link_in(text)
    place = places.place_in(masked_urls(text))
    if agenda:
        _tell_own_links(found, text)
    for index, session in enumerate(found.sessions):
        path = f"sessions.{index}"
        if link and not session.link and not (agenda and place):
            session.link = link.link
            found.tell(
                f"{path}.link",
                link.source,
                Certainty.SURE if link.sure else Certainty.GUESS,
            )
        if place and not session.link:
            session.place = place
            found.tell(f"{path}.place", place, Certainty.GUESS)
        _tell_setting(found, session, path, text)
    if not agenda:
        _tell_people_and_formats(found, letter)


def _tell_own_links(found: Found, text: str) -> None:
    """Where a day has several links: each part's in their order, else the last before it."""
    links = places.links_in(text)
    if len(links) < 2:
        return
    in_order, at = len(links) == len(found.sessions), 0
    for index, session in enumerate(found.sessions):
        path = f"sessions.{index}"
        at = max(at, text.find(found.sources.get(f"{path}.starts_at", ""), at))
        before = [link for start, link in links if start < at]
        own = links[index][1] if in_order else (before or [links[0][1]])[-1]
        if not session.link:
            session.link = own.link
            found.tell(f"{path}.link", own.source, Certainty.GUESS)


def masked_urls(text: str) -> str:
    return re.sub(r"https?://\S+", lambda match: " " * len(match[0]), text)


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


def _tell_people_and_formats(found: Found, letter: Letter) -> None:
    session = found.sessions[0]
    session.formats = words.tell_formats(found, "sessions.0", letter.whole)
    names = people.people_in(letter.whole, not_these=_not_met(found, letter))
    session.people = [named.person for named in names]
    for number, named in enumerate(names):
        found.tell(f"sessions.0.people.{number}.name", named.source, Certainty.GUESS)


def _not_met(found: Found, letter: Letter) -> frozenset[str]:
    """Names that are not people to meet: the company, and the candidate greeted."""
    names = {found.company.casefold()} | greeted(letter.body)
    return frozenset(filter(None, names))
