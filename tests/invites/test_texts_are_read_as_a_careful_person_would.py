from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from interviews.invites.found import Found, Kind
from interviews.invites.reading import read
from tests.invites.agreed import disagreements
from tests.invites.judging import judged
from tests.invites.texts import Text, texts

TEXTS = list(texts())
# When, and where to be: wrong once is an interview missed.
VITAL = {"kind", "sessions", "start", "end", "zone", "link"}
# The least share of the other fields that is read right, in percent.
OTHERS = 93
INVITES = {Kind.INVITE, Kind.RESCHEDULE, Kind.CANCEL}


# Read once a process: pure, and a thousand of them.
@cache
def found_in(text: Text) -> Found:
    context = text.context
    return read(
        text.words.encode(),
        received_at=context.received,
        zone=context.zone,
        locale=context.locale,
    )


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_text_is_read_right_or_rightly_asked(text: Text) -> None:
    """And what was read agrees with itself and with the words it came from."""
    found = found_in(text)
    wrong = [v for v in judged(text, found) if not v.right]
    assert [verdict for verdict in wrong if verdict.field in VITAL] == []

    words = " ".join(text.words.split())
    assert list(disagreements(found)) == []
    for path, source in found.sources.items():
        assert " ".join(source.split()) in words, path
        assert not found.text or source in found.text, path


def test_people_company_role_and_the_like_are_mostly_right() -> None:
    right, seen = Counter[str](), Counter[str]()
    for text in TEXTS:
        for verdict in judged(text, found_in(text)):
            seen[verdict.field] += 1
            right[verdict.field] += verdict.right
    shares = {field: 100 * right[field] // seen[field] for field in seen}
    assert {field: share for field, share in shares.items() if share < OTHERS} == {}


def test_the_corpus_is_large_and_of_both_kinds() -> None:
    negatives = [text for text in TEXTS if not text.kinds & INVITES]
    assert len(TEXTS) >= 337
    assert len(negatives) >= 90
