"""Which advice a situation calls for, in which order, and why.

A pure function of the library and the situation: the same facts give the same
advice. The order and the limits are ours; no document gives any.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from guidance.citations import Citation
from guidance.facts import Tie
from guidance.library import (
    Advice,
    Form,
    Kind,
    LeadTime,
    Library,
    Origin,
    Priority,
    Wording,
)
from guidance.reasons import because
from guidance.settle import settled
from guidance.situation import Phase, Situation

OPEN_TO_DO = 7
OPEN_FACTS = 3
MORE = "More that may help"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An advice as it is shown for one situation."""

    advice: Advice
    wording: Wording
    tie: Tie
    because: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.advice.id

    @property
    def text(self) -> str:
        return self.wording.text

    @property
    def why(self) -> str:
        return self.wording.why

    @property
    def hedge(self) -> str:
        return self.wording.hedge

    @property
    def form(self) -> Form:
        return self.advice.form

    @property
    def heading(self) -> str:
        return self.advice.kind.heading

    @property
    def tickable(self) -> bool:
        return self.form.to_do

    @property
    def may_be_hidden(self) -> bool:
        return self.form is not Form.WARNING

    @property
    def reason(self) -> str:
        """Words to stand after 'because': 'panel, vice president'."""
        return ", ".join(self.because)

    @property
    def citations(self) -> tuple[Citation, ...]:
        return self.advice.citations

    @property
    def origin(self) -> Origin:
        return self.advice.origin

    @property
    def our_part(self) -> str:
        return self.advice.our_part

    @property
    def credit(self) -> str:
        return self.advice.credit

    @property
    def when(self) -> str:
        """The conditions in words, to stand under 'why am I seeing this'."""
        return self.advice.when


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Folded advice under one heading."""

    heading: str
    entries: tuple[Entry, ...]

    @property
    def count(self) -> int:
        return len(self.entries)


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """The advice of a situation: `open` to read now, `folded` one click away.

    `done` holds what the owner ticked, `hidden` what they put away; `note` what to
    say above all of it when the documents speak of another round than this one.
    """

    open: tuple[Entry, ...]
    folded: tuple[Group, ...]
    done: tuple[Entry, ...]
    note: str
    hidden: tuple[Entry, ...] = ()

    @property
    def to_do(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.open if entry.tickable)

    @property
    def facts(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.open if not entry.tickable)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that applies and is not done, open first."""
        return self.open + tuple(e for group in self.folded for e in group.entries)


def choose(
    library: Library,
    situation: Situation,
    *,
    done: Collection[str] = (),
    not_for_me: Collection[str] = (),
) -> Chosen:
    """The advice for `situation`; `done` are the ids the owner ticked.

    `not_for_me` are those they put away. Cautions cannot be: they go with what they
    are about.
    """
    situation = settled(situation)
    applying = _applying(library, situation)
    hidden = [e for e in applying if e.id in not_for_me and e.may_be_hidden]
    hidden_ids = {entry.id for entry in hidden}
    entries = [entry for entry in applying if entry.id not in hidden_ids]
    entries.sort(key=_order_of(situation))  # stable: then file order
    tickable = [entry for entry in entries if entry.tickable]
    facts = [entry for entry in entries if not entry.tickable]
    ticked = tuple(entry for entry in tickable if entry.id in done)
    todo = [entry for entry in tickable if entry.id not in done]
    to_read = [e for e in facts if _may_lie_open(e)]
    shown = (*_open(todo, OPEN_TO_DO), *_open(to_read, OPEN_FACTS))
    open_ids = {entry.id for entry in shown}
    rest = [entry for entry in todo + facts if entry.id not in open_ids]
    return Chosen(
        open=shown,
        folded=_fold(rest),
        done=ticked,
        note=_note(situation, entries),
        hidden=tuple(hidden),
    )


def of_kind(library: Iterable[Advice], situation: Situation, kind: Kind) -> list[Entry]:
    """Those of `choose` that are about one thing, all in their order."""
    situation = settled(situation)
    entries = _applying((a for a in library if a.kind is kind), situation)
    return sorted(entries, key=_order_of(situation))


def _applying(library: Iterable[Advice], situation: Situation) -> list[Entry]:
    phased = [advice for advice in library if situation.phase in advice.phases]
    return [entry for advice in phased if (entry := _entry(advice, situation))]


