"""How much a mail may tell, so that it stays small whatever there is to tell."""

from __future__ import annotations

from dataclasses import dataclass

# Ours: well under what mail programs cut off (Gmail: about 100 KB), with room for
# what servers add.
LARGEST = 30_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """Limits of one mail: counts, and lengths in characters."""

    rounds: int
    errands: int  # people with links of their own; the others are named
    advice: int  # per round
    words: int  # of what the owner wrote
    name: int
    lines: int  # of each part of an overview


FULL = Measure(rounds=12, errands=24, advice=5, words=600, name=120, lines=12)
MIDDLE = Measure(rounds=12, errands=12, advice=3, words=300, name=120, lines=10)
SHORT = Measure(rounds=12, errands=5, advice=1, words=120, name=60, lines=8)
TERSE = Measure(rounds=8, errands=4, advice=0, words=60, name=30, lines=4)
