"""A real nginx in front of an installation, with the configuration we hand out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.stack.servers import free_port, is_free
from tests.deploy.files import DEPLOY

# Files of one folder instead of the system's; one process; nothing in the background.
_MAIN = """
daemon off;
master_process off;
error_log {folder}/error.log;
pid {folder}/nginx.pid;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {servers}
}}
"""


def program() -> str:
    """The path of nginx; without one the test is skipped, or fails under CI."""
    return installed("nginx")


def installed(name: str) -> str:
    """The path of a proxy; without it the test is skipped, or fails under CI."""
    path = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if path is None:
        reason = f"{name} is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return path


def handed_out(name: str, *, upstream: int, keeps_path: bool = True) -> str:
    """A file of deploy/nginx, leading to this port.

    Visitors of the tests come in plain HTTP, so what says "https" to Callback is
    written down instead of read from the connection.
    """
    text = (DEPLOY / "nginx" / name).read_text()
    text = text.replace(
        "proxy_pass http://127.0.0.1:8000;",
        f"proxy_pass http://127.0.0.1:{upstream}{'' if keeps_path else '/'};",
    )
    headers = (DEPLOY / "nginx" / "callback-headers.conf").read_text()
    return text.replace(
        "include callback-headers.conf;", headers.replace("$scheme", "https")
    )


def server(port: int, locations: str) -> str:
    return f"server {{ listen 127.0.0.1:{port}; {locations} }}"


@contextmanager
def running(servers: str, port: int) -> Iterator[None]:
    """nginx with these server blocks, from when it listens on the port."""
    with _configured(servers) as (command, folder):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            while is_free(port):
                assert process.poll() is None, (folder / "error.log").read_text()
            yield
        finally:
            process.terminate()
            process.wait(10)


def accepts(servers: str) -> subprocess.CompletedProcess[str]:
    """What `nginx -t` says of these server blocks."""
    with _configured(servers) as (command, _):
        return subprocess.run(
            [*command, "-t"], capture_output=True, text=True, check=False
        )


@contextmanager
def _configured(servers: str) -> Iterator[tuple[list[str], Path]]:
    with tempfile.TemporaryDirectory(prefix="callback-nginx-") as name:
        folder = Path(name)
        path = folder / "nginx.conf"
        path.write_text(_MAIN.format(folder=folder, servers=servers))
        yield (
            [program(), "-p", name, "-e", f"{name}/error.log", "-c", str(path)],
            folder,
        )


def own_ports(servers: str) -> str:
    """Listen on free ports of this machine instead of 80 and 443."""
    servers = re.sub(r"listen \[::\].*;", "", servers)
    return re.sub(r"listen \d+", lambda _: f"listen 127.0.0.1:{free_port()}", servers)
