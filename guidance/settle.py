"""What follows from the facts that are given.

`settled` fills facts that others imply, so that a condition need ask for one of them
only. It never overrules what was given, except where two facts contradict each other:
the exact one (a number of days) wins over the summary (overdue or not).
"""

from __future__ import annotations

from dataclasses import replace

from guidance.situation import Outcome, Phase, Situation

# Ours, as `interviews.phases` has them: the day's advice takes over this many minutes
# before the start, thanking comes first for this many days.
DAY_BEGINS = 180
JUST_AFTER_DAYS = 2
# A week is what the documents call typical, when no date was named.
TYPICAL_DAYS = 7

_BY_OUTCOME = {
    Outcome.NEXT_ROUND: Phase.CLOSED,
    Outcome.OFFER: Phase.OFFER,
    Outcome.NO: Phase.NOT_SELECTED,
    Outcome.WITHDRAWN: Phase.CLOSED,
}


def settled(situation: Situation) -> Situation:
    """The situation with what its facts imply. Settling twice changes nothing."""
    known = replace(
        situation,
        several_sessions=_several(situation),
        interviewers=_people(situation),
        to_prepare=_evident("to_prepare", situation, situation.materials),
        has_log=_evident("has_log", situation, situation.log),
        starts_known=_starts_known(situation),
        promised=_promised(situation),
        overdue=_overdue(situation),
        thank_yous_owed=_owed(situation),
    )
    return known if known.phase else replace(known, phase=phase_of(known))


def phase_of(situation: Situation) -> Phase | None:
    """The phase that the facts amount to, or None where they do not say."""
    if situation.outcome:
        return _BY_OUTCOME[situation.outcome]
    if situation.days_since_end is not None:
        fresh = situation.days_since_end < JUST_AFTER_DAYS
        owed = situation.thank_yous_owed != 0
        return Phase.JUST_AFTER if fresh and owed else Phase.WAITING
    minutes = situation.minutes_until_start
    if minutes is not None:
        return Phase.BEFORE if minutes > DAY_BEGINS else Phase.ON_THE_DAY
    if situation.starts_known:
        return Phase.BEFORE
    there_is_a_round = situation.number is not None or situation.starts_known is False
    return Phase.INVITED if there_is_a_round else None


def _evident(
    fact: str, situation: Situation, evidence: frozenset[object]
) -> bool | None:
    """A yes-or-no fact that something known is evidence for."""
    given: bool | None = getattr(situation, fact)
    return True if given is None and evidence else given


def _several(situation: Situation) -> bool | None:
    if situation.several_sessions is None and situation.sessions is not None:
        return situation.sessions > 1
    return situation.several_sessions


def _people(situation: Situation) -> int | None:
    """People of two kinds are two people at least."""
    if situation.interviewers is None and len(situation.interviewer_kinds) > 1:
        return len(situation.interviewer_kinds)
    return situation.interviewers


def _starts_known(situation: Situation) -> bool | None:
    times = (situation.minutes_until_start, situation.days_since_end)
    if situation.starts_known is None and any(time is not None for time in times):
        return True
    return situation.starts_known


def _promised(situation: Situation) -> bool | None:
    return True if situation.days_until_promised is not None else situation.promised


def _overdue(situation: Situation) -> bool | None:
    if situation.days_until_promised is not None:
        return situation.days_until_promised < 0 and not situation.replied
    if situation.overdue is not None or situation.promised:
        return situation.overdue
    if situation.days_since_end is None:
        return None
    return situation.days_since_end >= TYPICAL_DAYS and not situation.replied


def _owed(situation: Situation) -> int | None:
    people, sent = _people(situation), situation.thank_yous_sent
    if situation.thank_yous_owed is None and people and sent is not None:
        return max(0, people - sent)
    return situation.thank_yous_owed
