"""Reads an invitation that came as plain text."""

from __future__ import annotations

import re

from guidance.situation import Setting
from interviews.invites import kinds, places, words
from interviews.invites.about import tell_job
from interviews.invites.agenda import agenda_in, read_agenda
from interviews.invites.context import Context
from interviews.invites.found import Found, Kind
from interviews.invites.letter import Letter, masked, plain, take_apart
from interviews.invites.meeting import masked_urls, tell_shared
from interviews.invites.merging import is_proposed, merged
from interviews.invites.one_time import read_single
from interviews.invites.settle import Said
from interviews.invites.slot import Slot, Times
from interviews.invites.slots import times_in
from interviews.invites.tongue import language
from interviews.invites.towns import town_of_office, zone_of_place
from interviews.invites.zone_beside import in_one_breath
from interviews.invites.zones import YOURS, ZoneHit

_FLAGS = re.IGNORECASE
# A time that scores less is a date the message mentions, not when to meet.


_GOOD_ENOUGH = 4
_A_DAY = 2
# In a schedule each time counts that is not said to be something else.
_IN_A_LIST = 1


_ALL_TIMES = re.compile(
    r"(?:all )?times?(?: ?zone)?\s*(?:are|is|:|shown|listed|given|in)|zeitzone|fuseau|zona horaria",
    _FLAGS,
)


_MACHINE = re.compile(r"mailer-daemon|postmaster@", _FLAGS)


def read_text(text: str, context: Context) -> Found:
    """What a text says; its newest message counts before those it quotes."""
    found = read_letter(take_apart(plain(text)), context)
    # What the sources stand in: also the messages that the newest one quotes.
    found.text = plain(text)
    return found


def read_letter(
    letter: Letter, context: Context, *, as_kind: Kind | None = None
) -> Found:
    """What a message says, with what it leaves out from the ones it quotes.

    `as_kind` is what it is, where something else than its words tells.
    """
    found = _read_one(letter, context, as_kind)
    if found.kind is Kind.OTHER and _is_no_news(letter):
        return found
    older = letter.quoted
    while older is not None:
        before = _read_one(older, context)
        if found.kind is Kind.OTHER and before.is_invite:
            found = _as_news(letter, before, context)
        found = merged(found, before)
        older = older.quoted
    return found


def _is_no_news(letter: Letter) -> bool:
    """Whether a message shows that it invites to nothing.

    "See you then" is the candidate's, unless it answers a message of theirs.
    """
    if kinds.surely_says_what_it_is(letter.whole):
        return True
    quoted = letter.quoted
    theirs = quoted is not None and kinds.says_what_it_is(quoted.whole)
    return kinds.says_what_it_is(letter.whole) and not theirs


def _as_news(letter: Letter, before: Found, context: Context) -> Found:
    """Words that only mean something below an invitation: "could you do 2pm?"."""
    found = _read_one(letter, context, as_kind=Kind.INVITE)
    starts = {session.local_start for session in before.sessions}
    mine = {session.local_start for session in found.sessions} - {None}
    if not mine and kinds.is_moved(letter.body):
        found.kind = Kind.RESCHEDULE
        return found
    if not mine:
        return Found(text=found.text)
    if None not in starts and not mine & starts and not is_proposed(before):
        found.kind = Kind.RESCHEDULE
    return found


def _read_one(letter: Letter, context: Context, as_kind: Kind | None = None) -> Found:
    text = letter.whole
    reader = context.day_reader(letter.sent, text)
    times = times_in(masked(text), reader, full_day=language(text) != "en")
    good = [slot for slot in times.slots if slot.score >= _GOOD_ENOUGH]
    timed = [slot for slot in good if slot.clock and slot.day]
    found = Found(summary=letter.subject, text=text)
    machine = bool(_MACHINE.search(letter.sender.address))
    found.kind = as_kind or kinds.kind_of(
        letter.subject, letter.body, has_time=bool(timed), from_machine=machine
    )
    tell_job(found, letter)
    if found.is_invite:
        days = [s for s in times.slots if s.day and s.score >= _A_DAY]
        if found.kind is Kind.CANCEL:
            # The words against a time are those that cancel it.
            days = [s for s in times.slots if s.day]
            timed = timed or [s for s in days if s.clock]
        _read_invite(found, letter, times, timed or good or days, context)
    return found


def _read_invite(
    found: Found, letter: Letter, times: Times, slots: list[Slot], context: Context
) -> None:
    text = letter.whole
    place = places.place_in(masked_urls(text))
    town = _zone_of_town(text, place, context.zone)
    zone = _zone_of_all(masked(text), times.zones)
    said = Said(text, zone, town, place, context.zone)
    agenda = agenda_in(masked(text), [s for s in times.slots if s.score >= _IN_A_LIST])
    if agenda:
        read_agenda(found, agenda, said, times.lengths)
    else:
        read_single(found, slots, times, said)
    tell_shared(found, letter, agenda=bool(agenda))
    words.tell_to_prepare(found, text)


def _zone_of_town(text: str, place: str, owner: str | None) -> str | None:
    """The zone of where to come to, where one is to come: not to be called."""
    if places.link_in(text):
        return None
    zone = zone_of_place(place, text, owner) if place else None
    zone = zone or town_of_office(text, owner)
    if zone is None:
        return None
    setting = words.setting_in(text, link="", place=place)
    return zone if setting is None or setting[0] is Setting.ON_SITE else None


def _zone_of_all(text: str, zones: tuple[ZoneHit, ...]) -> ZoneHit | None:
    """The zone that holds for times that name none: the only one there is."""
    named = tuple(zone for zone in zones if zone.word != YOURS)
    zones = tuple(in_one_breath(text, named))
    for zone in zones:
        if _ALL_TIMES.search(text[max(0, zone.start - 30) : zone.start]):
            return zone
    kinds_of = {(zone.zones, zone.offset) for zone in zones}
    return zones[0] if len(kinds_of) == 1 else None
