"""WCAG 2.2: 1.4.1 not by colour alone, 1.4.11 contrast of what is operated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from applications.models import Stage
from applications.templatetags.applications import stage_tag

SHEET = (Path(__file__).parents[2] / "static" / "css" / "callback.css").read_text()
_TOKEN = r"--{}:\s*light-dark\((#[0-9a-f]{{3,6}}), (#[0-9a-f]{{3,6}})\)"


def colours(name: str) -> tuple[str, str]:
    found = re.search(_TOKEN.format(name), SHEET)
    assert found, name
    return found[1], found[2]


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, of "#rrggbb" or "#rgb"."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_has_a_sign_and_a_word(stage):
    tag = stage_tag(stage)
    assert "<svg" in tag
    assert str(stage.label) in tag


def test_no_two_stages_share_a_sign():
    signs = [re.search(r"#([\w-]+)\"", stage_tag(stage)) for stage in Stage]
    assert len({sign[1] for sign in signs if sign}) == len(Stage)


@pytest.mark.parametrize("ground", ["paper", "surface"])
# The line around what has the focus, and around fields and buttons.
@pytest.mark.parametrize("line", ["accent", "edge"])
@pytest.mark.parametrize("theme", [0, 1])
def test_lines_that_must_be_seen_are_seen(line, ground, theme):
    assert contrast(colours(line)[theme], colours(ground)[theme]) >= 3


@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize(
    "ink", ["ink", "ink-2", "ink-3", "accent", "late", "due", "done"]
)
@pytest.mark.parametrize("theme", [0, 1])
def test_words_are_read(ink, ground, theme):
    assert contrast(colours(ink)[theme], colours(ground)[theme]) >= 4.5
