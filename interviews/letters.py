"""The notes an owner writes: how they begin, what they still lack, where they go.

The slots follow `guidance`'s documents: thanks for the time and the chance, one
particular topic of the talk, continued interest. The words are ours. What only the
owner can say stands in square brackets until they say it.
"""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote, urlencode

from accounts import clock
from accounts.models import User
from applications.models import Contact
from interviews.models import FollowUp, Round

TOPIC = "[one thing you talked about]"
STRENGTH = "[what you would bring to it]"
NAME = "[their name]"
OWN_NAME = "[your name]"
_GAP = re.compile("|".join(re.escape(gap) for gap in (TOPIC, STRENGTH, NAME, OWN_NAME)))


def recipient(follow_up: FollowUp) -> Contact | None:
    """To whom it goes: the person it is owed to, else who is likeliest to answer.

    A status check goes to somebody from HR, else to anybody with an address.
    """
    if follow_up.contact or follow_up.is_thank_you:
        return follow_up.contact
    people = [p for p in follow_up.round.people if p.email] or follow_up.round.people
    hr = [p for p in people if p.kind == Contact.Kind.HR]
    return next(iter(hr or people), None)


def subject(follow_up: FollowUp) -> str:
    role = follow_up.round.application.role
    if follow_up.is_thank_you:
        return f"Thank you for our conversation: {role}"
    return f"Following up on my interview: {role}"


def beginning(follow_up: FollowUp, *, writer: User, now: datetime) -> str:
    """A first draft from what is known, with a gap for each thing that is not."""
    to = recipient(follow_up)
    body = _thank_you if follow_up.is_thank_you else _status_check
    return "\n\n".join(
        [
            f"Dear {to.name if to else NAME},",
            *body(follow_up, writer, now),
            f"Kind regards,\n{OWN_NAME}",
        ]
    )


def _thank_you(follow_up: FollowUp, writer: User, now: datetime) -> list[str]:
    round_ = follow_up.round
    again = round_.number > 1
    return [
        f"Thank you for taking the time to talk with me{_on_day(round_, writer, now)} "
        f"about the {round_.application.role} role"
        + (", and for inviting me back." if again else "."),
        f"What stayed with me most: {topic(follow_up)}",
        f"I would still very much like to work at {round_.application.company}. If "
        "there is anything more you would like to know, I am happy to tell you.",
    ]


def _status_check(follow_up: FollowUp, writer: User, now: datetime) -> list[str]:
    round_ = follow_up.round
    today = now.astimezone(writer.zone).date()
    promised = round_.promised_on
    expected = (
        f"You mentioned that I might hear from you by "
        f"{clock.day(promised, now_day=today)}. "
        if promised
        else ""
    )
    return [
        f"Thank you again for the conversation{_on_day(round_, writer, now)} about the "
        f"{round_.application.role} role.",
        f"{expected}May I ask where things stand?",
        f"I remain very interested, and I believe {STRENGTH} would serve "
        f"{round_.application.company} well. I am glad to send anything that helps.",
    ]


def _on_day(round_: Round, writer: User, now: datetime) -> str:
    if round_.starts_at is None:
        return ""
    day = round_.starts_at.astimezone(writer.zone).date()
    return f" on {clock.day(day, now_day=now.astimezone(writer.zone).date())}"


def topic(follow_up: FollowUp) -> str:
    """A line of what the owner noted: for each person another one, if there are."""
    lines = [line.strip(" -*•\t") for line in follow_up.round.notes.splitlines()]
    lines = [line for line in lines if line]
    if not lines:
        return TOPIC
    people = [person.pk for person in follow_up.round.people]
    place = people.index(follow_up.contact_id) if follow_up.contact_id in people else 0
    return lines[place % len(lines)]


def gaps(draft: str) -> list[str]:
    """What is still in brackets, each once."""
    return list(dict.fromkeys(_GAP.findall(draft)))


def mailto(follow_up: FollowUp, *, draft: str) -> str:
    """An address that opens the draft in the owner's own mail program (RFC 6068)."""
    to = recipient(follow_up)
    address = quote(to.email, safe="@") if to else ""
    # RFC 6068 section 5: a line break in the body is written as CR LF.
    body = "\r\n".join(draft.splitlines())
    fields = {"subject": subject(follow_up), "body": body}
    return f"mailto:{address}?{urlencode(fields, quote_via=quote)}"
