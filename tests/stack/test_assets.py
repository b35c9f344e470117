"""The sprite holds every icon that a page asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from config import assets

ROOT = Path(__file__).resolve().parents[2]


def icons_in_templates() -> set[str]:
    asked = re.compile(r"""\{%\s*icon\s+["']([\w-]+)["']""")
    files = (ROOT / "templates").rglob("*.html")
    return {name for file in files for name in asked.findall(file.read_text())}


def test_every_icon_in_a_template_is_in_the_list():
    assert icons_in_templates() <= set(assets.icon_names())


def test_the_sprite_has_one_symbol_per_icon():
    sprite = assets.sprite(["sun", "x"])

    assert re.findall(r'id="([\w-]+)"', sprite) == ["sun", "x"]
    assert "http" not in sprite.replace("http://www.w3.org/2000/svg", "")


def test_an_icon_that_does_not_exist_is_named():
    with pytest.raises(assets.AssetError, match="no-such-icon"):
        assets.sprite(["sun", "no-such-icon"])
