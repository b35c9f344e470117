from __future__ import annotations

from collections.abc import Iterator

import pytest

from interviews.invites.found import Found, NotRead
from interviews.invites.reading import read
from tests.invites.files import File, files, judged
from tests.invites.judging import Verdict

CORPUS = list(files())
# What a calendar file says in fields of its own; there is no excuse for these.
SETTLED = {
    "kind", "method", "uid", "sequence", "summary", "sessions", "start", "end", "zone",
    "certainty", "note", "link", "setting",
}  # fmt: skip


def found_in(file: File) -> Found:
    context = file.context
    return read(file.raw, received_at=context.received, zone=context.zone)


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.name)
def test_a_file_says_what_a_careful_person_reads_in_it(file: File) -> None:
    if file.expected.get("unreadable"):
        with pytest.raises(NotRead):
            found_in(file)
        return

    wrong = [v for v in judged(file, found_in(file)) if not v.right]

    assert [v for v in wrong if v.field in SETTLED] == []


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.name)
def test_every_source_stands_in_the_words_shown(file: File) -> None:
    """They are highlighted in the page: words that are not there cannot be."""
    if file.expected.get("unreadable"):
        return
    found = found_in(file)

    words = " ".join(found.text.split())
    missing = {
        path: source
        for path, source in found.sources.items()
        if " ".join(source.split()) not in words
    }

    assert missing == {}


def test_the_times_are_right_or_rightly_asked() -> None:
    """What is promised of the start: 95 in 100, at most 2 wrong without a question."""
    starts = [verdict for verdict in verdicts() if verdict.field == "start"]

    right = sum(verdict.right for verdict in starts)
    silent = sum(verdict.silent for verdict in starts)
    assert right >= 0.95 * len(starts)
    assert silent <= 0.02 * len(starts)


@pytest.mark.parametrize("field", ["company", "role", "people", "place", "prepare"])
def test_what_only_words_say_is_mostly_right(field: str) -> None:
    said = [verdict for verdict in verdicts() if verdict.field == field]

    assert sum(verdict.right for verdict in said) >= 0.95 * len(said)


def verdicts() -> Iterator[Verdict]:
    for file in CORPUS:
        if not file.expected.get("unreadable"):
            yield from judged(file, found_in(file))


def test_no_file_changes_how_the_next_is_read() -> None:
    """Each file is read the same, whatever was read before it."""
    readable = [file for file in CORPUS if not file.expected.get("unreadable")]

    forth = {file.name: found_in(file).sessions for file in readable}
    back = {file.name: found_in(file).sessions for file in reversed(readable)}

    assert forth == back
