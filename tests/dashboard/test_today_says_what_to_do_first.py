from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from interviews.actions import mark_sent
from tests.interviews.world import acme, invited

HOUR = timedelta(hours=1)


def page(client):
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_it_teaches_who_is_new(alice_client):
    html = page(alice_client)

    assert "Welcome to Callback" in html
    assert 'href="/invites/new/"' in html


def test_every_note_owed_is_due_with_its_actions(alice, alice_client):
    now = timezone.now()
    round_ = invited(acme(alice, now=now), starts_at=now - 2 * HOUR, now=now)

    html = page(alice_client)

    assert "Two things are due" in html
    for note in round_.follow_ups.thank_yous():
        assert note.title in html
        assert f'action="/follow-ups/{note.pk}/sent/"' in html


def test_what_is_done_is_due_no_longer(alice, alice_client):
    now = timezone.now()
    round_ = invited(acme(alice, now=now), starts_at=now - 2 * HOUR, now=now)
    for note in round_.follow_ups.thank_yous():
        mark_sent(note, now=now)

    html = page(alice_client)

    assert "Nothing is due" in html
    assert "Thank-you note" not in html


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
