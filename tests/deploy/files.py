"""The files a deployment is made of, read as Docker and Compose read them."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"


@cache
def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return read


def service(name: str) -> dict[str, Any]:
    found: dict[str, Any] = compose()["services"][name]
    return found


@cache
def instructions() -> tuple[tuple[str, str], ...]:
    """The Dockerfile as (instruction, rest), lines joined and comments left out."""
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    joined = text.replace("\\\n", " ").splitlines()
    return tuple(
        (word.upper(), rest.strip())
        for word, _, rest in (line.partition(" ") for line in joined if line.strip())
    )


def last_stage() -> tuple[tuple[str, str], ...]:
    starts = [i for i, (word, _) in enumerate(instructions()) if word == "FROM"]
    return instructions()[starts[-1] :]


def image_environment() -> dict[str, str]:
    words = [
        w for word, rest in last_stage() if word == "ENV" for w in shlex.split(rest)
    ]
    return dict(word.split("=", 1) for word in words)


def image_command() -> list[str]:
    return _listed("CMD")


def health_command() -> list[str]:
    return _listed("HEALTHCHECK")


def _listed(instruction: str) -> list[str]:
    (rest,) = [rest for word, rest in last_stage() if word == instruction]
    found = re.search(r"\[.*\]", rest)
    assert found, f"{instruction} is not in the form of a list"
    listed: list[str] = json.loads(found.group())
    return listed


def command(name: str) -> list[str]:
    """What the service runs: its own command, else the image's."""
    own: list[str] | None = service(name).get("command")
    return own or image_command()
