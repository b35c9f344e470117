from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from guidance import library
from guidance.choose import choose
from guidance.reading import SituationError, read_phase, read_situation
from guidance.situation import Situation
from guidance.telling import chosen_as_data


class Command(BaseCommand):
    help = (
        "Print the advice for a situation as JSON, in the order shown. FILE holds the"
        " situation as JSON (docs/guidance.md); - reads standard input. No database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--phase", help="instead of the phase the facts amount to")

    def handle(self, *args: Any, file: str, phase: str | None, **options: Any) -> None:
        try:
            situation = _situation(file, phase)
        except (OSError, SituationError, UnicodeDecodeError) as error:
            self.stderr.write(_one_line(file, error))
            sys.exit(2)
        advice = chosen_as_data(choose(library.load(), situation))
        self.stdout.write(json.dumps(advice, ensure_ascii=False, indent=2))


def _situation(file: str, phase: str | None) -> Situation:
    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    situation = read_situation(raw.decode())
    return situation if phase is None else replace(situation, phase=read_phase(phase))


def _one_line(file: str, error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{file}: {error.strerror or error}"
    if isinstance(error, UnicodeDecodeError):
        return f"{file}: not UTF-8 text"
    return f"{file}: {error}"
