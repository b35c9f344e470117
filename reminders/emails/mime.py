"""A letter as the bytes that go over the wire, the same on every try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime
from functools import cache
from ipaddress import ip_address
from typing import cast
from urllib.parse import urlsplit

import css_inline
from django.conf import settings
from django.core.mail.message import sanitize_address
from django.template.loader import render_to_string

from reminders.emails.letter import Letter
from reminders.emails.words import fold, one_line
from reminders.models import Message


class _OnOneLine(UnstructuredHeader):
    """Ids and addresses have no place to fold; encoded words would break them."""

    name: str

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


def _policy() -> Policy[EmailMessage]:
    registry = HeaderRegistry()
    for name in ("message-id", "references", "list-id", "list-unsubscribe"):
        # The registry itself adds BaseHeader to the class.
        registry.map_to_type(name, cast("type[BaseHeader]", _OnOneLine))
    return SMTP.clone(header_factory=registry)


_POLICY = _policy()


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered:
    """A mail ready to be frozen: `recipient` is what RCPT TO is given."""

    subject: str
    recipient: str
    message_id: str
    mime: bytes


def text_of(letter: Letter) -> str:
    """The text twin, folded at 72 columns; links stand whole on their lines."""
    return fold(render_to_string("emails/letter.txt", {"letter": letter}))


def html_of(letter: Letter) -> str:
    """The HTML twin with its styles written into the elements."""
    return _inliner().inline(render_to_string("emails/letter.html", {"letter": letter}))


@cache
def _inliner() -> css_inline.CSSInliner:
    # At-rules stay: the dark colours live in a media query.
    return css_inline.CSSInliner(
        keep_at_rules=True, minify_css=True, load_remote_stylesheets=False
    )


def envelope(
    letter: Letter, message: Message, round_ids: list[int], calendar: bytes = b""
) -> Rendered:
    """Wrap a letter for its owner. `round_ids` thread the mails of a round; `calendar`
    is an .ics to attach, if there is one.
    """
    address = message.recipient or message.owner.email
    recipient = str(sanitize_address(address, "utf-8"))
    mail = EmailMessage(policy=_POLICY)
    headers = _headers(letter, message, recipient, round_ids)
    for name, value in headers.items():
        mail[name] = value
    # Quoted-printable on purpose: 8-bit text would need a server that says it can.
    mail.set_content(text_of(letter), cte="quoted-printable")
    mail.add_alternative(html_of(letter), subtype="html", cte="quoted-printable")
    mail.set_boundary(f"callback-{message.id.hex}")
    if calendar:
        _attach(calendar, mail, message)
    return Rendered(
        subject=letter.subject,
        recipient=recipient,
        message_id=headers["Message-ID"],
        mime=mail.as_bytes(),
    )


def _attach(calendar: bytes, mail: EmailMessage, message: Message) -> None:
    """PUBLISH: for the reader to keep, with nothing to accept (RFC 6047, 2.4)."""
    mail.add_attachment(
        calendar,
        maintype="text",
        subtype="calendar",
        params={"charset": "utf-8", "method": "PUBLISH"},
        filename="rounds.ics",
    )
    mail.set_boundary(f"callback-all-{message.id.hex}")


def _headers(
    letter: Letter, message: Message, recipient: str, round_ids: list[int]
) -> dict[str, str]:
    domain = _domain()
    names = [kind.value.replace("_", "-") for kind in letter.kinds]
    name = names[0] if len(names) == 1 else "several"
    return {
        "From": str(sanitize_address(str(settings.DEFAULT_FROM_EMAIL), "utf-8")),
        "To": recipient,
        "Subject": one_line(letter.subject),
        "Date": format_datetime(message.created_at.astimezone(UTC)),
        "Message-ID": f"<message.{message.id}@{domain}>",
        "References": " ".join(f"<round.{pk}@{domain}>" for pk in round_ids),
        # RFC 2919, RFC 8058, RFC 3834.
        "List-Id": f"Callback {name} reminders <{name}.reminders.{domain}>",
        "List-Unsubscribe": f"<{letter.stop_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "X-Reminder-Reason": ", ".join(names),
    }


def _domain() -> str:
    """The site's host; an IP address says nothing worth keeping, and reads badly."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    try:
        ip_address(host)
    except ValueError:
        return host
    return "localhost"
