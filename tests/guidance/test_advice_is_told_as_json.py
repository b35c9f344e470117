from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guidance.choose import choose
from guidance.library import load
from guidance.reading import SituationError, read_situation
from guidance.situation import Format, Phase, Situation
from guidance.telling import chosen_as_data, library_as_data

ROOT = Path(__file__).parents[2]
ROUND = '{"phase": "before", "number": 2, "formats": ["panel"], "promised": null}'


def manage(
    *arguments: str, text: str = "", data: Path
) -> subprocess.CompletedProcess[str]:
    """The command on a machine without any database."""
    environment = {**os.environ, "CALLBACK_DATA": str(data)}
    environment |= {"DATABASE_URL": "", "REDIS_URL": ""}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )


def test_advise_prints_what_the_rules_choose(tmp_path: Path) -> None:
    done = manage("advise", "-", text=ROUND, data=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    expected = Situation(
        phase=Phase.BEFORE, number=2, formats=frozenset({Format.PANEL})
    )
    assert json.loads(done.stdout) == chosen_as_data(choose(load(), expected))


def test_the_phase_can_be_overridden_and_the_file_named(tmp_path: Path) -> None:
    file = tmp_path / "round.json"
    file.write_text(ROUND, encoding="utf-8")
    done = manage("advise", str(file), "--phase", "offer", data=tmp_path)

    first, *_ = json.loads(done.stdout)
    assert first["id"] == "offer-fit"
    assert first["shown"] == "open"


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["-"], "{"),
        (["-"], '{"colour": "red"}'),
        (["-", "--phase", "later"], "{}"),
        (["no-such-file"], ""),
    ],
)
def test_what_cannot_be_read_is_one_line_and_exit_2(
    arguments: list[str], text: str, tmp_path: Path
) -> None:
    done = manage("advise", *arguments, text=text, data=tmp_path)

    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_the_library_is_printed_whole(tmp_path: Path) -> None:
    done = manage("guidance_library", data=tmp_path)

    assert done.returncode == 0
    assert json.loads(done.stdout) == library_as_data(load())
    assert len(json.loads(done.stdout)) == len(load())


def test_an_entry_tells_reason_and_sources() -> None:
    data = chosen_as_data(choose(load(), read_situation(ROUND)))
    panel = next(entry for entry in data if entry["id"] == "panel-angles")

    assert panel["reason"] == "panel"
    assert panel["heading"] == "Your stories"
    assert panel["sources"][0]["heading"] == "Be Prepared to Meet Multiple Interviewers"
    assert panel["when"] == "before the round; form: panel"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[]", "one JSON object"),
        ("[" * 100_000, "not JSON"),
        ('{"number": NaN}', "not JSON"),
        ('{"number": 2, "number": 3}', "given twice"),
        ('{"number": 0}', "expected 1 or more"),
        ('{"number": 10000000000}', "expected 1000000000 or less"),
        ('{"number": true}', "expected a whole number"),
        ('{"number": 2.5}', "expected a whole number"),
        ('{"interviewers": -1}', "expected 0 or more"),
        ('{"formats": "panel"}', "expected a list"),
        ('{"formats": ["panle"]}', "expected one of: one_to_one"),
        ('{"phase": "later"}', "expected one of: invited"),
        ('{"promised": "yes"}', "expected true, false or null"),
        ('{"titles": [{"kind": "hr"}]}', "a kind and a title"),
        ('{"titles": [{"kind": "hr", "title": 3}]}', "no text"),
    ],
)
def test_a_mistake_is_named_in_one_line(text: str, said: str) -> None:
    with pytest.raises(SituationError, match=said) as caught:
        read_situation(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ('{"number": 2}', "ask-organiser"),
        ('{"number": 2, "minutes_until_start": 4000}', "own-questions"),
        ('{"number": 2, "minutes_until_start": 30}', "day-next-steps"),
        ('{"days_since_end": 0}', "thank-each"),
        ('{"days_since_end": 0, "thank_yous_owed": 0}', "keep-applying"),
        ('{"outcome": "no"}', "no-thank"),
    ],
)
def test_the_phase_follows_from_the_facts(text: str, phase: str) -> None:
    chosen = choose(load(), read_situation(text))
    assert phase in {entry.id for entry in chosen.open}


def test_a_round_that_goes_on_or_ended_has_no_advice() -> None:
    for outcome in ("next_round", "withdrawn"):
        situation = read_situation(f'{{"outcome": "{outcome}", "number": 2}}')
        assert choose(load(), situation).entries == ()
