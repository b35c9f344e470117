from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from operations.backup import files
from operations.backup.archive import BackupError
from operations.backup.writing import backup


class Command(BaseCommand):
    help = "Write everything worth keeping into one new file. Callback may run on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="where to; must not exist yet")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            manifest = backup(
                file,
                data=settings.CALLBACK_DATA,
                version=settings.VERSION,
                key_is_set=settings.SECRET_KEY_IS_SET,
            )
        except BackupError as error:
            raise CommandError(str(error)) from error
        rows = sum(table.rows for table in manifest.tables)
        size = file.stat().st_size / 1024
        self.stdout.write(
            f"{file}: {rows} rows, {len(manifest.files)} files, {size:.0f} kB, "
            f"of {manifest.taken_at:%Y-%m-%d %H:%M:%S} UTC."
        )
        self.stdout.write(
            "It holds the secret key: keep it as safe as the installation itself."
            if files.SECRET_KEY in manifest.files
            else "The secret key is not in it (SECRET_KEY is set): keep that, too."
        )
