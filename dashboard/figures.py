"""What Today counts, in one query: asked on every page for the number in the menu.

Written as SQL, because it is asked so often that building it anew each time would cost
more than answering it. Everything starts at the owner's applications, by an index, and
only at those whose kept columns (`interviews.glance`) say that there may be something:
nothing is owed before `next_at`, and no round is ahead once `heard_at` has passed.

The keys are handed on as arrays: joined, the database takes them for far more than they
are, and reads everybody's rounds rather than those few. Either of two reasons is asked by
itself (UNION ALL): for an OR the plan for all owners reads every live application.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from accounts.models import User
from accounts.planned import planned_cursor
from applications.models import Stage
from interviews.promptness import IN_TIME

# Standing rounds without an answer that have not begun, with or without a date.
_AHEAD = """
WITH ahead AS MATERIALIZED (
  SELECT met.id, met.moves, min(part.starts_at) AS start
  FROM interviews_round AS met
  JOIN interviews_session AS part ON part.round_id = met.id
  WHERE met.cancelled_at IS NULL AND met.outcome = ''
    AND met.application_id = ANY (ARRAY(
      SELECT id FROM applications_application
      WHERE owner_id = %(owner)s AND archived_at IS NULL AND NOT has_ended
        AND round_number > 0 AND heard_at > %(now)s
      UNION ALL
      SELECT id FROM applications_application
      WHERE owner_id = %(owner)s AND archived_at IS NULL AND NOT has_ended
        AND round_number > 0 AND quiet_since IS NULL))
  GROUP BY met.id
  HAVING min(part.starts_at) IS NULL OR min(part.starts_at) > %(now)s
)
"""

# Messages owed, rounds to prepare, what is to be ready today, steps of the owner's own.
_DUE = """
  (SELECT count(*) FROM interviews_followup AS owed
    WHERE owed.state = 'open' AND owed.due_at <= %(now)s
      AND (owed.snoozed_until IS NULL OR owed.snoozed_until <= %(now)s)
      AND owed.round_id = ANY (ARRAY(
        SELECT id FROM interviews_round WHERE application_id = ANY (ARRAY(
          SELECT id FROM applications_application
          WHERE owner_id = %(owner)s AND archived_at IS NULL
            AND next_at <= %(now)s)))))
+ (SELECT count(*) FROM ahead WHERE start IS NOT NULL AND EXISTS (
    SELECT FROM reminders_reminder AS told
    WHERE told.round_id = ahead.id AND told.moves = ahead.moves
      AND told.kind = 'prepare' AND told.due_at <= %(now)s AND told.state <> 'cancelled'
      AND (told.snoozed_until IS NULL OR told.snoozed_until <= %(now)s)))
+ (SELECT count(*) FROM ahead JOIN interviews_task AS task ON task.round_id = ahead.id
    WHERE task.done_at IS NULL AND task.removed_at IS NULL
      AND task.due_at < %(midnight)s AND (start IS NULL OR task.due_at < start))
+ (SELECT count(*) FROM applications_application AS job
    WHERE job.owner_id = %(owner)s AND job.archived_at IS NULL AND NOT job.has_ended
      AND job.next_at <= %(now)s AND job.own_step <> '' AND job.own_step_on <= %(today)s)
"""

_STAGES = """
  (SELECT json_object_agg(stage, count) FROM (
    SELECT stage, count(*) FROM applications_application
    WHERE owner_id = %(owner)s AND archived_at IS NULL GROUP BY stage) AS counted)
"""
_WITHOUT_STEP = """
  (SELECT count(*) FROM applications_application
    WHERE owner_id = %(owner)s AND archived_at IS NULL AND NOT has_ended
      AND next_kind = '')
"""
# Also what was put away: all of it goes in one press.
_SAMPLE = """
  EXISTS (SELECT FROM applications_application
    WHERE owner_id = %(owner)s AND is_sample)
"""
# Whatever happened in this week was heard in it or later.
_THIS_WEEK = """
, met AS MATERIALIZED (
  SELECT id, cancelled_at, application_id FROM interviews_round
  WHERE application_id = ANY (ARRAY(
    SELECT id FROM applications_application
    WHERE owner_id = %(owner)s AND heard_at >= %(monday)s))
), note AS MATERIALIZED (
  SELECT count(*) AS owed, count(*) FILTER (
    WHERE state = 'sent' AND settled_at <= due_at + %(in_time)s) AS in_time
  FROM interviews_followup
  WHERE round_id = ANY (ARRAY(SELECT id FROM met)) AND kind = 'thank_you'
    AND state <> 'withdrawn' AND due_at BETWEEN %(monday)s AND %(now)s
)
"""
_WEEK = """
  (SELECT count(*) FROM applications_application
    WHERE owner_id = %(owner)s AND archived_at IS NULL AND heard_at >= %(monday)s
      AND applied_on BETWEEN %(first)s AND %(today)s),
  (SELECT count(DISTINCT round_id) FROM interviews_session
    WHERE starts_at BETWEEN %(monday)s AND %(now)s AND round_id = ANY (ARRAY(
      SELECT id FROM met
      WHERE cancelled_at IS NULL AND application_id <> ALL (ARRAY(
        SELECT id FROM applications_application
        WHERE owner_id = %(owner)s AND archived_at IS NOT NULL
          AND heard_at >= %(monday)s))))),
  (SELECT in_time FROM note),
  (SELECT owed FROM note)
"""

_BADGE = f"{_AHEAD} SELECT {_DUE}"
_ALL = f"{_AHEAD}{_THIS_WEEK} SELECT {_DUE}, {_STAGES}, {_WITHOUT_STEP}, {_SAMPLE}, {_WEEK}"


@dataclass(frozen=True)
class Week:
    """What happened since the owner's Monday."""

    applied: int
    rounds: int
    in_time: int
    notes: int


@dataclass(frozen=True)
class Figures:
    """`stages`: how many unarchived applications stand at each."""

    due: int
    stages: dict[str, int]
    without_step: int
    has_sample: bool
    week: Week

    @property
    def closed(self) -> int:
        return sum(self.stages.get(stage, 0) for stage in Stage.closed())


def due_count(owner: User, now: datetime) -> int:
    """How many things Today lists as due."""
    return int(_ask(_BADGE, owner, now)[0])


def figures(owner: User, now: datetime) -> Figures:
    """All that Today counts."""
    due, stages, without_step, has_sample, *week = _ask(_ALL, owner, now)
    return Figures(due, stages or {}, without_step, has_sample, Week(*week))


def midnight(owner: User, at: datetime, *, days: int = 0) -> datetime:
    """When the owner's day begins that `at` falls on, or one so many days later."""
    day = at.astimezone(owner.zone).date() + timedelta(days=days)
    return datetime.combine(day, time(), tzinfo=owner.zone)


def _ask(sql: str, owner: User, now: datetime) -> tuple[Any, ...]:
    today = now.astimezone(owner.zone).date()
    first = today - timedelta(days=today.weekday())
    values: dict[str, Any] = {
        "owner": owner.pk,
        "now": now,
        "today": today,
        "midnight": midnight(owner, now, days=1),
        "first": first,
        "monday": datetime.combine(first, time(), tzinfo=owner.zone),
        "in_time": IN_TIME,
    }
    with planned_cursor() as cursor:
        cursor.execute(sql, values)
        found: tuple[Any, ...] = cursor.fetchone()
    return found
