"""Whether the owner's own research may answer a question they want to ask.

Jobasylum: a question that research would answer shows a lack of it. What a question
is about is told by its words alone, so it is said as a possibility (ours).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from applications.models import ResearchNote
from interviews.wording import plain
from preparation.models import Question

Topic = ResearchNote.Topic

# What the library's questions are about. Those on people, and on what somebody
# thinks, no research answers.
_ABOUT: Mapping[str, Topic] = {
    "ask-culture": Topic.CULTURE,
    "hr-culture": Topic.CULTURE,
    "ask-future": Topic.MISSION,
    "executive-ask-goals": Topic.MISSION,
    "ask-expectations": Topic.ROLE,
}
# The beginnings of words that name a topic.
_WORDS: Mapping[Topic, tuple[str, ...]] = {
    Topic.PRODUCTS: ("product", "service", "customer"),
    Topic.RIVALS: ("rival", "competitor", "competit", "compete"),
    Topic.SECTOR: ("industry", "industries", "sector", "market", "trend"),
    Topic.NEWS: ("news", "announce", "acqui", "funding", "recent", "latest"),
    Topic.MISSION: ("mission", "values", "vision", "strategy", "strategic"),
    Topic.CULTURE: ("culture", "atmosphere"),
    Topic.ROLE: ("responsibilit", "duties", "project"),
}
_NAMES: Mapping[Topic, str] = {
    Topic.MISSION: "their mission and values",
    Topic.CULTURE: "their culture",
    Topic.NEWS: "their news",
    Topic.PRODUCTS: "their products",
    Topic.RIVALS: "their rivals",
    Topic.SECTOR: "their sector",
    Topic.ROLE: "the role",
}


def topic_of(question: Question) -> Topic | None:
    """The topic of research a question is about, as far as its words tell."""
    if question.advice in _ABOUT:
        return _ABOUT[question.advice]
    words = plain(question.text).split()
    for topic, beginnings in _WORDS.items():
        if any(word.startswith(beginnings) for word in words):
            return topic
    return None


def may_be_answered(question: Question, notes: Iterable[ResearchNote]) -> str:
    """ "Your notes on their products may answer this", or nothing."""
    topic = topic_of(question)
    if topic is None or topic not in {Topic(note.topic) for note in notes}:
        return ""
    return f"Your notes on {_NAMES[topic]} may answer this"
