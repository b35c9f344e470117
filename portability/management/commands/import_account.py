"""manage.py import_account EMAIL FILE: the import of the page "You"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import User
from portability import importing, reading


class Command(BaseCommand):
    help = "Read an exported account into an empty one. All of it or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        owner = User.objects.filter(email=options["email"].lower()).first()
        if owner is None:
            raise CommandError(
                f"Nobody has the address {options['email']}: make the account first."
            )
        try:
            account = reading.read(options["file"].read_bytes())
            importing.write(owner, account, now=timezone.now())
        except OSError as error:
            raise CommandError(str(error)) from error
        except reading.UnreadableError as error:
            raise CommandError("\n".join(error.mistakes)) from error
        except importing.NotEmptyError as error:
            raise CommandError("There is something in this account already.") from error
        count = account.count("applications")
        self.stdout.write(f"{owner.email}: {count} applications.")
