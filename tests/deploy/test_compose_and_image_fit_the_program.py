"""What Docker is told, held against the program: no engine is needed for that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from config.environment import parse_database_url, parse_site_url
from tests.deploy import files
from tests.deploy.files import ROOT

OURS = ("keys", "prepare", "web", "worker", "beat")


def test_only_the_address_of_the_site_must_be_given():
    text = (ROOT / "docker-compose.yml").read_text()

    assert re.findall(r"\$\{(\w+):?\?", text) == ["SITE_URL"]


def test_every_setting_of_the_env_file_reaches_the_program():
    for name in OURS:
        assert files.service(name)["env_file"] == ".env"


def test_what_compose_sets_is_understood():
    said = files.service("web")["environment"]

    database = parse_database_url(said["DATABASE_URL"])
    assert (database["HOST"], database["USER"]) == ("postgres", "callback")
    assert database["OPTIONS"]["passfile"] == "/keys/pgpass"
    assert not database["PASSWORD"]
    assert said["REDIS_URL"].startswith("redis://redis:6379/")
    assert said["CALLBACK_DATA"] == files.image_environment()["CALLBACK_DATA"]
    assert said["PORT"] == files.image_environment()["PORT"]


def test_the_servers_are_reached_by_no_one_else():
    for name in ("postgres", "redis", "worker", "beat", "prepare", "keys"):
        assert "ports" not in files.service(name)
    assert "keys" not in str(files.service("redis")["volumes"])
    assert "data:/data" not in files.service("postgres")["volumes"]


def test_the_password_is_read_where_it_is_made():
    folder = files.command("keys")[-1]
    postgres = files.service("postgres")

    assert postgres["environment"]["POSTGRES_PASSWORD_FILE"].startswith(f"{folder}/")
    assert f"keys:{folder}:ro" in postgres["volumes"]
    assert f"keys:{folder}:ro" in files.service("web")["volumes"]
    assert f"keys:{folder}" in files.service("keys")["volumes"]


def test_everything_starts_after_what_it_needs():
    def needs(name: str) -> dict[str, str]:
        listed = files.service(name).get("depends_on", {})
        return {other: how["condition"] for other, how in listed.items()}

    done, healthy = "service_completed_successfully", "service_healthy"
    assert needs("postgres") == {"keys": done}
    assert needs("prepare") == {"postgres": healthy}
    for name in ("web", "worker", "beat"):
        assert needs(name) == {"prepare": done, "redis": healthy}


def test_a_worker_has_the_time_to_end_what_it_does():
    assert files.service("worker")["stop_grace_period"] == "150s"


@pytest.mark.parametrize("name", OURS)
def test_containers_of_ours_may_do_little(name):
    said = files.service(name)

    assert said["read_only"]
    assert said["cap_drop"] == ["ALL"]
    assert said["security_opt"] == ["no-new-privileges:true"]
    assert said["init"]


def test_every_volume_is_named_and_used():
    named = set(files.compose()["volumes"])
    used = {
        mount.partition(":")[0]
        for service in files.compose()["services"].values()
        for mount in service.get("volumes", [])
    }
    assert named == used


def test_every_file_of_the_image_exists():
    ignored = (ROOT / ".dockerignore").read_text().split()
    for word, rest in files.instructions():
        if word != "COPY" or "--from" in rest:
            continue
        *sources, _ = rest.split()
        for source in sources:
            assert (ROOT / source).exists(), source
            assert source not in ignored, source


def test_what_a_stage_hands_on_was_made_there():
    stages = {
        rest.split()[-1]
        for word, rest in files.instructions()
        if word == "FROM" and " AS " in rest
    }
    handed_on = {
        found
        for word, rest in files.instructions()
        if word == "COPY"
        for found in re.findall(r"--from=(\S+)", rest)
    }
    assert handed_on == stages


def test_the_image_does_not_run_as_root_and_owns_its_folders():
    words = dict(files.last_stage())
    (made,) = [r for w, r in files.last_stage() if w == "RUN" and "install -d" in r]

    assert words["USER"] == "callback"
    assert "-o callback" in made
    for folder in (files.image_environment()["CALLBACK_DATA"], "/keys"):
        assert f" {folder}" in made
    # The copy of the program stays root's: what runs cannot change it.
    assert not any("--chown" in rest for word, rest in files.last_stage())


def test_the_image_carries_no_secret_and_nothing_of_this_machine():
    ignored = (ROOT / ".dockerignore").read_text().split()

    assert {".env", ".git", ".venv", "var", "build", "node_modules"} <= set(ignored)


def test_every_module_that_is_started_exists():
    commands = [files.command(name) for name in OURS] + [files.health_command()]
    for command in commands:
        if command[:2] == ["python", "-m"]:
            path = Path(*command[2].split("."))
            assert (ROOT / f"{path}.py").exists(), command


def test_the_example_is_a_start_once_it_names_the_site():
    example = (ROOT / ".env.example").read_text()
    given = dict(re.findall(r"^([A-Z_]+)=(.*)$", example, flags=re.MULTILINE))

    assert given["SITE_URL"] == ""
    for url in re.findall(r"^#   (https://\S+)$", example, flags=re.MULTILINE):
        assert parse_site_url(url).is_https


def test_traefik_only_adds_to_the_services_there_are():
    import yaml

    path = files.DEPLOY / "traefik" / "docker-compose.traefik.yml"
    services = yaml.safe_load(path.read_text())["services"]

    assert set(services) == {"web", "traefik"}
    (port,) = re.findall(r"server\.port=(\d+)", str(services["web"]["labels"]))
    assert port == files.image_environment()["PORT"]
    assert "traefik.enable=true" in services["web"]["labels"]
