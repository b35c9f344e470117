"""manage.py forget_second_steps EMAIL: for somebody whose device and codes are gone."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User


class Command(BaseCommand):
    help = "Remove passkeys, authenticator app and recovery codes of one account."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email=options["email"].lower()).first()
        if user is None:
            raise CommandError(f"Nobody has the address {options['email']}.")
        _, removed = Authenticator.objects.filter(user=user).delete()
        count = removed.get(Authenticator._meta.label, 0)
        self.stdout.write(
            f"{user.email}: {count} removed; the password alone signs in."
        )
