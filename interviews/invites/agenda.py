"""An invitation to several sessions: the times of a day, each with what happens then."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from interviews.invites import people, places, settle, words
from interviews.invites.choosing import CHOOSE
from interviews.invites.found import Certainty, Found, SessionFound
from interviews.invites.lengths import LengthHit
from interviews.invites.sequences import CHOICE, Part, in_sentences, in_sequence
from interviews.invites.settle import Said
from interviews.invites.slot import Slot

_FLAGS = re.IGNORECASE
_MOST_DAYS = 3
# What may stand in front of a time at the begin of its line, beside its day.
_LEAD = re.compile(
    r"[\s|>*•▪◦·–—\-(\[:,]*(?:(?:(?:\d{1,2}|[a-h])[.)]|(?:session|part|round|interview|slot|block|step|stop) ?(?:#|no\.? ?)?\d{0,2}"
    r"|from|at|um|von|de|à|ab|time|when|uhrzeit|heure|hora|zeit|on|am|le|el|the|date|day|datum)[\s|>*•–—\-(\[:.,)]*){0,3}",
    _FLAGS,
)
# Lines that say a time and nothing of what happens then.
_NOTHING = re.compile(
    r"[\s|()\[\]:.,;*–—-]*(?:(?:(?-i:[A-Z]{2,5})|uhr|h|hrs|[a-z ]{0,12}time|local|(?:gmt|utc)[+-]?\d*|\d+ ?min\w*|or|oder|ou|o)[\s|().,;*–—-]*){0,3}",
    _FLAGS,
)
_SAYS = re.compile(r"[^\W\d_]{3}")
# A line of a list.
_ITEM = re.compile(
    r"^[ \t]*(?:[-*•–·▪◦]|\(?\d{1,2}[.)]|\(?[a-h][.)]|#\d|(?:round|interview|session|part|call|conversation|stage) \d\b)[^\n]{8,240}$",
    _FLAGS | re.MULTILINE,
)
_NO_SESSION = re.compile(
    r"^\W*(?:\(?(?:short |coffee |lunch |comfort |bio )?break|pause|pausa|departure|(?:you(?:['’]re| are) )?free to (?:go|leave)|goodbyes?\b|home\b|verabschiedung|end\b|ende\b|finish\w*\b|close of|schluss\b|fin\b|travel|doors? |[^\n]{0,24}\bopens?\b"
    r"|depart|buffer|free time|setup|set[- ]up"
    # "10:15 coffee": nobody is met there; "coffee with the team" is a part.
    r"|(?:(?:morning |afternoon )?(?:coffee|tea)|refreshments|kaffee|kaffeepause|café|pause[- ]café)(?: (?:&|and|und|et) \w+)?\W*(?:\n|$))", _FLAGS,
)  # fmt: skip
# When to be there: a part of the day only where it takes a while by itself.
_ARRIVAL = re.compile(
    r"^\W*(?:arriv\w+\b(?! and (?:welcome|intro|tour|brief))|check[- ]?in\b|sign[- ]?in|registration|anmeldung|ankunft|arrivée|accueil|llegada|recepción)",
    _FLAGS,
)


def agenda_in(text: str, slots: list[Slot]) -> list[Part]:
    """The parts of a day, in order; none where the times are one, or a choice."""
    timed = sorted((s for s in slots if s.clock), key=attrgetter("clock_start"))
    timed = [slot for slot in timed if slot.local_start]
    if timed and CHOOSE.search(text, max(0, timed[0].start - 120), timed[0].start):
        return []
    for read in (_in_lines, _in_items, in_sequence, in_sentences):
        parts = read(text, timed)
        if len(parts) > 1 and _follow(parts):
            kept = [part for part in parts if _is_session(part)]
            return kept if len(kept) > 1 else []
    return []


def _is_session(part: Part) -> bool:
    if _NO_SESSION.match(part.words):
        return False
    takes_a_while = part.slot.clock is not None and part.slot.clock.ends is not None
    return takes_a_while or not _ARRIVAL.match(part.words)


def _follow(parts: list[Part]) -> bool:
    """Whether each begins after the one before, within few days."""
    starts = [part.slot.local_start for part in parts if part.slot.local_start]
    ends = [part.slot.local_end or part.slot.local_start for part in parts]
    in_order = all(a < b for a, b in pairwise(starts))
    apart = all(e <= s for e, s in zip(ends, starts[1:], strict=False) if e)
    days = {start.date() for start in starts}
    return in_order and apart and len(days) <= _MOST_DAYS


# --- a time to a line ------------------------------------------------------------------


def _in_lines(text: str, slots: list[Slot]) -> list[Part]:
    """Lines that begin with a time, or end with one, and say what happens."""
    first = [slot for slot in slots if _begins_line(text, slot)]
    if len(first) > 1:
        parts = (_before if _stand_below(text, first) else _after)(text, first)
    else:
        last = [slot for slot in slots if _ends_line(text, slot)]
        last = [slot for slot in last if not _begins_line(text, slot)]
        parts = _before(text, last) if len(last) > 1 else []
    says = [bool(_SAYS.search(_NOTHING.sub("", part.words, count=1))) for part in parts]
    choice = any(CHOICE.search(part.words[:40]) for part in parts)
    return parts if parts and all(says) and not choice else []


def _in_items(text: str, slots: list[Slot]) -> list[Part]:
    """Lines of a list, each with one time somewhere in it: "1) Technical - Mon 9:00"."""
    items = [(m.start(), m.end()) for m in _ITEM.finditer(text)]
    parts = []
    for begin, end in items:
        within = [slot for slot in slots if begin <= slot.clock_start < end]
        if len(within) == 1:
            clock = within[0].clock_start, within[0].clock_end
            parts.append(Part(within[0], text[begin : clock[0]] + text[clock[1] : end]))
    if len(parts) < 2 or len(parts) < len(slots) or CHOOSE.search(text):
        return []
    choice = any(CHOICE.search(part.words) for part in parts)
    return [] if choice or not all(_says(text, part) for part in parts) else parts


def _says(text: str, part: Part) -> bool:
    """Whether a line says more than its day and time."""
    day = part.slot.day
    words = part.words.replace(text[day.start : day.end], "") if day else part.words
    return len(re.findall(r"[^\W\d_]{3,}", words)) > 1


def _stand_below(text: str, slots: list[Slot]) -> bool:
    """Whether times stand alone, each below the words that say what happens then."""
    return all(
        _NOTHING.fullmatch(_line(text, slot)[1]) and _is_last_of_block(text, slot)
        for slot in slots
    )


def _is_last_of_block(text: str, slot: Slot) -> bool:
    above = text[: _line_begin(text, slot)].rstrip(" ").removesuffix("\n")
    below = text[slot.clock_end :].partition("\n")[2]
    return (
        bool(above.rpartition("\n")[2].strip()) and not below.partition("\n")[0].strip()
    )


def _line(text: str, slot: Slot) -> tuple[str, str]:
    """What stands before and behind a time in its line, its day left out."""
    begin = text.rfind("\n", 0, slot.clock_start) + 1
    end = text.find("\n", slot.clock_end)
    end = end if end >= 0 else len(text)
    day = slot.day
    before, behind = text[begin : slot.clock_start], text[slot.clock_end : end]
    if day and begin <= day.start < slot.clock_start:
        before = text[begin : day.start] + text[day.end : slot.clock_start]
    if day and slot.clock_end <= day.start < end:
        behind = text[slot.clock_end : day.start] + text[day.end : end]
    return before, behind


def _begins_line(text: str, slot: Slot) -> bool:
    return bool(_LEAD.fullmatch(_line(text, slot)[0]))


def _ends_line(text: str, slot: Slot) -> bool:
    before, behind = _line(text, slot)
    return (
        bool(_NOTHING.fullmatch(behind))
        and len(before) <= 100
        and "." not in before[:-2]
    )


def _after(text: str, slots: list[Slot]) -> list[Part]:
    """Each time with the words up to the next one."""
    parts = []
    for index, slot in enumerate(slots):
        is_last = index + 1 == len(slots)
        limit = len(text) if is_last else _line_begin(text, slots[index + 1])
        parts.append(Part(slot, _paragraph(text[slot.clock_end : limit])))
    return parts


def _line_begin(text: str, slot: Slot) -> int:
    return text.rfind("\n", 0, slot.clock_start) + 1


def _paragraph(words: str) -> str:
    """The words up to a blank line; where the time stands alone, of what follows it."""
    first, _, rest = words.partition("\n")
    if _NOTHING.fullmatch(first) and rest.strip():
        words = rest.lstrip("\n")
    return re.split(r"\n[ \t]*\n", words, maxsplit=1)[0]


def _before(text: str, slots: list[Slot]) -> list[Part]:
    """Each time with the words in front of it, from the last one on."""
    parts, at = [], 0
    for slot in slots:
        words = text[at : slot.clock_start]
        at = slot.clock_end
        begin = _line_begin(text, slot) - (slot.clock_start - len(words))
        own = words[max(0, begin) :]
        block = re.split(r"\n[ \t]*\n", words)[-1]
        parts.append(Part(slot, own if re.search(r"[^\W\d_]{3}", own) else block))
    return parts


# --- what a part says -----------------------------------------------------------------


def read_agenda(
    found: Found, parts: list[Part], said: Said, lengths: tuple[LengthHit, ...]
) -> None:
    limits = [*(_line_begin(said.text, part.slot) for part in parts[1:]), None]
    for index, (part, limit) in enumerate(zip(parts, limits, strict=True)):
        slot = _with_length(part, said.text, lengths)
        session = settle.session_of(found, index, slot, said)
        _fill_part(found, session, part.words, index, said.text)
        lines = _own_lines(said.text, slot)
        block = _own_block(said.text, slot, limit)
        _tell_own_link(found, session, (lines, block), index)
        found.sessions.append(session)


def _with_length(part: Part, text: str, lengths: tuple[LengthHit, ...]) -> Slot:
    """The time of a part, with the length told in its words where it has no end."""
    if part.slot.local_end is not None or not part.words:
        return part.slot
    begin = text.find(part.words, max(0, part.slot.clock_start - len(part.words)))
    own = [x for x in lengths if begin <= x.start < begin + len(part.words)]
    return replace(part.slot, length=own[0]) if begin >= 0 and own else part.slot


def _fill_part(
    found: Found, session: SessionFound, part: str, index: int, letter: str
) -> None:
    path = f"sessions.{index}"
    session.formats = words.tell_formats(found, path, part)
    names = people.people_of_part(
        part, letter, not_these=frozenset({found.company.casefold()})
    )
    session.people = [named.person for named in names]
    for number, named in enumerate(names):
        found.tell(f"{path}.people.{number}.name", named.source, Certainty.GUESS)


def _own_lines(text: str, slot: Slot) -> str:
    """The line of a time, with the one below it where that is a link alone."""
    begin = _line_begin(text, slot)
    line, _, rest = text[begin:].partition("\n")
    below = rest.partition("\n")[0].strip()
    alone = below.startswith("http") and " " not in below
    return f"{line}\n{below}" if alone else line


def _own_block(text: str, slot: Slot, limit: int | None) -> str:
    """The lines of a time up to a blank one, or to those of the next time."""
    block = text[_line_begin(text, slot) : limit]
    return re.split(r"\n[ \t]*\n", block, maxsplit=1)[0]


def _tell_own_link(
    found: Found, session: SessionFound, places_to_look: tuple[str, ...], at: int
) -> None:
    links = map(places.link_in, places_to_look)
    if link := next(filter(None, links), None):
        session.link = link.link
        found.tell(f"sessions.{at}.link", link.source)
