from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from accounts.models import User
from interviews.models import Round
from reminders.emails import subjects
from reminders.models import Kind
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import sent_to

BEFORE = NOW - timedelta(days=3)


@pytest.fixture
def round_(alice: User) -> Round:
    return invited(acme(alice, now=BEFORE), starts_at=NOW, now=BEFORE)


@pytest.mark.parametrize(
    ("names", "subject"),
    [
        (["Dana Wu"], "Thank-you note for Dana Wu (Acme, round 1)"),
        (
            ["Dana Wu", "Rafael Ortiz"],
            "Thank-you notes for Dana Wu and Rafael Ortiz (Acme, round 1)",
        ),
        (
            ["Dana Wu", "Rafael Ortiz", "Priya Nair", "Kim Lee", "Nora Lind"],
            "Thank-you notes for Dana Wu and 4 others (Acme, round 1)",
        ),
    ],
)
def test_thank_you(round_: Round, names: list[str], subject: str) -> None:
    assert subjects.thank_you(round_, names) == subject


@pytest.mark.parametrize(
    ("kind", "told_at", "subject"),
    [
        (
            Kind.PREPARE,
            NOW - timedelta(hours=20),
            "Mon 23 Nov, 12:00 with Dana Wu and Rafael Ortiz (Acme, round 1)",
        ),
        (
            Kind.STATUS_CHECK,
            NOW + timedelta(days=9),
            "Ask Acme where they stand (round 1 with Dana Wu and Rafael Ortiz)",
        ),
    ],
)
def test_the_other_kinds(
    alice: User, round_: Round, kind: Kind, told_at: datetime, subject: str
) -> None:
    mail = sent_to(alice, kind, now=told_at)

    assert mail["Subject"] == subject


def test_several_rounds_are_told_by_company(round_: Round, mallory: User) -> None:
    other = invited(acme(mallory, now=BEFORE), starts_at=NOW, now=BEFORE)
    other.application.company.name = "Globex"

    subject = subjects.of_several(Kind.THANK_YOU, [round_, other])

    assert subject == "Thank-you notes for Acme and Globex"
