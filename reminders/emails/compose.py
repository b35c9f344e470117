"""From reminders of one kind to the letter that tells them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from accounts.clock import day_and_time
from accounts.http import absolute
from accounts.models import User
from guidance.choose import Entry
from guidance.library import Kind as AdviceKind
from interviews.advice import advice_for
from interviews.models import FollowUp, Round
from reminders import links
from reminders.emails import facts, subjects
from reminders.emails.letter import (
    Errand,
    Fact,
    Letter,
    Section,
    Target,
    Tip,
    without_repeats,
)
from reminders.emails.measure import FULL, Measure
from reminders.emails.words import (
    first_fitting,
    joined,
    one_line,
    shorten,
    shorter_and_shorter,
)
from reminders.links import Purpose
from reminders.models import Kind

_PREHEADER = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Writer:
    """Writes the letter of one kind for one owner.

    `issued_at` is when the message was made: links count their 30 days from it.
    `now` is when it is told: advice and dates are chosen for that moment. `measure`
    is how much it may tell.
    """

    kind: Kind
    owner: User
    issued_at: datetime
    now: datetime
    measure: Measure = FULL

    def letter(self, rounds: Sequence[Round]) -> Letter:
        """Raises ValueError without a round: there is nothing to tell."""
        if not rounds:
            raise ValueError("a letter needs a round")
        shown, rest = rounds[: self.measure.rounds], rounds[self.measure.rounds :]
        button = self._button(rounds)
        return Letter(
            kind=self.kind,
            subject=self._subject(rounds),
            preheader=one_line(self._preheader(rounds), _PREHEADER),
            heading=self._heading(rounds),
            button=button,
            sections=self._sections(shown, button),
            settings_url=absolute(reverse("reminders:preferences")),
            stop_url=self._link(Purpose.STOP, self.kind.value),
            more_rounds=shorten(
                joined([facts.title(r, self.measure) for r in rest]),
                self.measure.words * 2,
            ),
        )

    # --- above the facts --------------------------------------------------

    def _subject(self, rounds: Sequence[Round]) -> str:
        if len(rounds) > 1:
            return subjects.of_several(self.kind, rounds)
        (round_,) = rounds
        names = self._names(round_)
        if self.kind is Kind.PREPARE:
            return subjects.prepare(round_, names, self._start(round_))
        if self.kind is Kind.THANK_YOU:
            return subjects.thank_you(round_, names)
        return subjects.status_check(round_, names)

    def _start(self, round_: Round) -> str:
        if round_.starts_at is None:
            return ""
        return day_and_time(
            round_.starts_at, round_.application.owner.zone, now=self.now
        )

    def _names(self, round_: Round) -> list[str]:
        """The people it is about: those still owed a note, or all of the round."""
        if self.kind is Kind.THANK_YOU:
            people = [f.contact for f in self._open(round_) if f.contact]
        else:
            people = round_.people
        return [one_line(contact.name, self.measure.name) for contact in people]

    def _preheader(self, rounds: Sequence[Round]) -> str:
        if len(rounds) > 1:
            return joined([facts.title(r, self.measure) for r in rounds])
        (round_,) = rounds
        told = [fact.text or fact.url for fact in self._facts(round_)[:1]]
        return " · ".join(
            [facts.title(round_, self.measure), *told, *self._names(round_)]
        )

    def _heading(self, rounds: Sequence[Round]) -> str:
        if len(rounds) > 1:
            return subjects.of_several(self.kind, rounds)
        (round_,) = rounds
        if self.kind is Kind.PREPARE:
            return f"Prepare for {facts.title(round_, self.measure)}"
        if self.kind is Kind.STATUS_CHECK:
            return f"Ask {subjects.company_of(round_)} where they stand"
        names = self._names(round_)
        if not names:
            return "A thank-you note: who did you meet?"
        return first_fitting((f"Thank {w}" for w in shorter_and_shorter(names)), 120)

    def _button(self, rounds: Sequence[Round]) -> Target:
        """The one main thing to do."""
        if len(rounds) > 1:
            return Target(label="Open Today", url=absolute(reverse("dashboard:today")))
        (round_,) = rounds
        errands = self._open(round_)
        if self.kind is Kind.PREPARE or not errands:
            page = absolute(round_.get_absolute_url())
            return Target(label="Open the round", url=page)
        if self.kind is Kind.STATUS_CHECK:
            return Target(label="Write the message", url=self._write(errands[0]))
        if len(errands) == 1:
            return Target(label="Write the note", url=self._write(errands[0]))
        notes = self._link(Purpose.NOTES, str(round_.pk))
        return Target(label="Write the notes", url=notes)

    # --- the rounds -------------------------------------------------------

    def _sections(self, rounds: Sequence[Round], button: Target) -> tuple[Section, ...]:
        room = self.measure.errands
        sections = []
        for round_ in rounds:
            sections.append(self._section(round_, button, room, alone=len(rounds) == 1))
            room -= len(sections[-1].errands)
        return tuple(sections)

    def _section(
        self, round_: Round, button: Target, room: int, *, alone: bool
    ) -> Section:
        owed = self._open(round_)
        others = [
            one_line(f.contact.name, self.measure.name)
            for f in owed[room:]
            if f.contact
        ]
        advice, note = self._advice(round_, alone=alone)
        page = absolute(round_.get_absolute_url())
        return Section(
            title=facts.title(round_, self.measure),
            facts=self._facts(round_),
            errands=tuple(self._errand(f, round_, button) for f in owed[:room]),
            others=shorten(joined(others), self.measure.words * 2),
            advice=advice,
            advice_note=note,
            url="" if page == button.url else page,
        )

    def _facts(self, round_: Round) -> tuple[Fact, ...]:
        told = {
            Kind.PREPARE: facts.preparing,
            Kind.THANK_YOU: facts.thanking,
            Kind.STATUS_CHECK: facts.overdue,
        }[self.kind]
        return tuple(told(round_, self.measure, now=self.now))

    def _advice(self, round_: Round, *, alone: bool) -> tuple[tuple[Tip, ...], str]:
        """The first advice for the moment of telling, and what to say above it."""
        chosen = advice_for(round_, self.now)
        most = _ADVICE[self.kind] if alone else _ADVICE_FOR_EACH[self.kind]
        fitting = list(filter(_FITTING[self.kind], chosen.open))
        fitting = fitting[: min(most, self.measure.advice)]
        return tuple(map(_tip, fitting)), chosen.note if fitting else ""

    # --- links ------------------------------------------------------------

    def _open(self, round_: Round) -> list[FollowUp]:
        """The follow-ups of this kind that are still to be done."""
        return [
            follow_up
            for follow_up in round_.follow_ups.all()
            if follow_up.kind == self.kind.value and follow_up.is_open
        ]

    def _errand(self, follow_up: FollowUp, round_: Round, button: Target) -> Errand:
        pairs = [("Write", Purpose.WRITE), ("Mark as sent", Purpose.SENT)]
        if self.kind is Kind.STATUS_CHECK:
            pairs.append(("They replied", Purpose.REPLIED))
        pairs.append(("Not needed", Purpose.SKIP))
        subject = str(follow_up.pk)
        targets = [Target(label=w, url=self._link(p, subject)) for w, p in pairs]
        return Errand(
            name=self._errand_name(follow_up, round_),
            targets=without_repeats(targets, button),
        )

    def _errand_name(self, follow_up: FollowUp, round_: Round) -> str:
        if follow_up.contact:
            return facts.person(follow_up.contact, self.measure)
        if self.kind is Kind.THANK_YOU:
            return (
                "Who did you meet? Add a name to the round, or write to the person"
                " who invited you."
            )
        return subjects.company_of(round_)

    def _write(self, follow_up: FollowUp) -> str:
        return self._link(Purpose.WRITE, str(follow_up.pk))

    def _link(self, purpose: Purpose, subject: str) -> str:
        return links.Link(
            purpose=purpose,
            owner=self.owner,
            subject=subject,
            issued_at=self.issued_at,
        ).url


def _tip(entry: Entry) -> Tip:
    """Its reason may quote a title the owner typed."""
    return Tip(
        text=" ".join(filter(None, [entry.text, entry.hedge])),
        reason=one_line(entry.reason),
        credit=entry.credit,
    )


_ADVICE = {Kind.PREPARE: 5, Kind.THANK_YOU: 2, Kind.STATUS_CHECK: 1}
# In a mail about several rounds only what differs from round to round.
_ADVICE_FOR_EACH = {Kind.PREPARE: 2, Kind.THANK_YOU: 0, Kind.STATUS_CHECK: 0}
_FITTING: dict[Kind, Callable[[Entry], bool]] = {
    Kind.PREPARE: lambda entry: True,
    Kind.THANK_YOU: lambda entry: entry.advice.kind is AdviceKind.THANKS,
    Kind.STATUS_CHECK: lambda entry: entry.advice.kind is AdviceKind.CHASE,
}
