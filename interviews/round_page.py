"""What the page of a round shows, gathered from a `complete()` round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from accounts.models import User
from accounts.prepared import Prepared
from applications.models import Contact
from applications.research import Research, research_on
from guidance.choose import Chosen, Entry
from guidance.library import Advice
from guidance.situation import Phase
from guidance.vocabulary import Origin
from interviews.advice import advice_for
from interviews.answer_panel import AnswerPanel
from interviews.day import Part, is_one_day, parts_of
from interviews.joining import Way, way_to
from interviews.look_back import Remembered, remembered_before
from interviews.models import FollowUp, Invite, OwnItem, Round, Sign
from interviews.phases import is_last, phase
from interviews.signs import cautions

# Ours: from this long before the start, joining is the main thing on the page.
NEAR = timedelta(hours=1)
# Ours: so much of what to bring stands open.
TO_BRING = 6

_AHEAD = frozenset({Phase.INVITED, Phase.BEFORE, Phase.ON_THE_DAY})
_STEPS = ("Invited", "Before", "On the day", "Just after", "Waiting", "Their answer")
_STEP_OF = {
    Phase.INVITED: 0,
    Phase.BEFORE: 1,
    Phase.ON_THE_DAY: 2,
    Phase.JUST_AFTER: 3,
    Phase.WAITING: 4,
    Phase.OFFER: 5,
    Phase.NOT_SELECTED: 5,
    Phase.CLOSED: 5,
}
_HEADINGS = {
    Phase.INVITED: "You are invited",
    Phase.BEFORE: "Before the round",
    Phase.ON_THE_DAY: "On the day",
    Phase.JUST_AFTER: "Just after",
    Phase.WAITING: "While you wait",
    Phase.OFFER: "They made an offer",
    Phase.NOT_SELECTED: "They said no",
    Phase.CLOSED: "This round is closed",
}


_INVITES = Prepared(
    lambda round: Invite.objects.light().filter(round=round),
    round=int,
)


@dataclass(frozen=True)
class Step:
    """One phase of the strip; `state` is past, now or empty."""

    name: str
    state: str


@dataclass(frozen=True)
class Item:
    """An advice on the page, and when the owner ticked it."""

    entry: Entry
    done_at: datetime | None

    @property
    def short_credit(self) -> str:
        """The first citation and how many more there are; else what stands there."""
        citations = self.entry.citations
        if len(citations) < 2:
            return self.entry.credit
        adapted = "adapted from " if self.entry.origin is Origin.ADAPTED else ""
        return f"{adapted}{citations[0]} and {len(citations) - 1} more"


@dataclass(frozen=True)
class Fold:
    """Advice one click away, under one heading."""

    heading: str
    items: list[Item]

    @property
    def title(self) -> str:
        """ "Research · 2"."""
        return f"{self.heading} · {len(self.items)}"


@dataclass(frozen=True)
class Seat:
    """Somebody the owner meets, with the round of this application they met in."""

    contact: Contact
    met_in: int | None


class RoundPage:
    """The parts of the page at `now`, for its reader, who owns the round."""

    def __init__(self, round_: Round, *, reader: User, now: datetime) -> None:
        self.round = round_
        self.reader = reader
        self.now = now
        self.phase = phase(round_, now)
        self.heading = _HEADINGS[self.phase]
        self.is_over = round_.is_over(now)
        self.is_last = is_last(round_)

    @property
    def steps(self) -> list[Step]:
        here = _STEP_OF[self.phase]
        states = ["past"] * here + ["now"] + [""] * (len(_STEPS) - here - 1)
        return [Step(*pair) for pair in zip(_STEPS, states, strict=True)]

    @property
    def in_another_zone(self) -> bool:
        return self.round.zone.key != self.reader.time_zone

    @property
    def is_ahead(self) -> bool:
        """The owner still goes there: who, where and what to ask come first."""
        return self.phase in _AHEAD

    @cached_property
    def way(self) -> Way | None:
        """The call to join or the number to ring, while the round is ahead."""
        return way_to(self.round, self.now) if self.is_ahead else None

    @property
    def is_near(self) -> bool:
        """Getting there is the main thing on the page: an hour before, and during."""
        starts_at = self.round.starts_at
        if starts_at is None or not self.is_ahead:
            return False
        return starts_at - NEAR <= self.now

    @cached_property
    def research(self) -> Research:
        return research_on(self.round.application.company)

    @property
    def has_task(self) -> bool:
        """They asked for something."""
        return bool(self.round.to_prepare or self.round.open_tasks)

    # --- advice ----------------------------------------------------------------

    @cached_property
    def advice(self) -> Chosen:
        return advice_for(self.round, self.now)

    @cached_property
    def day(self) -> list[Part]:
        """The sessions of a round that has several."""
        return parts_of(self.round, self.advice, self.now)

    @property
    def is_one_day(self) -> bool:
        return is_one_day(self.round.all_sessions, self.reader.zone)

    @property
    def to_do(self) -> list[Item]:
        """What is to do now, then what is ticked, kept in sight."""
        return self._items([*self.advice.to_do, *self.advice.done])

    @property
    def facts(self) -> list[Item]:
        return self._items(self.advice.facts)

    @property
    def folds(self) -> list[Fold]:
        return [
            Fold(group.heading, self._items(group.entries))
            for group in self.advice.folded
        ]

    @property
    def hidden(self) -> list[Item]:
        """What the owner put away."""
        return self._items(self.advice.hidden)

    @property
    def own_items(self) -> list[OwnItem]:
        return self.round.to_do

    @property
    def to_bring(self) -> list[OwnItem]:
        """What to bring, as much as stands open: first what is not ready."""
        items = sorted(self.round.to_bring, key=lambda item: item.done_at is not None)
        return items[:TO_BRING]

    @property
    def more_to_bring(self) -> int:
        return len(self.round.to_bring) - len(self.to_bring)

    @property
    def removed_items(self) -> list[OwnItem]:
        items = self.round.own_items.all()
        to_do = OwnItem.Purpose.TO_DO
        return [i for i in items if i.purpose == to_do and i.removed_at]

    @property
    def put_away(self) -> int:
        """How much stands under "Not for you"."""
        return len(self.hidden) + len(self.removed_items)

    def item(self, advice: str) -> Item | None:
        """One advice by its id, if it applies."""
        entries = [*self.advice.done, *self.advice.entries]
        return next((i for i in self._items(entries) if i.entry.id == advice), None)

    def _items(self, entries: list[Entry] | tuple[Entry, ...]) -> list[Item]:
        return [Item(entry, self._done_at.get(entry.id)) for entry in entries]

    @cached_property
    def _done_at(self) -> dict[str, datetime]:
        return {t.advice: t.done_at for t in self.round.advice_ticks.all()}

    # --- messages and people -----------------------------------------------------

    @cached_property
    def follow_ups(self) -> list[FollowUp]:
        """Messages whose time has come, and those that are settled."""
        return [
            row
            for row in self.round.follow_ups.all()
            if row.is_settled or row.is_owed(self.now)
        ]

    @property
    def thank_yous(self) -> list[FollowUp]:
        return [row for row in self.follow_ups if row.is_thank_you]

    @property
    def all_thanked(self) -> bool:
        """There are notes, and each is sent or set aside."""
        return bool(self.thank_yous) and all(row.is_settled for row in self.thank_yous)

    @property
    def status_checks(self) -> list[FollowUp]:
        return [row for row in self.follow_ups if row.asks_for_an_answer]

    @property
    def nobody_named(self) -> bool:
        return not self.round.people

    @property
    def seats(self) -> list[Seat]:
        return [
            Seat(contact, self._met_in.get(contact.pk)) for contact in self.round.people
        ]

    @property
    def has_earlier(self) -> bool:
        return bool(self.round.earlier)

    @cached_property
    def _met_in(self) -> dict[int, int]:
        """The last earlier round of this application, by contact."""
        earlier = sorted(self.round.earlier, key=lambda other: other.number)
        return {person.pk: other.number for other in earlier for person in other.people}

    # --- looking back --------------------------------------------------------------

    @cached_property
    def look_back(self) -> list[Remembered]:
        """The earlier rounds that were written down, the latest first."""
        return remembered_before(self.round)

    @property
    def may_recall(self) -> bool:
        """Whether to offer to write down an earlier round: nothing is known of any."""
        return self.round.number > 1 and self.is_ahead and not self.look_back

    @property
    def to_recall(self) -> Round | None:
        """The round before, if it is in Callback."""
        return max(self.round.earlier, key=lambda other: other.number, default=None)

    @cached_property
    def invites(self) -> list[Invite]:
        """As they came, the latest first; without the files, which may be large."""
        rows = _INVITES(round=self.round.pk)
        for row in rows:
            row.round = self.round
        return rows

    @cached_property
    def answer(self) -> AnswerPanel:
        return AnswerPanel(self.round, now=self.now)

    @property
    def troubling(self) -> list[Sign]:
        """Red flags come back when there is something to decide about."""
        deciding = {Phase.OFFER, Phase.INVITED, Phase.BEFORE}
        return self.round.red_flags if self.phase in deciding else []

    @property
    def flag_cautions(self) -> list[Advice]:
        return cautions(Sign.Kind.RED_FLAG)
