"""An invitation to one session: which of the times named is meant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from interviews.invites import settle
from interviews.invites.choosing import AVAILABLE, CHOOSE
from interviews.invites.found import Certainty, Found, Kind, SessionFound
from interviews.invites.lengths import LengthHit
from interviews.invites.settle import Said
from interviews.invites.slot import Slot, Times
from interviews.invites.zones import YOURS, offset_of, utc

_FLAGS = re.IGNORECASE
_OR = re.compile(
    r"\b(?:or|oder|ou|o|alternatively|otherwise|alternativ|sinon|also|how about)\b|/",
    _FLAGS,
)
_ITEM = re.compile(
    r"(?:^|\n)[ \t]*(?:[-*•–·▪◦☐]|\(?\d{1,2}[.)]|\(?[a-c][.)]|option \w+)[^\n]{0,60}$",
    _FLAGS,
)
# Two times with nothing said between them.
_SIDE_BY_SIDE = re.compile(
    r"\s*(?:(?:[,;&/+]|\band\b|\bund\b|\bet\b|\by\b)\s*){1,2}(?:at )?"
)
_NEAR = 200
_WINDOW = timedelta(minutes=150)
# "between 2 and 4" is longer than most talks.
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre(?: las?)?)\s*$", _FLAGS)
# Whoever walks in comes when they like.
_WALK_IN = re.compile(r"\bwalk[- ]?in\b", _FLAGS)
_A_WHILE = timedelta(minutes=75)


def read_single(found: Found, slots: list[Slot], times: Times, said: Said) -> None:
    """One session at the likeliest of the slots; asked where another is as likely."""
    slots = _distinct(slots)
    if not slots:
        found.sessions = [SessionFound()]
        found.ask("sessions.0.starts_at", "No date was found. When does it start?")
        return
    best = _in_owners_zone(slots, said.owner)
    if best.clock and best.local_end is None and times.lengths:
        best = replace(best, length=times.lengths[0])
    found.sessions = [settle.session_of(found, 0, best, said)]
    moved = found.kind is Kind.RESCHEDULE
    others = [s for s in slots if _rivals(best, s, said.text, moved=moved)]
    others += [slot for slot in slots if _is_between(slot, best, others)]
    if others and best.local_start:
        _ask_which(found, [best, *others])
    elif _is_window(best, said.text, times.lengths):
        _ask_when_within(found, best)


def _is_window(slot: Slot, text: str, lengths: tuple[LengthHit, ...]) -> bool:
    """Whether a long span is when somebody may be free, not how long it takes."""
    if not (slot.local_start and slot.local_end and slot.clock):
        return False
    span = slot.local_end - slot.local_start
    if _BETWEEN.search(text, max(0, slot.clock_start - 20), slot.clock_start):
        shorter = any(length.length * 2 <= span for length in lengths)
        return (shorter or span > _A_WHILE) and not _WALK_IN.search(text)
    if span < _WINDOW:
        return False
    around = text[max(0, slot.start - _NEAR) : slot.clock_end + 80]
    return bool(AVAILABLE.search(around))


def _ask_when_within(found: Found, slot: Slot) -> None:
    if slot.local_start is None:
        return
    found.sessions[0].ends_at = found.sessions[0].local_end = None
    found.tell("sessions.0.starts_at", _source(found), Certainty.ASK)
    found.ask(
        "sessions.0.starts_at",
        "A span of time is offered. When in it does it start?",
        settle.start_choice(slot.local_start),
    )


def _source(found: Found) -> str:
    return found.sources.get("sessions.0.starts_at", "")


def _is_between(slot: Slot, best: Slot, others: list[Slot]) -> bool:
    """Whether it stands between two that are offered: 9:00, 10:15 or 13:30."""
    if slot is best or slot in others or not slot.local_start or not others:
        return False
    places = [one.clock_start for one in (best, *others)]
    inside = min(places) < slot.clock_start < max(places)
    return inside and slot.score >= best.score - 6


def _ask_which(found: Found, slots: list[Slot]) -> None:
    starts = sorted({slot.local_start for slot in slots if slot.local_start})
    found.sessions[0].ends_at = None if len(starts) > 1 else found.sessions[0].ends_at
    found.ask(
        "sessions.0.starts_at",
        "Several times are offered. Which one is it?",
        *map(settle.start_choice, starts),
    )


def _in_owners_zone(slots: list[Slot], owner: str | None) -> Slot:
    """The best slot, in the owner's clocks where the text gives it in these too."""
    best = slots[0]
    if owner is None or best.zone is None:
        return best
    for slot in slots:
        if _in_your_time(slot, best, owner):
            return _settled(_as_long_as(best, slot), owner)
        for zone in _shared(slot, best):
            if _same_clock(slot, zone, owner):
                return _settled(_as_long_as(best, slot), zone)
    return best


