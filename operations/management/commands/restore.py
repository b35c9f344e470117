from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from operations.backup import archive, files, reading
from operations.backup.archive import BackupError, Manifest
from reminders.delivery.restored import Doubtful


class Command(BaseCommand):
    help = (
        "Bring a backup back: into a database without accounts, or with --replace "
        "instead of all that is there. No mail that may have left is sent again."
    )
    # The tables may be missing, or older than the code.
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace",
            action="store_true",
            help="throw away what is in the database; there is no way back",
        )

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        try:
            with archive.opened(file) as opened:
                manifest = Manifest.read(opened)
                reading.refuse_unfit(manifest, version=settings.VERSION)
                self._refuse_to_lose(replace=replace)
                doubtful = reading.restore(opened, manifest)
                changed = reading.put_files_back(
                    opened,
                    manifest,
                    settings.CALLBACK_DATA,
                    key_is_set=settings.SECRET_KEY_IS_SET,
                )
        except BackupError as error:
            raise CommandError(str(error)) from error
        self._tell(manifest, doubtful, changed)

    def _refuse_to_lose(self, *, replace: bool) -> None:
        lost = reading.what_would_be_lost()
        if lost and not replace:
            raise CommandError(
                f"This database holds {lost}. All of it would be lost, and replaced "
                "by the backup. Back it up first; then say --replace if you mean it."
            )
        if lost:
            self.stderr.write(f"Replaced: {lost}.")

    def _tell(self, manifest: Manifest, doubtful: Doubtful, changed: list[str]) -> None:
        say = self.stdout.write
        rows = sum(table.rows for table in manifest.tables)
        say(
            f"Restored {rows} rows of {manifest.taken_at:%Y-%m-%d %H:%M:%S} UTC, "
            f"made by Callback {manifest.version}."
        )
        say(
            f"{doubtful.reminders} reminders and {doubtful.messages} mails may have "
            "left since then: they are shown as perhaps sent and not sent again."
        )
        if files.SECRET_KEY in changed:
            say("The secret key is the one of the backup again: restart Callback.")
        elif files.SECRET_KEY not in manifest.files or settings.SECRET_KEY_IS_SET:
            say("Set SECRET_KEY to what it was, or links in earlier mails end.")
        say("Everybody signs in again.")