def _entry(advice: Advice, situation: Situation) -> Entry | None:
    held = advice.conditions.held(situation)
    if held is None:
        return None
    tie = min([condition.tie for condition in held]) if held else Tie.GENERAL
    if not _fits_time_left(advice, tie, situation):
        return None
    return Entry(
        advice=advice,
        wording=advice.wording_for(situation),
        tie=tie,
        because=because(advice, held, situation),
    )


def _fits_time_left(advice: Advice, tie: Tie, situation: Situation) -> bool:
    """Whether there is time to act on it. What they asked for is never dropped."""
    minutes = situation.minutes_until_start
    if minutes is None or situation.phase not in (Phase.INVITED, Phase.BEFORE):
        return True
    if advice.lead_time is LeadTime.MINUTES:
        return True
    if tie is Tie.FORMAT and advice.priority is Priority.DECISIVE:
        return True
    return minutes >= advice.lead_time * 60


def _order_of(situation: Situation) -> Callable[[Entry], tuple[int, ...]]:
    if situation.phase in _AFTER_THE_END:
        return _order_after
    minutes = situation.minutes_until_start
    return _order_near if minutes is not None and minutes < _NEAR else _order


def _order(entry: Entry) -> tuple[int, ...]:
    """Announced format, then people, then notes, then what most documents say."""
    return (entry.tie, entry.advice.priority, -entry.advice.documents)


# Ours: with less than this left, the day itself and what to take along go before
# other useful things.
_NEAR = LeadTime.DAYS * 60
_THE_DAY = frozenset({Kind.MATERIAL, Kind.LOGISTICS})


def _order_near(entry: Entry) -> tuple[int, ...]:
    tie, priority, documents = _order(entry)
    return (tie, priority, entry.advice.kind not in _THE_DAY, documents)


_AFTER_THE_END = frozenset(
    {Phase.JUST_AFTER, Phase.WAITING, Phase.OFFER, Phase.NOT_SELECTED}
)


def _order_after(entry: Entry) -> tuple[int, ...]:
    """Once it is over, what matters now goes before whom it was about."""
    return (entry.advice.priority, entry.tie, -entry.advice.documents)


def _may_lie_open(entry: Entry) -> bool:
    """Not what no document covers, and of the signs the caution only."""
    if entry.form is Form.GAP:
        return False
    return entry.advice.kind is not Kind.SIGNS or entry.form is Form.WARNING


def _open(entries: list[Entry], most: int) -> list[Entry]:
    """The first few: the best of each tie, so that a long format list never hides
    the people or the notes, then what is decisive, then the rest in order. Banks of
    questions and parts of messages stay folded, however well they fit.
    """
    able = [e for e in entries if e.form not in (Form.QUESTION, Form.SLOT)]
    best = {entry.tie: entry.id for entry in reversed(able)}.values()
    others = [entry for entry in able if entry.id not in best]
    others.sort(key=lambda entry: entry.advice.priority)
    picked = {*[*best, *(entry.id for entry in others)][:most]}
    return [entry for entry in able if entry.id in picked]


def _fold(entries: list[Entry]) -> tuple[Group, ...]:
    """One group per kind; a group of one is no group, those go under 'more'."""
    groups: dict[Kind, list[Entry]] = {kind: [] for kind in Kind}
    for entry in entries:
        groups[entry.advice.kind].append(entry)
    named = [(kind.heading, group) for kind, group in groups.items() if len(group) > 1]
    single = [group[0] for group in groups.values() if len(group) == 1]
    return tuple(
        Group(heading=heading, entries=tuple(group))
        for heading, group in [*named, (MORE, single)]
        if group
    )


def _note(situation: Situation, entries: list[Entry]) -> str:
    """All four documents speak of second interviews; elsewhere that is said.

    Once they have answered, the advice is about the answer, whatever the round was.
    """
    if situation.phase in (Phase.OFFER, Phase.NOT_SELECTED):
        return ""
    if not entries or situation.number in (None, 2):
        return ""
    if situation.number == 1:
        return "From second-interview advice; the general part fits here too."
    return (
        "Borrowed from advice about an earlier round; no document describes this one."
    )
