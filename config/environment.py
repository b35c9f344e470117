"""Readers for what the environment says: addresses, the mail server, the key."""

from __future__ import annotations

import hashlib
import hmac
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any, cast
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from environs import EnvError, EnvValidationError

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
# How the addresses of our own pages begin: neither SITE_URL's path nor ADMIN_PATH may
# begin like one. A test holds this against the pages there are.
OWN_PAGES = frozenset(
    [
        "accounts",
        "applications",
        "board",
        "calendar",
        "callback.webmanifest",
        "companies",
        "follow-ups",
        "guidance",
        "healthz",
        "insights",
        "invites",
        "m",
        "notes",
        "offers",
        "own-items",
        "people",
        "questions",
        "readyz",
        "reminders",
        "rounds",
        "search",
        "signs",
        "static",
        "stories",
        "tasks",
        "today",
        "undo",
        "you",
    ]
)


@dataclass(frozen=True)
class SiteAddress:
    """Where people reach the site; cookies, hosts and redirects follow from it."""

    scheme: str
    host: str
    port: int | None
    # Below which path of the host, such as "/jobs"; empty for the whole host.
    path: str = ""

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and port, as the Host header of a request carries them."""
        return self.host if self.port is None else f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """Without a slash at the end."""
        return f"{self.origin}{self.path}"

    @property
    def is_https(self) -> bool:
        return self.scheme == "https"

    @property
    def is_loopback(self) -> bool:
        return self.host in LOOPBACK_HOSTS

    @property
    def hosts(self) -> list[str]:
        """Host names a request may carry; all loopback names where one is meant."""
        return list(LOOPBACK_HOSTS) if self.is_loopback else [self.host]

    @property
    def origins(self) -> list[str]:
        """Origins a form may be posted from."""
        return [SiteAddress(self.scheme, host, self.port).origin for host in self.hosts]


def parse_site_url(value: str) -> SiteAddress:
    """Read SITE_URL, such as https://example.com/jobs; EnvError if it is none."""
    parts = _split(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise EnvError("must look like https://jobs.example.com")
    if parts.query or parts.fragment:
        raise EnvError("must be a scheme, a host and at most a path")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return SiteAddress(parts.scheme, host, parts.port, _path_below(parts.path))


def _path_below(path: str) -> str:
    """The path of SITE_URL without a slash at the end; EnvError if it cannot be."""
    path = path.rstrip("/")
    if not re.fullmatch(r"(/[\w.~-]+)*", path, flags=re.ASCII):
        raise EnvError("has a path that is more than letters, digits and - . _ ~")
    _refuse_own_page(path)
    return path


def _refuse_own_page(path: str) -> None:
    first = path.strip("/").partition("/")[0]
    if first in OWN_PAGES:
        raise EnvError(f"begins with /{first}, which is a page of Callback")


def parse_admin_path(value: str) -> str:
    """Read ADMIN_PATH, the path of the operator's pages; without slashes around."""
    path = value.strip("/")
    if path and not re.fullmatch(r"[\w~-][\w./~-]*", path, flags=re.ASCII):
        raise EnvError("must be letters, digits and - . _ ~, such as back-office-7k2")
    _refuse_own_page(path)
    return path


_POSTGRESQL = "django.db.backends.postgresql"


def parse_database_url(value: str) -> dict[str, Any]:
    """Django's settings for postgres://user:password@host:port/name.

    An empty value gives the backend that says so when it is asked for a connection.
    """
    if not value:
        return {"ENGINE": "config.stack.absent", "NAME": "absent"}
    example = "postgres://user:password@host:5432/callback"
    try:
        database: dict[str, Any] = {
            **dj_database_url.parse(value, conn_max_age=60, conn_health_checks=True)
        }
    except ValueError as error:
        raise EnvError(f"must look like {example}") from error
    if database["ENGINE"] != _POSTGRESQL or not database["NAME"]:
        raise EnvError(f"must look like {example}")
    # For the statements of `accounts.planned` alone; all others Django sends whole.
    ours = {"connect_timeout": 5, "prepare_threshold": 5}
    database["OPTIONS"] = ours | database.get("OPTIONS", {})
    return database


@dataclass(frozen=True)
class MailServer:
    """The SMTP server that EMAIL_URL names."""

    host: str
    port: int
    user: str
    password: str
    starttls: bool
    implicit_tls: bool


# Ports by RFC 5321 (25), RFC 6409 (587, submission) and RFC 8314 (465, TLS at once).
_SMTP_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def parse_email_url(value: str) -> MailServer | None:
    """Read smtp://host:port, smtp+tls://user:password@host or smtps://…

    `smtp+tls` begins in plain text and asks for STARTTLS, `smtps` speaks TLS from
    the first byte. User and password are percent-decoded. None for an empty value,
    EnvError for anything else.
    """
    if not value:
        return None
    parts = _split(value)
    if parts.scheme not in _SMTP_PORTS or not parts.hostname:
        raise EnvError("must look like smtp+tls://user:password@mail.example.com:587")
    return MailServer(
        host=parts.hostname,
        port=parts.port or _SMTP_PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+tls",
        implicit_tls=parts.scheme == "smtps",
    )


def parse_redis_url(value: str) -> str:
    """Read REDIS_URL: redis://:password@host:6379/0, or rediss:// with TLS."""
    parts = _split(value)
    if parts.scheme not in ("redis", "rediss") or not parts.hostname:
        raise EnvError("must look like redis://:password@host:6379/0")
    if not re.fullmatch(r"/?\d*", parts.path):
        raise EnvError("must end with the number of a database, such as /0")
    return value


# Whoever can guess the key can sign in as anybody: 128 bits, written in hex.
_SHORTEST_SECRET = 32


def parse_secret_key(value: str) -> str:
    """Read SECRET_KEY; an empty value stands for the one we make and keep."""
    if value and len(value) < _SHORTEST_SECRET:
        raise EnvError(
            f"must have at least {_SHORTEST_SECRET} characters nobody can guess; "
            "leave it out to have one made"
        )
    return value


def parse_sender(value: str) -> str:
    """Read DEFAULT_FROM_EMAIL: an address, with or without a name before it."""
    address = parseaddr(value)[1]
    in_one_line = not re.search(r"[\x00-\x1f\x7f]", value)
    if value and not (in_one_line and re.fullmatch(r"[^@\s]+@[^@\s]+", address)):
        raise EnvError("must look like Callback <callback@example.com>")
    return value


def parse_oidc_server(value: str) -> str:
    """Read OIDC_SERVER_URL, such as https://id.example.com/realms/home.

    Plain http only on this machine: the client secret travels there.
    """
    if not value:
        return ""
    parts = _split(value)
    is_safe = parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")
    )
    if not is_safe or not parts.hostname or parts.query or parts.fragment:
        raise EnvError("must look like https://id.example.com/realms/home")
    return value.rstrip("/")


def _split(value: str) -> SplitResult:
    try:
        parts = urlsplit(value)
        _ = parts.port  # refuses a port that is no number
    except ValueError as error:
        raise EnvError(f"is no address: {error}") from error
    return parts


def derived_path(secret: str) -> str:
    """A path that follows from the secret key and cannot be guessed without it."""
    digest = hmac.new(secret.encode(), b"callback.admin_path", hashlib.sha256)
    return f"operator-{digest.hexdigest()[:20]}"


def unusable(folder: Path, error: OSError) -> EnvValidationError:
    """What to raise when the data folder cannot be made, read or written to."""
    text = f"the data folder {folder} cannot be used: {error.strerror}"
    return EnvValidationError(text, {"CALLBACK_DATA": [text]})


def explain(error: EnvValidationError) -> int:
    """Print every mistake in the settings, one a line; gives the exit code."""
    sys.stderr.write("The settings need mending (environment or .env):\n")
    mistakes = cast("Mapping[str, list[str]]", error.error_messages)
    for name, texts in mistakes.items():
        sys.stderr.write(f"  {name}: {' '.join(texts)}\n")
    return 2
