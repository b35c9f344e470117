"""The notes an owner writes: how they begin, what they still lack, where they go.

The slots follow `guidance`'s documents: thanks for the time and the chance, one
particular topic of the talk, continued interest. The words are ours. What only the
owner can say stands in square brackets until they say it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from accounts import clock
from accounts.models import User
from applications.models import Contact
from interviews import late_letters
from interviews.models import FollowUp, Round

TOPIC = "[one thing you talked about]"
STRENGTH = "[what you would bring to it]"
NAME = "[their name]"
OWN_NAME = "[your name]"
MOMENT = "[what it shows that you could do for them]"
# How the sentences of the pattern begin: nothing particular is in them.
THANKS = "Thank you for taking the time to talk with me"
STAYED = "One thing we spoke of has stayed with me:"
INTEREST = "I would very much like to work at"
_ANYTHING_ELSE = "If there is anything else you would like to know, please ask."
STANDING = (THANKS, INTEREST, _ANYTHING_ELSE)
_TITLES = {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame"}
GAPS = (TOPIC, STRENGTH, NAME, OWN_NAME, MOMENT)
_GAP = re.compile("|".join(map(re.escape, GAPS)))


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
    return _SUBJECTS[follow_up.kind].format(role)


def words(follow_up: FollowUp, *, writer: User, now: datetime) -> str:
    """The draft so far, or a beginning; signed, when the writer's name is known."""
    draft = follow_up.draft or beginning(follow_up, writer=writer, now=now)
    return signed(draft, writer.name)


def signed(draft: str, name: str) -> str:
    """The draft with the writer's name where it belongs, if there is one."""
    return draft.replace(OWN_NAME, name or OWN_NAME)


def form_of_address(name: str) -> str:
    """ "Dana" for Dana Wu, "Dr. Wu" for Dr. Dana Wu."""
    first, *rest = name.split() or [name]
    if rest and first.rstrip(".").casefold() in _TITLES:
        return f"{first} {rest[-1]}"
    return first


def beginning(follow_up: FollowUp, *, writer: User, now: datetime) -> str:
    """A first draft from what is known, with a gap for each thing that is not."""
    to = recipient(follow_up)
    body = _BODIES[follow_up.kind]
    return "\n\n".join(
        [
            f"Dear {form_of_address(to.name) if to else NAME},",
            *body(follow_up, writer, now),
            f"Kind regards,\n{writer.name or OWN_NAME}",
        ]
    )


def _thank_you(follow_up: FollowUp, writer: User, now: datetime) -> list[str]:
    round_ = follow_up.round
    again = round_.number > 1
    return [
        f"{THANKS}{_on_day(round_, writer, now)} "
        f"about the position of {round_.application.role}"
        + (", and for inviting me back." if again else "."),
        f"{STAYED} {_sentence(topic(follow_up))}",
        f"{INTEREST} {round_.application.company}. {_ANYTHING_ELSE}",
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
        f"Thank you again for our conversation{_on_day(round_, writer, now)} about the "
        f"position of {round_.application.role}.",
        f"{expected}May I ask where things stand?",
        f"I remain very interested, and I believe {STRENGTH} would serve "
        f"{round_.application.company} well. I am glad to send anything that helps.",
    ]


_SUBJECTS: dict[str, str] = {
    FollowUp.Kind.THANK_YOU: "Thank you for our conversation: {}",
    FollowUp.Kind.STATUS_CHECK: "Following up on my interview: {}",
    FollowUp.Kind.FEEDBACK_REQUEST: "Thank you, and a question: {}",
    FollowUp.Kind.CHECK_IN: "Checking in about my interview: {}",
}
_BODIES: dict[str, Callable[[FollowUp, User, datetime], list[str]]] = {
    FollowUp.Kind.THANK_YOU: _thank_you,
    FollowUp.Kind.STATUS_CHECK: _status_check,
    FollowUp.Kind.FEEDBACK_REQUEST: late_letters.feedback_request,
    FollowUp.Kind.CHECK_IN: late_letters.check_in,
}


def _on_day(round_: Round, writer: User, now: datetime) -> str:
    if round_.starts_at is None:
        return ""
    day = round_.starts_at.astimezone(writer.zone).date()
    days = (now.astimezone(writer.zone).date() - day).days
    if days in (0, 1):
        return " yesterday" if days else " today"
    return f" on {day:%A}" if 1 < days < 7 else f" on {day.day} {day:%B}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def topic(follow_up: FollowUp) -> str:
    """What the owner noted that they talked about with this person."""
    log = follow_up.round.log
    return (log.topic_with(follow_up.contact_id) if log else "") or TOPIC


def gaps(draft: str) -> list[str]:
    """What is still in brackets, each once."""
    return list(dict.fromkeys(_GAP.findall(draft)))


def lacks_topic(follow_up: FollowUp) -> bool:
    """Whether a thank-you note says nothing particular yet: then it is not ready."""
    return follow_up.is_thank_you and is_unready(follow_up.draft, topic(follow_up))


def is_unready(draft: str, topic: str) -> bool:
    """Whether a note of that draft, or begun with that topic, says nothing particular."""
    return TOPIC in (draft or topic or TOPIC)


def with_moment(draft: str, moment: str) -> str:
    """The draft with a moment that shows the writer suits, before the last words."""
    paragraphs = "\n".join(draft.splitlines()).split("\n\n")
    ends = (i for i, words in enumerate(paragraphs) if words.startswith(INTEREST))
    at = next(ends, max(1, len(paragraphs) - 1))
    return "\n\n".join([*paragraphs[:at], f"{moment} {MOMENT}", *paragraphs[at:]])
