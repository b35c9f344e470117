"""What a note says that no other does, and what it had better leave out.

WhatJobs and Diversity Employment: a note is fitted to the talk it thanks for. So no
two carry the same particular words. The limits and the words looked for are ours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from interviews import letters
from interviews.models import FollowUp
from interviews.wording import plain

# Shorter than this, sentences of thanks are alike by chance.
_A_SENTENCE = 5
_LONG = 200
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
_PAY = re.compile(r"\b(salar(y|ies)|compensation|wages?|remuneration|bonus)\b", re.I)
_PRESSURE = re.compile(
    r"\b(asap|as soon as possible|urgent(ly)?|deadline|other offers?|another offer|"
    r"decide (by|soon)|decision by)\b",
    re.I,
)


@dataclass(frozen=True)
class Twin:
    """Another note with the same particular words, and these words."""

    follow_up: FollowUp
    words: str


def particulars(draft: str) -> dict[str, str]:
    """The sentences of the writer's own, as written, by their bare words."""
    own = (_own(sentence.strip()) for sentence in _SENTENCES.split(draft))
    return {plain(words): words for words in own if plain(words)}


def _own(sentence: str) -> str:
    """What of a sentence is not of the pattern; empty if nothing is."""
    if letters.gaps(sentence):
        return ""
    if sentence.startswith(letters.STAYED):
        return sentence.removeprefix(letters.STAYED).strip()
    of_the_pattern = sentence.startswith(letters.STANDING)
    long_enough = len(sentence.split()) >= _A_SENTENCE
    return sentence if long_enough and not of_the_pattern else ""


class Shelf:
    """The thank-you notes to some companies, by what is particular in them."""

    def __init__(self, follow_ups: Iterable[FollowUp]) -> None:
        """Those owed or sent to the companies of `follow_ups`, in every round there.

        Asks the database a fixed number of times.
        """
        self._saying: dict[tuple[int, str], list[FollowUp]] = defaultdict(list)
        for note in _notes_to_the_companies_of(list(follow_ups)):
            for key in _particulars_of(note, None):
                self._saying[_company(note), key].append(note)

    def twins(self, follow_up: FollowUp, *, draft: str | None = None) -> list[Twin]:
        """Which others say the same; `draft` where its words are not as saved."""
        found: dict[FollowUp, Twin] = {}
        for key, words in _particulars_of(follow_up, draft).items():
            for other in self._saying[_company(follow_up), key]:
                if other.pk != follow_up.pk:
                    found.setdefault(other, Twin(other, words))
        return list(found.values())


def _notes_to_the_companies_of(follow_ups: list[FollowUp]) -> Iterable[FollowUp]:
    if not follow_ups:
        return []
    owner = follow_ups[0].round.application.owner
    return (
        FollowUp.objects.for_user(owner)
        .thank_yous()
        .filter(round__application__company__in={_company(f) for f in follow_ups})
        .filter(state__in=[FollowUp.State.OPEN, FollowUp.State.SENT])
        .select_related("contact", "round__application", "round__debrief")
        .prefetch_related("round__debrief__topics")
    )


def _company(follow_up: FollowUp) -> int:
    return follow_up.round.application.company_id


def _particulars_of(follow_up: FollowUp, draft: str | None) -> dict[str, str]:
    """Of its words so far; a note not begun will be about its topic."""
    if written := draft or follow_up.draft:
        return particulars(written)
    topic = letters.topic(follow_up)
    return {plain(topic): topic} if plain(topic) and topic != letters.TOPIC else {}


def cautions(draft: str) -> list[str]:
    """What to think over before it is sent; none of it hinders sending."""
    found = []
    if _PAY.search(draft):
        found.append("It speaks of pay; leave that out of a note like this.")
    if _PRESSURE.search(draft):
        found.append("It may sound as if you pressed them; leave the time to them.")
    if len(draft.split()) > _LONG:
        found.append("It has grown long; a few lines are read sooner.")
    return found
