from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import Q

from interviews.actions.changing import changing_round
from interviews.actions.details import Noted
from interviews.models import AskedQuestion, Debrief, Round, Topic


def save_debrief(
    round_: Round, noted: Noted, *, promised_on: date | None, now: datetime
) -> Round:
    """Keep what the owner wrote down, in the place of what was there.

    The day they promised an answer by is the round's own: asking them moves with it.
    With nothing written there is no debrief.
    """
    with changing_round(round_, now=now) as fresh:
        fresh.promised_on = promised_on
        fresh.save(update_fields=["promised_on"])
        if noted.is_empty and not _says_more(fresh, noted):
            Debrief.objects.filter(round=fresh).delete()
        else:
            _write(fresh, noted, now=now)
    return fresh


def _says_more(round_: Round, noted: Noted) -> bool:
    """Whether there are words about somebody whom `noted` does not mention."""
    topics = Topic.objects.filter(debrief__round=round_)
    return not noted.topics.keys() >= set(topics.values_list("contact_id", flat=True))


def _write(round_: Round, noted: Noted, *, now: datetime) -> None:
    fields = {**noted.as_fields(), "updated_at": now}
    debrief, _ = Debrief.objects.update_or_create(round=round_, defaults=fields)
    debrief.questions.all().delete()
    AskedQuestion.objects.bulk_create(
        AskedQuestion(
            debrief=debrief,
            position=position,
            text=asked.text,
            went=asked.went,
            lengthen=asked.lengthen,
        )
        for position, asked in enumerate(noted.questions)
    )
    _write_topics(debrief, noted.topics)


def _write_topics(debrief: Debrief, topics: Mapping[int | None, str]) -> None:
    for contact_id, text in topics.items():
        of_nobody = Q(contact=None)
        found = debrief.topics.filter(
            Q(contact=contact_id) if contact_id else of_nobody
        )
        if not text:
            found.delete()
        elif not found.update(text=text):
            Topic.objects.create(debrief=debrief, contact_id=contact_id, text=text)
