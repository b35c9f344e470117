from __future__ import annotations

from datetime import datetime

from interviews.actions.changing import changing_round
from interviews.models import Review, Round


def save_review(round_: Round, *, now: datetime, **parts: str) -> Round:
    """Keep what the owner takes from a round, in the place of what was there.

    `parts` are the texts of `Review`. With nothing written there is no review.
    """
    with changing_round(round_, now=now) as fresh:
        if any(parts.values()):
            written = {**parts, "updated_at": now}
            Review.objects.update_or_create(round=fresh, defaults=written)
        else:
            Review.objects.filter(round=fresh).delete()
    return fresh
