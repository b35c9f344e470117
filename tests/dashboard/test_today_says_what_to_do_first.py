from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.templatetags.callback import when
from applications.actions import archive, change_stage
from interviews.actions import (
    Person,
    cancel_round,
    edit_round,
    mark_sent,
    record_outcome,
)
from reminders.models import Kind, Reminder
from tests.interviews.world import DANA, acme, invited, session

HOUR = timedelta(hours=1)


def page(client):
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_it_teaches_who_is_new(alice_client):
    html = page(alice_client)

    assert "Welcome to Callback" in html
    assert 'href="/invites/new/"' in html


def test_the_page_itself_asks_for_no_invite_a_second_time(alice, alice_client):
    """The side bar has it on every page; a primary button is for what is due."""
    now = timezone.now()
    invited(acme(alice, now=now), starts_at=now - 2 * HOUR, now=now)

    main = page(alice_client).split("<main")[1]

    assert "Log an invite" not in main


def test_the_keyboard_meets_the_invite_where_it_is_drawn(alice_client):
    html = page(alice_client)
    side, low = html.index('class="log wide"'), html.index('class="log low"')
    assert side < html.index('aria-current="page"')  # Today
    assert html.index('href="/board/"') < low < html.index('href="/reminders/"')


def test_every_note_owed_is_due_with_its_actions(alice, alice_client):
    now = timezone.now()
    round_ = invited(acme(alice, now=now), starts_at=now - 2 * HOUR, now=now)

    html = page(alice_client)

    assert "Two things are due" in html
    for note in round_.follow_ups.thank_yous():
        assert note.title in html
        assert f'formaction="/follow-ups/{note.pk}/sent/"' in html


def test_what_is_done_is_due_no_longer(alice, alice_client):
    now = timezone.now()
    round_ = invited(acme(alice, now=now), starts_at=now - 2 * HOUR, now=now)
    for note in round_.follow_ups.thank_yous():
        mark_sent(note, now=now)

    html = page(alice_client)

    assert "Nothing is due" in html
    assert "Overdue" not in html


def test_what_is_owed_later_is_not_due(alice, alice_client):
    now = timezone.now()
    invited(acme(alice, now=now), starts_at=now + 72 * HOUR, now=now)

    assert "Nothing is due" in page(alice_client)


def test_a_round_that_is_near_is_to_be_prepared(alice, alice_client):
    now = timezone.now()
    invited(acme(alice, now=now), starts_at=now + 3 * HOUR, now=now)

    html = page(alice_client)

    assert "One thing is due" in html
    assert "Prepare for Acme, first interview" in html


def test_the_badge_counts_the_same(alice, alice_client):
    now = timezone.now()
    invited(acme(alice, now=now), starts_at=now - 2 * HOUR, now=now)

    assert '<span class="n" id="due-badge">2<' in page(alice_client)


def test_another_owners_day_is_not_shown(alice, mallory_client):
    now = timezone.now()
    invited(acme(alice, now=now), starts_at=now - 2 * HOUR, now=now)

    html = page(mallory_client)

    assert "Acme" not in html
    assert "Welcome to Callback" in html


def test_a_fragment_brings_the_badge_with_it(alice, alice_client):
    now = timezone.now()
    invited(acme(alice, now=now), starts_at=now - 2 * HOUR, now=now)

    html = alice_client.get("/", headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in html
    assert '<span class="n" id="due-badge" hx-swap-oob="true">2<' in html
    assert "Two things are due" in html


def near_round(alice, **details):
    now = timezone.now()
    return invited(acme(alice, now=now), starts_at=now + 3 * HOUR, now=now, **details)


def told(round_):
    prepare = round_.reminders.get(kind=Kind.PREPARE)
    prepare.state, prepare.settled_at = Reminder.State.TOLD, timezone.now()
    prepare.save()


def move(round_, starts_at):
    now = timezone.now()
    return edit_round(
        round_, number=1, session=session(starts_at), people=[DANA], now=now
    )


def test_a_round_moved_by_an_hour_is_to_be_prepared_once(alice, alice_client):
    round_ = near_round(alice)
    told(round_)
    starts_at = timezone.now() + 4 * HOUR

    move(round_, starts_at)

    html = page(alice_client)
    assert "One thing is due" in html
    assert f"starts {when(starts_at, alice)}" in html


def test_a_round_moved_by_a_month_is_not_due_yet(alice, alice_client):
    round_ = near_round(alice)
    told(round_)

    move(round_, timezone.now() + 720 * HOUR)

    assert "Nothing is due" in page(alice_client)


@pytest.mark.parametrize(
    "end",
    [
        lambda round_, now: archive(round_.application, now=now),
        lambda round_, now: change_stage(round_.application, to="withdrawn", now=now),
        lambda round_, now: record_outcome(round_, outcome="next_round", now=now),
        lambda round_, now: cancel_round(round_, now=now),
    ],
    ids=["archived", "closed", "answered", "cancelled"],
)
def test_what_is_over_is_not_to_be_prepared(alice, alice_client, end):
    round_ = near_round(alice)
    told(round_)

    end(round_, timezone.now())

    html = page(alice_client)
    assert "Prepare for" not in html
    assert '<span class="n" id="due-badge"></span>' in html


def test_more_than_fit_are_counted(alice, alice_client):
    ended = timezone.now() - 2 * HOUR
    people = [Person(name=f"Person {i:02}") for i in range(60)]
    now = timezone.now()
    invited(acme(alice, now=now), starts_at=ended, people=tuple(people), now=now)

    html = page(alice_client)

    assert "60 things are due" in html
    assert '<span class="n" id="due-badge">60<' in html
    assert "50 more" in html


def test_going_back_in_the_history_shows_the_whole_page(alice, alice_client):
    near_round(alice)
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    html = alice_client.get("/", headers=headers).content.decode()

    assert "<html" in html
    assert "hx-swap-oob" not in html
