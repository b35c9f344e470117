"""The facts of a round in words, times in the owner's zone and named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from django.urls import reverse

from accounts import timezones
from accounts.clock import day, day_and_time, span, time
from accounts.http import absolute
from accounts.models import User
from applications.models import Contact
from guidance import library
from guidance.citations import Citation
from interviews.models import Round, Session
from reminders.emails.letter import Fact
from reminders.emails.measure import FULL, Measure
from reminders.emails.subjects import company_of
from reminders.emails.words import in_a_row, joined, one_line, shorten
from reminders.models import Kind


def title(round_: Round, measure: Measure = FULL) -> str:
    """ "Acme, second interview"."""
    company = shorten(company_of(round_), measure.name)
    return f"{company}, {round_.name[:1].lower()}{round_.name[1:]}"


def person(contact: Contact, measure: Measure = FULL) -> str:
    """ "Dana Wu, VP Product"; without a title what kind of person it is."""
    name, part = _name_and_part(contact, measure)
    return f"{name}, {part}" if part else name


def people(contacts: Iterable[Contact], measure: Measure = FULL) -> str:
    """ "Dana Wu (VP Product) and Rafael Ortiz": titles may hold commas of their own."""
    named = (_name_and_part(contact, measure) for contact in contacts)
    return joined([f"{name} ({part})" if part else name for name, part in named])


def _name_and_part(contact: Contact, measure: Measure) -> tuple[str, str]:
    kind = contact.kind_in_words if contact.kind != contact.Kind.OTHER else ""
    words = contact.title or kind
    return one_line(contact.name, measure.name), one_line(words, measure.name)


def moment(at: datetime, owner: User, *, now: datetime) -> str:
    """ "Thu 3 Dec, 14:00 (Berlin)"."""
    return (
        f"{day_and_time(at, owner.zone, now=now)} ({timezones.city(owner.time_zone)})"
    )


def preparing(round_: Round, measure: Measure, *, now: datetime) -> Iterator[Fact]:
    """Where, when, who, what to prepare."""
    owner = round_.application.owner
    sessions = round_.all_sessions
    if len(sessions) > 1:
        yield from _day(round_, measure, now=now)
    else:
        yield from _session(sessions[0], owner, now=now)
    if round_.people:
        who = people(round_.people, measure)
        yield Fact(label="Who", text=shorten(who, measure.words * 2))
    if round_.to_prepare:
        text = in_a_row(round_.to_prepare, measure.words)
        yield Fact(label="They asked you to prepare", text=text)
    yield from _tasks(round_, measure, now=now)
    things = [item.text for item in round_.to_bring if item.done_at is None]
    if things:
        text = shorten(joined(things), measure.words * 2)
        yield Fact(label="Still to bring or have ready", text=text)


def _tasks(round_: Round, measure: Measure, *, now: datetime) -> Iterator[Fact]:
    """What they asked for and is not ready, each with its own time if it has one."""
    owner = round_.application.owner
    for task in round_.open_tasks:
        if task.done_at is None:
            by = f", due {moment(task.due_at, owner, now=now)}" if task.due_at else ""
            words = in_a_row(f"{task.title}\n{task.words}", measure.words)
            yield Fact(label="To have ready", text=f"{words}{by}")


def _day(round_: Round, measure: Measure, *, now: datetime) -> Iterator[Fact]:
    """All of it in a line, then a line for each session."""
    owner, sessions = round_.application.owner, round_.all_sessions
    if round_.starts_at:
        when = span(round_.starts_at, round_.ends_at, owner.zone, now)
        city = timezones.city(owner.time_zone)
        text = f"{when} ({city}), {len(sessions)} sessions"
        yield Fact(label="When", text=text)
    for session in sessions[: measure.lines]:
        with_whom = [one_line(person.name, measure.name) for person in session.people]
        told = [
            session.shape,
            _where(session),
            f"with {joined(with_whom)}" if with_whom else "",
            _their_time(session, owner, now=now),
        ]
        text = shorten(", ".join(filter(None, told)), measure.words)
        yield Fact(label=_at(session, round_, now=now), text=text, url=_url(session))
    if more := len(sessions[measure.lines :]):
        yield Fact(text=f"and {more} more on the page of the round")


def _at(session: Session, round_: Round, *, now: datetime) -> str:
    """When a session of several is: by the clock alone on the day the round begins."""
    zone = round_.application.owner.zone
    if session.starts_at is None or round_.starts_at is None:
        return "No time yet"
    day_of = session.starts_at.astimezone(zone).date()
    if day_of != round_.starts_at.astimezone(zone).date():
        return span(session.starts_at, session.ends_at, zone, now)
    end = f"–{time(session.ends_at, zone)}" if session.ends_at else ""
    return f"{time(session.starts_at, zone)}{end}"


def _their_time(session: Session, owner: User, *, now: datetime) -> str:
    if session.starts_at is None:
        return ""
    times = (session.starts_at, session.ends_at)
    there = span(*times, session.zone, now)
    same = there == span(*times, owner.zone, now)
    return "" if same else f"{there} in {timezones.city(session.time_zone)}"


def _where(session: Session) -> str:
    setting = session.get_setting_display() if session.setting else ""
    return ", ".join(filter(None, [setting, one_line(session.place)]))


def _url(session: Session) -> str:
    # Only addresses of the web are worth a link; anything else would be a trap.
    is_web = session.link.startswith(("https://", "http://"))
    return session.link if is_web else ""


def _session(session: Session, owner: User, *, now: datetime) -> Iterator[Fact]:
    if session.starts_at:
        here = span(session.starts_at, session.ends_at, owner.zone, now)
        yield Fact(label="When", text=f"{here} ({timezones.city(owner.time_zone)})")
        there = span(session.starts_at, session.ends_at, session.zone, now)
        if there != here:
            city = timezones.city(session.time_zone)
            yield Fact(label="Their time", text=f"{there} ({city})")
    where, url = _where(session), _url(session)
    if where or url:
        yield Fact(label="Where", text=where, url=url)


def after(round_: Round, measure: Measure, *, now: datetime) -> Iterator[Fact]:
    """When it ended and what the owner noted."""
    owner = round_.application.owner
    if round_.over_at and round_.end_is_known:
        yield Fact(text=f"Ended {moment(round_.over_at, owner, now=now)}")
    elif round_.starts_at:
        began = moment(round_.starts_at, owner, now=now)
        yield Fact(text=f"Began {began}, end unknown")
    if round_.noted:
        yield Fact(label="You noted", text=in_a_row(round_.noted, measure.words))


def thanking(round_: Round, measure: Measure, *, now: datetime) -> Iterator[Fact]:
    """As `after`, with the way to write it down while it is fresh."""
    yield from after(round_, measure, now=now)
    if not round_.noted:
        page = reverse("interviews:debrief", args=[round_.pk])
        yield Fact(text="Write down how it went while it is fresh", url=absolute(page))


def overdue(round_: Round, measure: Measure, *, now: datetime) -> Iterator[Fact]:
    """When they were to answer."""
    yield from after(round_, measure, now=now)
    if round_.promised_on:
        today = now.astimezone(round_.application.owner.zone).date()
        promised = day(round_.promised_on, now_day=today)
        yield Fact(text=f"They promised to answer by {promised}")
    else:
        yield Fact(
            text="No date was promised. An answer often takes about a week, and it"
            f" varies from company to company ({_about_a_week()})"
        )


def _about_a_week() -> Citation:
    """Where the usual wait stands; `interviews.followups` counts by it."""
    source = library.load().sources["diversityemployment"]
    return Citation(source=source, heading="FAQs")


def writing_down(round_: Round, measure: Measure, *, now: datetime) -> Iterator[Fact]:
    """When it ended, and what is worth a line."""
    yield from after(round_, measure, now=now)
    if round_.people:
        who = people(round_.people, measure)
        yield Fact(label="With", text=shorten(who, measure.words * 2))
    yield Fact(text="What they asked, what went well, what they promised: a line each")


def refused(round_: Round, measure: Measure, *, now: datetime) -> Iterator[Fact]:
    """What came of it, and what there is still to win."""
    yield from after(round_, measure, now=now)
    yield Fact(
        text="They decided for somebody else. A short, warm message keeps the door"
        " open, and their answer may help with the next round"
    )


OF_KIND: Mapping[Kind, Callable[..., Iterator[Fact]]] = {
    Kind.PREPARE: preparing,
    Kind.DEBRIEF: writing_down,
    Kind.THANK_YOU: thanking,
    Kind.STATUS_CHECK: overdue,
    Kind.FEEDBACK_REQUEST: refused,
}
