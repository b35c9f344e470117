"""The files of deploy/ mean something to the programs that read them."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.deploy import files, nginx
from tests.deploy.files import DEPLOY, ROOT

UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
# systemd's own measure of how much a service could do if it were taken over, 0 to 10.
_EXPOSED_AT_MOST = 2.0

HARDENED = {
    "User": "callback",
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "CapabilityBoundingSet": "",
    "StateDirectory": "callback",
    "StateDirectoryMode": "0700",
    "EnvironmentFile": "/srv/callback/.env",
    "WorkingDirectory": "/srv/callback",
}


def service(path: Path) -> dict[str, str]:
    # A name may stand more than once; where it does, the last is enough for us.
    parser = configparser.ConfigParser(
        interpolation=None, delimiters=("=",), strict=False
    )
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(path)
    return dict(parser["Service"]) | dict(parser["Unit"])


def systemd_analyze() -> str:
    path = shutil.which("systemd-analyze")
    if path is None:
        pytest.skip("systemd-analyze is not installed")
    return path


def test_there_is_a_unit_for_each_way_of_running():
    parts = ("beat", "prepare", "web", "worker")
    assert {p.stem for p in UNITS} == {"callback", *(f"callback-{p}" for p in parts)}


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_unit_is_hardened(path):
    said = service(path)

    assert {name: said.get(name) for name in HARDENED} == HARDENED


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_systemd_understands_a_unit_and_finds_it_harmless(path, tmp_path):
    # As installed: the programs of this environment stand for those of the clone's.
    bin_folder = Path(os.environ.get("VIRTUAL_ENV", ROOT / ".venv")) / "bin"
    text = path.read_text().replace("/srv/callback/.venv/bin", str(bin_folder))
    for unit in UNITS:  # those it names
        (tmp_path / unit.name).write_text(
            unit.read_text().replace("/srv/callback/.venv/bin", str(bin_folder))
        )
    here = tmp_path / path.name
    here.write_text(text)

    verified = subprocess.run(
        [systemd_analyze(), "verify", "--man=no", str(here)],
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in verified.stderr.splitlines() if "callback" in line]
    assert (verified.returncode, ours) == (0, [])

    judged = subprocess.run(
        [systemd_analyze(), "security", "--offline=true", "--no-pager", str(here)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"exposure level for \S+: ([\d.]+)", judged.stdout)
    if found is None:
        pytest.skip("this systemd judges running units only")
    assert float(found.group(1)) <= _EXPOSED_AT_MOST


def test_units_run_what_the_containers_run():
    """The same program with the same arguments; folders and ports aside."""
    for part in ("web", "worker", "beat"):
        (path,) = [p for p in UNITS if p.stem == f"callback-{part}"]
        ours = service(path)["ExecStart"].replace('""', "").split()
        theirs = [w for w in files.command(part) if w]
        aside = r"--bind|127\.0\.0\.1:8000"
        kept = [w for w in ours if not re.fullmatch(aside, w)]
        assert kept[0].endswith(f"/.venv/bin/{theirs[0]}")
        assert kept[1:] == [w for w in theirs[1:] if not re.fullmatch(aside, w)]


def test_a_worker_has_as_long_to_end_as_in_a_container():
    (worker,) = [p for p in UNITS if p.stem == "callback-worker"]
    grace = files.service("worker")["stop_grace_period"]

    assert f"{service(worker)['TimeoutStopSec']}s" == grace


def test_nginx_accepts_the_host_of_its_own(tmp_path):
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-subj", "/CN=jobs.example.com", "-keyout", key, "-out", certificate),
        ],
        capture_output=True,
        check=True,
    )
    text = nginx.handed_out("callback.conf", upstream=8000)
    text = text.replace("/etc/ssl/certs/jobs.example.com.pem", str(certificate))
    text = text.replace("/etc/ssl/private/jobs.example.com.key", str(key))

    said = nginx.accepts(nginx.own_ports(text))

    assert said.returncode == 0, said.stderr
    assert "warn" not in said.stderr


def test_proxies_lead_where_the_program_listens():
    for path in ("nginx/callback.conf", "nginx/below-a-path.conf", "caddy/Caddyfile"):
        text = (DEPLOY / path).read_text()
        assert re.findall(r"127\.0\.0\.1:(\d+)", text)[0] == "8000"


def test_caddy_accepts_its_file(tmp_path):
    said = subprocess.run(
        [
            nginx.installed("caddy"),
            "validate",
            "--config",
            DEPLOY / "caddy" / "Caddyfile",
        ],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
