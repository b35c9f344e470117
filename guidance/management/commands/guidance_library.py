from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from guidance import library
from guidance.telling import library_as_data


class Command(BaseCommand):
    help = "Print the whole library of advice as JSON. No database."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        data = library_as_data(library.load())
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
