"""Fingerprints of the documents: proof that no item copies a run of their words.

The documents belong to their publishers and stay outside the repository. It holds
one hash for each run of seven words instead:

    python -m guidance.fingerprints whatjobs=PATH [jobasylum=PATH …]

writes `guidance/sources/<name>.hashes` and checks that every heading listed in
`guidance/sources/<name>.toml` stands in the document.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from guidance.citations import SOURCES, Source, read_sources

RUN = 7
_DIGITS = 16  # of the SHA-256: enough to tell some thousand runs apart
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc]")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text, without case, accents in one form, or punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(_APOSTROPHES.sub("", plain))


def runs(text: str) -> Iterator[str]:
    """Every run of seven words in a row."""
    found = words(text)
    for start in range(len(found) - RUN + 1):
        yield " ".join(found[start : start + RUN])


def fingerprint(run: str) -> str:
    return hashlib.sha256(run.encode()).hexdigest()[:_DIGITS]


def fingerprints(text: str) -> frozenset[str]:
    return frozenset(fingerprint(run) for run in runs(text))


def copied_runs(text: str, known: frozenset[str]) -> list[str]:
    """The runs of seven words in `text` whose fingerprint is known."""
    return [run for run in runs(text) if fingerprint(run) in known]


def read_fingerprints(folder: Path = SOURCES) -> frozenset[str]:
    """The committed fingerprints of all documents together."""
    return frozenset(
        line
        for path in sorted(folder.glob("*.hashes"))
        for line in path.read_text(encoding="ascii").split()
    )


def missing_headings(source: Source, document: str) -> list[str]:
    """Listed headings whose words do not stand in a row in the document."""
    text = f" {' '.join(words(document))} "
    return [h for h in source.headings if f" {' '.join(words(h))} " not in text]


def write(source: Source, document: Path, folder: Path = SOURCES) -> list[str]:
    """Write the fingerprints of one document; returns what is wrong, if anything."""
    text = document.read_text(encoding="utf-8")
    lines = sorted(fingerprints(text))
    target = folder / f"{source.id}.hashes"
    target.write_text("\n".join(lines) + "\n", encoding="ascii")
    return [
        f"{source.id}: no heading {heading!r} in the document"
        for heading in missing_headings(source, text)
    ]


def main(arguments: list[str]) -> int:
    sources = read_sources()
    wrong: list[str] = []
    for argument in arguments:
        name, _, path = argument.partition("=")
        if name not in sources or not path:
            known = ", ".join(sources)
            sys.stdout.write(f"expected NAME=PATH with NAME one of {known}\n")
            return 2
        wrong += write(sources[name], Path(path))
    said = wrong or [f"{len(arguments)} written, headings found"]
    sys.stdout.write("\n".join(said) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
