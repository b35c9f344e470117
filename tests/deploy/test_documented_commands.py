"""The commands of our documents, taken from there and run."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.documents import command
from tests.deploy.files import ROOT
from tests.deploy.installation import Installation, installation

pytestmark = pytest.mark.stack


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Iterator[Installation]:
    """Prepared as the page on several machines says."""
    data = tmp_path_factory.mktemp("documented")
    with installation(data, site_url="http://localhost:8000") as made:
        made.run(*words("several-machines.md", "prepare"))
        yield made


def words(page: str, name: str) -> list[str]:
    """The command with the programs of this environment for those of the clone's."""
    told = shlex.split(command(page, name), comments=True)
    return [word.removeprefix(".venv/bin/") for word in told]


def test_the_processes_of_several_machines(made):
    here = {"127.0.0.1:8000": f"127.0.0.1:{made.port}"}
    for name in ("web", "worker", "beat"):
        told = words("several-machines.md", name)
        made.start(name, *(here.get(word, word) for word in told))
    made.wait_for_page()
    made.wait_until(lambda: made.ask("/readyz")[0] == 200, "ready")

    asked = command("install.md", "does it work").replace(
        "https://jobs.example.com", f"http://localhost:{made.port}"
    )
    assert '"status": "ready"' in made.run("sh", "-c", asked)


def test_an_operator_is_made_and_finds_the_pages(made):
    made.more["DJANGO_SUPERUSER_PASSWORD"] = "correct horse battery staple"
    told = words("install.md", "first account")
    made.run(*told, "--no-input", "--email", "operator@example.com")

    address = made.run(*words("install.md", "operator's pages"))

    assert "http://localhost:8000/" in address


def test_a_backup_is_taken(made, tmp_path):
    *told, file = words("upgrade.md", "back up")

    made.run(*told, str(tmp_path / file))

    assert (tmp_path / file).stat().st_size > 0


def test_a_backup_is_brought_back(made, tmp_path):
    *back_up, file = words("backup.md", "back up")
    *restore, same = words("backup.md", "restore")
    here = str(tmp_path / Path(file).name)

    made.run(*back_up, here)

    assert file == same
    made.run(*restore, here, "--replace")


def test_an_operator_helps_with_accounts(made, tmp_path):
    address, file = "helped@example.com", str(tmp_path / "account.zip")
    made.more["DJANGO_SUPERUSER_PASSWORD"] = "correct horse battery staple"
    made.run(*words("install.md", "first account"), "--no-input", "--email", address)
    here = {"ADDRESS": address, "FILE.zip": file}

    (help_told,) = lines("sign-in.md", "lost second step", here)
    assert "the password alone signs in" in made.run(*help_told)

    take_out, bring_in = lines("sign-in.md", "take out and in", here)
    made.run(*take_out)
    assert "0 applications" in made.run(*bring_in)


def lines(page: str, name: str, here: dict[str, str]) -> list[list[str]]:
    """The commands of a block of several, with our words for those in capitals."""
    told = [shlex.split(line) for line in command(page, name).splitlines()]
    return [[here.get(w, w.removeprefix(".venv/bin/")) for w in t] for t in told]


def test_a_secret_is_long(made):
    assert len(made.run(*words("several-machines.md", "secret")).strip()) >= 50


@pytest.mark.parametrize(
    ("page", "name"),
    [("install.md", "one command"), ("install.md", "fetch"), ("README.md", "start")],
)
def test_make_knows_what_it_is_told(page, name):
    """The story of a clean clone runs `make run` for real, with all it fetches."""
    for line in command(page, name).splitlines():
        told = shlex.split(line, comments=True)
        assert told[0] == "make"
        subprocess.run(["make", "--dry-run", *told[1:]], cwd=ROOT, check=True)
    story = (ROOT / "tests" / "story" / "clone.py").read_text()
    assert '"make", "run"' in story
