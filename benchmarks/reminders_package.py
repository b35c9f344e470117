"""django-post_office sends the same mail as often; prints mails per second.

Run by `benchmarks.reminders_rate` in a process with settings of its own. The mail is
given to it ready: text, HTML and headers. It renders nothing and looks nothing up.
"""

from __future__ import annotations

import email
import email.policy
import os
import time
from email.message import EmailMessage
from pathlib import Path

import django
from django.core.management import call_command

_KEPT = ("List-Id", "List-Unsubscribe", "Auto-Submitted", "References")


def main() -> None:
    django.setup()
    call_command("migrate", "post_office", verbosity=0)
    from post_office.mail import send_queued_mail_until_done
    from post_office.models import Email

    _queue(_sample(), int(os.environ["MAILS"]))
    queued = Email.objects.filter(status=2).count()
    began = time.monotonic()
    send_queued_mail_until_done(processes=2)
    seconds = time.monotonic() - began
    assert not Email.objects.exclude(status=0).exists(), "some were not sent"  # noqa: S101
    print(queued / seconds)  # noqa: T201


def _sample() -> EmailMessage:
    raw = Path(os.environ["SAMPLE"]).read_bytes()
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)  # noqa: S101
    return parsed


def _queue(sample: EmailMessage, count: int) -> None:
    from post_office.mail import send_many

    text, html = sample.get_body(("plain",)), sample.get_body(("html",))
    assert text  # noqa: S101
    assert html  # noqa: S101
    send_many(
        [
            {
                "sender": "callback@example.com",
                "recipients": [f"crowd{number}@example.com"],
                "subject": str(sample["Subject"]),
                "message": text.get_content(),
                "html_message": html.get_content(),
                "headers": {name: str(sample[name]) for name in _KEPT if sample[name]},
            }
            for number in range(count)
        ]
    )


if __name__ == "__main__":
    main()
