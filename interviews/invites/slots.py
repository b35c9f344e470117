"""Days, clock times and zones put together into the times a text offers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from interviews.invites.clocks import ClockHit, LengthHit, clock_hits, length_hits
from interviews.invites.dates import DayHit, DayReader
from interviews.invites.found import Certainty
from interviews.invites.zones import ZoneHit, zone_hits

_FLAGS = re.IGNORECASE

_LABEL = re.compile(
    r"(?:^|\n)[ \t*•>-]*(?:when|date(?: (?:&|and) time)?|time|date/time|start(?:s|ing)?"
    r"|interview(?: date| time)?|scheduled (?:time|for)|wann|datum|termin|uhrzeit|zeit"
    r"|quand|date et heure|heure|horaire|cuándo|cuando|fecha(?: y hora)?|hora|day"
    r"|datum und uhrzeit|beginn|new (?:date|time))\s*[:\uff1a–-]+\s*\W{0,3}$",
    _FLAGS,
)
_FOR_IT = re.compile(
    r"interview|meet|chat|call|conversation|schedul|invit|book|confirm|arrang|slot|round"
    r"|session|speak|talk|visit|see you|looking forward|termin|gespräch|treffen|kennenlern"
    r"|entretien|rendez-vous|rencontr|entrevista|reunión|cita|llamada|panel|onsite",
    _FLAGS,
)
_DEADLINE = re.compile(
    r"(?:\bby|\bbefore|\buntil|\bno later than|deadline(?: is| of)?:?|\bdue(?: on| by)?"
    r"|\bprior to|\bexpires?(?: on)?|\bbis(?: zum| spätestens)?|\bspätestens(?: am)?"
    r"|\bavant(?: le)?|\bau plus tard(?: le)?|\bd['’]ici(?: le| à)?|\bantes del?"
    r"|\ba más tardar(?: el)?|\bon or before)\s*(?:the |end of(?: the)? (?:day|business)"
    r"(?: on)? |eod |cob |close of business )?\W{0,2}$",
    _FLAGS,
)
_PAST = re.compile(
    r"(?:\blast|\bpast|applied(?: on)?|application (?:of|from|dated)|submitted(?: on)?"
    r"|received(?: on)?|(?:spoke|met|talked|chatted|conversation|call|meeting|discussion"
    r"|interview(?:ed)?)(?: with (?:me|us|you))? (?:on|of|from|held on)|since|posted(?: on)?"
    r"|letzten|vom|le \w+ dernier|dated|as of)\s*(?:the )?\W{0,2}$",
    _FLAGS,
)
_OTHER_DATE = re.compile(
    r"(?:start date|first day|begin work|join(?:ing)? us on|your employment|onboarding"
    r"|hear (?:back )?(?:from us )?(?:by|on)?|decision|get back to you|feedback"
    r"|office (?:is )?(?:hours|closed)|opening hours|out of (?:the )?office|holiday"
    r"|copyright|©|founded in|established|closing date|closes on|apply by|published)"
    r"[^.\n]{0,40}$",
    _FLAGS,
)
_OLD = re.compile(
    r"(?:originally|previously|formerly|instead of|in place of|was scheduled|had scheduled"
    r"|were due|(?:moved?|reschedul\w+|postponed?|changed?|shift\w*)(?: \w+){0,5} from|old (?:date|time)"
    r"|ursprünglich|statt(?: am)?|anstatt|initialement|au lieu d|prévu initialement"
    r"|en lugar de|originalmente|can(?:no|['’])t make|unable to make|cancel\w*)"
    r"[^.\n]{0,50}$",
    _FLAGS,
)
_NEW = re.compile(
    r"(?:reschedul\w*|moved?|postponed|changed|brought forward|shift\w*|push\w*)"
    r"[^.\n]{0,60}\b(?:to|until)\s*\W?(?:on )?$"
    r"|(?:new (?:date|time|slot)|now (?:take place|be|scheduled)|neuer termin|verschoben auf"
    r"|reporté\w* au|nouvelle date|nueva fecha)[^.\n]{0,30}$",
    _FLAGS,
)
_HOURS = re.compile(
    r"(?:mon|monday|montag|lun\w*)\W{1,5}(?:to|-|–|bis|through|a|au)\W*$", _FLAGS
)
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-ZÄÖÜÉ¡¿])|\n\s*\n")


@dataclass(frozen=True)
class Slot:
    """A time the text offers: a day, perhaps a clock time, and how it was said."""

    start: int
    end: int
    day: DayHit | None
    clock: ClockHit | None
    zone: ZoneHit | None = None
    length: LengthHit | None = None
    score: int = 0

    @property
    def dates(self) -> tuple[date, ...]:
        return self.day.days if self.day else ()

    @property
    def clock_start(self) -> int:
        """Where its clock time stands."""
        return self.clock.start if self.clock else self.start

    @property
    def clock_end(self) -> int:
        return self.clock.end if self.clock else self.end

    @property
    def local_start(self) -> datetime | None:
        if not self.dates or self.clock is None:
            return None
        return datetime.combine(self.dates[0], self.clock.begins)

    @property
    def local_end(self) -> datetime | None:
        start = self.local_start
        if start is None or self.clock is None:
            return None
        if self.clock.ends is None:
            return start + self.length.length if self.length else None
        end = datetime.combine(start.date(), self.clock.ends)
        return end if end > start else end + timedelta(days=1)

    @property
    def sure(self) -> Certainty:
        """As unsure as its least sure part."""
        parts = [part.sure for part in (self.day, self.clock) if part]
        for level in (Certainty.ASK, Certainty.GUESS):
            if level in parts:
                return level
        return Certainty.SURE


@dataclass(frozen=True)
class Times:
    """All that a text says about when."""

    slots: tuple[Slot, ...]
    zones: tuple[ZoneHit, ...]
    lengths: tuple[LengthHit, ...]


def times_in(text: str, reader: DayReader, *, full_day: bool) -> Times:
    """The times offered in a masked text, the best first."""
    days = reader.hits(text)
    blanked = _blank(text, [(hit.start, hit.end) for hit in days])
    clocks = clock_hits(blanked, full_day=full_day)
    zones = zone_hits(text)
    lengths = length_hits(blanked)
    slots = [_slot(text, clock, days, zones) for clock in clocks]
    taken = {slot.day for slot in slots}
    slots += [
        Slot(d.start, d.end, d, None) for d in days if d not in taken and _alone(d)
    ]
    scored = [replace(slot, score=_score(text, slot)) for slot in slots]
    ordered = sorted(scored, key=lambda slot: (-slot.score, slot.start))
    return Times(tuple(ordered), tuple(zones), tuple(lengths))


def _alone(day: DayHit) -> bool:
    """Whether a day without a clock time is worth a slot of its own."""
    return not day.is_bare_weekday or day.sure is not Certainty.ASK


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _slot(text: str, clock: ClockHit, days: list[DayHit], zones: list[ZoneHit]) -> Slot:
    day = _day_of(text, clock, days)
    zone = zone_of(text, clock.start, clock.end, zones)
    close = day is not None and abs(day.start - clock.start) < 160
    start = min(clock.start, day.start) if day and close else clock.start
    end = max(clock.end, day.end) if day and close else clock.end
    return Slot(start, end, day, clock, zone)


def _day_of(text: str, clock: ClockHit, days: list[DayHit]) -> DayHit | None:
    """The day a clock time belongs to: in its sentence, else the last named before."""
    before = [d for d in days if d.end <= clock.start]
    after = [d for d in days if d.start >= clock.end]
    if before and _together(text, before[-1].end, clock.start, 60):
        return _dated(before, text)
    if after and _together(text, clock.end, after[0].start, 40):
        return after[0]
    if before and clock.start - before[-1].end < 700:
        return _dated(before, text)
    return after[0] if after and after[0].start - clock.end < 200 else None


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


def zone_of(
    text: str, start: int, end: int, zones: list[ZoneHit] | tuple[ZoneHit, ...]
) -> ZoneHit | None:
    """The zone right behind a clock time, or right before it."""
    behind = [z for z in zones if 0 <= z.start - end <= 24]
    for zone in behind:
        between = text[end : zone.start]
        if "\n" not in between.strip(" ") and not re.search(r"\d", between):
            return zone
    inside = [z for z in zones if start <= z.start and z.end <= end]
    before = [z for z in zones if 0 <= start - z.end <= 6]
    return next(iter(inside or before), None)


def _score(text: str, slot: Slot) -> int:
    """How likely a time is the one to meet at."""
    score = 4 if slot.clock and slot.day else 2 if slot.clock else 1
    for part in (slot.day, slot.clock):
        if part:
            score += _context(text, part.start, part.end)
    if slot.zone:
        score += 1
    if slot.clock and slot.clock.ends:
        score += 1
    return score


def _context(text: str, start: int, end: int) -> int:
    """What the words around a mention say for it and against it."""
    before = text[max(0, start - 90) : start]
    line = text[text.rfind("\n", 0, start) + 1 : end + 60]
    score = 0
    score += 3 if _LABEL.search(before) else 0
    score += 2 if _FOR_IT.search(line) else 1 if _FOR_IT.search(before) else 0
    score -= 6 if _DEADLINE.search(before) else 0
    score -= 5 if _PAST.search(before) else 0
    score -= 4 if _OTHER_DATE.search(before) else 0
    score -= 6 if _HOURS.search(before) else 0
    if _NEW.search(before):
        return score + 5
    return score - (6 if _OLD.search(before) else 0)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12))
