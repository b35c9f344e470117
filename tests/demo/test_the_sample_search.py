"""`manage.py demo`: a sample search that looks real and has no backlog."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from applications.models import Application, Stage, StageChange
from interviews.models import FollowUp, Round
from operations.demo import sample
from operations.demo.jobs import JOBS
from preparation.models import Question
from reminders.delivery.sender import run_due
from reminders.models import Message, Reminder
from reminders.reconcile import reconcile_some

pytestmark = pytest.mark.django_db

# A Wednesday noon, the small hours of a Sunday, a Friday evening, a change of clocks.
# Each makes the whole sample, so they run with the long tests.
MOMENTS = [
    datetime(2026, 11, 18, 12, 5, tzinfo=UTC),
    datetime(2026, 11, 22, 1, 40, tzinfo=UTC),
    datetime(2026, 11, 20, 21, 15, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
]


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def sam(now: datetime) -> User:
    return sample.rebuild(password="a sample password", now=now)


def test_the_search_has_everything(sam, now, sink):
    """One rebuild for all: it takes seconds."""
    _forty_applications_in_all_stages_over_four_months(sam, now)
    _rounds_are_past_and_coming_and_of_many_kinds(sam, now)
    _notes_are_owed_and_one_answer_is_overdue(sam, now)
    _what_was_learnt_is_carried_over(sam)
    _something_is_made_ready(sam, now)
    _a_worker_finds_nothing_to_send(sink)


def _forty_applications_in_all_stages_over_four_months(sam, now):
    applications = Application.objects.for_user(sam)
    first = StageChange.objects.order_by("at")[0].at

    assert applications.count() == 40 == len(JOBS)
    assert set(applications.values_list("stage", flat=True)) == set(Stage.values)
    assert timedelta(days=100) < now - first < timedelta(days=125)
    assert applications.exclude(archived_at=None).count() == 2
    assert sam.companies.count() == 40
    assert sam.companies.exclude(research_notes=None).count() >= 12


def _rounds_are_past_and_coming_and_of_many_kinds(sam, now):
    rounds = Round.objects.for_user(sam)
    formats = {f for r in rounds.complete() for f in r.formats}
    zones = {s.time_zone for r in rounds for s in r.all_sessions}

    assert rounds.not_over(now).count() >= 3
    assert rounds.exclude(cancelled_at=None).count() == 1
    assert rounds.filter(sessions__starts_at=None).count() == 1
    assert len(formats) == 9
    assert zones == {"Europe/London", "America/New_York"}


def _what_was_learnt_is_carried_over(sam):
    second = Round.objects.complete().get(
        application__company__name="Larkspur Health", number=2
    )
    (first,) = second.earlier
    assert first.log
    assert first.log.to_lengthen
    assert first.log.topics.exists()
    assert second.red_flags


def _something_is_made_ready(sam, now):
    questions = Question.objects.for_user(sam)

    assert any(not story.missing for story in sam.stories.all())
    assert any(story.missing for story in sam.stories.all())
    assert questions.exclude(story=None).exclude(practised_at=None).exists()
    assert questions.exclude(contact=None).exists()
    assert {q.round for q in questions} <= set(Round.objects.not_over(now))


def _notes_are_owed_and_one_answer_is_overdue(sam, now):
    owed = FollowUp.objects.for_user(sam).owed(now)
    kinds = Counter(owed.values_list("kind", flat=True))

    assert kinds[FollowUp.Kind.THANK_YOU] >= 2
    assert kinds[FollowUp.Kind.STATUS_CHECK] == 1
    assert FollowUp.objects.for_user(sam).exclude(draft="").count() == 1


@pytest.mark.faults
@pytest.mark.parametrize("at", MOMENTS)
def test_at_any_hour_history_is_past_and_told(at):
    """One rebuild for both: it takes seconds."""
    sam = sample.rebuild(password="a sample password", now=at)

    _nothing_is_still_to_be_told(sam, at)
    _history_lies_in_the_past_and_in_order(sam, at)


def _nothing_is_still_to_be_told(sam, at):
    due = Reminder.objects.for_user(sam).due(at)

    assert not due.exists()
    reconcile_some(limit=100, now=at)
    assert not due.exists()
    assert not sam.outbox.next_due_at or sam.outbox.next_due_at > at
    assert not Message.objects.exclude(state=Message.State.KEPT).exists()


def _history_lies_in_the_past_and_in_order(sam, at):
    for application in Application.objects.for_user(sam):
        changes = list(application.stage_changes.values_list("at", flat=True))
        assert changes == sorted(changes)
        assert changes[-1] <= at
        assert application.updated_at <= at
    settled = FollowUp.objects.for_user(sam).exclude(settled_at=None)
    assert not settled.filter(settled_at__gt=at).exists()


def _a_worker_finds_nothing_to_send(sink):
    assert run_due(seconds=5) == 0
    assert sink.raw == []
    assert mail.outbox == []


def _shape(sam: User) -> list[Any]:
    """All that the owner can see, without the numbers of rows."""
    return [
        sorted(sam.applications.values_list("company__name", "stage", "updated_at")),
        sorted(
            FollowUp.objects.for_user(sam).values_list(
                "round__application__company__name",
                "kind",
                "contact__name",
                "state",
                "due_at",
                "settled_at",
                "draft",
            ),
            key=repr,
        ),
        sorted(
            Reminder.objects.for_user(sam).values_list(
                "application__company__name", "kind", "state", "due_at", "settled_at"
            ),
            key=repr,
        ),
    ]


@pytest.mark.faults
def test_a_second_time_gives_the_same(sam, now):
    before = _shape(sam)

    again = sample.rebuild(password="a sample password", now=now)

    assert _shape(again) == before
    assert User.objects.count() == 1


def test_the_command_says_how_to_sign_in(alice, settings, tmp_path, capsys, client):
    """Given twice it makes one sample; in a demo visitors keep their accounts."""
    settings.DEMO, settings.CALLBACK_DATA = True, tmp_path

    call_command("demo")
    call_command("demo")

    password = (tmp_path / "demo-password").read_text()
    assert (tmp_path / "demo-password").stat().st_mode & 0o777 == 0o600
    assert f"sam@example.com with the password {password}" in capsys.readouterr().out
    answer = client.post(
        "/accounts/login/", {"login": "sam@example.com", "password": password}
    )
    assert answer.status_code == 302
    assert client.get("/").status_code == 200
    accounts = User.objects.values_list("email", flat=True)
    assert sorted(accounts) == [alice.email, sample.EMAIL]


def test_it_does_not_touch_a_database_of_other_people(alice):
    with pytest.raises(CommandError, match="Other people"):
        call_command("demo")

    assert list(User.objects.all()) == [alice]
