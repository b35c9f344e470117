"""`python -m config.stack.supervise ROOT DATA SITE_URL PORT`: runs until asked to end.

Called by `python -m config.stack`, which has read the settings. Everything imported
from here on stays in memory for as long as the stack runs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from config.stack import discovery, folders
from config.stack.problem import StackError
from config.stack.supervisor import Supervisor


def main(root: str, data: str, site_url: str, port: str) -> int:
    try:
        folders.prepare_data(Path(data))
        with discovery.exclusive(Path(data)):
            Supervisor(
                root=Path(root),
                data=Path(data),
                site_url=site_url,
                port=int(port),
                database_url=os.environ.get("DATABASE_URL"),
                redis_url=os.environ.get("REDIS_URL"),
            ).run()
    except StackError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    except OSError as error:
        sys.stderr.write(f"The stack ended, the system would not go on: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
