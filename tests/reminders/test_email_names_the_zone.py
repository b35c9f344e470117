from __future__ import annotations

from datetime import timedelta

from accounts.models import User
from reminders.models import Kind
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import sent_to, text

BEFORE = NOW - timedelta(days=3)
EVENING_BEFORE = NOW - timedelta(hours=18)


def test_a_round_elsewhere_shows_both_clocks(alice: User) -> None:
    round_ = invited(acme(alice, now=BEFORE), starts_at=NOW, now=BEFORE)
    round_.sessions.update(time_zone="America/New_York")

    words = text(sent_to(alice, Kind.PREPARE, now=EVENING_BEFORE))

    assert "When: Mon 23 Nov, 12:00–13:00 (Berlin)" in words
    assert "Their time: Mon 23 Nov, 06:00–07:00 (New York)" in words


def test_a_zone_with_the_same_clock_is_not_repeated(alice: User) -> None:
    round_ = invited(acme(alice, now=BEFORE), starts_at=NOW, now=BEFORE)
    round_.sessions.update(time_zone="Europe/Paris")

    words = text(sent_to(alice, Kind.PREPARE, now=EVENING_BEFORE))

    assert "Their time" not in words
    assert "(Berlin)" in words


def test_the_owner_reads_their_own_clock(alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(time_zone="Asia/Tokyo")
    alice.refresh_from_db()
    invited(acme(alice, now=BEFORE), starts_at=NOW, now=BEFORE)

    mail = sent_to(alice, Kind.THANK_YOU, now=NOW + timedelta(hours=20))

    assert "Ended Mon 23 Nov, 21:00 (Tokyo)" in text(mail)


def test_an_unknown_end_is_said(alice: User) -> None:
    round_ = invited(acme(alice, now=BEFORE), starts_at=NOW, now=BEFORE)
    round_.sessions.update(ends_at=None)

    words = text(sent_to(alice, Kind.THANK_YOU, now=NOW + timedelta(hours=20)))

    assert "Began Mon 23 Nov, 12:00 (Berlin), end unknown" in words
