"""A thread that moves a talk to a new day: the old end, and its words, are gone."""

from __future__ import annotations

from datetime import UTC, datetime

from interviews.invites.found import Kind
from interviews.invites.reading import read
from tests.invites.agreed import disagreements

RECEIVED = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
THREAD = b"""From: Jess Alder <jess@tinroof.test>
Subject: Re: Intro
Date: Thu, 26 Nov 2026 10:00:00 -0500
Content-Type: text/plain; charset=utf-8

Hey Sam - could we push to Friday same time? So sorry.

Jess

> On Nov 25, 2026, at 5:15 PM, Jess Alder <jess@tinroof.test> wrote:
>
> Hey Sam, you're set for your interview on Thursday, Dec 3 from 12pm to 12:45pm ET:
> https://tinroof.zoom.us/j/82220003333
"""


def test_the_end_goes_with_its_words() -> None:
    found = read(THREAD, received_at=RECEIVED, zone="America/New_York", locale="en-US")
    assert found.kind is Kind.RESCHEDULE
    assert found.sessions[0].ends_at is None
    assert "sessions.0.ends_at" not in found.sources
    assert list(disagreements(found)) == []
