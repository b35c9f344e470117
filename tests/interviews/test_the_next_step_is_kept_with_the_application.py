"""The columns that board and table read: always what the rounds would say."""

from __future__ import annotations

from datetime import timedelta

import pytest

from applications.actions import add_note, archive, change_stage, update_application
from applications.models import Application
from applications.steps import Kind, Step
from interviews import glance
from interviews.actions import (
    Person,
    SessionDetails,
    add_round,
    cancel_round,
    mark_replied,
    mark_sent,
    record_outcome,
    snooze,
)
from interviews.quiet import quiet
from tests.applications.world import NOW, an_application

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def _round(application, *, starts_at, promised_on=None, people=("Dana Wu",)):
    return add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone="Europe/Berlin",
            starts_at=starts_at,
            ends_at=starts_at and starts_at + HOUR,
        ),
        people=tuple(Person(name=name) for name in people),
        promised_on=promised_on,
        now=NOW - 2 * DAY,
    )


def _step(application, now=NOW) -> Step:
    step = application.step(now)
    assert step
    return step


def _told(application, now=NOW):
    """Its next step: what, when, how coloured."""
    application.refresh_from_db()
    step = application.step(now)
    if step is None:
        return None
    zone = application.owner.zone
    return step.text, step.when(zone, now), step.tone(zone, now)


def test_nothing_is_known(alice):
    application = an_application(alice)
    assert _told(application) is None
    assert (application.next_kind, application.next_at) == ("", None)


def test_a_coming_round(alice):
    application = an_application(alice)
    round_ = _round(application, starts_at=NOW + DAY)
    assert _told(application) == ("First interview", "tomorrow 13:00", "due")
    assert application.round_number == 1
    assert application.next_kind == "round"
    assert application.next_at == NOW + DAY
    assert _step(application).url == round_.get_absolute_url()


def test_what_is_owed_comes_before_what_is_coming(alice):
    application = an_application(alice)
    _round(application, starts_at=NOW - 5 * HOUR)
    _round(application, starts_at=NOW + DAY)
    assert _told(application) == ("Thank-you note to Dana Wu", "today", "due")
    assert application.round_number == 2
    assert _step(application).is_due(NOW)


def test_notes_of_one_round_are_one_step(alice):
    application = an_application(alice)
    round_ = _round(application, starts_at=NOW - 30 * HOUR, people=("Ann", "Bob"))
    assert _told(application) == ("2 thank-you notes", "yesterday", "late")
    assert _step(application).url == round_.get_absolute_url()

    note = round_.follow_ups.get(contact__name="Ann")
    snooze(note, until=NOW + 3 * DAY, now=NOW)
    assert _told(application) == ("Thank-you note to Bob", "yesterday", "late")


def test_time_alone_makes_another_step_the_next_one(alice):
    application = an_application(alice)
    _round(application, starts_at=NOW + HOUR)
    after = NOW + 3 * HOUR
    assert _told(application)[0] == "First interview"
    # The page says it at once; the columns follow with the background's next turn.
    assert _told(application, after)[0] == "Thank-you note to Dana Wu"
    assert application.next_kind == Kind.ROUND

    assert glance.refresh(limit=10, now=after) == 1
    application.refresh_from_db()
    assert application.next_kind == Kind.NOTE
    assert glance.refresh(limit=10, now=after) == 0


def test_the_promised_answer_then_the_question(alice):
    application = an_application(alice)
    promised = (NOW + 3 * DAY).date()
    round_ = _round(application, starts_at=NOW - 5 * HOUR, promised_on=promised)
    mark_sent(round_.follow_ups.get(contact__name="Dana Wu"), now=NOW)
    assert _told(application) == ("They answer", "Thu 26 Nov", "")
    assert _told(application, NOW + 4 * DAY)[0] == "Ask where they stand"

    mark_replied(round_, now=NOW)
    assert _told(application) is None


