"""How well and how fast invitations are read:

    python -m benchmarks.invites

Prints for each field how often it is right, and how often it is wrong without the owner
being asked; how often what is no invitation is told apart; and how long a reading takes
in the process that asks for it. Over the corpora of `tests/invites`, or over those named
(texts, files). `--wrong` lists what is wrong. No database.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import cycle
from typing import Any, NamedTuple

from benchmarks.pace import Pace
from interviews.invites.context import Context
from interviews.invites.found import Found, Kind, NotRead
from interviews.invites.limits import read_limited
from tests.invites import files, judging, texts

FIELDS = ("start", "end", "zone", "link", "people", "round_number", "company")
# Of each sort, one after the other through the corpus.
READINGS = 200
# The promises: right or rightly asked, silently wrong, negatives told apart, in percent.
START, SILENT, NEGATIVES = 95.0, 2.0, 95.0
ICS_MS, MAIL_MS = 10.0, 150.0
_LONGEST_ICS = 6_000
# Seconds between two readings: quicker than anybody drops one file after the other.
_MOMENT = 0.2


class Case(NamedTuple):
    """One invitation of a corpus, and what is expected of it."""

    name: str
    data: bytes
    context: Context
    kinds: frozenset[str]
    expected: Any


class Judged(NamedTuple):
    case: Case
    found: Found
    verdicts: list[judging.Verdict]


def corpus(name: str) -> Iterator[Case]:
    if name == "texts":
        for text in texts.texts():
            data = text.words.encode()
            yield Case(text.name, data, text.context, text.kinds, text)
        return
    for file in files.files():
        if not file.expected.get("unreadable"):
            kind = file.expected.get("kind", Kind.INVITE)
            kinds = frozenset([kind] if isinstance(kind, str) else kind)
            yield Case(file.name, file.raw, file.context, kinds, file)


def read(case: Case) -> Found:
    context = case.context
    return read_limited(
        case.data,
        received_at=context.received,
        zone=context.zone,
        locale=context.locale,
    )


def judged(case: Case) -> Judged:
    try:
        found = read(case)
    except NotRead as error:
        found = Found(notes=[str(error)])
    judge: Any = (
        judging.judged if isinstance(case.expected, texts.Text) else files.judged
    )
    return Judged(case, found, list(judge(case.expected, found)))


# --- how well -------------------------------------------------------------------------


def say_fields(all_judged: list[Judged]) -> bool:
    """A line for each field; whether the promise for the start is kept."""
    say(f"{'':<16}{'of':>5}{'right %':>9}{'silently wrong %':>18}\n")
    known = {verdict.field for each in all_judged for verdict in each.verdicts}
    kept = True
    for field in (*FIELDS, *sorted(known - set(FIELDS))):
        verdicts = [v for each in all_judged for v in each.verdicts if v.field == field]
        if not verdicts:
            continue
        right = percent(v.right for v in verdicts)
        silent = percent(v.silent for v in verdicts)
        note = ""
        if field == "start":
            kept = right >= START and silent <= SILENT
            note = f"   at least {START:g}, at most {SILENT:g}: {_kept(kept=kept)}"
        say(f"{field:<16}{len(verdicts):>5}{right:>9.1f}{silent:>18.1f}{note}\n")
    return kept


def say_negatives(all_judged: list[Judged]) -> bool:
    """How often what is no invitation is told apart from those that are."""
    invites = {Kind.INVITE, Kind.RESCHEDULE, Kind.CANCEL}
    negatives = [each for each in all_judged if not each.case.kinds & invites]
    if not negatives:
        return True
    told = percent(not each.found.is_invite for each in negatives)
    named = percent(each.found.kind in each.case.kinds for each in negatives)
    kept = told >= NEGATIVES
    say(f"no invitation   {len(negatives):>5}{told:>9.1f}   at least {NEGATIVES:g}: ")
    say(f"{_kept(kept=kept)}; called by their kind {named:.1f}\n")
    return kept


def say_wrong(all_judged: list[Judged]) -> None:
    for each in all_judged:
        for verdict in each.verdicts:
            if not verdict.right:
                silently = " (not asked)" if verdict.silent else ""
                say(f"  {each.case.name}: {verdict.field}{silently}: {verdict.said}\n")


def percent(hits: Iterable[bool]) -> float:
    hits = list(hits)
    return 100 * sum(hits) / len(hits)


# --- how fast -------------------------------------------------------------------------


def say_speed(what: str, cases: list[Case], most_ms: float, pace: Pace) -> bool:
    """Each is dropped a moment after the one before, as people do.

    The process that reads the next is forked in between; in a closed loop each file
    would wait for that too.
    """
    if not cases:
        return True
    turn = cycle(cases)
    times = pace.measured(
        lambda: milliseconds(next(turn)), wanted=READINGS, seconds_between=_MOMENT
    )
    p95 = statistics.quantiles(times, n=20)[-1]
    kept = p95 <= most_ms
    say(f"{what:<16}{len(cases):>5}{statistics.median(times):>9.1f}{p95:>9.1f}")
    say(f"   at most {most_ms:g}: {_kept(kept=kept)}\n")
    return kept


def milliseconds(case: Case) -> float:
    start = time.perf_counter()
    with suppress(NotRead):
        read(case)
    return (time.perf_counter() - start) * 1000


def _kept(*, kept: bool) -> str:
    return "kept" if kept else "MISSED"


def say(words: str) -> None:
    sys.stdout.write(words)


def main() -> int:
    parser = argparse.ArgumentParser(description="How well invitations are read.")
    parser.add_argument("corpora", nargs="*", default=["texts", "files"])
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    say(f"reading invitations, {platform.machine()}, {platform.python_version()}\n")
    cases = {name: list(corpus(name)) for name in options.corpora}
    kept = True
    for name in cases:
        kept &= _accuracy(name, cases[name], wrong=options.wrong)
    say(f"\n{'speed':<16}{'of':>5}{'p50 ms':>9}{'p95 ms':>9}\n")
    pace = Pace()
    events = [c for c in cases.get("files", ()) if _is_ordinary_event(c)]
    kept &= say_speed(".ics", events, ICS_MS, pace)
    kept &= say_speed("mail text", cases.get("texts", []), MAIL_MS, pace)
    say(f"at the machine's own pace: {pace.counted} of {pace.made} readings\n")
    return int(not kept)


def _accuracy(name: str, cases: list[Case], *, wrong: bool) -> bool:
    say(f"\n{name}: {len(cases)}\n")
    all_judged = [judged(case) for case in cases]
    kept = say_fields(all_judged)
    kept &= say_negatives(all_judged)
    if wrong:
        say_wrong(all_judged)
    return kept


def _is_ordinary_event(case: Case) -> bool:
    return case.name.endswith(".ics") and len(case.data) <= _LONGEST_ICS


if __name__ == "__main__":
    sys.exit(main())
