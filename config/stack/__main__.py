"""`python -m config.stack`: what `make run` starts."""

from __future__ import annotations

import os
import sys

from django.conf import settings
from environs import EnvValidationError

from config.environment import explain
from config.stack import discovery, folders
from config.stack.problem import StackError
from config.stack.supervisor import Supervisor


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        data = settings.CALLBACK_DATA
        folders.prepare_data(data)
        with discovery.exclusive(data):
            Supervisor(
                root=settings.BASE_DIR,
                data=data,
                site=settings.SITE,
                port=settings.PORT,
                database_url=os.environ.get("DATABASE_URL"),
                redis_url=os.environ.get("REDIS_URL"),
            ).run()
    except EnvValidationError as error:
        return explain(error)
    except StackError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
