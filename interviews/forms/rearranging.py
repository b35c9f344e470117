"""What the buttons of the form do besides saving: rows and sessions more or less.

Pure: from what was sent to what the page is to show again. Nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.http import QueryDict

from interviews.forms.day import COUNT, MOST, PREFIX
from interviews.models import Setting
from interviews.models.session import ASSUMED_LENGTH

ADD_PERSON, ADD_SESSION = "add-person", "add-session"
TAKE_OUT, PUT_BACK = "take-session-out", "put-session-back"
BUTTONS = (ADD_PERSON, ADD_SESSION, TAKE_OUT, PUT_BACK)

_MOST_PEOPLE = 30
# The fields of a session; those of its people begin with "people-".
_FIELDS = {"row", "starts", "ends", "length", "time_zone", "setting", "formats"}
_FIELDS |= {"place", "link", "known"}


def rearranged(sent: QueryDict) -> QueryDict:
    """What was sent, changed as the button that was pressed asks for."""
    data = sent.copy()
    data[COUNT] = str(len(_marks(data)))
    if ADD_PERSON in sent:
        _add_person(data, _mark(sent.get(ADD_PERSON, "")))
    elif ADD_SESSION in sent:
        _add_session(data)
    elif TAKE_OUT in sent:
        _take_out(data, _mark(sent.get(TAKE_OUT, "")))
    elif mark := _mark(sent.get(PUT_BACK, "")):
        data[f"{mark}DELETE"] = ""
    return data


def _mark(prefix: str) -> str:
    """What the names of the fields of a session begin with; nothing: the first."""
    place = prefix.removeprefix(f"{PREFIX}-")
    return f"{PREFIX}-{place}-" if place != prefix and place.isdecimal() else ""


def _number(data: QueryDict, name: str, *, most: int) -> int:
    text = data.get(name, "")
    return min(int(text), most) if text.isdecimal() and len(text) < 10 else 0


def _marks(data: QueryDict) -> list[str]:
    """The further sessions."""
    count = _number(data, COUNT, most=MOST - 1)
    return [f"{PREFIX}-{place}-" for place in range(count)]


def _standing(data: QueryDict) -> list[str]:
    """The further sessions that were not taken out."""
    return [mark for mark in _marks(data) if not data.get(f"{mark}DELETE")]


def _add_person(data: QueryDict, mark: str) -> None:
    name = f"{mark}people-TOTAL_FORMS"
    count = _number(data, name, most=_MOST_PEOPLE)
    data[name] = str(min(count + 1, _MOST_PEOPLE))


def _add_session(data: QueryDict) -> None:
    """A session that begins where the last one ends, at the same place."""
    count = len(_marks(data))
    if count >= MOST - 1:
        return
    mark = f"{PREFIX}-{count}-"
    data[COUNT] = str(count + 1)
    data[f"{mark}starts"] = _next_start(data)
    data[f"{mark}people-TOTAL_FORMS"] = "1"
    if data.get("setting") == Setting.ON_SITE:
        data[f"{mark}setting"] = Setting.ON_SITE.value
        data[f"{mark}place"] = data.get("place", "")


def _next_start(data: QueryDict) -> str:
    """When the last session is over, as the field shows it; empty while unknown."""
    ends = [end for mark in ["", *_standing(data)] if (end := _end(data, mark))]
    return f"{max(ends):%Y-%m-%dT%H:%M}" if ends else ""


def _end(data: QueryDict, mark: str) -> datetime | None:
    """When a session is over on the clock it was typed by; an hour if unknown."""
    try:
        starts = datetime.fromisoformat(data.get(f"{mark}starts", ""))
        starts = starts.replace(tzinfo=None)
        if ends := data.get(f"{mark}ends", ""):
            return max(starts, datetime.combine(starts, time.fromisoformat(ends)))
        minutes = _number(data, f"{mark}length", most=7 * 24 * 60)
        return starts + (timedelta(minutes=minutes) or ASSUMED_LENGTH)
    except (ValueError, OverflowError, TypeError):
        return None


def _take_out(data: QueryDict, mark: str) -> None:
    """Mark a session as taken out; its fields are kept, so that it can be put back.

    The first one changes places with the next that stays: there is always a first.
    """
    standing = _standing(data)
    if not mark and standing:
        mark = standing[0]
        _swap_with_first(data, mark)
    if mark:
        data[f"{mark}DELETE"] = "on"


def _swap_with_first(data: QueryDict, mark: str) -> None:
    zone = data.get("time_zone", "")
    for other in _marks(data):
        # They meant the zone of the session that was the first so far.
        if not data.get(f"{other}time_zone"):
            data[f"{other}time_zone"] = zone
    data.pop("no_date", None)
    for name in {*_names(data, ""), *_names(data, mark)}:
        first, next_ = data.getlist(name), data.getlist(f"{mark}{name}")
        data.setlist(name, next_)
        data.setlist(f"{mark}{name}", first)


def _names(data: QueryDict, mark: str) -> Iterator[str]:
    """The names of a session's fields, without its mark."""
    for name in data:
        bare = name.removeprefix(mark)
        if name.startswith(mark) and (bare in _FIELDS or bare.startswith("people-")):
            yield bare
