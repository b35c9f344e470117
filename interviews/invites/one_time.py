"""An invitation to one session: which of the times named is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from interviews.invites import settle
from interviews.invites.context import Context
from interviews.invites.found import Certainty, Found, SessionFound
from interviews.invites.slots import Slot, Times
from interviews.invites.zones import ZoneHit, utc

_FLAGS = re.IGNORECASE
# A time that scores less is a date the message mentions, not when to meet.


_CHOOSE = re.compile(
    r"\bwhich (?:of|one|time|slot|day|date|works)|\beither\b|\boptions?\b|let (?:me|us) know (?:which|what|if (?:any|one))"
    r"|(?:works?|suits?) (?:best )?(?:for )?you|\bprefer|\bavailab|\bpick (?:one|a)|\bchoose|following (?:times|slots|dates)"
    r"|time slots?\b|would you be free|are you free|welche[rs]? (?:termin|zeit)|passt|terminvorschl|zur auswahl|oder\b"
    r"|disponib|convien|laquelle|lequel|préfér|\bor\b|\bou\b|\bo\b el",
    _FLAGS,
)


def read_single(
    found: Found,
    slots: list[Slot],
    times: Times,
    text: str,
    blank: str,
    zone: ZoneHit | None,
    context: Context,
) -> None:
    slots = _distinct(slots)
    if not slots:
        found.sessions = [SessionFound()]
        found.ask("sessions.0.starts_at", "No date was found. When does it start?")
        return
    best = slots[0]
    if best.clock and best.clock.ends is None and times.lengths:
        best = replace(best, length=times.lengths[0])
    found.sessions = [settle.session_of(found, 0, best, blank, zone, context.zone)]
    others = [s for s in slots[1:] if _rivals(best, s, blank)]
    if others and best.local_start:
        starts = [s.local_start for s in (best, *others) if s.local_start]
        found.ask(
            "sessions.0.starts_at",
            "Several times are offered. Which one is it?",
            *(settle.start_choice(start) for start in dict.fromkeys(starts)),
        )


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
    ends = bool(slot.clock and slot.clock.ends)
    return 2 * (slot.sure is not Certainty.ASK) + ends + bool(slot.zone)


def _rivals(best: Slot, slot: Slot, text: str) -> bool:
    """Whether another time may just as well be the one."""
    if slot.local_start is None or best.local_start is None:
        return False
    if _says_the_same(best, slot):
        return False
    same_day = slot.local_start.date() == best.local_start.date()
    chosen = bool(_CHOOSE.search(text))
    return slot.score >= best.score - (3 if chosen else 0) and (not same_day or chosen)


def _says_the_same(a: Slot, b: Slot) -> bool:
    """One moment in two zones: 2pm ET / 11am PT."""
    if not (a.zone and b.zone and a.zone.zones and b.zone.zones):
        return False
    if a.local_start is None or b.local_start is None:
        return False
    return utc(a.local_start, a.zone.zones[0]) == utc(b.local_start, b.zone.zones[0])
