"""A job with a step of the owner's own, or with an offer, as a line of Today.

Each is one of `today_queries.JOBS`.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from applications import offer_words
from applications.addresses import addresses
from dashboard.lines.line import Act, Line
from dashboard.lines.words import Words


def own_step(job: Any, words: Words) -> Line:
    """What the owner means to do next, on the day they planned it for."""
    day = job.own_step_on or words.today
    change = f"{addresses('applications:detail')(job.pk)}#next-step"
    about = f"{job.own_step}, {job.employer}"
    return Line(
        at=datetime.combine(day, time(), tzinfo=words.zone),
        key=f"step-{job.pk}",
        what=job.own_step,
        url=change,
        detail=f"{job.employer}, {job.role}",
        is_sample=job.is_sample,
        when=f"you planned it for {words.on(day)}",
        icon="pencil",
        acts=(
            _done(job, about),
            Act(label="Change", url=change, about=about, look="quiet"),
        ),
    )


def _done(job: Any, about: str) -> Act:
    return Act(
        label="Done",
        url=addresses("applications:next_step")(job.pk),
        about=about,
        key=f"step-done-{job.pk}",
    )


def offer(job: Any, words: Words) -> Line:
    """An offer that waits for the owner's answer, and until when."""
    page, offered = addresses("interviews:offer")(job.pk), getattr(job, "offer", None)
    by = offer_words.answer_by(offered, today=words.today) if offered else ""
    about = f"the offer of {job.employer}"
    return Line(
        at=words.now,
        key=f"offer-{job.pk}",
        what=f"{job.employer} made you an offer",
        url=page,
        detail=job.role,
        is_sample=job.is_sample,
        when=f"answer by {by}" if by else "no date noted",
        icon="confetti",
        acts=(Act(label="Open", url=page, about=about),),
    )
