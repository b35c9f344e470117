"""Run inside an installation: one look for what is due, as beat asks for it."""

from __future__ import annotations

import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from reminders.tasks import tick

    tick.delay()


if __name__ == "__main__":
    main()
