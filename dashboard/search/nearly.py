"""Names that were nearly typed: "Globx" is Globex.

PostgreSQL's own core knows no likeness of words (pg_trgm is an extension), so the
owner's names are compared here. They are short and few: ten thousand take some
milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

# Ours: below this a likeness is chance. Words of three letters are like too many.
LIKE_ENOUGH = 78
SHORTEST = 4


def nearly(typed: str, names: Iterable[str], *, most: int) -> list[str]:
    """The names that are most like what was typed, the likest first."""
    if len(typed) < SHORTEST:
        return []
    found = process.extract(
        typed,
        list(names),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=LIKE_ENOUGH,
        limit=most,
    )
    return [name for name, _, _ in found]
