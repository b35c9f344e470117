"""How to get to a round: the call to join, the number to ring, the place on a map."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from interviews.day import over_at
from interviews.models import Round, Session, Setting

# Nothing but a number as people write it; anything more says who rings whom.
_NUMBER = re.compile(r"\+?[\d(][\d\s()./-]{5,24}")


@dataclass(frozen=True)
class Way:
    """A button that gets the owner there: its words, its icon, where it leads."""

    words: str
    icon: str
    url: str


def way_to(round_: Round, now: datetime) -> Way | None:
    """To the session that is on or comes next; None where nothing can be pressed."""
    sessions = round_.all_sessions
    ends = [over_at(session, sessions) for session in sessions]
    ahead = [s for s, end in zip(sessions, ends, strict=True) if not end or now < end]
    return _way(ahead[0]) if ahead else None


def _way(session: Session) -> Way | None:
    if session.link:
        return Way("Join the call", "video", session.link)
    if session.setting == Setting.PHONE and (number := number_of(session)):
        return Way("Call them", "phone", f"tel:{number}")
    return None


def number_of(session: Session) -> str:
    """The telephone number that stands as its place, as a device dials it; or empty."""
    place = session.place.strip()
    return re.sub(r"[^\d+]", "", place) if _NUMBER.fullmatch(place) else ""


def map_url(session: Session) -> str:
    """Where the place is on a map of the world; empty where it is no place to go to."""
    if session.setting in (Setting.VIDEO, Setting.PHONE) or number_of(session):
        return ""
    query = urlencode({"query": session.place})
    return f"https://www.openstreetmap.org/search?{query}" if session.place else ""
