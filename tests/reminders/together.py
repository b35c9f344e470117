"""Several database connections at once, and what their tests begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Barrier

from django.db import connection, transaction
from django.utils import timezone

from reminders.delivery.claim import Claim, claim_next
from reminders.models import Message, Outbox


def at_once(*jobs: Callable[[], object]) -> list[object]:
    """Run each in a thread with a connection of its own, all starting together."""
    barrier = Barrier(len(jobs))

    def run(job: Callable[[], object]) -> object:
        try:
            barrier.wait()
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


@contextmanager
def in_a_transaction_elsewhere(job: Callable[[], object]) -> Iterator[None]:
    """While inside, another connection holds what `job` locked."""
    done, leave = Barrier(2), Barrier(2)

    def hold() -> None:
        try:
            with transaction.atomic():
                job()
                done.wait()
                leave.wait()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(hold)
        done.wait()
        try:
            yield
        finally:
            leave.wait()
            future.result()


def claimed() -> Claim:
    """The claim of what is due; fails if nothing is."""
    claim = claim_next()
    assert claim
    return claim


def lease_lapses() -> None:
    """Whoever holds a message has held it for too long."""
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.update(lease_until=past)
    Outbox.objects.update(next_due_at=past)
