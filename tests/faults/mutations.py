"""Do the tests notice when a guard is gone? `make test-mutations`.

Takes one guard of delivery away at a time, in a copy of the program, and runs the tests
that ought to mind. Ends with an error if any of them stays green.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LEFT_ALONE = shutil.ignore_patterns(
    ".git", ".venv", "var", "build", "node_modules", "__pycache__", ".*_cache"
)

_PATIENCE_SECONDS = 150


@dataclass(frozen=True)
class Mutation:
    """`before` becomes `after` in a file; the tests named should fail."""

    guard: str
    file: str
    before: str
    after: str
    tests: tuple[str, ...]


MUTATIONS = (
    Mutation(
        guard="the fence",
        file="reminders/delivery/fence.py",
        before="        return bool(cursor.rowcount == 1)\n",
        after="        return True\n",
        tests=("tests/reminders/test_the_fence_decides.py",),
    ),
    Mutation(
        guard="the mark before the dot",
        file="reminders/delivery/fence.py",
        before="SET state = 'sending', sending_since",
        after="SET sending_since",
        tests=("tests/reminders/test_a_crash_at_any_step_is_recovered.py",),
    ),
    Mutation(
        guard="the token",
        file="reminders/models/message.py",
        before="self.filter(pk=pk, token=token)",
        after="self.filter(pk=pk)",
        tests=("tests/reminders/test_a_message_has_one_holder.py",),
    ),
    Mutation(
        guard="the token at the fence",
        file="reminders/delivery/fence.py",
        before="AND token = %s",
        after="AND (token = %s OR true)",
        tests=("tests/reminders/test_the_fence_decides.py",),
    ),
    Mutation(
        guard="the tokens of several",
        file="reminders/models/message.py",
        before="pk__in=list(tokens), token__in=list(tokens.values())",
        after="pk__in=list(tokens)",
        tests=("tests/reminders/test_acceptances_are_recorded_together.py",),
    ),
    Mutation(
        guard="SKIP LOCKED",
        file="reminders/delivery/claim.py",
        before="no_key=True, skip_locked=True, of",
        after="no_key=True, of",
        tests=("tests/reminders/test_a_message_has_one_holder.py",),
    ),
    Mutation(
        guard="the UNIQUE of what is planned",
        file="reminders/models/reminder.py",
        before="key = models.CharField(max_length=100, unique=True)",
        after="key = models.CharField(max_length=100)",
        tests=("tests/reminders/test_the_database_itself_refuses.py",),
    ),
    Mutation(
        guard="one acceptance for a message",
        file="reminders/models/delivery_attempt.py",
        before='condition=Q(outcome="accepted")',
        after='condition=Q(outcome="never")',
        tests=("tests/reminders/test_the_database_itself_refuses.py",),
    ),
    Mutation(
        guard="revival",
        file="reminders/reconcile/changes.py",
        before="    row.state = Reminder.State.SCHEDULED\n",
        after="",
        tests=("tests/reminders/test_reminders_follow_every_edit.py",),
    ),
    Mutation(
        guard="the lock of the application",
        file="applications/models/application.py",
        before="self.select_for_update(no_key=True).get(pk=pk)",
        after="self.get(pk=pk)",
        tests=("tests/applications/test_edits_at_the_same_time.py",),
    ),
    Mutation(
        guard="the journal",
        file="reminders/delivery/handover.py",
        before="            self._journal_it(claim, code, text)\n",
        after="",
        tests=("tests/reminders/test_a_crash_at_any_step_is_recovered.py",),
    ),
    Mutation(
        guard="once more, and not twice",
        file="reminders/delivery/doubts.py",
        before="if message.is_resent or",
        after="if",
        tests=("tests/reminders/test_a_doubt_without_evidence.py",),
    ),
)


def main() -> int:
    """Print a table; 1 if a mutation survives. Words: only guards with one in them."""
    words = sys.argv[1:]
    chosen = [m for m in MUTATIONS if not words or any(w in m.guard for w in words)]
    survivors = [m for m in chosen if not _is_noticed(m)]
    _say(f"{len(chosen) - len(survivors)} of {len(chosen)} were noticed.")
    return 1 if survivors else 0


def _is_noticed(mutation: Mutation) -> bool:
    with tempfile.TemporaryDirectory(prefix="callback-mutation-") as folder:
        copy = Path(folder) / "callback"
        shutil.copytree(ROOT, copy, ignore=_LEFT_ALONE)
        for shared in (".venv", "build"):
            (copy / shared).symlink_to(ROOT / shared)
        _mutate(copy, mutation)
        red = not _passes(copy, mutation.tests)
    _say(f"{'noticed ' if red else 'SURVIVES'}  without {mutation.guard}")
    return red


def _mutate(copy: Path, mutation: Mutation) -> None:
    path = copy / mutation.file
    text = path.read_text()
    if mutation.before not in text:
        raise SystemExit(f"{mutation.file} has no more “{mutation.before.strip()}”")
    path.write_text(text.replace(mutation.before, mutation.after))
    # What a migration says of the database changes with the model.
    migration = copy / "reminders" / "migrations" / "0001_initial.py"
    if "/models/" in mutation.file:
        migration.unlink()
        _manage(copy, "makemigrations", "reminders", "--name", "initial")


def _passes(copy: Path, tests: tuple[str, ...]) -> bool:
    pytest = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:randomly"]
    try:
        code = subprocess.run(
            [*pytest, *tests],
            cwd=copy,
            env=_environment(),
            capture_output=True,
            check=False,
            timeout=_PATIENCE_SECONDS,
        ).returncode
    except subprocess.TimeoutExpired:
        return False  # somebody waits for a lock for ever: noticed
    if code not in (0, 1):
        raise SystemExit(f"the tests {', '.join(tests)} could not be run ({code})")
    return code == 0


def _manage(copy: Path, *words: str) -> None:
    env = _environment() | {"DATABASE_URL": "", "CALLBACK_DATA": str(copy / "data")}
    command = [sys.executable, "-W", "ignore", "manage.py", *words]
    subprocess.run(command, cwd=copy, env=env, capture_output=True, check=True)


def _environment() -> dict[str, str]:
    """Servers of their own; and no file of bytecode is taken for another's."""
    kept = {k: v for k, v in os.environ.items() if k != "CALLBACK_TEST_SERVICES"}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1"}


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
