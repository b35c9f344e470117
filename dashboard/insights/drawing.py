"""The ways of applications as a drawing: a Sankey diagram laid out on the server.

Columns and their order are known beforehand, so that the layout is a few sums, and a
page without a script, a print and a saved file show the same picture
(docs/adr/0007-insights-are-drawn-on-the-server.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.insights.flow import APPLIED, MOST_ROUNDS, OUTCOMES, round_name

Links = Counter[tuple[str, str]]

WIDTH, HEIGHT = 960, 380
TOP, GAP, BAR = 26, 30, 12
# Room for the words beside the last column.
LABELS = 150
# Seen on light and dark paper alike, told apart by more than red and green.
_COLOURS = {
    "Accepted": "#2f8f5b",
    "Offer open": "#3b9c93",
    "Offer declined": "#8d7a3c",
    "Still open": "#4f86b5",
    "Rejected": "#b5604f",
    "Withdrawn": "#8a7b9c",
    "No response": "#8b8f8e",
}
_ON_THE_WAY = "#1f7d78"


@dataclass(frozen=True)
class Node:
    """A station as a bar: its box, and where its words go."""

    name: str
    count: int
    x: float
    y: float
    height: float

    @property
    def colour(self) -> str:
        return _COLOURS.get(self.name, _ON_THE_WAY)

    @property
    def is_end(self) -> bool:
        return self.name in OUTCOMES

    @property
    def middle(self) -> float:
        """Where the words beside it stand."""
        return round(self.y + self.height / 2 + 5, 1)

    @property
    def above(self) -> float:
        """Where the words above it stand."""
        return round(self.y - 8, 1)

    @property
    def beside(self) -> float:
        return round(self.x + BAR + 8, 1)


@dataclass(frozen=True)
class Ribbon:
    """A link as a band of even width, and what it says when pointed at."""

    path: str
    width: float
    colour: str
    title: str


@dataclass(frozen=True)
class Drawing:
    nodes: Sequence[Node]
    ribbons: Sequence[Ribbon]
    width: int = WIDTH
    height: int = HEIGHT
    bar: int = BAR


def draw(links: Links) -> Drawing:
    """Lay the stations out in columns, as high as they are numerous."""
    columns = _columns(links)
    scale = _scale(columns, links)
    nodes = {
        node.name: node
        for number, column in enumerate(columns)
        for node in _stack(column, links, scale, x=_x(number, len(columns)))
    }
    return Drawing(list(nodes.values()), _ribbons(links, nodes, scale))


def _columns(links: Links) -> list[list[str]]:
    """Applied, a column for each round that took place, the outcomes."""
    seen = {name for link in links for name in link}
    rounds = [round_name(number) for number in range(1, MOST_ROUNDS + 1)]
    columns = [[APPLIED], *([name] for name in rounds), list(OUTCOMES)]
    kept = [[name for name in column if name in seen] for column in columns]
    return [column for column in kept if column]


def _through(name: str, links: Links) -> int:
    """How many pass a station."""
    came = sum(count for (_, to), count in links.items() if to == name)
    return came or sum(count for (start, _), count in links.items() if start == name)


def _scale(columns: list[list[str]], links: Links) -> float:
    """Pixels for one application, so that the fullest column fits."""
    room = [
        (HEIGHT - TOP - GAP * (len(column) - 1) - 8)
        / sum(_through(name, links) for name in column)
        for column in columns
    ]
    return min(room, default=1.0)


def _x(number: int, columns: int) -> float:
    return round(number * (WIDTH - LABELS - BAR) / max(1, columns - 1), 1)


def _stack(names: list[str], links: Links, scale: float, *, x: float) -> list[Node]:
    """One column from the top down. Rounds stand at the top, so that whoever had none
    passes below them."""
    nodes, y = [], float(TOP)
    for name in names:
        count = _through(name, links)
        nodes.append(Node(name, count, x, round(y, 1), round(count * scale, 1)))
        y += count * scale + GAP
    return nodes


def _ribbons(links: Links, nodes: dict[str, Node], scale: float) -> list[Ribbon]:
    """Each leaves and arrives below those drawn before it; nearer stations first."""
    order = {name: number for number, name in enumerate(nodes)}
    left, arrived = Counter[str](), Counter[str]()
    ribbons = []
    for start, to in sorted(links, key=lambda link: (order[link[0]], order[link[1]])):
        count = links[start, to]
        ribbons.append(
            _ribbon(nodes[start], nodes[to], count, scale, left[start], arrived[to])
        )
        left[start] += count
        arrived[to] += count
    return ribbons


def _ribbon(
    start: Node, to: Node, count: int, scale: float, left: int, arrived: int
) -> Ribbon:
    width = count * scale
    y1 = round(start.y + left * scale + width / 2, 1)
    y2 = round(to.y + arrived * scale + width / 2, 1)
    x1, x2 = start.x + BAR, to.x
    bend = round((x1 + x2) / 2, 1)
    path = f"M{x1:g} {y1:g}C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}"
    title = f"{start.name} to {to.name}: {count}"
    return Ribbon(path, max(round(width, 1), 1.0), to.colour, title)
