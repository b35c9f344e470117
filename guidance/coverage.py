"""What of each document is carried by which advice, and what was left out, and why.

    python -m guidance.coverage

writes `docs/guidance-coverage.md` from the content. The points are in our words.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from guidance.citations import Source, read_sources
from guidance.errors import GuidanceError
from guidance.library import Library, Origin, load

LEFT_OUT = Path(__file__).parent / "left_out.toml"
TABLE = Path(__file__).parent.parent / "docs" / "guidance-coverage.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """A line that no advice carries; `whole` when nothing of its heading is."""

    source: str
    heading: str
    what: str
    reason: str
    whole: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One point under a heading, and the advice that carries it."""

    text: str
    advice: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Covered:
    """A heading of a document, with what is carried and what is not."""

    source: Source
    heading: str
    points: tuple[Point, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def advice(self) -> tuple[str, ...]:
        """The ids that carry something of it, each once."""
        return tuple(dict.fromkeys(i for p in self.points for i in p.advice))


@cache
def read_left_out(path: Path = LEFT_OUT) -> tuple[LeftOut, ...]:
    """Raises GuidanceError naming the entry that cannot be used."""
    records = tomllib.loads(path.read_text(encoding="utf-8"))["left_out"]
    sources = read_sources()
    for record in records:
        source = sources.get(record.get("source", ""))
        if source is None or not source.has(record.get("heading", "")):
            raise GuidanceError(f"{path.name}: no such place: {record}")
    return tuple(LeftOut(**record) for record in records)


def coverage(library: Library, left_out: tuple[LeftOut, ...]) -> tuple[Covered, ...]:
    """Every heading of every document, and the places outside any that are used."""
    carried = _carried(library)
    return tuple(
        Covered(
            source=source,
            heading=heading,
            points=tuple(
                Point(text=text, advice=tuple(ids))
                for text, ids in carried.get((source.id, heading), {}).items()
            ),
            left_out=tuple(
                line
                for line in left_out
                if (line.source, line.heading) == (source.id, heading)
            ),
        )
        for source in library.sources.values()
        for heading in _places(source, carried)
    )


def uncovered(library: Library, left_out: tuple[LeftOut, ...]) -> list[str]:
    """Headings that nothing carries and that were not left out as a whole."""
    return [
        f"{covered.source.name}, {covered.heading}"
        for covered in coverage(library, left_out)
        if not covered.points and not any(line.whole for line in covered.left_out)
    ]


_Carried = Mapping[tuple[str, str], Mapping[str, list[str]]]


def _carried(library: Library) -> _Carried:
    carried: dict[tuple[str, str], dict[str, list[str]]] = {}
    for advice in library:
        for citation in advice.citations:
            points = carried.setdefault((citation.source.id, citation.heading), {})
            for point in citation.points:
                points.setdefault(point, []).append(advice.id)
    return carried


def _places(source: Source, carried: _Carried) -> Iterator[str]:
    """The opening, the headings in their order, the closing."""
    for place in ("Opening", *source.headings, "Closing"):
        if place in source.headings or (source.id, place) in carried:
            yield place


def table(library: Library, left_out: tuple[LeftOut, ...]) -> str:
    """The whole of it as Markdown."""
    covered = coverage(library, left_out)
    lines = [
        "# What the advice carries of the documents",
        "",
        "Made by `python -m guidance.coverage` from `guidance/content/` and",
        "`guidance/left_out.toml`; change those, not this. The points are told in our",
        "own words, and one that several items carry may be told in several ways.",
        "",
        f"{len(library)} items of advice.",
    ]
    for source in library.sources.values():
        lines += _chapter(source, [c for c in covered if c.source.id == source.id])
    lines += _uncited(library, Origin.OURS, "Ours", "No document says these.")
    said = "Nothing is made up in their place."
    lines += _uncited(library, Origin.NOT_COVERED, "Not covered by any document", said)
    return "\n".join(lines) + "\n"


def _chapter(source: Source, covered: list[Covered]) -> list[str]:
    lines = ["", f"## {source.name}: {source.title}"]
    for each in covered:
        lines += ["", f"### {each.heading}", ""]
        if each.points:
            lines += ["| Point | Carried by |", "|---|---|"]
        lines += [f"| {p.text} | {_codes(p.advice)} |" for p in each.points]
        if each.points and each.left_out:
            lines.append("")
        if each.left_out:
            lines += ["| Left out | Because |", "|---|---|"]
        lines += [f"| {line.what} | {line.reason} |" for line in each.left_out]
    return lines


def _uncited(library: Library, origin: Origin, title: str, said: str) -> list[str]:
    rows = [
        f"| `{advice.id}` | {advice.wording.text} |"
        for advice in library
        if advice.origin is origin
    ]
    return ["", f"## {title}", "", said, "", "| Item | Text |", "|---|---|", *rows]


def _codes(ids: tuple[str, ...]) -> str:
    return ", ".join(f"`{advice_id}`" for advice_id in ids)


def main() -> int:
    library, left_out = load(), read_left_out()
    TABLE.write_text(table(library, left_out), encoding="utf-8")
    missing = uncovered(library, left_out)
    said = [f"carried by nothing: {place}" for place in missing] or ["all is carried"]
    sys.stdout.write("\n".join(said) + "\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
