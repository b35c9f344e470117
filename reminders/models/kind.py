from __future__ import annotations

from django.db import models


class Kind(models.TextChoices):
    """What a reminder is about: each may be switched off by itself."""

    PREPARE = "prepare", "Prepare for a round"
    DEBRIEF = "debrief", "Write down how it went"
    THANK_YOU = "thank_you", "Send thank-you notes"
    STATUS_CHECK = "status_check", "Ask where they stand"
    FEEDBACK_REQUEST = "feedback_request", "Ask for feedback"
    OFFER_DEADLINE = "offer_deadline", "Answer an offer"
    KEEP_GOING = "keep_going", "Stay in the search"
    DIGEST = "digest", "Your week"

    @property
    def is_about_a_round(self) -> bool:
        return not (self.is_about_the_search or self is Kind.OFFER_DEADLINE)

    @property
    def is_about_the_search(self) -> bool:
        """About all of the owner's applications together."""
        return self in {Kind.KEEP_GOING, Kind.DIGEST}
