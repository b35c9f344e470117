"""All three names of a provider or none, told together with every other mistake."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WHOLE = {
    "OIDC_SERVER_URL": "https://id.example.com/realms/home/",
    "OIDC_CLIENT_ID": "callback",
    "OIDC_CLIENT_SECRET": "secret",
}
SHOW = (
    "from django.conf import settings as s;"
    "print(s.OIDC_SERVER_URL, s.OIDC_NAME, s.OIDC_ONLY,"
    " len(s.SOCIALACCOUNT_PROVIDERS['openid_connect']['APPS']))"
)


def start(tmp_path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "CALLBACK_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        **more,
    }
    return subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_none_is_fine(tmp_path):
    assert start(tmp_path).stdout.split() == ["your", "organisation", "False", "0"]


def test_all_is_fine(tmp_path):
    done = start(tmp_path, **WHOLE, OIDC_NAME="Example", OIDC_ONLY="true")
    server = "https://id.example.com/realms/home"
    assert done.stdout.split() == [server, "Example", "True", "1"]


@pytest.mark.parametrize("given", [*WHOLE, "OIDC_ONLY"])
def test_a_part_asks_for_the_rest(given, tmp_path):
    value = WHOLE.get(given, "true")
    done = start(tmp_path, **{given: value}, SITE_URL="nonsense")
    assert done.returncode != 0
    for name in {*WHOLE, "SITE_URL"} - {given}:
        assert name in done.stderr


@pytest.mark.parametrize("url", ["http://id.example.com", "id.example.com", "https://"])
def test_a_server_is_reached_safely(url, tmp_path):
    done = start(tmp_path, **WHOLE | {"OIDC_SERVER_URL": url})
    assert "OIDC_SERVER_URL" in done.stderr
