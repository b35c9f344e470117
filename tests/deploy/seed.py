"""Run inside an installation: `python -m tests.deploy.seed`.

An owner, alice, with a password, and a round that ended an hour ago: a thank-you
reminder is due.
"""

from __future__ import annotations

import os
import sys

import django

EMAIL = "alice@example.com"
PASSWORD = "correct horse battery staple"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from allauth.account.models import EmailAddress

    from accounts.models import User
    from tests.reminders.due import thanks_due

    alice = User.objects.create_user(
        email=EMAIL, password=PASSWORD, time_zone="Europe/Berlin"
    )
    EmailAddress.objects.create(user=alice, email=EMAIL, verified=True, primary=True)
    thanks_due(alice)
    sys.stdout.write(f"{alice.pk}\n")


if __name__ == "__main__":
    main()
