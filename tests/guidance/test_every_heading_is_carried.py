from __future__ import annotations

from dataclasses import replace

from guidance.citations import read_sources
from guidance.coverage import TABLE, coverage, read_left_out, table, uncovered
from guidance.fingerprints import copied_runs, read_fingerprints
from guidance.library import Library, load


def without(library: Library, heading: str) -> Library:
    """The library without anything that cites this heading."""
    kept = tuple(
        advice
        for advice in library
        if all(citation.heading != heading for citation in advice.citations)
    )
    return replace(library, advice=kept)


def test_no_heading_is_carried_by_nothing() -> None:
    assert uncovered(load(), read_left_out()) == []


def test_a_heading_that_loses_its_advice_is_named() -> None:
    poorer = without(load(), "Bring Relevant Documents")
    assert uncovered(poorer, read_left_out()) == ["WhatJobs, Bring Relevant Documents"]


def test_the_table_is_the_one_the_content_makes() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(load(), read_left_out()), (
        "stale: run `python -m guidance.coverage`"
    )


def test_every_document_is_told_heading_by_heading() -> None:
    told = {(each.source.id, each.heading) for each in coverage(load(), ())}
    for source in read_sources().values():
        assert {(source.id, heading) for heading in source.headings} <= told


def test_only_advertising_is_left_out_as_a_whole() -> None:
    whole = [line for line in read_left_out() if line.whole]
    assert [line.reason for line in whole] == ["the publisher’s own advertising"]


def test_what_is_left_out_is_told_in_our_words_with_a_reason() -> None:
    known = read_fingerprints()
    for line in read_left_out():
        assert line.reason
        assert copied_runs(line.what, known) + copied_runs(line.reason, known) == []


def test_more_than_two_hundred_items_carry_them() -> None:
    assert sum(bool(advice.citations) for advice in load()) > 150
    assert len(load()) > 200
