"""Every command in our documents is run by a test, or says why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from config import reference
from tests.deploy import documents
from tests.deploy.documents import Block
from tests.deploy.files import ROOT
from tests.stack.test_settings_names import names_in_settings

BLOCKS = [block for page in documents.pages() for block in documents.blocks(page)]
SHELL_LIKE = re.compile(
    r"^\s*(?:\$ |sudo |make |docker |git |curl |cp |\.venv/|python3? |psql )", re.M
)


IDS = [f"{number} {block.page} {block.name}" for number, block in enumerate(BLOCKS)]


@pytest.mark.parametrize("block", BLOCKS, ids=IDS)
def test_a_command_is_run_or_says_why_not(block: Block):
    assert block.name, (
        "put one of these above it: <!-- NAME: run by tests/… --> or "
        f"<!-- NAME: not run, because … -->\n{block.text}"
    )
    assert block.test or len(block.why_not) > 20
    if block.test:
        assert f'"{block.name}"' in (ROOT / block.test).read_text()


@pytest.mark.parametrize("page", documents.pages(), ids=lambda page: page.name)
def test_no_command_hides_in_a_block_of_another_kind(page: Path):
    others = re.findall(r"^ *```(\w*)\n(.*?)^ *```$", page.read_text(), re.M | re.S)
    shells = ("sh", "bash", "shell", "console")
    hidden = [t for lang, t in others if lang not in shells and SHELL_LIKE.search(t)]

    # Blocks are found in pairs of fences, so an opening one is never a closing one.
    assert hidden == []


def test_the_table_of_settings_is_up_to_date():
    assert reference.PAGE.read_text() == reference.page(), "run `make docs`"


def test_every_setting_has_words_of_its_own():
    listed = [s for *_, found in reference.sections(_example()) for s in found]

    assert {setting.name for setting in listed} == names_in_settings()
    for setting in listed:
        assert len(setting.meaning) > 15, setting.name


def test_the_example_shows_the_defaults():
    reads = reference.reads_of(reference.SETTINGS.read_text())
    for name, value in re.findall(r"^([A-Z_]+)=(.+)$", _example(), flags=re.M):
        assert value == reference.shown(reads[name].default), name


def _example() -> str:
    return reference.EXAMPLE.read_text()


@pytest.mark.parametrize("page", documents.pages(), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text()):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", documents.pages(), ids=lambda page: page.name)
def test_anchors_lead_somewhere(page: Path):
    for target, anchor in re.findall(
        r"\]\(([\w./-]*\.md)?#([\w-]+)\)", page.read_text()
    ):
        there = (page.parent / target if target else page).read_text()
        heads = re.findall(r"^#+ (.+)$", there, flags=re.M)
        slugs = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in heads}
        assert anchor in slugs, f"{target}#{anchor}"
