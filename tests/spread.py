"""Which tests run in one process, where a run has several: those of a dear fixture.

A test is given to whichever process is free. So what a file makes once for its tests
would be made by each process; those below go to one, and begin first.
"""

from __future__ import annotations

from typing import Any

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

_TOGETHER = {
    "tests/backup/test_a_backup_brings_everything_back.py": "a backup",
    "tests/backup/test_nothing_is_mailed_twice_after_a_restore.py": "a backup",
    "tests/deploy/test_behind_a_proxy.py": "behind a proxy",
    "tests/deploy/test_below_a_path_of_a_host.py": "below a path",
    "tests/deploy/test_documented_commands.py": "documented commands",
    "tests/security/test_a_strangers_row_does_not_exist.py": "a stranger",
    "tests/security/test_every_writing_view_tells_the_change.py": "every writing view",
    "tests/stack/test_running_stack.py": "a running stack",
}


class Spread(LoadScopeScheduling):  # type: ignore[misc]
    def _split_scope(self, nodeid: str) -> str:
        """What goes together has the same name; the largest of them comes first."""
        file, _, _ = nodeid.partition("::")
        return _TOGETHER.get(file, nodeid)


def pytest_xdist_make_scheduler(config: Any, log: Any) -> Spread:
    return Spread(config, log)
