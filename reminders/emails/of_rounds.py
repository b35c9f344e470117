"""What a mail says about rounds, by kind: subject, heading, button and sections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from accounts.clock import day_and_time
from accounts.http import absolute
from guidance.choose import Entry
from guidance.library import Kind as AdviceKind
from interviews.advice import advice_for
from interviews.models import FollowUp, Round
from reminders.emails import facts, subjects
from reminders.emails.letter import (
    Errand,
    Fact,
    Section,
    Target,
    Tip,
    without_repeats,
)
from reminders.emails.matters import OF_FOLLOW_UPS, Telling
from reminders.emails.measure import Measure
from reminders.emails.words import (
    first_fitting,
    joined,
    one_line,
    shorten,
    shorter_and_shorter,
)
from reminders.facts import kinds_told_by
from reminders.links import Purpose
from reminders.models import Kind, Reminder


@dataclass(frozen=True, kw_only=True)
class AboutRounds:
    """Tells reminders of one kind about rounds; `measure` is how much it may tell."""

    kind: Kind
    rounds: Sequence[Round]
    # The reminder that tells of each round, by the round's key.
    reminders: Mapping[int, Reminder]
    telling: Telling
    measure: Measure

    # --- above the facts --------------------------------------------------

    def subject(self) -> str:
        if len(self.rounds) > 1:
            return subjects.of_several(self.kind, self.rounds)
        (round_,) = self.rounds
        names = self._names(round_)
        if self.kind is Kind.PREPARE:
            return subjects.prepare(round_, names, self._start(round_))
        return subjects.OF_ONE[self.kind](round_, names)

    def _start(self, round_: Round) -> str:
        if round_.starts_at is None:
            return ""
        zone = self.telling.owner.zone
        return day_and_time(round_.starts_at, zone, now=self.telling.now)

    def _names(self, round_: Round) -> list[str]:
        """The people it is about: those still owed a note, or all of the round."""
        if self.kind is Kind.THANK_YOU:
            people = [f.contact for f in self._open(round_) if f.contact]
        else:
            people = round_.people
        return [one_line(contact.name, self.measure.name) for contact in people]

    def preheader(self) -> str:
        if len(self.rounds) > 1:
            return joined([facts.title(r, self.measure) for r in self.rounds])
        (round_,) = self.rounds
        told = [fact.text or fact.url for fact in self._facts(round_)[:1]]
        return " · ".join(
            [facts.title(round_, self.measure), *told, *self._names(round_)]
        )

    def heading(self) -> str:
        if len(self.rounds) > 1:
            return subjects.of_several(self.kind, self.rounds)
        return self._heading_of(self.rounds[0])

    def _heading_of(self, round_: Round) -> str:
        if self.kind is Kind.THANK_YOU:
            names = self._names(round_)
            if not names:
                return "A thank-you note: who did you meet?"
            thanks = (f"Thank {who}" for who in shorter_and_shorter(names))
            return first_fitting(thanks, 120)
        if self.kind in {Kind.PREPARE, Kind.DEBRIEF}:
            what = facts.title(round_, self.measure)
        else:
            what = subjects.company_of(round_)
        return _HEADINGS[self.kind].format(what)

    def button(self) -> Target:
        """The one main thing to do."""
        if len(self.rounds) > 1:
            return Target(label="Open Today", url=absolute(reverse("dashboard:today")))
        (round_,) = self.rounds
        errands = self._open(round_)
        if self.kind is Kind.DEBRIEF:
            page = reverse("interviews:debrief", args=[round_.pk])
            return Target(label="Write it down", url=absolute(page))
        if self.kind is Kind.PREPARE or not errands:
            page = absolute(round_.get_absolute_url())
            return Target(label="Open the round", url=page)
        if self.kind is not Kind.THANK_YOU:
            return Target(label="Write the message", url=self._write(errands[0]))
        if len(errands) == 1:
            return Target(label="Write the note", url=self._write(errands[0]))
        notes = self.telling.link(Purpose.NOTES, round_.pk)
        return Target(label="Write the notes", url=notes)

    # --- the rounds -------------------------------------------------------

    def sections(self, button: Target, room: int, *, alone: bool) -> list[Section]:
        """One a round; `room` is for how many people there may be links.

        `alone`: nothing else is told in this mail.
        """
        sections: list[Section] = []
        is_alone = alone and len(self.rounds) == 1
        for round_ in self.rounds[: self.measure.rounds]:
            sections.append(self._section(round_, button, room, alone=is_alone))
            room = max(room - len(sections[-1].errands), 0)
        return sections

    def rest(self) -> list[str]:
        """The titles of those there is no room for."""
        return [
            facts.title(r, self.measure) for r in self.rounds[self.measure.rounds :]
        ]

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
            kind=self.kind,
            title=facts.title(round_, self.measure),
            facts=self._facts(round_),
            errands=tuple(self._errand(f, round_, button) for f in owed[:room]),
            others=shorten(joined(others), self.measure.words * 2),
            advice=advice,
            advice_note=note,
            url="" if page == button.url else page,
            later=self._later(round_),
        )

    def _later(self, round_: Round) -> str:
        if self.kind in OF_FOLLOW_UPS:
            return ""
        return self.telling.link(Purpose.LATER, self.reminders[round_.pk].pk.hex)

    def _facts(self, round_: Round) -> tuple[Fact, ...]:
        told = facts.OF_KIND[self.kind]
        return tuple(told(round_, self.measure, now=self.telling.now))

    def _advice(self, round_: Round, *, alone: bool) -> tuple[tuple[Tip, ...], str]:
        """The first advice for the moment of telling, and what to say above it."""
        most = (_ADVICE if alone else _ADVICE_FOR_EACH).get(self.kind, 0)
        if not min(most, self.measure.advice):
            return (), ""
        chosen = advice_for(round_, self.telling.now)
        fitting = list(filter(_FITTING[self.kind], chosen.open))
        fitting = fitting[: min(most, self.measure.advice)]
        return tuple(map(_tip, fitting)), chosen.note if fitting else ""

    # --- links ------------------------------------------------------------

    def _open(self, round_: Round) -> list[FollowUp]:
        """The follow-ups of this kind that are still to be done, and not put off."""
        return [
            follow_up
            for follow_up in round_.follow_ups.all()
            if follow_up.kind in kinds_told_by(self.kind)
            and follow_up.is_open
            and not follow_up.is_snoozed(self.telling.now)
        ]

    def _errand(self, follow_up: FollowUp, round_: Round, button: Target) -> Errand:
        pairs = [("Write", Purpose.WRITE), ("Mark as sent", Purpose.SENT)]
        if self.kind is Kind.STATUS_CHECK:
            pairs.append(("They replied", Purpose.REPLIED))
        pairs += [("Later", Purpose.SNOOZE), ("Not needed", Purpose.SKIP)]
        targets = [
            Target(label=words, url=self.telling.link(purpose, follow_up.pk))
            for words, purpose in pairs
        ]
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
        return self.telling.link(Purpose.WRITE, follow_up.pk)


def _tip(entry: Entry) -> Tip:
    """Its reason may quote a title the owner typed."""
    return Tip(
        text=" ".join(filter(None, [entry.text, entry.hedge])),
        reason=one_line(entry.reason),
        credit=entry.credit,
    )


_HEADINGS = {
    Kind.PREPARE: "Prepare for {}",
    Kind.DEBRIEF: "How did it go? {}",
    Kind.STATUS_CHECK: "Ask {} where they stand",
    Kind.FEEDBACK_REQUEST: "Thank {} and ask for feedback",
}
_ADVICE = {Kind.PREPARE: 5, Kind.THANK_YOU: 2, Kind.STATUS_CHECK: 1}
# In a mail about several rounds only what differs from round to round.
_ADVICE_FOR_EACH = {Kind.PREPARE: 2}
_FITTING: dict[Kind, Callable[[Entry], bool]] = {
    Kind.PREPARE: lambda entry: True,
    Kind.THANK_YOU: lambda entry: entry.advice.kind is AdviceKind.THANKS,
    Kind.STATUS_CHECK: lambda entry: entry.advice.kind is AdviceKind.CHASE,
}
