"""A letter as the bytes that go over the wire, the same on every try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from email.utils import format_datetime
from functools import cache, lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import css_inline
from django.conf import settings
from django.core.mail.message import sanitize_address
from django.template import Context, Engine, Template
from django.template.loader import render_to_string

from reminders.emails.letter import Letter
from reminders.emails.wire import alternatives, mail, with_calendar
from reminders.emails.words import fold, one_line
from reminders.models import Message

# Where the page of a mail asks for its styles.
_STYLE = '{% include "emails/letter.css" %}'


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
    return _styled().render(Context({"letter": letter}))


@cache
def _styled() -> Template:
    """The template with the styles in its elements: once, not for each mail."""
    engine = Engine.get_default()
    page = engine.get_template("emails/letter.html").source
    style = engine.get_template("emails/letter.css").source
    return engine.from_string(inliner().inline(page.replace(_STYLE, style)))


def inliner() -> css_inline.CSSInliner:
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
    recipient = _on_the_wire(address)
    headers = _headers(letter, message, recipient, round_ids)
    body = alternatives(
        text_of(letter), html_of(letter), boundary=f"callback-{message.id.hex}"
    )
    if calendar:
        body = with_calendar(body, calendar, boundary=f"callback-all-{message.id.hex}")
    return Rendered(
        subject=letter.subject,
        recipient=recipient,
        message_id=headers["Message-ID"],
        mime=mail(headers, body),
    )


def _headers(
    letter: Letter, message: Message, recipient: str, round_ids: list[int]
) -> dict[str, str]:
    domain = _domain()
    names = [kind.value.replace("_", "-") for kind in letter.kinds]
    name = names[0] if len(names) == 1 else "several"
    return {
        "From": _on_the_wire(str(settings.DEFAULT_FROM_EMAIL)),
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


@lru_cache(maxsize=1024)
def _on_the_wire(address: str) -> str:
    return str(sanitize_address(address, "utf-8"))


def _domain() -> str:
    """The site's host; an IP address says nothing worth keeping, and reads badly."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    try:
        ip_address(host)
    except ValueError:
        return host
    return "localhost"
