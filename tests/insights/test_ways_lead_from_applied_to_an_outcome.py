from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.models import Stage
from dashboard.insights.drawing import BAR, HEIGHT, TOP, WIDTH, Node, draw
from dashboard.insights.flow import APPLIED, OUTCOMES, flow, links, stations, way
from tests.insights.journeys import went


@pytest.mark.parametrize(
    ("journey", "expected"),
    [
        (went("applied"), ["Applied", "Still open"]),
        (went("applied", "no_response"), ["Applied", "No response"]),
        (
            went("applied", "interviewing", "rejected", rounds=2),
            ["Applied", "Round 1", "Round 2", "Rejected"],
        ),
        (
            went("applied", "offer", "accepted", rounds=1),
            ["Applied", "Round 1", "Accepted"],
        ),
        (
            went("applied", "offer", "withdrawn", rounds=1),
            ["Applied", "Round 1", "Offer declined"],
        ),
        (went("applied", "interviewing", "withdrawn"), ["Applied", "Withdrawn"]),
        (went("applied", "offer"), ["Applied", "Offer open"]),
    ],
)
def test_each_way(journey, expected):
    assert way(journey) == expected


def test_more_than_six_rounds_are_told_together():
    assert way(went("interviewing", rounds=9))[-2] == "Round 6 and more"


STAGES = st.sampled_from([s.value for s in Stage if s != Stage.SAVED])
JOURNEYS = st.lists(
    st.builds(
        lambda stages, rounds: went(*stages, rounds=rounds),
        st.lists(STAGES, min_size=1, max_size=5),
        st.integers(0, 9),
    ),
    max_size=40,
)


@given(JOURNEYS)
def test_whoever_comes_to_a_station_goes_on_from_it(journeys):
    found = links(journeys)
    for name in stations():
        came = sum(count for (_, to), count in found.items() if to == name)
        went_on = sum(count for (start, _), count in found.items() if start == name)
        if name == APPLIED:
            assert went_on == len(journeys)
        elif name not in OUTCOMES:
            assert came == went_on
    assert [row[2] for row in flow(journeys).rows] == [
        found[str(row[0]), str(row[1])] for row in flow(journeys).rows
    ]
    assert len(flow(journeys).rows) == len(found)


@given(JOURNEYS)
def test_the_drawing_stays_on_its_paper_and_nothing_overlaps(journeys):
    drawing = draw(links(journeys))
    for node in drawing.nodes:
        assert 0 <= node.x <= WIDTH - BAR
        assert node.y >= TOP
        assert node.y + node.height <= HEIGHT
    by_column: dict[float, list[Node]] = {}
    for node in drawing.nodes:
        by_column.setdefault(node.x, []).append(node)
    for column in by_column.values():
        for above, below in pairwise(column):
            assert above.y + above.height <= below.y
