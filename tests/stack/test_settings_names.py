"""The names of the settings are the same in code, in the example and in compose."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"


def names_in_settings() -> set[str]:
    text = (ROOT / "config" / "settings.py").read_text()
    return set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', text))


def names_in_example() -> set[str]:
    text = (ROOT / ".env.example").read_text()
    return set(re.findall(r"^([A-Z_]+)=", text, flags=re.MULTILINE))


def test_the_example_names_every_setting_and_no_other():
    assert names_in_example() == names_in_settings()


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load(COMPOSE.read_text())["services"]


def test_compose_sets_only_names_that_exist(services):
    for name in ("keys", "prepare", "web", "worker", "beat"):
        assert set(services[name]["environment"]) <= names_in_settings()


def test_compose_has_one_beat_and_every_part(services):
    assert set(services) == {
        *("keys", "prepare", "web", "worker", "beat", "postgres", "redis"),
    }
    assert "deploy" not in services["beat"]


def test_compose_uses_the_postgresql_that_comes_with_the_packages(services):
    from config.stack import postgres

    assert services["postgres"]["image"] == f"postgres:{postgres.MAJOR}"


def test_compose_shows_the_page_to_this_machine_only(services):
    ports = [port for service in services.values() for port in service.get("ports", [])]

    assert ports == ["127.0.0.1:${PORT:-8000}:8000"]
