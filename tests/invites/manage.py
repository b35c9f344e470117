from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def read_invite(
    *arguments: str, data: bytes = b"", folder: Path
) -> subprocess.CompletedProcess[bytes]:
    """The command on a machine without any database; `folder` is its data folder."""
    environment = {**os.environ, "CALLBACK_DATA": str(folder)}
    environment |= {"DATABASE_URL": "", "REDIS_URL": ""}
    return subprocess.run(
        [sys.executable, "manage.py", "read_invite", *arguments],
        cwd=ROOT,
        env=environment,
        input=data,
        capture_output=True,
        check=False,
    )