def test_a_round_without_a_date_waits_for_one(alice):
    application = an_application(alice)
    _round(application, starts_at=None)
    assert _told(application) == ("First interview: agree on a date", "", "")
    assert application.quiet_since is None


def test_a_cancelled_round_is_none(alice):
    application = an_application(alice)
    cancel_round(_round(application, starts_at=NOW + DAY), now=NOW)
    assert _told(application) is None
    assert application.round_number == 0


@pytest.mark.parametrize(
    "close", [archive, lambda a, now: change_stage(a, to="withdrawn", now=now)]
)
def test_a_closed_application_has_none(close, alice):
    application = an_application(alice)
    _round(application, starts_at=NOW + DAY)
    close(application, now=NOW)
    assert _told(application) is None
    assert application.quiet_since is None


def test_after_a_no_the_one_message(alice):
    application = an_application(alice)
    round_ = _round(application, starts_at=NOW - 5 * HOUR)
    record_outcome(round_, outcome="no", now=NOW)
    assert _told(application) == ("Thank them, ask for feedback", "tomorrow", "")


def test_an_offer_waits_for_an_answer(alice):
    application = an_application(alice)
    change_stage(application, to="offer", now=NOW)
    assert _told(application) == ("Answer their offer", "", "")


def test_the_owners_own_step(alice):
    application = an_application(alice)
    update_application(
        application,
        company_name="Globex",
        own_step="Ask if it arrived",
        own_step_on=NOW.date() + DAY,
        now=NOW,
    )
    assert _told(application) == ("Ask if it arrived", "tomorrow", "")
    assert _told(application, NOW + 2 * DAY)[2] == "late"


def test_another_zone_is_another_day(alice):
    application = an_application(alice)
    _round(application, starts_at=NOW - 5 * HOUR, promised_on=NOW.date() + 3 * DAY)
    assert application.steps == []
    application.refresh_from_db()
    before = application.steps
    alice.time_zone = "Pacific/Auckland"
    alice.save()
    from reminders.reconcile import reconcile_owner

    reconcile_owner(alice, now=NOW)
    application.refresh_from_db()
    assert application.steps != before


def test_quiet_is_the_same_by_its_column(alice):
    """`interviews.quiet` reads every row of the history; the column is its answer."""
    silent = an_application(alice, company="Silent", now=NOW - 20 * DAY)
    noted = an_application(alice, company="Noted", now=NOW - 20 * DAY)
    add_note(noted, text="They rang", now=NOW - 3 * DAY)
    saved = an_application(alice, company="Saved", stage="saved", now=NOW - 20 * DAY)
    ahead = an_application(alice, company="Ahead", now=NOW - 20 * DAY)
    _round(ahead, starts_at=NOW + 3 * DAY)
    undated = an_application(alice, company="Undated", now=NOW - 20 * DAY)
    _round(undated, starts_at=None)

    by_history = dict(quiet(alice, NOW).values_list("pk", "last_event"))  # type: ignore[misc]  # annotated
    rows = Application.objects.for_user(alice).filter(quiet_since__lt=NOW - 14 * DAY)

    assert dict(rows.values_list("pk", "quiet_since")) == by_history
    assert set(by_history) == {silent.pk}
    saved.refresh_from_db()
    assert saved.quiet_since is None
    assert saved.heard_at is not None


def test_keeping_asks_equally_often_for_one_and_for_many(
    alice, django_assert_num_queries
):
    from interviews.dossiers import dossiers_of

    for number in range(3):
        _round(an_application(alice, company=f"C{number}"), starts_at=NOW + DAY)
    keys = list(Application.objects.values_list("pk", flat=True))
    Application.objects.update(steps=[], next_at=None)
    for chosen in (keys[:1], keys):
        Application.objects.update(next_at=None)
        dossiers = dossiers_of(chosen)
        with django_assert_num_queries(1):
            glance.keep(dossiers, now=NOW)
