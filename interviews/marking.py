"""The text of an invitation, with the words that something was found in marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from interviews.invites.found import Certainty, Found

# Ours: nobody reads on; the original can be downloaded.
MOST_SHOWN = 60_000
# What ends a line is not marked: it would be a blot where there are no words.
_LINES = re.compile(r"([ \t]*\n\s*)")
_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\r?\n[ \t]*){2,}")


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `paths` are the findings that came from it, if any."""

    text: str
    paths: Sequence[str] = ()
    is_asked: bool = False

    @property
    def told(self) -> str:
        return " ".join(self.paths)


def marked(text: str, found: Found) -> list[Piece]:
    """All of the text in its order, cut where a marked stretch begins or ends.

    Several empty lines are shown as one.
    """
    text = _EMPTY_LINES.sub("\n\n", text[:MOST_SHOWN])
    spans = dict(_spans(text, found.sources))
    cuts = sorted({0, len(text), *(at for span in spans.values() for at in span)})
    asked = _open(found)
    pieces = []
    for start, end in pairwise(cuts):
        paths = [p for p, (a, b) in spans.items() if a <= start and end <= b]
        is_asked = bool(asked & set(paths))
        pieces += [
            Piece(part, [] if part.isspace() else paths, is_asked)
            for part in _LINES.split(text[start:end])
            if part
        ]
    return pieces


def _open(found: Found) -> set[str]:
    """What only the owner can settle; times are not, where one zone is all there is."""
    asked = {path for path, sure in found.certainty.items() if sure == Certainty.ASK}
    settled = {
        question.field.removesuffix("time_zone") + part
        for question in found.questions
        if question.is_of_one_zone
        for part in ("time_zone", "starts_at", "ends_at", "local_day")
    }
    return asked - settled | {q.field for q in found.questions if not q.is_of_one_zone}


def _spans(
    text: str, sources: Mapping[str, str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where the words of each finding stand; what is not found is not marked.

    The same words again are those that come next: two sessions, two lines.
    """
    used: dict[tuple[str, str], int] = {}
    for path, words in sources.items():
        kind = re.sub(r"\d+", "", path)
        after = used.get((kind, words), 0)
        at = _find(text, words, after) or _find(text, words, 0)
        if at:
            used[kind, words] = at[1]
            yield path, at


def _find(text: str, words: str, after: int) -> tuple[int, int] | None:
    at = text.find(words, after)
    if at >= 0:
        return at, at + len(words)
    pattern = r"\s+".join(map(re.escape, words.split()))
    broken = re.compile(pattern).search(text, after) if pattern else None
    return broken.span() if broken else None
