"""The messages that come last: after a no, and after silence. The words are ours.

After a no, as the documents have it: thanks for the opportunity, a request for
feedback, the door left open. No document gives a second question where they stand.
"""

from __future__ import annotations

from datetime import datetime

from accounts import clock
from accounts.models import User
from interviews.models import FollowUp


def feedback_request(follow_up: FollowUp, writer: User, now: datetime) -> list[str]:
    """One message: thanks, and what could have been better."""
    round_ = follow_up.round
    met = ", and for the time we talked" if round_.is_over(now) else ""
    return [
        "Thank you for letting me know, and for the opportunity to apply for the "
        f"position of {round_.application.role}{met}.",
        "May I ask for your feedback? A line or two on what I could have done better "
        "would help me a great deal.",
        f"Should another position at {round_.application.company} fit, I would be glad "
        "to hear from you.",
    ]


def check_in(follow_up: FollowUp, writer: User, now: datetime) -> list[str]:
    """A second question, which the owner wants to ask."""
    role = follow_up.round.application.role
    return [
        f"{_asked_before(follow_up, writer, now)}I know that such decisions take time.",
        f"I am still interested in the position of {role}. Can you say by now how "
        "things stand? If it is filled, a short word would help me as well.",
    ]


def _asked_before(follow_up: FollowUp, writer: User, now: datetime) -> str:
    rows = follow_up.round.follow_ups.all()
    earlier = [row.settled_at for row in rows if row.asks_for_an_answer and row.is_sent]
    asked_at = max((at for at in earlier if at), default=None)
    if asked_at is None:
        return ""
    today = now.astimezone(writer.zone).date()
    day = clock.day(asked_at.astimezone(writer.zone).date(), now_day=today)
    return f"I wrote to you on {day} about where things stand. "
