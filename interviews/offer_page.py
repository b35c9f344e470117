"""What the page of an offer shows, gathered from its application."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from accounts.models import User
from applications.models import Application, Offer, Stage
from guidance import library
from guidance.choose import Chosen, Entry, choose
from guidance.library import Advice
from guidance.situation import Phase, Situation
from guidance.vocabulary import Kind
from interviews.models import Debrief, Round, Sign
from interviews.signs import cautions

# What an offer's pages read of an application; one query each.
NEEDS = (
    "rounds__signs",
    "rounds__debrief",
    "rounds__sessions__interviewers__contact",
)
# Both halves of the advice on pay: wait for the offer, and be prepared (DE).
_PAY = ("offer-pay", "pay-wait")


@dataclass(frozen=True)
class Flag:
    """Something that troubled the owner, and the round it was noted in."""

    sign: Sign
    round: Round


def standing(application: Application) -> list[Round]:
    """Its rounds that were not cancelled; reads the prefetched."""
    return [r for r in application.rounds.all() if not r.cancelled_at]


def red_flags(application: Application) -> list[Flag]:
    """What the owner noted in any of its rounds and did not take back."""
    return [
        Flag(sign, round_)
        for round_ in application.rounds.all()
        for sign in round_.signs.all()
        if sign.is_red_flag and not sign.removed_at
    ]


def offer_of(application: Application) -> Offer | None:
    """What is written down of its offer, if anything."""
    return getattr(application, "offer", None)


class OfferPage:
    """The parts of the page for its reader, who owns the application."""

    def __init__(
        self, application: Application, *, reader: User, now: datetime
    ) -> None:
        self.application = application
        self.reader = reader
        self.now = now
        self.offer = offer_of(application)

    @property
    def may_answer(self) -> bool:
        """Whether the offer waits for the owner's answer."""
        return self.application.stage == Stage.OFFER and self.application.is_live

    @property
    def is_late(self) -> bool:
        """Whether their date has passed without an answer."""
        if self.offer is None or not self.may_answer:
            return False
        return self.offer.is_past_deadline(self.reader.zone, self.now)

    @property
    def rounds(self) -> list[Round]:
        return standing(self.application)

    # --- what the owner noted ------------------------------------------------------

    @cached_property
    def flags(self) -> list[Flag]:
        return red_flags(self.application)

    @property
    def flag_cautions(self) -> list[Advice]:
        return cautions(Sign.Kind.RED_FLAG)

    @property
    def pay_raised(self) -> list[Round]:
        """The rounds in which pay came up, as the owner wrote down."""
        came_up = {Debrief.Pay.BY_THEM, Debrief.Pay.BY_YOU}
        return [r for r in self.rounds if r.log and r.log.pay_raised in came_up]

    # --- advice ----------------------------------------------------------------

    @property
    def deciding(self) -> list[Entry]:
        """What the documents have for deciding, and where they end."""
        return self._of(Kind.DECIDE)

    @property
    def not_covered(self) -> list[Entry]:
        return self._of(Kind.NOT_COVERED)

    @property
    def on_pay(self) -> list[Advice]:
        """Both halves, never one alone."""
        held = [library.load().get(each) for each in _PAY]
        return [advice for advice in held if advice]

    def _of(self, kind: Kind) -> list[Entry]:
        return [entry for entry in self._chosen if entry.advice.kind is kind]

    @cached_property
    def _chosen(self) -> list[Entry]:
        noted = bool(self.flags)
        situation = Situation(phase=Phase.OFFER, red_flags_noted=noted)
        return list(_all(choose(library.load(), situation)))


def _all(chosen: Chosen) -> Iterable[Entry]:
    yield from chosen.entries


@dataclass(frozen=True)
class Column:
    """One live offer among several; `offer` is None while nothing is written down."""

    application: Application
    offer: Offer | None
    flags: list[Flag]


def side_by_side(owner: User) -> list[Column]:
    """Every offer that waits for an answer, the earliest date first.

    No score and no winner: the owner reads, and decides. A fixed few queries.
    """
    live = Application.objects.for_user(owner).live().filter(stage=Stage.OFFER)
    rows = live.select_related("company", "offer").prefetch_related("rounds__signs")
    columns = [Column(row, offer_of(row), red_flags(row)) for row in rows]
    return sorted(columns, key=_by_deadline)


def _by_deadline(column: Column) -> tuple[bool, str, str]:
    day = column.offer and column.offer.deadline_on
    return day is None, str(day), column.application.company.name.casefold()
