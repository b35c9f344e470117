from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.deploy.documents import command
from tests.invites.manage import ROOT


def test_the_command_of_the_page(tmp_path: Path) -> None:
    told = command("invites.md", "read-invite").replace(
        ".venv/bin/python", sys.executable
    )
    environment = {**os.environ, "CALLBACK_DATA": str(tmp_path)}
    environment |= {"DATABASE_URL": "", "REDIS_URL": ""}

    done = subprocess.run(
        ["sh", "-c", told], cwd=ROOT, env=environment, capture_output=True, check=True
    )

    (session,) = json.loads(done.stdout)["sessions"]
    assert session["starts_at"].endswith("-12-03T13:00:00Z")
