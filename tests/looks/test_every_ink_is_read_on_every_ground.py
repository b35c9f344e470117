"""Whatever colour words have, on whatever ground they may come to stand: 4.5 to 1.

What is written on a page now and then (a session that is on, a row one came back to)
is seen by no test that opens the page at another time. WCAG 2.2, 1.4.3.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

ENOUGH = 4.5
INKS = ("ink", "ink-2", "ink-3", "accent")
GROUNDS = ("paper", "surface", "accent-soft")
# A state's ink stands on its own soft ground too, as do plain words.
STATES = ("due", "late", "done", "talk")
PAIRS = [
    *((ink, ground) for ink in (*INKS, *STATES) for ground in GROUNDS),
    *((ink, f"{state}-soft") for state in STATES for ink in (*INKS[:3], state)),
]


def colours() -> dict[str, tuple[str, str]]:
    """Each colour of the style sheet, in light and in dark."""
    css = (Path(settings.BASE_DIR) / "static/css/callback.css").read_text()
    found = re.findall(r"--([\w-]+): light-dark\(#(\w+), #(\w+)\)", css)
    return {name: (light, dark) for name, light, dark in found}


def luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("fff", "000") == pytest.approx(21)
    assert contrast("767676", "ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_ink_is_read(ink: str, ground: str, scheme: int) -> None:
    known = colours()
    assert contrast(known[ink][scheme], known[ground][scheme]) >= ENOUGH
