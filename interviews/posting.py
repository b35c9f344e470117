"""How a message leaves: from the owner's own mail program (RFC 6068)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from accounts.models import User
from applications.models import Contact
from interviews import letters
from interviews.models import FollowUp

# Windows hands programs no more than 2,083 characters; some mail programs take less.
SAFE_LENGTH = 2000


def mailto(follow_up: FollowUp, *, draft: str) -> str:
    """An address that opens the draft, to whom it goes, with its subject."""
    to = letters.recipient(follow_up)
    return _address(to, letters.subject(follow_up), draft)


def is_long(address: str) -> bool:
    """Whether some mail programs would cut it off."""
    return len(address) > SAFE_LENGTH


def messenger(follow_up: FollowUp) -> Contact | None:
    """Who could pass a note on to somebody without an address (ours).

    Somebody from HR, else anybody the owner can write to: of the round, then of the
    company. One query where nobody of the round has an address.
    """
    to = letters.recipient(follow_up)
    if to is None or to.email:
        return None
    of_the_round = [p for p in follow_up.round.people if p.email]
    return _likeliest(of_the_round) or _likeliest(
        Contact.objects.filter(company=follow_up.round.application.company_id)
        .exclude(email="")
        .order_by("pk")
    )


def envelope(follow_up: FollowUp, messenger: Contact, *, writer: User) -> str:
    """What stands above a note that somebody is to pass on."""
    return (
        f"Dear {letters.form_of_address(messenger.name)},\n\n"
        f"May I ask you to pass this note on to {_name(follow_up)}? Thank you very "
        f"much.\n\nKind regards,\n{writer.name or letters.OWN_NAME}\n\n---\n\n"
    )


def passing_on(follow_up: FollowUp, messenger: Contact, *, draft: str) -> str:
    """An address that sends the note, in its envelope, to who passes it on."""
    return _address(messenger, f"A note for {_name(follow_up)}", draft)


def _name(follow_up: FollowUp) -> str:
    to = letters.recipient(follow_up)
    return to.name if to else ""


def _likeliest(people: Iterable[Contact]) -> Contact | None:
    rows = list(people)
    hr = [person for person in rows if person.kind == Contact.Kind.HR]
    return next(iter(hr or rows), None)


def _address(to: Contact | None, subject: str, body: str) -> str:
    address = quote(to.email, safe="@") if to else ""
    # RFC 6068 section 5: a line break in the body is written as CR LF.
    fields = {"subject": subject, "body": "\r\n".join(body.splitlines())}
    return f"mailto:{address}?{urlencode(fields, quote_via=quote)}"
