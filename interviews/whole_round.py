"""One round with everything its pages show, in one query."""

from __future__ import annotations

from accounts.gathering import gather
from interviews.models import Round

# What `RoundQuerySet.complete` reads for many rounds.
COMPLETE = (
    "application__offer",
    "debrief__questions",
    "debrief__topics__contact",
    "review",
    "sessions__interviewers__contact",
    "follow_ups__contact",
    "advice_ticks",
    "not_for_me",
    "tasks",
    "application__rounds__debrief__questions",
    "application__rounds__prepared_questions",
    "application__rounds__signs",
    "application__company__research_notes",
)
# What its advice follows from (`interviews.situation`), where no page shows the rest.
ADVICE = (
    "debrief",
    "sessions__interviewers__contact",
    "follow_ups",
    "advice_ticks",
    "not_for_me",
    "tasks",
    "application__rounds__debrief__questions",
    "application__rounds__prepared_questions",
    "application__rounds__signs",
    "application__company__research_notes",
)
# And what a later round recalls of the earlier ones.
MEMORY = (
    "own_items",
    "application__rounds__debrief__topics__contact",
    "application__rounds__sessions__interviewers__contact",
)
# What comes through relations of the floors above.
ABOVE = ("reminders", "prepared_questions__story", "prepared_questions__contact")


def whole(round_: Round, *lookups: str) -> Round:
    """The same round, with the rows of these lookups read."""
    gather([round_], *lookups)
    return round_
