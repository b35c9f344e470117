"""Asking the web process for a page, as a visitor would.

`python -m config.stack.page [PATH]` does it once: exit code 0 if the page came.
"""

from __future__ import annotations

import http.client
import os
import sys

from django.conf import settings

from config.environment import SiteAddress

_PATH = "/accounts/login/"  # a page for everybody, with templates and files


def answers(site: SiteAddress, port: int, path: str = _PATH) -> bool:
    """True if the page comes with status 200."""
    headers = {"Host": site.authority, "X-Forwarded-Proto": site.scheme}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", f"{site.path}{path}", headers=headers)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    sys.exit(not answers(settings.SITE, settings.PORT, *sys.argv[1:2]))
