"""Writes docs/configuration.md from the settings: `make docs`.

What a setting is for comes from its comment in `.env.example`, kind and default from
where config/settings.py reads it.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = _ROOT / ".env.example"
SETTINGS = _ROOT / "config" / "settings.py"
PAGE = _ROOT / "docs" / "configuration.md"

_KINDS = {
    "admin_path": "text",
    "bool": "true or false",
    "database_url": "address",
    "email_url": "address",
    "int": "whole number",
    "oidc_server": "address",
    "path": "folder",
    "redis_url": "address",
    "secret_key": "text",
    "sender": "address",
    "site_url": "address",
    "str": "text",
}
_TITLE = re.compile(r"# --- (.+) ---")
_DEFAULT = re.compile(r"Default: (.+?)\.(?: |$)")
_OPENING = """\
# Configuration

<!-- Written by `make docs` from .env.example and config/settings.py. -->

Every setting comes from the environment, or from a file `.env` beside `manage.py`.
The environment wins. An empty value counts as not given, and all mistakes are
reported at once, before anything starts (exit code 2).

With Docker and systemd the same file is used: see [install](install.md)."""


@dataclass(frozen=True)
class Read:
    """How config/settings.py reads a name."""

    kind: str
    default: object


@dataclass(frozen=True)
class Setting:
    """A name of `.env.example`: its comment as words and as examples."""

    name: str
    words: str
    examples: list[str]

    @property
    def default(self) -> str:
        found = _DEFAULT.search(self.words)
        return found.group(1) if found else ""

    @property
    def meaning(self) -> str:
        return _DEFAULT.sub("", self.words).strip()


def main() -> None:
    PAGE.write_text(page())


def page() -> str:
    """The whole page, as it should stand in docs/."""
    parts = [_OPENING]
    reads = reads_of(SETTINGS.read_text())
    for title, words, settings in sections(EXAMPLE.read_text()):
        table = "\n".join(_row(setting, reads[setting.name]) for setting in settings)
        head = "| Name | Kind | Default | What it is |\n| --- | --- | --- | --- |"
        parts.append(
            "\n\n".join(filter(None, (f"## {title}", words, f"{head}\n{table}")))
        )
    return "\n\n".join(parts) + "\n"


def sections(example: str) -> list[tuple[str, str, list[Setting]]]:
    """Title, words below it and settings of every part of `.env.example`."""
    found: list[tuple[str, str, list[Setting]]] = []
    for block in re.split(r"\n{2,}", example.strip()):
        lines = block.splitlines()
        if title := _TITLE.fullmatch(lines[0]):
            found.append((title.group(1), _words(lines[1:]), []))
        elif found:
            name = lines[-1].partition("=")[0]
            comment = lines[:-1]
            examples = [line[4:] for line in comment if line.startswith("#   ")]
            found[-1][2].append(Setting(name, _words(comment), examples))
    return found


def _words(comment: list[str]) -> str:
    told = (line for line in comment if not line.startswith("#   "))
    return " ".join(line.removeprefix("#").strip() for line in told)


def reads_of(source: str) -> dict[str, Read]:
    """Every `env.<kind>("NAME", default)` of the source."""
    return {
        str(call.args[0].value): Read(_KINDS[call.func.attr], _default(call))
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and call.func.attr in _KINDS
        and isinstance(call.args[0], ast.Constant)
    }


def _default(call: ast.Call) -> object:
    """The default if it is written down there as it is, else None."""
    given = call.args[1] if len(call.args) > 1 else None
    return given.value if isinstance(given, ast.Constant) else None


def _row(setting: Setting, read: Read) -> str:
    default = setting.default or f"`{shown(read.default)}`"
    examples = [
        f"`{address}` {aside}".strip()
        for address, _, aside in (line.partition(" ") for line in setting.examples)
    ]
    meaning = "<br>".join([setting.meaning, *examples])
    return f"| `{setting.name}` | {read.kind} | {default} | {meaning} |"


def shown(default: object) -> str:
    """A default as `.env` would say it."""
    return str(default).lower() if isinstance(default, bool) else str(default)


if __name__ == "__main__":
    main()
