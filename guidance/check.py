"""What a good library keeps to, checked when it is built:

    python -m guidance.check

Reading it already refuses unknown words, headings and facts (`library`). Here stand
the rules about the words themselves. Each check returns sentences that name the file
and the item; none means all is well.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from guidance.conditions import Condition, parse
from guidance.errors import GuidanceError
from guidance.fingerprints import copied_runs, read_fingerprints
from guidance.library import (
    Advice,
    Form,
    Kind,
    LeadTime,
    Library,
    Origin,
    Wording,
    load,
)
from guidance.situation import Phase

LONGEST = 130  # characters of a text: two lines on a phone, and a bit

_UNTIL_THE_END = frozenset({Phase.INVITED, Phase.BEFORE, Phase.ON_THE_DAY})
_PREPARING = frozenset(
    {
        Kind.FORMAT,
        Kind.MATERIAL,
        Kind.LOOK_BACK,
        Kind.RESEARCH,
        Kind.STORIES,
        Kind.PRACTICE,
        Kind.THEY_ASK,
        Kind.YOU_ASK,
        Kind.LOGISTICS,
        Kind.CONDUCT,
    }
)
_PHASES = {
    **dict.fromkeys(_PREPARING, _UNTIL_THE_END),
    Kind.CAPTURE: frozenset({Phase.JUST_AFTER}),
    Kind.THANKS: frozenset({Phase.JUST_AFTER, Phase.WAITING}),
    Kind.WAIT: frozenset({Phase.JUST_AFTER, Phase.WAITING}),
    Kind.SIGNS: frozenset({Phase.JUST_AFTER, Phase.WAITING}),
    Kind.CHASE: frozenset({Phase.WAITING}),
    Kind.DECIDE: frozenset({Phase.INVITED, Phase.BEFORE, Phase.OFFER}),
    Kind.REPLY: frozenset({Phase.OFFER, Phase.NOT_SELECTED}),
    Kind.REVIEW: frozenset({Phase.NOT_SELECTED}),
}

# Words that presume a fact, and the conditions that make it known. A list of
# possibilities is asked for by `format unknown` or `interviewer unknown`.
_PRESUMES = {
    r"presentation|slides": (
        "format is presentation",
        "material is presentation",
        "format unknown",
    ),
    r"panel": ("format is panel", "format unknown"),
    r"\b(a|the) task|simulation": (
        "format is work_simulation or case_study or problem_task",
        "format unknown",
    ),
    r"\bmeal|\btour\b": ("format is meal or office_tour", "format unknown"),
    r"executive": ("interviewer is executive", "interviewer unknown"),
    r"teammate|\bpeers?\b": ("interviewer is peer", "interviewer unknown"),
    r"hiring manager": ("interviewer is hiring_manager", "interviewer unknown"),
    r"\bHR\b": ("interviewer is hr", "interviewer unknown"),
}
_EARLIER_ROUND = re.compile(
    r"\b(last time|last round|this time|previous|earlier|called back|second"
    r"|once more|first (talk|interview|round)|closer)\b",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\bsecond\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(last time|first (talk|interview|round))\b", re.IGNORECASE)
_ODDS = re.compile(r"%|\b(odds|chances?|likelihood|frontrunner)\b", re.IGNORECASE)


def check_library(library: Library, fingerprints: frozenset[str]) -> list[str]:
    """Everything wrong with the library, as sentences."""
    return [
        f"{advice.file}: {advice.id!r}: {problem}"
        for advice in library
        for problem in _problems(advice, fingerprints)
    ]


def _problems(advice: Advice, fingerprints: frozenset[str]) -> Iterator[str]:
    yield from uncredited(advice)
    yield from out_of_phase(advice)
    yield from presumed(advice)
    yield from presumed_round(advice)
    yield from too_long_for_the_day(advice)
    for point in (p for citation in advice.citations for p in citation.points):
        yield from (f"copies {r!r}" for r in copied_runs(point, fingerprints))
    for wording in dict.fromkeys(advice.wordings()):
        yield from copied(wording, fingerprints)
        yield from promised_odds(wording)
        if len(wording.text) > LONGEST:
            yield f"a text of {len(wording.text)} characters; {LONGEST} at most"


def uncredited(advice: Advice) -> Iterator[str]:
    """Every advice is cited or marked as ours, and every heading is listed."""
    uncited = advice.origin in (Origin.OURS, Origin.NOT_COVERED)
    if not uncited and not advice.citations:
        yield "neither cited nor marked as ours"
    for citation in advice.citations:
        if not citation.source.has(citation.heading):
            yield f"{citation.source.id} has no heading {citation.heading!r}"
        if not citation.points:
            yield f"it does not say what it takes from {citation}"
    if (advice.origin is Origin.NOT_COVERED) != (advice.form is Form.GAP):
        yield "only a gap is not covered, and a gap is nothing else"


def out_of_phase(advice: Advice) -> Iterator[str]:
    """Before the end nothing thanks or chases, after it nothing prepares."""
    allowed = _PHASES.get(advice.kind, frozenset(Phase))
    if wrong := sorted(advice.phases - allowed):
        yield f"kind {advice.kind} has no place in {', '.join(wrong)}"
    if Phase.CLOSED in advice.phases:
        yield "a closed round has no advice"
    if advice.kind is Kind.CHASE and not _asks(advice, "overdue"):
        yield "it chases without the condition 'overdue'"


def too_long_for_the_day(advice: Advice) -> Iterator[str]:
    """What takes an evening has no place on the day itself."""
    if Phase.ON_THE_DAY in advice.phases and advice.lead_time > LeadTime.MINUTES:
        yield "it takes an evening or more, too long for the day itself"


def presumed(advice: Advice) -> Iterator[str]:
    """A text that names a format or a person has the condition for it."""
    for words, conditions in _PRESUMES.items():
        used = [w.text for w in advice.wordings() if re.search(words, w.text)]
        if used and not _asks(advice, *conditions):
            yield f"{used[0]!r} presumes one of: {'; '.join(conditions)}"


def presumed_round(advice: Advice) -> Iterator[str]:
    """Round one presumes no earlier round; from round three nothing says second."""
    if _asks(advice, "round is 2"):
        return
    if not _asks(advice, "round >= 2"):
        yield from (
            f"{found[0]!r} presumes an earlier round, without 'round >= 2'"
            for wording in _wordings_without(advice, "later_round")
            if (found := _EARLIER_ROUND.search(_all_words(wording)))
        )
    for wording in _wordings_with(advice, "later_round"):
        if _SECOND.search(_all_words(wording)):
            yield "'second' in the wording for later rounds"
        if found := _FIRST.search(_all_words(wording)):
            yield f"{found[0]!r} in the wording for later rounds"


def copied(wording: Wording, fingerprints: frozenset[str]) -> Iterator[str]:
    """No seven words in a row from a document."""
    for text in (wording.text, wording.why, wording.hedge):
        for run in copied_runs(text, fingerprints):
            yield f"copies {run!r} from a document"


def promised_odds(wording: Wording) -> Iterator[str]:
    """Nothing states or implies a chance of success."""
    if found := _ODDS.search(_all_words(wording)):
        yield f"{found[0]!r} speaks of odds"


def _asks(advice: Advice, *texts: str) -> bool:
    """Whether the advice cannot appear unless one of these conditions holds."""
    wanted, conditions = [parse(text) for text in texts], advice.conditions
    by_all = any(_implies_one(condition, wanted) for condition in conditions.all)
    by_any = all(_implies_one(condition, wanted) for condition in conditions.any)
    return by_all or (bool(conditions.any) and by_any)


def _implies_one(given: Condition, wanted: Iterable[Condition]) -> bool:
    return any(_implies(given, each) for each in wanted)


def _implies(given: Condition, wanted: Condition) -> bool:
    if given.fact.name != wanted.fact.name:
        return False
    if given.operator != wanted.operator:
        return False
    if wanted.operator == ">=":
        return given.limit >= wanted.limit
    if wanted.operator not in ("is", "unknown"):
        return given.text == wanted.text
    return set(given.values) <= set(wanted.values)


def _wordings_with(advice: Advice, name: str) -> Iterable[Wording]:
    return (advice.worded(names) for names in _rooms(name))


def _wordings_without(advice: Advice, name: str) -> Iterable[Wording]:
    return (advice.worded(n for n in names if n != name) for names in _rooms(name))


def _rooms(name: str) -> tuple[tuple[str, ...], ...]:
    return ((name,), (name, "remote"), (name, "on_site"))


def _all_words(wording: Wording) -> str:
    return " ".join((wording.text, wording.why, wording.hedge))


def main() -> int:
    try:
        library = load()
    except GuidanceError as error:
        sys.stdout.write(f"{error}\n")
        return 1
    problems = check_library(library, read_fingerprints())
    counts = Counter(advice.form for advice in library)
    to_do = sum(n for form, n in counts.items() if form.to_do)
    gaps = counts[Form.GAP]
    know = len(library) - to_do - gaps
    said = problems or [f"{to_do} to do, {know} to know, {gaps} gaps: all is well"]
    sys.stdout.write("\n".join(said) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
