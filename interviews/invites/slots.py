"""Days, clock times and zones put together into the times a text offers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from interviews.invites.clocks import ClockHit, clock_hits
from interviews.invites.dates import DayHit, DayReader
from interviews.invites.found import Certainty
from interviews.invites.lengths import LengthHit, length_hits
from interviews.invites.zones import ZoneHit, together, zone_hits

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
    r"|received(?: on)?|(?:spoke|met|talked|chatted|interviewed)(?: with (?:me|us|you))? (?:on|of|from|held on)"
    r"|(?:thank\w*|after|following|since|enjoyed|recent|attending)\b[^.\n]{0,60}"
    r"(?:interview|meeting|call|conversation|discussion|chat|visit)(?: \w+){0,3} (?:on|of|from|held on)"
    r"|since|posted(?: on)?|letzten|vom|le \w+ dernier|dated|as of)\s*(?:the )?\W{0,2}$",
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
    r"(?:(?:^|\n)[ \t]*(?:from|old|was|before)[ \t]?:|(?:former|previous|old|original)(?: \w+)? (?:time|date|slot)|originally|previously|formerly|instead of|in place of|was scheduled|had scheduled"
    r"|were due|(?:moved?|reschedul\w+|postponed?|changed?|shift\w*)(?: \w+){0,5} from|old (?:date|time)"
    r"|ursprünglich|statt(?!dessen)(?: am)?|anstatt|initialement|au lieu d|prévu initialement"
    r"|en lugar de|originalmente|can(?:no|['’])t make|unable to make|cancel\w*)"
    r"[^.\n]{0,50}$",
    _FLAGS,
)
_NEW = re.compile(
    r"(?:reschedul\w*|moved?|postponed|changed|brought forward|shift\w*|push\w*)"
    r"[^.\n]{0,60}\b(?:to|until)\s*\W?(?:on )?$"
    r"|(?:(?:^|\n)[ \t]*(?:to|new|now)[ \t]?:|new (?:date|time|slot)|now (?:take place|be|scheduled)|neuer termin|verschoben auf|stattdessen|instead(?! of)|ersatztermin"
    r"|reporté\w* au|nouvelle date|nueva fecha)[^.\n]{0,30}$",
    _FLAGS,
)
# Called off behind the time: "das Gespräch am Dienstag, 9:30 Uhr absagen".
_OLD_BEHIND = re.compile(
    r"[^.\n]{0,50}?\b(?:absagen|abgesagt|entfällt|entfallen|ausfallen|nicht stattfinden|verschieben|annuler|annulée?|cancelar"
    r"|cancelad[oa]|(?:has|had|is|needs|was) (?:been |to be )?(?:cancell?ed|moved|postponed)|no longer)\b",
    _FLAGS,
)
# When to be there, before it begins.
_ARRIVE = re.compile(
    r"(?:arriv\w+|check[- ]?in|be there|report to|log ?(?:in|on)|\bdoors|parking|sign in|einlass"
    r"|eintreffen|anmeldung|call me|reach me|available)\b[^.\n]{0,40}$", _FLAGS,
)  # fmt: skip
# The sender's own clock, beside the reader's.
_OURS = re.compile(
    r"\s*\(?(?:ours?|our time|my time|here|unsere zeit|bei uns)\b", _FLAGS
)
_ENDS = re.compile(
    r"(?:^|\n)[ \t*•>-]*(?:end(?:s|ing)?|finish|until|ende|fin|hasta|bis)(?: ?(?:time|date|s|zeit))?"
    r"\s*(?:[:\uff1a–-]|\bat\b)\s*\W{0,3}$", _FLAGS,
)  # fmt: skip
_TO = re.compile(
    r"\s*(?:\([^()\n]{1,30}\)|[A-Z]{1,4})?\s*(?:-|–|—|to|till|until|bis|à|au|hasta|a)\s*",
    _FLAGS,
)
_OR = re.compile(
    r"\s*(?:,|/|&|\bor\b|\band\b|\boder\b|\bund\b|\bou\b|\bet\b|\bo\b|\by\b|\bel\b|\ble\b|\bon\b|\beither\b)+\s*(?:on |am |el |le )?",
    _FLAGS,
)
_HOURS = re.compile(
    r"(?:mon|monday|montag|lun\w*)\W{1,5}(?:to|-|–|bis|through|a|au)\W*$", _FLAGS
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
_LONGEST_DAY = timedelta(hours=14)
# What parts a zone from the time in front of it, and does not part two of its names.
_FAR = re.compile(r"[\n\d;]|\band\b|\bor\b")
_SIDE_BY_SIDE = re.compile(r"[ ,/()·|:-]{0,4}(?:[A-Z][a-z]+, ){0,3}")
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
    until: datetime | None = None
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
        if self.until is not None:
            return self.until
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
    zones = zone_hits(text)
    # What is left may be clock times: not days, and not the end of 14:00:00+01:00.
    offsets = [zone for zone in zones if text[zone.start] in "+-"]
    spans = [(day.start, day.end) for day in days]
    blanked = _blank(text, spans + [(zone.start, zone.end) for zone in offsets])
    clocks = clock_hits(blanked, full_day=full_day)
    slots = [_slot(text, clock, days, zones) for clock in clocks]
    slots = [*_with_ends(text, slots), *_of_more_days(text, slots, days)]
    taken = {slot.day for slot in slots}
    slots += [
        Slot(d.start, d.end, d, None) for d in days if d not in taken and _alone(d)
    ]
    scored = [replace(s, score=_score(text, s, reader.received)) for s in slots]
    ordered = sorted(scored, key=lambda slot: (-slot.score, slot.start))
    return Times(tuple(ordered), tuple(zones), tuple(length_hits(blanked)))


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
    if slot.end < end.start and _TO.fullmatch(text[slot.end : end.start]):
        return True
    if _in_columns(text, slot.clock, end.clock):
        return True
    before = text[max(slot.clock.end, end.clock.start - 60) : end.clock.start]
    return end.clock.start > slot.clock.end and bool(_ENDS.search(before))


def _in_columns(text: str, start: ClockHit, end: ClockHit) -> bool:
    """Whether two times stand side by side at the begin of a line: start and end."""
    begin = text.rfind("\n", 0, start.start) + 1
    between = text[start.end : end.start]
    return not text[begin : start.start].strip(" |*•") and bool(
        re.fullmatch(r" {2,}| *\| *", between)
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
    """The day a clock time belongs to: right behind it, in its sentence, else the last named."""
    before = [d for d in days if d.end <= clock.start]
    before = [d for d in before if not _is_old(text, d)] or before
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


def _is_old(text: str, day: DayHit) -> bool:
    return bool(_OLD.search(text, max(0, day.start - 60), day.start))


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
    behind = [z for z in behind if not _FAR.search(text[end : z.start].strip(" "))]
    if behind:
        return _combined(text, [z for z in zones if z.start >= behind[0].start])
    inside = [z for z in zones if start <= z.start and z.end <= end]
    if inside:
        return inside[0]
    before = [z for z in zones if z.end <= start]
    near = bool(before) and not text[before[-1].end : start].strip(" (:,)")
    return _combined(text, before[-2:], least=1) if near else None


def _combined(text: str, zones: list[ZoneHit], *, least: int = 0) -> ZoneHit:
    """The first of some zones, with those named in the same breath."""
    first = zones[0]
    for other in zones[1:4]:
        if not _SIDE_BY_SIDE.fullmatch(text[first.end : other.start]):
            return zones[-1] if least else first
        first = together(first, other)
    return first


def in_one_breath(text: str, zones: tuple[ZoneHit, ...]) -> list[ZoneHit]:
    """The zones of a text, those named side by side as one."""
    joined: list[ZoneHit] = []
    for zone in zones:
        if joined and _SIDE_BY_SIDE.fullmatch(text[joined[-1].end : zone.start]):
            joined[-1] = together(joined[-1], zone)
        else:
            joined.append(zone)
    return joined


def _score(text: str, slot: Slot, received: date) -> int:
    """How likely a time is the one to meet at."""
    score = 4 if slot.clock and slot.day else 2 if slot.clock else 1
    dated = slot.day is not None and slot.day.why not in {"weekday", "relative"}
    to_come = dated and min(slot.dates) >= received
    for part in (slot.day, slot.clock):
        if part:
            score += _context(text, part.start, part.end, to_come=to_come)
    if slot.zone:
        score += 1
    if slot.local_end:
        score += 1
    if slot.clock and _OURS.match(text, slot.clock.end):
        score -= 3
    if slot.dates and max(slot.dates) < received:
        score -= 5
    return score


def _context(text: str, start: int, end: int, *, to_come: bool) -> int:
    """What the words around a mention say for it and against it.

    `to_come`: the date says itself that it is not past.
    """
    before = text[max(0, start - 90) : start]
    line = text[text.rfind("\n", 0, start) + 1 : end + 60]
    score = 0
    score += 3 if _LABEL.search(before) else 0
    score += 2 if _FOR_IT.search(line) else 1 if _FOR_IT.search(before) else 0
    score -= 6 if _DEADLINE.search(before) else 0
    score -= 5 if not to_come and _PAST.search(before) else 0
    score -= 4 if _OTHER_DATE.search(before) else 0
    score -= 6 if _HOURS.search(before) else 0
    score -= 3 if _ARRIVE.search(before) else 0
    if _NEW.search(before):
        return score + 5
    old = _OLD.search(before) or _OLD_BEHIND.match(text, end)
    return score - (6 if old else 0)
