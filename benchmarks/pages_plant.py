"""Whole searches in a few statements: one owner of each size, among 200 others.

Run on the database of a stack that the benchmark made for itself. Of every application
there are three rounds on average, ten stage changes and six reminders; a fifth of them
is in the middle of its rounds, half is closed. The larger a search, the longer it has
gone on: about as many rounds fall into this week at 1,000 as at 10,000, more than
anybody could sit through. What the pages keep in columns is then
worked out by the code that always does it (`interviews.glance`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from accounts.models import User
from applications.models import Application
from interviews import glance
from interviews.dossiers import dossiers_of

OTHERS, OF_EACH_OTHER = 200, 170
_BATCH = 500

# `seed`: one row for each application to be; i counts those of one owner.
# `met`: one row for each round; `k` of `last`, which starts at `at`.
_SEED = """
CREATE TEMP TABLE seed AS
SELECT 1000000 + row_number() OVER () AS id, owner_id, i,
  min(companies.first) + (i / 2) AS company_id,
  (ARRAY['saved','applied','applied','applied','screening','screening','interviewing',
    'interviewing','interviewing','interviewing','rejected','rejected','rejected',
    'rejected','withdrawn','no_response','no_response','no_response','no_response',
    'rejected'])[1 + i %% 20] AS stage
FROM unnest(%s::bigint[], %s::int[], %s::bigint[]) AS companies(owner_id, n, first),
  generate_series(0, companies.n - 1) AS i
GROUP BY owner_id, i;

UPDATE seed SET stage = 'offer' WHERE i %% 200 = 6;

CREATE TEMP TABLE met AS
SELECT 1000000 + row_number() OVER () AS id, seed.id AS application_id, owner_id, company_id, stage,
  k, last,
  stage NOT IN ('screening', 'interviewing') AS is_done,
  date_trunc('hour', now()) + interval '20 minutes'
    + make_interval(
        days => (i * 37) %% spread + 20 - spread - 9 * (last - k), hours => i %% 7)
    - CASE WHEN stage NOT IN ('screening', 'interviewing') THEN interval '90 days'
      ELSE interval '0' END AS at
FROM (SELECT *, CASE WHEN i %% 4 = 0 THEN 3 ELSE 4 END AS last,
    greatest(80, count(*) OVER (PARTITION BY owner_id) / 12)::int AS spread
  FROM seed) AS seed,
  generate_series(1, last) AS k
WHERE stage NOT IN ('saved', 'applied');
"""

_ROWS = """
INSERT INTO applications_company (id, owner_id, name, website, created_at)
SELECT DISTINCT company_id, owner_id, 'Company ' || company_id, '', now() FROM seed;

INSERT INTO applications_contact
  (id, owner_id, company_id, name, title, email, kind, kept, kept_note, created_at)
SELECT DISTINCT company_id, owner_id, company_id, 'Dana Wu ' || company_id,
  'Vice president', 'dana' || company_id || '@example.com', 'executive', false, '', now()
FROM seed;

INSERT INTO applications_application
  (id, owner_id, company_id, role, stage, posting_url, location, work_mode, pay_currency,
   source, applied_on, role_type, seniority, tags, own_step, board_position, created_at,
   updated_at, steps, next_kind, round_number)
SELECT id, owner_id, company_id, 'Data analyst ' || i, stage, '', 'Berlin', 'hybrid', '',
  (ARRAY['LinkedIn', 'A friend', 'Their site', 'A fair'])[1 + i %% 4],
  CASE WHEN stage <> 'saved' THEN current_date - 60 - i %% 200 END, 'technical',
  'senior', ARRAY[(ARRAY['near', 'dream', 'fallback'])[1 + i %% 3]], '', -id * 1024,
  now() - make_interval(mins => i %% 10000), now() - make_interval(mins => i %% 10000),
  '[]', '', 0
FROM seed;

INSERT INTO applications_stagechange (application_id, from_stage, to_stage, at)
SELECT id, CASE WHEN k = 1 THEN '' ELSE 'applied' END,
  CASE WHEN k = 10 THEN stage ELSE 'applied' END, now() - make_interval(days => 70 - k)
FROM seed, generate_series(1, 10) AS k;

INSERT INTO interviews_round
  (id, application_id, number, to_prepare, outcome, outcome_at, moves, timed_at, created_at)
SELECT id, application_id, k, '',
  CASE WHEN k < last THEN 'next_round' WHEN stage = 'rejected' THEN 'no' ELSE '' END,
  CASE WHEN k < last OR stage = 'rejected' THEN at + interval '3 days' END,
  0, at - interval '7 days', at - interval '7 days'
FROM met;

INSERT INTO interviews_session
  (id, round_id, position, setting, formats, starts_at, ends_at, time_zone, place, link)
