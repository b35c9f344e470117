from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKS = (ROOT / "docs" / "interface-checks.md").read_text()
ROWS = [line.split(" | ") for line in CHECKS.splitlines() if re.match(r"\| \d", line)]


def test_there_are_forty_two_each_with_its_result():
    assert [int(row[0].strip("| ")) for row in ROWS] == list(range(1, 43))
    assert all(
        len(row) == 4 and row[3].startswith(("holds", "in part")) for row in ROWS
    )


@pytest.mark.parametrize("file", sorted(set(re.findall(r"`([a-z_/]+\.py)`", CHECKS))))
def test_each_file_named_is_there(file):
    assert (ROOT / "tests" / file).is_file()
