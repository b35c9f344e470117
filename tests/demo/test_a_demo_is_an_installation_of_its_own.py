"""`make demo` sends no mail and reads nothing that is meant for the real one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _settings(**environment: str) -> str:
    """What a process of the product makes of the environment."""
    script = (
        "from django.conf import settings as s;"
        "print(s.DEMO, s.EMAIL_CONFIGURED, s.EMAIL_BACKEND)"
    )
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "EMAIL_URL": "smtp://127.0.0.1:25",
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_a_mail_server_in_the_environment_is_not_used():
    real, demo = _settings(), _settings(CALLBACK_DEMO="yes")

    assert real == "False True django.core.mail.backends.smtp.EmailBackend"
    assert demo == "True False django.core.mail.backends.filebased.EmailBackend"


def test_the_command_gives_it_a_folder_and_nothing_of_the_real_one():
    """What `make` would run, said without running it."""
    said = subprocess.run(
        ["make", "--dry-run", "--always-make", "demo"],
        cwd=ROOT,
        # Below `make test` the outer make would add its own words.
        env={**os.environ, "PORT": "", "MAKEFLAGS": "", "MAKELEVEL": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    words = said.splitlines()[-1].split()

    assert {"CALLBACK_DEMO=yes", "CALLBACK_DATA=build/demo", "PORT=8100"} <= {*words}
    assert {"DATABASE_URL=", "REDIS_URL=", "EMAIL_URL=", "SITE_URL="} <= {*words}
