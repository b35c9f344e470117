"""A message the owner owes somebody, as a line of Today.

Each row is one of `today_queries.MESSAGES`.
"""

from __future__ import annotations

from typing import Any

from accounts.templatetags.callback import initials
from applications.addresses import addresses
from dashboard.lines.line import Act, Line
from dashboard.lines.words import Words, in_short
from interviews import letters
from interviews.models import FollowUp
from interviews.models.follow_up import title_of
from interviews.models.round import round_name


def owed(row: Any, words: Words) -> Line:
    """To be written now: the page to write it on, and what settles it in place."""
    title, page = _title(row), addresses("interviews:follow_up")(row.pk)
    write = Act(label=_write(row), url=page, about=title, look="primary")
    replied = (_replied(row),) if row.asks_for_an_answer else ()
    return Line(
        at=row.due_at,
        key=f"follow-up-{row.pk}",
        what=title,
        url=page,
        detail=_about(row),
        when=_why(row, words),
        badge=initials(row.contact_name or ""),
        icon="user-plus" if row.is_thank_you else "message",
        acts=(write, _settling(row, title, "sent", "Sent"), *replied),
        rest=(_settling(row, title, "skip", "Not needed"), _later(row, title)),
        is_sample=row.is_sample,
    )


def to_check(row: Any, words: Words) -> Line:
    """To be written within a week, unless they answer before."""
    said = f", promised by {words.on(row.promised_on)}" if row.promised_on else ""
    return Line(
        at=row.due_at,
        key=f"follow-up-{row.pk}",
        what=_title(row),
        url=addresses("interviews:follow_up")(row.pk),
        detail=_about(row),
        when=f"{words.when(row.due_at)}, unless they answer before{said}",
        badge=initials(row.employer),
        tag="Waiting",
        is_sample=row.is_sample,
    )


# --- what to do about it -----------------------------------------------------------------


def _settling(row: FollowUp, title: str, act: str, label: str) -> Act:
    url = addresses(f"interviews:follow_up_{act}")(row.pk)
    return Act(label=label, url=url, about=title, key=f"{act}-{row.pk}", swaps=True)


def _later(row: FollowUp, title: str) -> Act:
    url = addresses("interviews:follow_up_snooze")(row.pk)
    return Act(label="Later", url=url, about=title)


def _replied(row: Any) -> Act:
    return Act(
        label="They replied",
        url=addresses("interviews:round_replied")(row.round_id),
        about=row.employer,
        key=f"replied-{row.pk}",
    )


# --- words -------------------------------------------------------------------------------


def _title(row: Any) -> str:
    return title_of(row.kind, company=row.employer, contact=row.contact_name or "")


def _write(row: FollowUp) -> str:
    if row.draft:
        return "Finish"
    return "Write the note" if row.is_thank_you else "Write"


def _about(row: Any) -> str:
    title = f" · {row.contact_title}" if row.contact_title else ""
    return f"{in_short(row.employer)}, {round_name(row.number).lower()}{title}"


def _why(row: Any, words: Words) -> str:
    """When it ended, when they promised, and how far the note is."""
    if row.is_feedback_request:
        return "draft begun" if row.draft else "when you feel like it"
    if row.is_check_in:
        return f"you planned it for {words.on(words.day_of(row.due_at))}"
    if row.is_thank_you:
        return f"{_over(row, words)}, {_how_far(row)}"
    promised = row.promised_on
    return f"they said by {words.on(promised)}" if promised else "no answer yet"


def _over(row: Any, words: Words) -> str:
    if row.end_is_known or row.begun is None:
        return f"ended {words.when(row.due_at)}"
    return f"began {words.when(row.begun)}, end unknown"


def _how_far(row: Any) -> str:
    if letters.is_unready(row.draft, row.topic or ""):
        return "not ready, topic missing"
    return "draft begun" if row.draft else "still owed"
