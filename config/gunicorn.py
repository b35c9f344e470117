"""How the web process runs, everywhere: `gunicorn config.wsgi -c python:config.gunicorn`.

Where it listens is said on the command line or in GUNICORN_CMD_ARGS; without either,
on 127.0.0.1:8000. A proxy of the operator stands in front of it.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

worker_class = "gthread"
workers = 2
# More stand in one another's way (Python runs one at a time), and each keeps a
# connection: 10 MB of PostgreSQL's, and plans of its own to be made first.
threads = 2
# Loaded once, before the workers are forked: they share what they only read.
preload_app = True
# It would lie in the home folder, which is not ours.
control_socket_disable = True
# Workers prove that they live by touching a file: better in memory than on a disk.
if Path("/dev/shm").is_dir():  # noqa: S108 -- the system's own, and random names
    worker_tmp_dir = "/dev/shm"  # noqa: S108
loglevel = "warning"
# Whoever switches the access log on finds no secret links in it.
logger_class = "config.access_log.AccessLog"
# A page makes some ten thousand objects that refer to one another and are done with
# when it ends: looked through at every 700th (Python's usual), that is a twelfth of the
# work of Today; at every 5,000th it is not to be measured. What outlives such a
# look is gone through at every 5th and 25th: 10 MB less in each worker than at every
# 20th and 400th.
_LOOKED_THROUGH = (5_000, 5, 5)
# By default a proxy on this machine may set SCRIPT_NAME, and with it anybody whose
# headers that proxy passes on. SITE_URL says where we are.
forwarder_headers = ""


def when_ready(_server: Any) -> None:
    """Load what a first page would, and keep it one copy.

    The garbage collector writes into every object it looks at, and what one worker
    writes it no longer shares.
    """
    from django.urls import get_resolver

    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    gc.collect()  # of nothing: the next is decided by how much was there this time
    gc.set_threshold(*_LOOKED_THROUGH)
