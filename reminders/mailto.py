"""A note handed to the owner's own mail program (RFC 6068)."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from interviews.models import FollowUp


def mailto(follow_up: FollowUp) -> str:
    """An address that opens a new mail with recipient, subject and saved draft."""
    contact = follow_up.contact
    recipient = quote(contact.email, safe="@") if contact else ""
    role = follow_up.round.application.role
    subject = (
        f"Thank you for our conversation: {role}"
        if follow_up.is_thank_you
        else f"Following up on my interview: {role}"
    )
    # RFC 6068 §5: a line break in the body is written as CR LF.
    body = "\r\n".join(follow_up.draft.splitlines())
    fields = urlencode({"subject": subject, "body": body}, quote_via=quote)
    return f"mailto:{recipient}?{fields}"
