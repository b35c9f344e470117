"""Plays the story through the actions people use, each at its own time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import singledispatchmethod
from itertools import count

from accounts.models import User
from applications import actions as applications
from applications.models import Application, Company
from applications.research import write_research
from interviews import actions as interviews
from interviews.advice import advice_for
from interviews.models import FollowUp, Round, Sign
from interviews.sample import answering
from interviews.sample.calendar import Calendar
from interviews.sample.story import (
    ALL,
    Archived,
    Job,
    Met,
    Moved,
    Noted,
    Offered,
    Parted,
    Sitting,
)

# The clock times at which things happen that have no time of their own.
_APPLIED, _INVITED, _TICKED = "10:20", "09:40", "18:30"
_MOVED, _NOTED, _ANSWERED = "11:15", "12:30", "16:10"


@dataclass(frozen=True)
class Deed:
    """One thing done at one time."""

    at: datetime
    do: Callable[[datetime], object]


class Player:
    """Turns one job into deeds. What it makes on the way is kept for the later ones."""

    def __init__(
        self, job: Job, *, owner: User, calendar: Calendar, is_sample: bool = False
    ) -> None:
        self.job = job
        self.is_sample = is_sample
        self.owner = owner
        self.calendar = calendar
        self.rounds: list[Round] = []
        self._places = count()

    def deeds(self) -> list[Deed]:
        """In their order: none before the one above it, none in the future."""
        deeds: list[Deed] = []
        last: datetime | None = None
        for deed in self._deeds():
            at = max(deed.at, last + timedelta(minutes=1)) if last else deed.at
            last = min(at, self.calendar.now)
            deeds.append(Deed(last, deed.do))
        return deeds

    def _deeds(self) -> Iterator[Deed]:
        yield self._deed(self.job.day, _APPLIED, self._begin)
        for step in self.job.steps:
            yield from self._of(step)

    def _deed(self, day: int, at: str, do: Callable[[datetime], object]) -> Deed:
        return Deed(self.calendar.moment(day, at), do)

    def _begin(self, now: datetime) -> None:
        applied = self.calendar.day(self.job.day)
        companies = Company.objects.for_user(self.owner)
        is_known = companies.named(self.job.company).exists()
        self.application = applications.create_application(
            owner=self.owner,
            company_name=self.job.company,
            role=self.job.role,
            stage=self.job.stage,
            is_sample=self.is_sample,
            applied_on=None if self.job.stage == "saved" else applied,
            now=now,
            **self.job.about,
        )
        if not is_known:
            self._describe(self.application.company, now)

    def _describe(self, company: Company, now: datetime) -> None:
        """What stands on the company's own page; its form saves it in this way, too."""
        Company.objects.filter(pk=company.pk).update(
            website=self.job.website, created_at=now
        )
        if found := self._found_out():
            write_research(company, texts=found, now=now)

    def _found_out(self) -> dict[str, str]:
        what_they_do = {"products": self.job.research} if self.job.research else {}
        return {**what_they_do, **self.job.found_out}

    # --- steps -------------------------------------------------------------------

    @singledispatchmethod
    def _of(self, step: object) -> Iterator[Deed]:
        raise TypeError(step)

    @_of.register
    def _moved(self, step: Moved) -> Iterator[Deed]:
        def move(now: datetime) -> None:
            applications.change_stage(self.application, to=step.to, now=now)

        yield self._deed(step.day, _MOVED, move)

    @_of.register
    def _noted(self, step: Noted) -> Iterator[Deed]:
        def note(now: datetime) -> None:
            applications.add_note(self.application, text=step.text, now=now)

        yield self._deed(step.day, _NOTED, note)

    @_of.register
    def _archived(self, step: Archived) -> Iterator[Deed]:
        def archive(now: datetime) -> None:
            applications.archive(self.application, now=now)

        yield self._deed(step.day, _NOTED, archive)

    @_of.register
    def _offered(self, step: Offered) -> Iterator[Deed]:
        def write(now: datetime) -> None:
            answering.write_down(self.application, step, self.calendar, now=now)

        yield self._deed(step.day, _TICKED, write)

    @_of.register
    def _parted(self, step: Parted) -> Iterator[Deed]:
        yield self._deed(
            step.day,
            _TICKED,
            lambda now: answering.part(self.rounds[-1], step, now=now),
        )

    @_of.register
    def _met(self, step: Met) -> Iterator[Deed]:
        """A round: invited, prepared, over, thanked, asked about, answered."""
        place = next(self._places)
        yield self._deed(step.invited, _INVITED, lambda now: self._invite(step, now))
        if step.ticked:
            yield self._deed(
                step.invited + 1, _TICKED, lambda now: self._tick(place, step, now)
            )
        if step.cancelled is not None:
            yield self._deed(
                step.cancelled,
                _MOVED,
                lambda now: interviews.cancel_round(self.rounds[place], now=now),
            )
        else:
            yield from self._afterwards(step, place)

    def _afterwards(self, step: Met, place: int) -> Iterator[Deed]:
        starts_at = self._starts_at(step)
        if starts_at is None:
            return
        last = [self._sitting(step.day or 0, each).ends_at for each in step.further]
        own_end = starts_at + timedelta(minutes=step.minutes or 60)
        over_at = max([own_end, *filter(None, last)])
        if over_at > self.calendar.now:
            return
        if step.notes:
            yield Deed(
                over_at + timedelta(hours=1),
                lambda now: self._debrief(place, step, now),
            )
        if step.drafts or step.thanked:
            yield Deed(
                over_at + timedelta(hours=step.thanked_after),
                lambda now: self._thank(place, step, now),
            )
        yield from self._answer(step, place)

    def _answer(self, step: Met, place: int) -> Iterator[Deed]:
        if step.asked is not None:
            yield self._deed(step.asked, _NOTED, lambda now: self._ask(place, now))
        if step.answered is not None:
            yield self._deed(
                step.answered,
                _ANSWERED,
                lambda now: interviews.record_outcome(
                    self.rounds[place], outcome=step.outcome, now=now
                ),
            )

    # --- deeds of a round ----------------------------------------------------------

    def _starts_at(self, step: Met) -> datetime | None:
        return None if step.day is None else self.calendar.moment(step.day, step.at)

    def _invite(self, step: Met, now: datetime) -> None:
        starts_at = self._starts_at(step)
        length = timedelta(minutes=step.minutes) if step.minutes else None
        promised = step.promised
        self.rounds.append(
            interviews.add_round(
                self.application,
                number=None,
                session=interviews.SessionDetails(
                    time_zone=step.zone or self.owner.time_zone,
                    starts_at=starts_at,
                    ends_at=starts_at + length if starts_at and length else None,
                    setting=step.setting,
                    formats=list(step.formats),
                    place=step.place,
                    link=step.link,
                ),
                people=step.people,
                further=[self._sitting(step.day or 0, each) for each in step.further],
                to_prepare=step.to_prepare,
                promised_on=None if promised is None else self.calendar.day(promised),
                now=now,
            )
        )

    def _sitting(self, day: int, sitting: Sitting) -> interviews.SessionDetails:
        starts_at = self.calendar.moment(day, sitting.at)
        return interviews.SessionDetails(
            time_zone=self.owner.time_zone,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=sitting.minutes),
            setting=sitting.setting,
            formats=list(sitting.formats),
            people=sitting.people,
            place=sitting.place,
        )

    def _tick(self, place: int, step: Met, now: datetime) -> None:
        round_ = Round.objects.complete().get(pk=self.rounds[place].pk)
        for entry in advice_for(round_, now).to_do[: step.ticked]:
            interviews.tick(round_, advice=entry.id, now=now)

    def _debrief(self, place: int, step: Met, now: datetime) -> None:
        round_ = Round.objects.complete().get(pk=self.rounds[place].pk)
        noted = interviews.Noted(
            notes=step.notes,
            questions=step.questions,
            topics={p.pk: step.topics.get(p.name, "") for p in round_.people},
            **step.boxes,
        )
        interviews.save_debrief(round_, noted, promised_on=round_.promised_on, now=now)
        for kind, signs in (
            (Sign.Kind.RED_FLAG, step.red_flags),
            (Sign.Kind.ENCOURAGING, step.good_signs),
        ):
            for sign in signs:
                interviews.add_sign(round_, sign, kind=kind, now=now)

    def _thank(self, place: int, step: Met, now: datetime) -> None:
        for note in FollowUp.objects.filter(round=self.rounds[place]).thank_yous():
            name = note.contact.name if note.contact else ""
            if name in step.drafts:
                interviews.save_draft(note, draft=step.drafts[name], now=now)
            if step.thanked == ALL or name in step.thanked:
                interviews.mark_sent(note, now=now)

    def _ask(self, place: int, now: datetime) -> None:
        checks = FollowUp.objects.filter(
            round=self.rounds[place], kind=FollowUp.Kind.STATUS_CHECK
        )
        interviews.mark_sent(checks.get(), now=now)


def finished(application: Application, *, at: datetime) -> None:
    """Let the row say when it was last touched in the story, not when it was made."""
    Application.objects.filter(pk=application.pk).update(updated_at=at)
