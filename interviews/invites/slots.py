"""Days, clock times and zones put together into the times a text offers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from interviews.invites.clocks import BLANKED, ClockHit, clock_hits, is_moved_from
from interviews.invites.dates import DayReader
from interviews.invites.day import DayHit
from interviews.invites.found import Certainty
from interviews.invites.lengths import length_hits, short_lengths
from interviews.invites.likelihood import is_old, score_of
from interviews.invites.slot import Slot, Times
from interviews.invites.weeks import calendar_weeks
from interviews.invites.zone_beside import zone_of
from interviews.invites.zones import ZoneHit, zone_hits

_FLAGS = re.IGNORECASE

_ENDS = re.compile(
    r"(?:^|\n)[ \t*•>-]*(?:(?:interview|meeting|event|call)[ _])?(?:end(?:s|ing)?|finish|until|ende|fin|hasta|bis)(?: ?(?:time|date|s|zeit))?"
    r"\s*(?:[:\uff1a–-]|\bat\b)\s*\W{0,3}$"
    # The label alone on the line above, as pages show it.
    r"|\n[ \t]*(?:end(?:ing)?(?: ?time)?|finish(?: time)?|ende|endzeit|heure de fin|hora de fin)[ \t]*\n[ \t]*$", _FLAGS,
)  # fmt: skip
_TO = re.compile(
    r"\s*(?:\([^()\n]{1,30}\)|[A-Z]{1,4})?\s*(?:-|–|—|to|till|until|bis|à|au|hasta|a)\s*",
    _FLAGS,
)
_OR = re.compile(
    r"\s*(?:,|/|&|\bor\b|\band\b|\boder\b|\bund\b|\bou\b|\bet\b|\bo\b|\by\b|\bel\b|\ble\b|\bon\b|\beither\b)+\s*(?:on |am |el |le )?",
    _FLAGS,
)
# A day that belongs to the time in front of it, and to the time behind it.
_BEHIND = re.compile(
    r"[ ,(]{0,3}(?:\(?(?-i:[A-Z]{2,5})\)?|\w+ time)?[ ,)·|–-]{0,4}(?:on |am |le |el |this |next )?(?:the )?",
    _FLAGS,
)
_IN_FRONT = re.compile(
    r"\W{0,4}(?:(?:at|from|between|um|ab|von|à|de|a las?|@|the|time|starting|beginning|around)\W{1,3}){0,2}",
    _FLAGS,
)
_FAR_AWAY = 1500
_LIKELY = 6
_LONGEST_DAY = timedelta(hours=14)
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-ZÄÖÜÉ¡¿])|\n\s*\n")


def times_in(text: str, reader: DayReader, *, full_day: bool) -> Times:
    """The times offered in a masked text, the best first."""
    days = reader.hits(text)
    zones = zone_hits(text)
    # What is left may be clock times: not days, and not the end of 14:00:00+01:00.
    offsets = [zone for zone in zones if text[zone.start] in "+-"]
    spans = [(day.start, day.end) for day in days]
    spans += [(zone.start, zone.end) for zone in offsets] + calendar_weeks(text)
    blanked = _blank(text, spans)
    short = [(length.start, length.end) for length in short_lengths(blanked)]
    clocks = clock_hits(_blank(blanked, short), full_day=full_day)
    slots = [_slot(text, clock, days, zones) for clock in clocks]
    slots = [*_with_ends(text, slots), *_of_more_days(text, slots, days)]
    taken = {slot.day for slot in slots}
    slots += [
        Slot(d.start, d.end, d, None) for d in days if d not in taken and _alone(d)
    ]
    scored = [replace(s, score=score_of(text, s, reader.received)) for s in slots]
    scored = _without_past(scored, reader.received)
    ordered = sorted(scored, key=lambda slot: (-slot.score, slot.start))
    return Times(tuple(ordered), tuple(zones), tuple(length_hits(blanked)))


def _without_past(slots: list[Slot], received: date) -> list[Slot]:
    """Without the days that are over, where a time to come is named as well."""
    ahead = [s for s in slots if s.clock and s.dates and max(s.dates) >= received]
    if not any(slot.score >= _LIKELY for slot in ahead):
        return slots
    return [s for s in slots if not s.dates or max(s.dates) >= received]


def _with_ends(text: str, slots: list[Slot]) -> list[Slot]:
    """The slots, with the end of one taken from the next where that is said to be it."""
    kept: list[Slot] = []
    for slot in slots:
        last = kept[-1] if kept else None
        if last and _is_end_of(text, last, slot):
            end = slot.local_start
            zone = last.zone or slot.zone
            kept[-1] = replace(last, end=max(last.end, slot.end), until=end, zone=zone)
        else:
            kept.append(slot)
    return kept


def _is_end_of(text: str, slot: Slot, end: Slot) -> bool:
    """Whether a time is where another ends: "Start: … End: …", two full dates with "to"."""
    starts, ends = slot.local_start, end.local_start
    if not (starts and ends and slot.clock and end.clock):
        return False
    if slot.local_end or end.clock.ends or not starts < ends <= starts + _LONGEST_DAY:
        return False
    clocks = text[slot.clock.end : end.clock.start]
    if _TO.fullmatch(clocks) and not is_moved_from(text, slot.clock.start):
        return True
    if slot.end < end.start and _TO.fullmatch(text[slot.end : end.start]):
        return True
    if _in_columns(text, slot.clock, end.clock):
        return True
    places = [end.clock.start]
    if end.day and slot.clock.end <= end.day.start < end.clock.start:
        places.append(end.day.start)
    befores = [text[max(slot.clock.end, at - 60) : at] for at in places]
    return end.clock.start > slot.clock.end and any(map(_ENDS.search, befores))


def _in_columns(text: str, start: ClockHit, end: ClockHit) -> bool:
    """Whether two times stand side by side at the begin of a line: start and end."""
    begin = text.rfind("\n", 0, start.start) + 1
    between = text[start.end : end.start]
    return not text[begin : start.start].strip(" |*•") and bool(
        re.fullmatch(r"(?: ?\(?[A-Z]{2,5}\)?)?(?: {2,}| *\| *)", between)
    )


def _of_more_days(text: str, slots: list[Slot], days: list[DayHit]) -> list[Slot]:
    """ "Thursday or Friday at 10" offers ten on both days."""
    more = []
    for slot in slots:
        place = days.index(slot.day) if slot.day in days else 0
        while (
            slot.day
            and place
            and _OR.fullmatch(text[days[place - 1].end : days[place].start])
        ):
            place -= 1
            other = days[place]
            more.append(replace(slot, start=min(slot.start, other.start), day=other))
    taken = {slot.day for slot in slots}
    return [slot for slot in more if slot.day not in taken]


def _alone(day: DayHit) -> bool:
    """Whether a day without a clock time is worth a slot of its own."""
    return not day.is_bare_weekday or day.sure is not Certainty.ASK


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    """The text at the same length, a sign that nobody writes in place of the spans."""
    for start, end in spans:
        text = text[:start] + BLANKED * (end - start) + text[end:]
    return text


def _slot(text: str, clock: ClockHit, days: list[DayHit], zones: list[ZoneHit]) -> Slot:
    day = _day_of(text, clock, days)
    zone = zone_of(text, clock.start, clock.end, zones)
    close = day is not None and abs(day.start - clock.start) < 160
    start = min(clock.start, day.start) if day and close else clock.start
    end = max(clock.end, day.end) if day and close else clock.end
    return Slot(start, end, day, clock, zone)


def _day_of(text: str, clock: ClockHit, days: list[DayHit]) -> DayHit | None:
    """The day a clock time belongs to: right behind it, in its sentence, else the last named."""
    before = [d for d in days if d.end <= clock.start]
    if not _just_before(text, before, clock):
        before = [d for d in before if not is_old(text, d.start)] or before
    after = [d for d in days if d.start >= clock.end]
    if after and _BEHIND.fullmatch(text[clock.end : after[0].start]):
        gap = text[before[-1].end : clock.start] if before else "."
        if not _IN_FRONT.fullmatch(gap):
            return after[0]
    if before and _together(text, before[-1].end, clock.start, 60):
        return _dated(before, text)
    if after and _together(text, clock.end, after[0].start, 40):
        return after[0]
    if before and clock.start - before[-1].end < _FAR_AWAY:
        return _dated(before, text)
    return after[0] if after and after[0].start - clock.end < 200 else None


def _just_before(text: str, days: list[DayHit], clock: ClockHit) -> bool:
    """Whether a day stands right in front of a clock time: old or new, both are one."""
    return bool(days) and bool(_IN_FRONT.fullmatch(text[days[-1].end : clock.start]))


def _dated(before: list[DayHit], text: str) -> DayHit:
    """The last day; of "Thursday" and "(3 December)" side by side the dated one."""
    last = before[-1]
    if last.is_bare_weekday and len(before) > 1:
        other = before[-2]
        near = last.start - other.end < 40
        if near and not other.is_bare_weekday and _same_day(last, other):
            return other
    return last


def _same_day(a: DayHit, b: DayHit) -> bool:
    return bool(set(a.days) & set(b.days)) or a.days[0].weekday() == b.days[0].weekday()


def _together(text: str, start: int, end: int, most: int) -> bool:
    """Whether two places stand in one sentence, not far from each other."""
    return end - start <= most and not _SENTENCE_END.search(text, start, end)
