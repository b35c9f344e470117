from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from operations.demo import sample


class Command(BaseCommand):
    help = (
        "Make the sample account anew: forty applications, told relative to today. "
        "Refuses to touch a database in which other people have accounts."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO and sample.others():
            raise CommandError(
                "Other people have accounts in this database: no sample is put among "
                "them. `make demo` starts an installation of its own."
            )
        password = sample.kept_password(settings.CALLBACK_DATA)
        sample.rebuild(password=password, now=timezone.now())
        self.stdout.write(f"Sign in as {sample.EMAIL} with the password {password}")
