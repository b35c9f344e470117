"""Addresses come from `url` and `static`, or they would be wrong below a path."""

from __future__ import annotations

import re

import pytest

from tests.deploy.files import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "static").rglob("*.js"))
STYLES = sorted((ROOT / "static").rglob("*.css"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_in_templates(path):
    by_hand = r"""(?:href|src|action|formaction|value|hx-\w+)=["']/"""

    assert re.findall(by_hand, path.read_text()) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_in_scripts(path):
    by_hand = r"""["'`]/(?:[a-z]|["'`])"""

    assert re.findall(by_hand, path.read_text()) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda p: p.name)
def test_in_style_sheets(path):
    assert re.findall(r"""url\(["']?/""", path.read_text()) == []
