"""Several sessions told in sentences: "a test at 1pm, followed by an interview at 2pm"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from interviews.invites.choosing import CHOOSE
from interviews.invites.slot import Slot

_FLAGS = re.IGNORECASE
CHOICE = re.compile(
    r"\boption\b|\bchoice\b|\bor\b|\boder\b|\bou\b|\balternativ", _FLAGS
)
# What is said between two times of which one comes after the other.
_THEN = re.compile(
    r"\bfollowed\b[^.\n]{0,20}\bby\b|\bfollow(?:s|ing (?:this|that|on))\b|\b(?:and )?then\b|\bafter(?:wards?| which| that)\b|\b(?:the |a |your )?(?:second|2nd|other|next)(?= (?:one|part|interview|call|session|meeting|conversation|at|with|from|is|will)\b)"
    r"|\bsubsequent\w*|\bbefore (?:meeting|you meet|a|an|the|your)\b|\band (?:an?|the|your|finally|lastly) |\band (?-i:[A-Z])\w+ (?:(?-i:[A-Z])\w+ )?(?:at|from)\b|\bfinally\b|\blater\b(?! than)|\bim anschluss\b|\banschließend\w*|\bdanach\b|\bsuivie? d|\bpuis\b|\bensuite\b|\bluego\b|\bdespués\b|\ba continuación\b|\bseguid[oa] de\b",
    _FLAGS,
)
# Between two times that are one and the same, or of which only one holds.
_NOT_THEN = re.compile(
    r"\bor\b|\boder\b|\bou\b|\bif\b|\bwenn\b|\binstead\b|\brather\b|\bmoved?\b|\breschedul|\bchanged?\b|\b(?:finish|end|over|done)(?:ed|s|ing)?\b|\buntil\b|\bby \d|\breply\b|\bdeadline|\bthat is\b|\bi\.e\.|\byour time|\bour time",
    _FLAGS,
)
_NOT_PART = re.compile(
    r"arriv|check[- ]in|sign[- ]in|be there|log ?(?:in|on)|\bbreak\b|pause", _FLAGS
)
_SENTENCE = re.compile(r"[.!?:](?=\s)|\n")
_MOST_BETWEEN = 160
# Less is a time that the text mentions for something else.
_GOOD = 4


@dataclass(frozen=True)
class Part:
    """A time with the words that say what happens then."""

    slot: Slot
    words: str


def in_sequence(text: str, slots: list[Slot]) -> list[Part]:
    """Times in the same or the next sentence, said to come one after another."""
    slots = _run(text, [slot for slot in slots if slot.score >= _GOOD])
    if len(slots) < 2 or CHOOSE.search(
        text, max(0, slots[0].start - 200), slots[-1].clock_end + 200
    ):
        return []
    cuts = [_begin(text, slots[0]), *(_cut(text, a, b) for a, b in pairwise(slots))]
    ends = [*cuts[1:], _finish(text, slots[-1])]
    parts = [Part(s, text[a:b]) for s, a, b in zip(slots, cuts, ends, strict=True)]
    return [part for part in parts if not _NOT_PART.search(part.words)]


def _run(text: str, slots: list[Slot]) -> list[Slot]:
    """The first times that follow each other so."""
    run: list[Slot] = []
    for slot in slots:
        if run and _follows(text, run[-1], slot):
            run.append(slot)
        elif len(run) < 2:
            run = [slot]
    return run


_BLANK_LINE = re.compile(r"\n\s*\n")


def _follows(text: str, a: Slot, b: Slot) -> bool:
    between = text[a.clock_end : b.clock_start]
    return (
        len(between) <= _MOST_BETWEEN
        and not _BLANK_LINE.search(between)
        and bool(_THEN.search(between))
        and not _NOT_THEN.search(between)
    )


def _begin(text: str, slot: Slot) -> int:
    ends = [
        m.end()
        for m in _SENTENCE.finditer(
            text, max(0, slot.clock_start - 200), slot.clock_start
        )
    ]
    return ends[-1] if ends else max(0, slot.clock_start - 200)


def _cut(text: str, a: Slot, b: Slot) -> int:
    then = _THEN.search(text, a.clock_end, b.clock_start)
    return then.start() if then else b.clock_start


def _finish(text: str, slot: Slot) -> int:
    stop = re.compile(r"[.;](?=\s)|\n").search(text, slot.clock_end)
    return stop.start() if stop else len(text)


def in_sentences(text: str, slots: list[Slot]) -> list[Part]:
    """ "From 9 to 10 you meet …, and from 10 to 11 …": spans on one day, one after another."""
    spans = [slot for slot in slots if slot.local_end]
    if len(spans) < 2 or len({slot.dates for slot in spans}) > 1:
        return []
    parts = []
    for slot, after in zip(spans, [*spans[1:], None], strict=True):
        limit = after.clock_start if after else len(text)
        words = text[slot.clock_end : limit]
        if after is not None and (len(words) > 160 or CHOICE.search(words)):
            return []
        parts.append(Part(slot, re.split(r"[.;](?=\s)|\n", words, maxsplit=1)[0]))
    meets = all(re.search(r"[^\W\d_]{4}", part.words) for part in parts)
    return parts if meets else []
