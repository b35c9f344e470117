"""From the reminders of one message to the letter that tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from django.urls import reverse

from accounts.http import absolute
from reminders.emails.letter import Letter, Section, Target
from reminders.emails.matters import Matters, Telling
from reminders.emails.measure import FULL, Measure
from reminders.emails.of_offers import AboutOffers
from reminders.emails.of_rounds import AboutRounds
from reminders.emails.of_search import Digest, KeepGoing
from reminders.emails.overview import Overview
from reminders.emails.subjects import of_many
from reminders.emails.words import joined, one_line, shorten
from reminders.links import Purpose
from reminders.models import Kind, Reminder

_PREHEADER = 90


class Part(Protocol):
    """What a mail says about the reminders of one kind."""

    def subject(self) -> str: ...
    def preheader(self) -> str: ...
    def heading(self) -> str: ...
    def button(self) -> Target: ...
    def sections(self, button: Target, room: int, *, alone: bool) -> list[Section]: ...
    def rest(self) -> list[str]: ...


def letter(matters: Matters, telling: Telling, measure: Measure = FULL) -> Letter:
    """Raises ValueError without a reminder: there is nothing to tell."""
    if not matters.reminders:
        raise ValueError("a letter needs a reminder")
    parts = [_part(kind, matters, telling, measure) for kind in matters.told_kinds]
    button = parts[0].button() if len(parts) == 1 else _today()
    sections = _sections(parts, button, measure)
    rest = [title for part in parts for title in part.rest()]
    return Letter(
        kinds=matters.kinds,
        subject=_subject(parts, len(sections) + len(rest)),
        preheader=one_line(_preheader(parts), _PREHEADER),
        heading=_heading(parts, len(sections) + len(rest)),
        button=button,
        sections=tuple(sections),
        settings_url=absolute(reverse("reminders:preferences")),
        stop_url=telling.link(Purpose.STOP, "-".join(matters.kinds)),
        more=shorten(joined(rest), measure.words * 2),
    )


def _part(kind: Kind, matters: Matters, telling: Telling, measure: Measure) -> Part:
    if kind.is_about_the_search:
        return _of_search(kind, matters, telling, measure)
    if kind is Kind.OFFER_DEADLINE:
        offers = matters.applications(kind)
        told = _by_thing(matters, kind, (each.pk for each in offers))
        return AboutOffers(
            applications=offers, reminders=told, telling=telling, measure=measure
        )
    rounds = matters.rounds(kind)
    return AboutRounds(
        kind=kind,
        rounds=rounds,
        reminders=_by_thing(matters, kind, (each.pk for each in rounds)),
        telling=telling,
        measure=measure,
    )


def _of_search(
    kind: Kind, matters: Matters, telling: Telling, measure: Measure
) -> Part:
    overview = Overview(telling.owner, telling.now)
    if kind is Kind.DIGEST:
        return Digest(overview=overview, telling=telling, measure=measure)
    reminder = matters.reminder(kind, None)
    return KeepGoing(
        reminder=reminder, overview=overview, telling=telling, measure=measure
    )


def _by_thing(
    matters: Matters, kind: Kind, about: Iterable[int]
) -> dict[int, Reminder]:
    return {pk: matters.reminder(kind, pk) for pk in about}


def _sections(parts: Sequence[Part], button: Target, measure: Measure) -> list[Section]:
    sections: list[Section] = []
    alone = len(parts) == 1
    for part in parts:
        room = measure.errands - sum(len(each.errands) for each in sections)
        sections += part.sections(button, max(room, 0), alone=alone)
    return sections


def _subject(parts: Sequence[Part], count: int) -> str:
    if len(parts) == 1:
        return parts[0].subject()
    return of_many([part.subject() for part in parts], count)


def _heading(parts: Sequence[Part], count: int) -> str:
    return parts[0].heading() if len(parts) == 1 else f"{count} things are due"


def _preheader(parts: Sequence[Part]) -> str:
    if len(parts) == 1:
        return parts[0].preheader()
    return " · ".join(part.heading() for part in parts)


def _today() -> Target:
    return Target(label="Open Today", url=absolute(reverse("dashboard:today")))
