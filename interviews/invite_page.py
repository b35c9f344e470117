"""Everything the page of a draft shows: what arrived, where it belongs, what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict

from applications.models import Application, Contact
from applications.offering import MOST_OFFERED, by_name, lately_heard_of
from interviews.changes import Change, changes
from interviews.fitting import Belonging, belonging
from interviews.forms.reading import (
    NEW,
    ReadInviteForm,
    ReadUpdateForm,
    number_for,
)
from interviews.invites.found import Choice, Found, Kind, Question
from interviews.invites.telling import found_of
from interviews.marking import Piece, marked
from interviews.models import Invite, Round
from interviews.proposals import Proposal, propose
from interviews.rounds_meant import Meant, earlier_edition, meant

_WHICH = "Which application is it?"
_NEW_JOB = "A new one"

# What arrived, in a sentence and what can be done about it.
SAID = {
    Kind.REJECTION: "They said no",
    Kind.CONFIRMATION: "They have your application",
    Kind.TASK: "They ask you to prepare something",
    Kind.OTHER: "This does not look like an invitation",
    Kind.CANCEL: "They called it off",
}


class InvitePage:
    """One draft. `about` is what the owner chose: a round's key, "new", or nothing."""

    def __init__(self, invite: Invite, *, about: str, now: datetime) -> None:
        self.invite, self.now, self.about = invite, now, about
        self.owner = invite.owner
        self.found: Found = found_of({**invite.found, "text": invite.text})

    # --- where it belongs ------------------------------------------------------------

    @cached_property
    def earlier(self) -> Invite | None:
        return earlier_edition(self.owner, self.found, self.invite)

    @cached_property
    def belonging(self) -> Belonging:
        return belonging(self.owner, self.found, self.earlier)

    @cached_property
    def application(self) -> Application | None:
        return self.belonging.application

    @cached_property
    def meant(self) -> Meant:
        if self.about == NEW:
            return Meant()
        if self.about.isdecimal():
            rounds = Round.objects.for_user(self.owner).complete()
            chosen = rounds.filter(pk=self.about[:18]).first()
            return Meant(chosen, "You chose it.") if chosen else Meant()
        return meant(self.found, self.application, self.earlier, self.now)

    @property
    def round(self) -> Round | None:
        return self.meant.round

    @cached_property
    def last_round(self) -> Round | None:
        """The round a rejection or a task is about: the last that stands."""
        if self.application is None:
            return None
        rounds = self.application.rounds.standing().complete()
        return rounds.order_by("-number").first()

    @cached_property
    def jobs(self) -> Sequence[Application]:
        """Where nothing fits: those that still run, to pick the one it is about."""
        followed = Application.objects.for_user(self.owner).unarchived().live()
        return by_name(lately_heard_of(followed))

    @property
    def has_more_jobs(self) -> bool:
        """Whether the one it is about may not be among the `jobs`."""
        return len(self.jobs) >= MOST_OFFERED

    @cached_property
    def rounds_to_pick(self) -> Sequence[Round]:
        """The rounds a cancellation may be about; of any job, where none fits."""
        if self.meant.offered or self.application:
            return self.meant.offered
        ahead = Round.objects.for_user(self.owner).not_over(self.now)
        return list(ahead.complete())

    # --- the form --------------------------------------------------------------------

    @property
    def is_form(self) -> bool:
        """Whether it shows the form of a round."""
        by_hand = self.about == NEW
        return by_hand or self.found.kind in {Kind.INVITE, Kind.RESCHEDULE}

    @cached_property
    def proposal(self) -> Proposal:
        return propose(
            self.found,
            zone=self.owner.time_zone,
            known=self._colleagues(),
            round_=self.round,
        )

    def _colleagues(self) -> Sequence[Contact]:
        application = self.round.application if self.round else self.application
        if application is None:
            return []
        known = Contact.objects.for_user(self.owner)
        return list(known.filter(company=application.company_id))

    def form(self, data: QueryDict | None = None) -> ReadInviteForm | ReadUpdateForm:
        """The form as it begins, or as it was sent."""
        common: dict[str, Any] = {
            "owner": self.owner,
            "now": self.now,
            "found": self.found,
            "proposal": self.proposal,
            "reasons": self._reasons(),
            "questions": self._questions(),
        }
        if self.round:
            first, *_ = self.proposal.sessions
            is_open = (
                first.starts_at is None and "starts" not in self.proposal.questions
            )
            common["initial"] = {
                "to_prepare": self.found.to_prepare or self.round.to_prepare,
                "no_date": is_open,
            }
            return ReadUpdateForm(data, round_=self.round, **common)
        return ReadInviteForm(data, initial=self._initial(), **common)

    def as_typed(self) -> ReadInviteForm | ReadUpdateForm:
        """The form as the owner left it, judged by nobody yet; else as it begins."""
        typed = QueryDict(self.invite.typed)
        if not typed or typed.get("round", "") != self._key:
            return self.form()
        form = self.form(typed)
        for session in form.parts:
            session.keep()
        form.further.keep()
        return form

    @property
    def _key(self) -> str:
        """What the form says it is about."""
        return str(self.round.pk) if self.round else NEW

    key = _key

    def _initial(self) -> dict[str, Any]:
        found, application = self.found, self.application
        initial: dict[str, Any] = {
            "company_name": found.company[:200],
            "role": found.role[:200],
            "to_prepare": found.to_prepare[:5000],
        }
        if number := number_for(application, found):
            initial["number"] = number
        if application:
            initial["application"] = application
        return initial

    def _reasons(self) -> dict[str, str]:
        if self.belonging.why:
            return {"application": f"Chosen {self.belonging.why}."}
        return {}

    def _questions(self) -> dict[str, Question]:
        offered = self.belonging.offered
        if self.round or not offered:
            return {}
        choices = [
            Choice(str(fit.application.pk), f"{_job(fit.application)}, {fit.why}")
            for fit in offered
        ]
        job = " · ".join(filter(None, (self.found.company, self.found.role)))
        choices.append(Choice(NEW, f"{_NEW_JOB}: {job}" if job else _NEW_JOB))
        return {"application": Question("application", _WHICH, tuple(choices))}

    # --- what is said ----------------------------------------------------------------

    @property
    def heading(self) -> str:
        if not self.is_form:
            return SAID[self.found.kind]
        return "Is this the new plan?" if self.round else "Is this right?"

    @cached_property
    def changes(self) -> list[Change]:
        if not self.round:
            return []
        sessions = [
            replace(each, starts_at=None) if self._is_asked(place) else each
            for place, each in enumerate(self.proposal.sessions)
        ]
        return changes(
            self.round,
            sessions,
            to_prepare=self.found.to_prepare,
            owner=self.owner,
            now=self.now,
        )

    def _is_asked(self, place: int) -> bool:
        name = f"sessions-{place - 1}-starts" if place else "starts"
        return name in self.proposal.questions

    @cached_property
    def pieces(self) -> list[Piece]:
        return marked(self.invite.text, self.found)

    @property
    def is_off_already(self) -> bool:
        """Whether the round that was called off is cancelled already."""
        known = self.earlier.round if self.earlier else None
        return known is not None and known.cancelled_at is not None

    @property
    def is_unmatched(self) -> bool:
        """A change or a cancellation of a round that is not in Callback."""
        speaks_of_one = self.found.kind in {Kind.RESCHEDULE, Kind.CANCEL}
        return speaks_of_one and self.about != NEW and self.round is None


def _job(application: Application) -> str:
    return f"{application.company} · {application.role}"
