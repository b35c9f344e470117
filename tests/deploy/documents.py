"""The commands in our documents, each with the word on who runs it."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from tests.deploy.files import ROOT

_FENCE = re.compile(
    r"(?:<!--\s*(?P<note>(?:(?!-->).)*?)\s*-->\n)?"
    r"^(?P<indent>[ ]*)```(?P<language>\w*)\n(?P<text>.*?)^[ ]*```$",
    re.MULTILINE | re.DOTALL,
)
_NOTE = re.compile(
    r"(?P<name>[^:]+): (?:run by (?P<test>\S+)|not run, (?P<why>.+))", re.S
)


@dataclass(frozen=True)
class Block:
    page: str
    note: str
    text: str

    @property
    def name(self) -> str:
        return self._noted("name")

    @property
    def test(self) -> str:
        """The file of the test that runs it, or nothing."""
        return self._noted("test")

    @property
    def why_not(self) -> str:
        return " ".join(self._noted("why").split())

    def _noted(self, part: str) -> str:
        found = _NOTE.fullmatch(self.note)
        return (found.group(part) or "") if found else ""


def pages() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page: Path) -> list[Block]:
    """What a reader may paste into a shell."""
    return [
        Block(page.name, found["note"] or "", textwrap.dedent(found["text"]).strip())
        for found in _FENCE.finditer(page.read_text())
        if found["language"] in ("sh", "bash", "shell", "console")
    ]


def command(page: str, name: str) -> str:
    """The text of the block of this name."""
    (path,) = [path for path in pages() if path.name == page]
    (found,) = [b for b in blocks(path) if b.name == name and b.test]
    return found.text
