from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from guidance.check import check_library
from guidance.citations import SOURCES, read_sources
from guidance.errors import GuidanceError
from guidance.fingerprints import (
    RUN,
    copied_runs,
    fingerprints,
    missing_headings,
    read_fingerprints,
    runs,
    words,
)
from guidance.library import Library, Origin, load, read_library
from guidance.situation import Phase

# Made up for this test, so that no document's text stands here.
MADE_UP = "Seven grey herons waited beside the frozen mill until noon."
GOOD = """
[[advice]]
id = "one"
phases = ["before"]
kind = "research"
form = "check"
text = "Read the advert slowly."
origin = "ours"
"""


def library_of(folder: Path, content: str) -> Library:
    (folder / "trial.toml").write_text(content, encoding="utf-8")
    return read_library(folder, read_sources())


def test_nothing_is_wrong_with_the_library() -> None:
    assert check_library(load(), read_fingerprints()) == []


def test_every_advice_is_cited_or_marked_as_ours() -> None:
    for advice in load():
        uncited = advice.origin in (Origin.OURS, Origin.NOT_COVERED)
        assert bool(advice.citations) != uncited, advice.id
        for citation in advice.citations:
            assert citation.source.has(citation.heading), advice.id


def test_ids_are_unique_and_found_again() -> None:
    library = load()
    assert max(Counter(advice.id for advice in library).values()) == 1
    assert all(library.get(advice.id) is advice for advice in library)
    assert library.get("no-such-advice") is None


def test_every_phase_and_every_document_has_advice() -> None:
    phases = {phase for advice in load() for phase in advice.phases}
    assert phases == set(Phase) - {Phase.CLOSED}
    cited = {c.source.id for advice in load() for c in advice.citations}
    assert cited == set(read_sources())


def test_every_document_has_its_fingerprints() -> None:
    for source in read_sources():
        lines = (SOURCES / f"{source}.hashes").read_text(encoding="ascii").split()
        assert len(lines) > 400
        assert all(len(line) == 16 for line in lines)


def test_an_unverified_address_is_no_link() -> None:
    links = {source.id: source.link for source in read_sources().values()}
    assert links["whatjobs"]
    assert [name for name, link in links.items() if link] == ["whatjobs"]


def test_the_checker_catches_a_planted_copy(tmp_path: Path) -> None:
    copy = 'text = "Remember: seven grey HERONS waited, beside the frozen mill!"'
    content = GOOD.replace('text = "Read the advert slowly."', copy)
    problems = check_library(library_of(tmp_path, content), fingerprints(MADE_UP))
    assert problems == [
        "trial.toml: 'one': copies 'seven grey herons waited beside the frozen'"
        " from a document",
        "trial.toml: 'one': copies 'grey herons waited beside the frozen mill'"
        " from a document",
    ]


@pytest.mark.parametrize("key", ["why", "hedge", "variants.later_round.text"])
def test_the_checker_reads_every_wording(tmp_path: Path, key: str) -> None:
    library = library_of(tmp_path, f'{GOOD}{key} = "{MADE_UP}"')
    assert check_library(library, fingerprints(MADE_UP))


def test_six_words_in_a_row_are_no_copy() -> None:
    six = "grey herons waited beside the frozen lake"
    assert copied_runs(six, fingerprints(MADE_UP)) == []


def test_words_are_compared_without_case_and_punctuation() -> None:
    assert words("Don’t — STOP, re-read!") == ["dont", "stop", "re", "read"]
    assert list(runs("a b c d e f")) == []
    assert len(list(runs("a b c d e f g h"))) == 8 - RUN + 1


def test_a_listed_heading_must_stand_in_the_document() -> None:
    source = read_sources()["jobasylum"]
    text = "\n".join(source.headings[1:])
    assert missing_headings(source, text) == [source.headings[0]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('origin = "ours"', ""), "origin source with 0 citations"),
        (('kind = "research"', 'kind = "reserch"'), "'reserch' is not a valid Kind"),
        (('kind = "research"', ""), "no 'kind'"),
        (('form = "check"', 'form = "tick"'), "'tick' is not a valid Form"),
        (('["before"]', '["later"]'), "'later' is not a valid Phase"),
        (('["before"]', "[]"), "it has no phase"),
        (('id = "one"', 'id = "One!"'), "not a slug"),
        (('form = "check"', 'form = "check"\ncolour = "red"'), "unknown: colour"),
        (('form = "check"', 'form = "check"\nall = ["panel"]'), "no fact 'panel'"),
        (('form = "check"', 'form = "check"\npriority = 9'), "9 is not a valid"),
        (
            (
                'origin = "ours"',
                'sources = [{ source = "whatjobs", heading = "Not There" }]',
            ),
            "whatjobs has no heading 'Not There'",
        ),
        (
            ('origin = "ours"', 'sources = [{ source = "myblog", heading = "Hi" }]'),
            "no document 'myblog'",
        ),
        (("Read the advert slowly.", " "), "the text is empty"),
    ],
)
def test_unreadable_content_names_the_file_and_the_item(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    with pytest.raises(GuidanceError, match=said) as caught:
        library_of(tmp_path, GOOD.replace(*change))
    assert str(caught.value).startswith("trial.toml: ")


def test_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match="'one' is also in another place"):
        library_of(tmp_path, GOOD + GOOD)


def test_broken_toml_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match=r"trial\.toml: "):
        library_of(tmp_path, "[[advice")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("Read the advert", "Rehearse for the panel"), "presumes one of"),
        (("Read the advert", "Ask the executive"), "presumes one of"),
        (("Read the advert", "Do as last time"), "presumes an earlier round"),
        (("Read the advert", "Improve your odds"), "speaks of odds"),
        (('["before"]', '["waiting"]'), "has no place in waiting"),
        (('kind = "research"', 'kind = "thanks"'), "has no place in before"),
        (('kind = "research"', 'kind = "chase"'), "without the condition 'overdue'"),
        (("slowly", "slowly " * 20), "130 at most"),
        (
            (
                'text = "Read the advert',
                'all = ["round >= 2"]\ntext = "In the second talk',
            ),
            "'second' in the wording for later rounds",
        ),
    ],
)
def test_a_broken_rule_is_named(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    library = library_of(tmp_path, GOOD.replace(*change))
    (problem, *_) = check_library(library, frozenset())
    assert problem.startswith("trial.toml: 'one': ")
    assert said in " ".join(check_library(library, frozenset()))
