"""`python -m config.stack`: what `make run` starts.

Reads the settings, which loads Django, and then becomes the supervisor, which needs
none of it: a process that only watches should not fill memory for as long as it runs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from django.conf import settings
from environs import EnvValidationError

from config.environment import explain


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        data = settings.CALLBACK_DATA
    except EnvValidationError as error:
        return explain(error)
    except OSError as error:
        sys.stderr.write(f"The data folder cannot be used: {error}\n")
        return 2
    if settings.STACK_FOUND:
        sys.stderr.write(
            f"A stack already runs on {data}. End that one first, "
            "or name another folder in CALLBACK_DATA.\n"
        )
        return 1
    return become_supervisor(settings.BASE_DIR, data, settings.SITE.url, settings.PORT)


def become_supervisor(*what: Path | str | int) -> NoReturn:
    """The same process id, so that whoever started us ends the right one."""
    supervise = [sys.executable, "-m", "config.stack.supervise", *map(str, what)]
    os.execv(supervise[0], supervise)  # noqa: S606 -- ourselves


if __name__ == "__main__":
    sys.exit(main())
