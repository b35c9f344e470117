"""Restoring an older backup does not send again what was sent after it.

Against a real SMTP server, with all work done by processes of the product.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.backup.installation import Installation, installed
from tests.backup.mailing import BETWEEN_SECONDS
from tests.sink import Sink


@pytest.fixture
def site(worker, migrated, tmp_path) -> Iterator[Installation]:
    with installed(f"mailing_{worker}", tmp_path / "data", like=migrated) as site:
        yield site


def _run(site: Installation, sink: Sink, name: str) -> None:
    site.manage(
        *(
            "shell",
            "--no-imports",
            "-c",
            f"from tests.backup import mailing as m; m.{name}()",
        ),
        EMAIL_URL=f"smtp://127.0.0.1:{sink.port}",
    )


def _reminders(site: Installation) -> dict[str, int]:
    """How many were due by now, by state."""
    rows = site.do(
        "SELECT state, count(*) FROM reminders_reminder WHERE due_at <= now() GROUP BY 1"
    )
    return dict(rows)


def test_what_left_after_the_backup_does_not_leave_again(site, sink, tmp_path):
    _run(site, sink, "fill")
    site.manage("backup", tmp_path / "backup")
    time.sleep(BETWEEN_SECONDS)
    _run(site, sink, "work")
    told = sorted(str(mail["Subject"]) for mail in sink.messages)
    assert len(told) == 1
    ((planned,),) = site.do(
        "SELECT count(*) FROM reminders_reminder"
        " WHERE due_at > now() AND state = 'scheduled'"
    )

    said = site.manage("restore", tmp_path / "backup", "--replace")
    _run(site, sink, "work")

    assert sorted(str(mail["Subject"]) for mail in sink.messages) == told
    assert "2 reminders and 0 mails" in said
    assert _reminders(site) == {"unresolved": 2}
    assert site.do(
        "SELECT count(*) FROM reminders_reminder"
        " WHERE due_at > now() AND state = 'scheduled'"
    ) == [(planned,)]
    assert planned >= 4
    assert site.do(
        "SELECT next_due_at = (SELECT min(due_at) FROM reminders_reminder"
        " WHERE state = 'scheduled') FROM reminders_outbox"
    ) == [(True,)]


def test_a_mail_under_way_at_the_backup_does_not_leave_again(site, sink, tmp_path):
    sink.recipient_reply = "451 later"
    _run(site, sink, "fill")
    _run(site, sink, "work")
    assert site.do("SELECT state FROM reminders_message") == [("retry",)]
    site.manage("backup", tmp_path / "backup")
    sink.recipient_reply = ""
    _make_due(site)
    _run(site, sink, "work")
    sent = len(sink.raw)
    assert sent >= 1

    said = site.manage("restore", tmp_path / "backup", "--replace")
    _make_due(site)
    _run(site, sink, "work")

    assert "and 1 mails" in said
    assert len(sink.raw) == sent
    assert site.do("SELECT state FROM reminders_message") == [("unresolved",)]


def _make_due(site: Installation) -> None:
    """As if the back-off were over."""
    site.do(
        "UPDATE reminders_message SET next_attempt_at = now() WHERE state = 'retry'"
    )
    site.do(
        "UPDATE reminders_outbox SET next_due_at = now()"
        " WHERE EXISTS (SELECT FROM reminders_message WHERE state = 'retry')"
    )
