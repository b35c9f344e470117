from __future__ import annotations

from dashboard.insights.funnel import funnel
from tests.insights.journeys import went


def reached(journeys):
    return {row[0]: row[1] for row in funnel(journeys).rows}


def test_one_turned_down_after_a_round_still_counts_as_interviewing():
    turned_down = went("applied", "screening", "interviewing", "rejected")
    assert reached([turned_down]) == {
        "Applied": 1,
        "Screening": 1,
        "Interviewing": 1,
        "Offer": 0,
        "Accepted": 0,
    }


def test_who_skipped_a_stage_has_reached_it():
    assert reached([went("applied", "offer")])["Screening"] == 1


def test_who_was_moved_back_had_come_that_far():
    assert reached([went("applied", "interviewing", "screening")])["Interviewing"] == 1


def test_a_round_counts_as_interviewing_whatever_the_stage_says():
    assert reached([went("applied", rounds=1)])["Interviewing"] == 1


def test_shares_are_told_from_five_on():
    four = [went("applied") for _ in range(4)]
    assert funnel(four).rows[1][2] is None

    five = [*four, went("applied", "screening")]
    assert funnel(five).rows[1][2:] == (20, 20)


def test_without_an_application_there_is_nothing_to_show():
    assert funnel([]).is_empty