SELECT id, id, 0, 'video', '{panel}', at, at + interval '1 hour', 'Europe/Berlin', '', ''
FROM met;

INSERT INTO interviews_interviewer (session_id, contact_id, created_at)
SELECT id, company_id, now() FROM met;

INSERT INTO interviews_followup
  (round_id, kind, contact_id, state, due_at, draft, settled_at, created_at)
SELECT id, 'thank_you', company_id, CASE WHEN is_sent THEN 'sent' ELSE 'open' END,
  at + interval '1 hour', '', CASE WHEN is_sent THEN at + interval '4 hours' END, now()
FROM (SELECT *, is_done OR k < last OR at < now() - interval '7 days' AS is_sent FROM met)
  AS met
WHERE at < now();

INSERT INTO interviews_followup
  (round_id, kind, contact_id, state, due_at, draft, settled_at, created_at)
SELECT id, 'status_check', NULL, CASE WHEN is_sent THEN 'sent' ELSE 'open' END,
  at + interval '7 days', '', CASE WHEN is_sent THEN at + interval '8 days' END, now()
FROM (SELECT *, at < now() - interval '14 days' AS is_sent FROM met) AS met
WHERE k = last AND NOT is_done AND at < now();

INSERT INTO interviews_followup
  (round_id, kind, contact_id, state, due_at, draft, settled_at, created_at)
SELECT id, 'feedback_request', NULL, 'skipped', at + interval '4 days', '',
  at + interval '5 days', now()
FROM met WHERE k = last AND stage = 'rejected';

INSERT INTO reminders_reminder
  (id, owner_id, application_id, round_id, kind, key, moves, due_at, allowed_at,
   is_prompt, useless_after, fingerprint, state, travels_alone, created_at, settled_at)
SELECT gen_random_uuid(), owner_id, application_id, id, kind,
  kind || ':round:' || id || ':first', 0, due, due, false, due + interval '7 days',
  'planted', CASE WHEN due < now() THEN 'kept' ELSE 'scheduled' END, false, now(),
  CASE WHEN due < now() THEN due END
FROM (SELECT *, 'prepare' AS kind, at - interval '1 day' AS due FROM met
  UNION ALL SELECT *, 'thank_you', at + interval '2 hours' FROM met) AS told;

INSERT INTO reminders_plancheck (application_id, checked_at) SELECT id, now() FROM seed;
"""

_SEQUENCES = """
SELECT setval(pg_get_serial_sequence(name, 'id'), 10000000)
FROM unnest(ARRAY['applications_company', 'applications_contact',
  'applications_application', 'interviews_round', 'interviews_session']) AS name
"""


def plant(sizes: Sequence[int]) -> tuple[list[User], int]:
    """The owners of so many applications each, and how many rows the others have."""
    owners = [_owner(f"size{size}@example.com") for size in sizes]
    others = [_owner(f"other{n}@example.com") for n in range(OTHERS)]
    counts = [*sizes, *(OF_EACH_OTHER for _ in others)]
    firsts = [1_000_000 + sum(counts[:place]) for place in range(len(counts))]
    keys = [owner.pk for owner in [*owners, *others]]
    with connection.cursor() as cursor:
        # Foreign keys are right by construction; checking a million takes a minute.
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(_SEED, [keys, counts, firsts])
        cursor.execute(_ROWS.replace("%%", "%"))
        cursor.execute(_SEQUENCES)
        cursor.execute("RESET session_replication_role")
        rows = _rows_of(cursor, [owner.pk for owner in others])
    for owner in owners:
        _glance(owner)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        # What was planted goes to the disk now, not while an edit waits for its own.
        cursor.execute("CHECKPOINT")
    return owners, rows


def _owner(email: str) -> User:
    return User.objects.create_user(email=email, time_zone="Europe/Berlin")


def _glance(owner: User) -> None:
    """The columns of their applications, as every change would have left them."""
    from django.utils import timezone

    now: datetime = timezone.now()
    mine = Application.objects.filter(owner=owner).order_by("pk")
    keys = list(mine.values_list("pk", flat=True))
    for start in range(0, len(keys), _BATCH):
        glance.keep(dossiers_of(keys[start : start + _BATCH]), now=now)


def _rows_of(cursor: object, others: list[int]) -> int:
    """How many rows of every kind those owners have between them."""
    cursor.execute(  # type: ignore[attr-defined]
        """
        SELECT (SELECT count(*) FROM applications_application WHERE owner_id = ANY(%s))
          * (1 + 10) + (SELECT count(*) FROM applications_company WHERE owner_id = ANY(%s))
          * 2 + (SELECT count(*) FROM met WHERE owner_id = ANY(%s)) * (1 + 1 + 1 + 1 + 2)
        """,
        [others] * 3,
    )
    return int(cursor.fetchone()[0])  # type: ignore[attr-defined]
