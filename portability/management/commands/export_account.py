"""manage.py export_account EMAIL FILE: the download of the page "You"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import User
from portability.export import write_zip


class Command(BaseCommand):
    help = "Write everything of one account into a zip file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        owner = User.objects.filter(email=options["email"].lower()).first()
        if owner is None:
            raise CommandError(f"Nobody has the address {options['email']}.")
        path: Path = options["file"]
        path.touch(mode=0o600)
        with path.open("wb") as file:
            write_zip(owner, file, now=timezone.now())
        self.stdout.write(f"{path}: everything of {owner.email}.")
