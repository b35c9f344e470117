"""What a round's page shows of their answer, or of their silence."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from django.db import models

from accounts.models import User
from accounts.prepared import Prepared
from applications.models import Contact, Offer, Stage
from guidance import library
from guidance.library import Advice
from guidance.situation import Phase
from interviews import followups
from interviews.models import FollowUp, Review, Round
from interviews.offer_page import offer_of
from interviews.phases import is_last, phase

# Ours: as many as are read at a glance.
_REMEMBERED = 3


def _to_remember(owner: int, but: int) -> models.QuerySet[Review]:
    mine = Review.objects.for_user(User(pk=owner))
    return mine.to_remember(but=but)[:_REMEMBERED]


_TO_REMEMBER = Prepared(_to_remember, owner=int, but=int)


class AnswerPanel:
    """The part of a `complete()` round's page that follows its answer."""

    def __init__(self, round_: Round, *, now: datetime) -> None:
        self.round = round_
        self.now = now
        self.phase = phase(round_, now)

    @property
    def is_offer(self) -> bool:
        return self.phase is Phase.OFFER

    @property
    def is_no(self) -> bool:
        return self.phase is Phase.NOT_SELECTED and not self.round.cancelled_at

    @property
    def is_withdrawn(self) -> bool:
        """The owner withdrew, after this round or after an offer."""
        stage = self.round.application.stage
        return is_last(self.round) and stage == Stage.WITHDRAWN

    @property
    def is_silence(self) -> bool:
        """They were asked, and have not been heard from since."""
        return followups.may_check_in(self.round, is_last=is_last(self.round))

    # --- an offer ----------------------------------------------------------------

    @property
    def offer(self) -> Offer | None:
        return offer_of(self.round.application)

    # --- a no --------------------------------------------------------------------

    @property
    def feedback_request(self) -> FollowUp | None:
        """The one message to write, whether it is due yet or not."""
        rows = self.round.follow_ups.all()
        wanted = (row for row in rows if row.is_feedback_request)
        return next((row for row in wanted if row.is_open or row.is_settled), None)

    @property
    def review(self) -> Review | None:
        return getattr(self.round, "review", None)

    @property
    def people(self) -> list[Contact]:
        return self.round.people

    # --- silence -----------------------------------------------------------------

    @property
    def planned(self) -> FollowUp | None:
        """The check-in the owner planned for a day to come."""
        rows = self.round.follow_ups.all()
        return next(
            (r for r in rows if r.is_check_in and r.is_open and r.due_at > self.now),
            None,
        )

    @property
    def may_plan(self) -> bool:
        """Whether no other check-in is open."""
        rows = self.round.follow_ups.all()
        return not any(row.is_check_in and row.is_open for row in rows)

    # --- withdrawn -----------------------------------------------------------------

    @property
    def good_terms(self) -> Advice | None:
        """What is said for a no, which fits here as well."""
        return library.load().get("no-door-open")

    @property
    def on_withdrawing(self) -> Advice | None:
        return library.load().get("gap-withdraw")

    # --- what earlier searches taught ----------------------------------------------

    @cached_property
    def resolutions(self) -> list[Review]:
        """What the owner wanted to do differently, while they prepare; one query."""
        if self.phase not in {Phase.INVITED, Phase.BEFORE}:
            return []
        application = self.round.application
        return _TO_REMEMBER(owner=application.owner_id, but=application.pk)
