"""The work of the background, whoever asks for it: Celery's tasks or a command."""

from __future__ import annotations

import time

from applications import the_bin
from interviews import glance
from interviews.actions.invitations import forget_drafts
from reminders.delivery import doubts, stopping
from reminders.delivery.clock import database_now
from reminders.delivery.sender import run_due
from reminders.delivery.sweep import sweep
from reminders.models import Pulse
from reminders.reconcile import checked_since, reconcile_searches, reconcile_some

# Ours: a minute's share, some seconds of work; ten thousand live applications take
# five minutes.
CHECKED_AT_ONCE = 2_000
# Ours: owners whose search is looked at in a minute. It is planned a week ahead.
SEARCHES_AT_ONCE = 20
# Ours: so many between two looks at the time, and at whether we are to end. Those of
# one owner are planned together, and their owner's edits wait for it: a tenth of a second.
_STEP = 50
_PULSE_SECONDS = 10.0


def look(*, seconds: float = 60.0, pulse: str = "tick") -> int:
    """Send what is due and settle what dead senders left; return how many were sent.

    Their journals come first: what waits behind a settled message may leave at once.
    Whatever becomes of the sending, the rest is done.
    """
    heart = _Heart(pulse)
    heart.beat()
    doubts.read_journals()
    try:
        return run_due(seconds=seconds, step=heart)
    finally:
        sweep()
        doubts.settle()


class _Heart:
    """Says that the background lives, also in the middle of long work."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._last = 0.0

    def __call__(self, _step: str) -> None:
        if time.monotonic() - self._last > _PULSE_SECONDS:
            self.beat()

    def beat(self) -> None:
        Pulse.objects.beat("tick")
        if self._name != "tick":
            Pulse.objects.beat(self._name)
        self._last = time.monotonic()


def check_plans(*, limit: int = CHECKED_AT_ONCE, seconds: float = 20.0) -> int:
    """Bring some applications' reminders in line, the longest unchecked first.

    In small steps, until the share of this minute is done or its time is up; then
    some owners' searches, which change by time alone. Before all, next steps that have
    passed make room for what follows them, the bin is emptied of what has lain in it for
    30 days, and invitations that nobody confirmed for a week are thrown away. Returns how many applications were checked.
    """
    stop_at = time.monotonic() + seconds
    # The same for all steps: nothing is checked twice in one run.
    now = database_now()
    glance.refresh(limit=limit, now=now)
    the_bin.empty(limit=_STEP, now=now)
    forget_drafts(now=now)
    checked = 0
    while checked < limit and time.monotonic() < stop_at and not stopping.is_asked():
        step = reconcile_some(limit=min(_STEP, limit - checked), now=now)
        checked += step
        if not step:
            break
    if not stopping.is_asked():
        reconcile_searches(limit=SEARCHES_AT_ONCE, now=now)
    if since := checked_since(now):
        Pulse.objects.beat("plans", at=since)
    return checked
