#!/usr/bin/env python
"""Django's commands. In a second terminal they find the stack `make run` started."""

from __future__ import annotations

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line
    from environs import EnvValidationError

    from config.environment import explain
    from config.stack.absent import StackAbsentError

    try:
        execute_from_command_line(sys.argv)
    except EnvValidationError as error:
        sys.exit(explain(error))
    except StackAbsentError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
