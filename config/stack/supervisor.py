"""Starts everything, keeps it running, ends it cleanly.

One thread on purpose: on Linux a child is told of its parent's death by the thread
that started it.
"""

from __future__ import annotations

import os
import signal
import socket
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from config.kept import kept_secret
from config.stack import account, apps, discovery, folders, leftovers, servers, visit
from config.stack.children import Child
from config.stack.logs import Logs
from config.stack.postgres import Postgres
from config.stack.problem import StackError
from config.stack.redis import Redis
from config.stack.surroundings import Surroundings

_LOOK_SECONDS = 0.2
_ASK_PAGE_SECONDS = 0.5
_PAGE_PATIENCE_SECONDS = 90
# Together below ten: who presses Ctrl-C should not have to wait longer. A mail server
# has the first seven to answer; the worker needs a moment to write down that it did.
_MAIL_SERVER_MAY_TAKE_SECONDS = 7
_APPS_MAY_TAKE_SECONDS = 8.4
_SERVERS_MAY_TAKE_SECONDS = 1.2
_LONGEST_BACKOFF_SECONDS = 30.0
_STEADY_AFTER_SECONDS = 60.0


@dataclass
class Restarts:
    """When a child that died may start again: at once, then ever more slowly."""

    started_at: float
    wait: float = 0.0
    due_at: float | None = None

    def plan(self, now: float) -> None:
        if now - self.started_at > _STEADY_AFTER_SECONDS:
            self.wait = 0.0
        self.due_at = now + self.wait
        self.wait = min(_LONGEST_BACKOFF_SECONDS, max(1.0, self.wait * 2))

    def done(self, now: float) -> None:
        self.started_at, self.due_at = now, None


