"""Messages as the sender claims them, and what their mails say."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from html.parser import HTMLParser
from uuid import uuid4

from accounts.models import User
from interviews.models import FollowUp
from reminders.emails import Rendered, render
from reminders.links import Link, Purpose
from reminders.models import Kind, Message, Reminder
from tests.interviews.world import NOW

# Those that the owner of a round just logged has planned.
ABOUT_ROUNDS = (Kind.PREPARE, Kind.DEBRIEF, Kind.THANK_YOU, Kind.STATUS_CHECK)


def claimed(owner: User, kind: Kind, *, now: datetime = NOW) -> Message:
    """A message under way with all of the owner's free reminders of that kind.

    Of one round only the earliest, as only that one falls due.
    """
    message = Message.objects.create(
        owner=owner,
        kind=kind,
        state=Message.State.CLAIMED,
        token=uuid4(),
        lease_until=now + timedelta(minutes=2),
        created_at=now,
    )
    free = Reminder.objects.for_user(owner).free().filter(kind=kind)
    first = {r.round_id: r.pk for r in reversed(free.order_by("due_at"))}
    free.filter(pk__in=first.values()).update(message=message)
    return message


def mail_of(rendered: Rendered) -> EmailMessage:
    return message_from_bytes(rendered.mime, policy=SMTP)


def sent_to(owner: User, kind: Kind, *, now: datetime = NOW) -> EmailMessage:
    return mail_of(render(claimed(owner, kind, now=now), now=now))


def text(mail: EmailMessage) -> str:
    return _part(mail, "plain")


def html(mail: EmailMessage) -> str:
    return _part(mail, "html")


def _part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def urls_in_text(mail: EmailMessage) -> set[str]:
    return set(re.findall(r"^\s*(https?://\S+)$", text(mail), re.MULTILINE))


def urls_in_html(mail: EmailMessage) -> set[str]:
    class Anchors(HTMLParser):
        found: set[str] = set()

        def handle_starttag(
            self, tag: str, attrs: list[tuple[str, str | None]]
        ) -> None:
            href = dict(attrs).get("href")
            if tag == "a" and href:
                self.found = {*self.found, href}

    parser = Anchors()
    parser.feed(html(mail))
    return parser.found


def link(follow_up: FollowUp, purpose: Purpose, *, issued_at: datetime) -> Link:
    owner = follow_up.round.application.owner
    return Link(
        purpose=purpose,
        owner=owner,
        subject=str(follow_up.pk),
        issued_at=issued_at,
    )
