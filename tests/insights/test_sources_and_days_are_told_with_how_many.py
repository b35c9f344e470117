from __future__ import annotations

from dashboard.insights.durations import durations
from dashboard.insights.sources import sources
from tests.insights.journeys import went


def test_spelling_does_not_split_a_source_and_few_have_no_share():
    found = sources(
        [
            went("applied", "interviewing", source="LinkedIn"),
            went("applied", "rejected", source="linkedin "),
            went("applied", source="LinkedIn"),
            went("applied", source="LinkedIn"),
            went("applied", source="LinkedIn"),
            went("applied", "offer", source="A friend"),
            went("applied"),
        ]
    )
    assert list(found.rows) == [
        ("LinkedIn", 5, 2, 40, 1, 20),
        ("A friend", 1, 1, None, 1, None),
        ("Not noted", 1, 0, None, 0, None),
    ]


def test_a_stay_that_lasts_is_not_counted():
    assert durations([went("applied")]).is_empty


def test_median_and_quartiles_are_of_those_who_left():
    stays = [went("applied", "screening", days=days) for days in (1, 2, 3, 4, 5)]
    assert list(durations(stays).rows) == [("Applied", 5, 2.0, 3.0, 4.0)]


def test_quartiles_of_few_are_not_told():
    stays = [went("applied", "screening", days=days) for days in (1, 4)]
    assert list(durations(stays).rows) == [("Applied", 2, None, 2.5, None)]
