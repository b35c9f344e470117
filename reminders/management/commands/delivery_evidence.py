from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reminders.delivery import doubts, evidence


class Command(BaseCommand):
    help = (
        "Settle mails in doubt by what a mail server or provider knows of them: the log "
        "of Postfix, exim or Sendmail, or lines such as "
        '{"message_id": "<...>", "event": "delivered"}. Any mixture; the rest is passed '
        "over. Safe to repeat."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a file, or - for standard input")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        counted = self._apply(file)
        self.stdout.write(
            f"{counted['sent']} in doubt had left, {counted['free again']} had not; "
            f"{counted['known']} changed nothing, {counted['not ours']} are not ours."
        )

    def _apply(self, file: str) -> Counter[str]:
        if file == "-":
            return doubts.apply(evidence.findings(sys.stdin))
        try:
            with Path(file).open(errors="replace") as lines:
                return doubts.apply(evidence.findings(lines))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