def _as_long_as(best: Slot, slot: Slot) -> Slot:
    """The same time in other clocks, with the end that only the best one tells."""
    if slot.local_end or not (slot.local_start and best.local_start and best.local_end):
        return slot
    return replace(slot, until=slot.local_start + (best.local_end - best.local_start))


def _settled(slot: Slot, zone: str) -> Slot:
    return replace(slot, zone=replace(slot.zone, zones=(zone,))) if slot.zone else slot


def _in_your_time(slot: Slot, best: Slot, owner: str) -> bool:
    """Whether a slot is the best one once more, as the owner's clocks show it."""
    yours = slot.zone is not None and slot.zone.word == YOURS
    if not (yours and best.zone and slot.local_start and best.local_start):
        return False
    moments = {utc(best.local_start, zone) for zone in best.zone.zones}
    return utc(slot.local_start, owner) in moments


def _same_clock(slot: Slot, zone: str, owner: str) -> bool:
    start = slot.local_start
    return start is not None and offset_of(zone, start) == offset_of(owner, start)


def _distinct(slots: list[Slot]) -> list[Slot]:
    """Each wall time once: the one that says most of it."""
    kept: list[Slot] = []
    for slot in slots:
        same = next((k for k in kept if k.local_start == slot.local_start), None)
        if same is None:
            kept.append(slot)
            continue
        better = _fuller(same, slot)
        kept[kept.index(same)] = better
    return kept


def _fuller(a: Slot, b: Slot) -> Slot:
    """Of two mentions of one time, the surer; zone and end from either."""
    one, other = (b, a) if _richness(b) > _richness(a) else (a, b)
    score = max(a.score, b.score)
    if one.zone is None and other.zone is not None:
        one = replace(one, zone=other.zone)
    return replace(one, score=score)


def _richness(slot: Slot) -> int:
    return 2 * (slot.sure is not Certainty.ASK) + bool(slot.local_end) + bool(slot.zone)


def _rivals(best: Slot, slot: Slot, text: str, *, moved: bool) -> bool:
    """Whether another time may just as well be the one.

    Of two on one day the better is taken, unless it was `moved` from one to the other.
    """
    if slot is best or slot.local_start is None or best.local_start is None:
        return False
    if slot.local_start == best.local_start or _same(best, slot):
        return False
    if _to_choose(best, slot, text):
        return slot.score >= best.score - 4
    same_day = slot.local_start.date() == best.local_start.date()
    return slot.score >= best.score - 1 and (moved or not same_day)


def _to_choose(a: Slot, b: Slot, text: str) -> bool:
    """Whether two times are offered to choose from."""
    first, last = sorted((a, b), key=lambda slot: slot.clock_start)
    between = text[first.clock_end : last.clock_start][:120]
    if _OR.search(between) or _SIDE_BY_SIDE.fullmatch(between):
        return True
    if all(_ITEM.search(text[: slot.clock_start][-_NEAR:]) for slot in (first, last)):
        return True
    around = (
        text[max(0, first.start - _NEAR) : first.clock_start],
        text[last.end : last.end + _NEAR],
    )
    return any(map(CHOOSE.search, around))


def _same(a: Slot, b: Slot) -> bool:
    """One moment in two zones: 2pm ET / 11am PT."""
    return bool(_shared(a, b))


def _shared(a: Slot, b: Slot) -> list[str]:
    """The zones that a may be in for it to be the moment that b is."""
    if not (a.zone and b.zone and a.local_start and b.local_start):
        return []
    moments = {utc(b.local_start, zone) for zone in b.zone.zones}
    if a is b:
        return []
    return [zone for zone in a.zone.zones if utc(a.local_start, zone) in moments]
