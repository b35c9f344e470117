from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from interviews.actions.invitations import forget_drafts


class Command(BaseCommand):
    help = (
        "Throw away what was read and not confirmed within a week. The background does"
        " it every minute; this is for whoever runs none."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        count = forget_drafts(now=timezone.now())
        self.stdout.write(f"{count} drafts of invitations thrown away.")
