from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reminders.delivery.trial import try_mail


class Command(BaseCommand):
    help = "Send a test mail now and print each word of the mail server."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="where to")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        if not settings.EMAIL_CONFIGURED:
            raise CommandError("No mail server is set up: set EMAIL_URL.")
        trial = try_mail(address)
        for line in trial.lines:
            mark = ">" if line.ours else "<"
            self.stdout.write("\n".join(f"{mark} {t}" for t in line.text.splitlines()))
        if not trial.worked:
            raise CommandError(trial.meaning)
        self.stdout.write(trial.meaning)
