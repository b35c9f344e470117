"""What is known about a company, topic by topic, with the gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from applications.actions import changing_company
from applications.models import Company, ResearchNote

Topic = ResearchNote.Topic


@dataclass(frozen=True)
class Research:
    """The notes on a company in the order of the topics, and the topics without."""

    company: Company
    notes: list[ResearchNote]
    gaps: list[Topic]

    @property
    def count(self) -> str:
        """ "4 of 7 filled"."""
        return f"{len(self.notes)} of {len(Topic)} filled"


def research_on(company: Company) -> Research:
    """Asks the database nothing when `research_notes` are prefetched."""
    by_topic = {note.topic: note for note in company.research_notes.all()}
    return Research(
        company,
        notes=[by_topic[topic] for topic in Topic if topic in by_topic],
        gaps=[topic for topic in Topic if topic not in by_topic],
    )


def write_research(
    company: Company, *, texts: Mapping[str, str], now: datetime
) -> None:
    """Put these words on these topics, and leave the others as they are.

    A topic emptied is a gap again. Each keeps the time it was last changed.
    """
    with changing_company(company, now=now):
        for topic, text in texts.items():
            if text:
                company.research_notes.update_or_create(
                    topic=topic, defaults={"text": text, "updated_at": now}
                )
            else:
                company.research_notes.filter(topic=topic).delete()
