from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from accounts.timezones import known_names
from interviews.invites.bulk import LARGEST
from interviews.invites.found import NotRead
from interviews.invites.limits import read_limited
from interviews.invites.telling import found_as_data


class Command(BaseCommand):
    help = (
        "Print what an invitation says as JSON (docs/invites.md). FILE is an .ics, an"
        " .eml or text; - reads standard input. No database. Exits with 0 when it is"
        " an invitation, 1 when it is none, 2 when it cannot be read."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--received", help="when it came, ISO 8601; else now")
        parser.add_argument(
            "--zone", help="the reader's time zone, such as Europe/Berlin"
        )
        parser.add_argument("--locale", help="the reader's locale, such as en-GB")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        try:
            found = read_limited(
                _bytes(file),
                received_at=_received(options["received"]),
                zone=_zone(options["zone"]),
                locale=options["locale"],
                filename="" if file == "-" else Path(file).name,
            )
        except (OSError, NotRead) as error:
            self.stderr.write(_one_line(file, error))
            sys.exit(2)
        told = json.dumps(found_as_data(found), ensure_ascii=False, indent=2)
        self.stdout.write(told)
        if not found.is_invite:
            sys.exit(1)


def _zone(name: str | None) -> str | None:
    if name is not None and name not in known_names():
        raise NotRead(f"--zone {name}: no such time zone; one is Europe/Berlin")
    return name


def _received(written: str | None) -> datetime:
    """The time given, UTC where it names no zone; else now."""
    if written is None:
        return timezone.now()
    try:
        received = datetime.fromisoformat(written)
    except ValueError:
        raise NotRead(
            f"--received {written}: no time; one is 2026-11-22T09:00+01:00"
        ) from None
    return received if received.tzinfo else received.replace(tzinfo=UTC)


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    with Path(file).open("rb") as opened:
        return opened.read(LARGEST + 1)


def _one_line(file: str, error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) and error.strerror else error
    return " ".join(f"{file}: {said}".split())