@dataclass
class Supervisor:
    """The stack on one data folder. Addresses given in advance are used as they are."""

    root: Path
    data: Path
    site_url: str
    port: int
    database_url: str | None
    redis_url: str | None
    logs: Logs = field(default_factory=Logs)
    children: list[Child] = field(default_factory=list)
    restarts: dict[str, Restarts] = field(default_factory=dict)
    ending: bool = False
    # Held while we run, so that a stack that starts with us takes another port.
    claimed: socket.socket | None = None

    def run(self) -> None:
        """Return when everything has ended; StackError if it could not start."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_end)
        try:
            self._end_leftovers()
            self._start_servers()
            self._start_apps()
            surroundings = Surroundings(self.data)
            while not self.ending:
                self._look_after_children()
                for news in surroundings.news():
                    self.say(news)
        finally:
            self._end()

    def _ask_to_end(self, number: int, frame: object) -> None:
        if self.ending:  # asked twice: at once
            for child in self.children:
                child.kill()
        self.ending = True

    def say(self, text: str) -> None:
        self.logs.say("callback", text)

    # --- start ----------------------------------------------------------------

    def _end_leftovers(self) -> None:
        for name in leftovers.end_all(self.data):
            self.say(f"Ended {name}, left behind by a supervisor that was killed.")

    def _start_servers(self) -> None:
        """PostgreSQL and Redis, unless their addresses were given."""
        if self.database_url and self.redis_url:
            return
        owner = account.for_servers()
        programs, note_programs = folders.programs(owner)
        data, note_data = folders.servers_data(
            self.data, owner, ours=self.data.is_relative_to(self.root)
        )
        if owner:
            self.say(f"Started by root: the servers run as {owner.name}.")
        for note in filter(None, (note_programs, note_data)):
            self.say(note)
        if not self.database_url:
            postgres = Postgres(
                initdb=programs.initdb,
                program=programs.postgres,
                psql=programs.psql,
                folder=data / "postgres",
                port=self._remembered_port("postgres"),
                password=kept_secret(self.data / "postgres-password"),
                account=owner,
            )
            self.database_url = self._start_server("postgres", postgres)
        if not self.redis_url:
            redis = Redis(
                program=programs.redis_server,
                folder=data / "redis",
                port=self._remembered_port("redis"),
                password=kept_secret(self.data / "redis-password"),
                account=owner,
            )
            self.redis_url = self._start_server("redis", redis)

    def _remembered_port(self, name: str) -> int:
        """The port of last time if it is free, so that open tools find it again."""
        path = self.data / f"{name}-port"
        known = int(path.read_text()) if path.exists() else None
        port = servers.free_port(known)
        path.write_text(str(port))
        return port

    def _start_server(self, name: str, server: servers.Server) -> str:
        output = self.logs.pipe(name)
        child = servers.start(server, output=output, wait=self._wait)
        self._watch(child)
        leftovers.record(self.data, self.children)
        return server.url

    def _start_apps(self) -> None:
        port = self._web_port()
        environment = {
            "CALLBACK_DATA": str(self.data),
            "DATABASE_URL": str(self.database_url),
            "REDIS_URL": str(self.redis_url),
            "PORT": str(port),
            "PYTHONUNBUFFERED": "1",
        }
        discovery.publish(
            self.data,
            {k: environment[k] for k in ("DATABASE_URL", "REDIS_URL", "PORT")},
        )
        self._run_to_end(apps.preparation(self.root, environment))
        for child in (
            apps.web(self.root, environment, port),
            apps.worker(self.root, environment, _MAIL_SERVER_MAY_TAKE_SECONDS),
            apps.beat(self.root, environment),
        ):
            child.start(output=self.logs.pipe(child.name))
            self._watch(child)
        leftovers.record(self.data, self.children)
        self._greet(port)

    def _web_port(self) -> int:
        for port in range(self.port, min(self.port + 100, 65536)):
            self.claimed = servers.claim(port) if servers.is_free(port) else None
            if self.claimed:
                break
        else:
            raise StackError(f"No port from {self.port} on is free. Set PORT.")
        if port != self.port:
            self.say(f"Port {self.port} is taken; using {port}.")
            if "SITE_URL" in os.environ:
                self.say(
                    f"Links in mails still name {self.site_url}, as SITE_URL says."
                )
            else:
                site = urlsplit(self.site_url)
                self.site_url = f"{site.scheme}://{site.hostname}:{port}{site.path}"
        return port

    def _run_to_end(self, child: Child) -> None:
        child.start(output=self.logs.pipe(child.name))
        while child.running and not self.ending:
            self.logs.pump(_LOOK_SECONDS)
        if self.ending:
            child.end(_SERVERS_MAY_TAKE_SECONDS)
        elif child.process and child.process.returncode:
            self.logs.drain()
            raise StackError(
                "The start failed; the lines above say why.",
                exit_code=child.process.returncode,
            )

    def _greet(self, port: int) -> None:
        """Wait for the page, then say where it is."""
        give_up_at = time.monotonic() + _PAGE_PATIENCE_SECONDS
        while not visit.answers(self.site_url, port):
            if time.monotonic() > give_up_at:
                self.say("The page does not answer; the lines above may say why.")
                return
            ask_again_at = time.monotonic() + _ASK_PAGE_SECONDS
            while time.monotonic() < ask_again_at:
                self._look_after_children()
                if self.ending:
                    return
        mail = (
            "Reminders leave as mail."
            if "EMAIL_URL" in os.environ
            else "Mail is not configured: reminders show in the app only. "
            "Set EMAIL_URL to have them mailed."
        )
        self.say("")
        self.say(f"Callback is ready: {self.site_url}/")
        self.say(mail)
        self.say("An admin: .venv/bin/python manage.py createsuperuser")
        self.say("Where their pages are: .venv/bin/python manage.py admin_address")
        self.say("Ctrl-C ends it all.")
        self.say("")

    # --- keep -----------------------------------------------------------------

    def _watch(self, child: Child) -> None:
        self.children.append(child)
        self.restarts[child.name] = Restarts(started_at=time.monotonic())

    def _wait(self, seconds: float) -> None:
        if self.ending:
            raise StackError("Ended while starting.")
        self.logs.pump(seconds)

    def _look_after_children(self) -> None:
        self.logs.pump(_LOOK_SECONDS)
        now = time.monotonic()
        for child in self.children:
            if child.running or self.ending:
                continue
            restarts = self.restarts[child.name]
            if restarts.due_at is None:
                self.say(
                    f"{child.name} ended with {child.exit_code}; starting it again"
                )
                child.kill()  # whatever it left of its group
                restarts.plan(now)
            elif now >= restarts.due_at:
                child.start(output=self.logs.pipe(child.name))
                restarts.done(now)
                leftovers.record(self.data, self.children)

    # --- end ------------------------------------------------------------------

    def _end(self) -> None:
        """First those that use the servers, then the servers."""
        self.ending = True
        self.say("ending")
        servers = [child for child in self.children if child.name in _SERVERS]
        users = [child for child in self.children if child.name not in _SERVERS]
        self._end_together(users, _APPS_MAY_TAKE_SECONDS)
        self._end_together(servers, _SERVERS_MAY_TAKE_SECONDS)
        self.logs.drain()

    def _end_together(self, children: list[Child], seconds: float) -> None:
        give_up_at = time.monotonic() + seconds
        for child in children:
            child.ask_to_end()
        while any(child.running for child in children):
            if time.monotonic() > give_up_at:
                break
            self.logs.pump(_LOOK_SECONDS)
        for child in children:
            child.kill()


_SERVERS = {"postgres", "redis"}
