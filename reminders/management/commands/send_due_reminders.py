from __future__ import annotations

import signal
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from reminders import background, vitals
from reminders.delivery import breaker, stopping
from reminders.delivery.clock import UNAVAILABLE, database_now

_PLANS_EVERY_SECONDS = 60.0


def _seconds(text: str) -> float:
    if not text.replace(".", "", 1).isdigit() or float(text) < 1:
        raise ArgumentTypeError("give a number of seconds, one at least")
    return float(text)


class Command(BaseCommand):
    help = (
        "Send what is due, settle what is in doubt and check plans, as worker and beat "
        "do, but without Redis. Once; with --every 30 again and again until it is told "
        "to end (SIGTERM, Ctrl-C). Any number may run, also beside workers. Exit code "
        "0: nothing due is left; 1: something is, or the database is away."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every", type=_seconds, metavar="SECONDS", help="look again and again"
        )

    def handle(self, *args: Any, every: float | None, **options: Any) -> None:
        stopping.forget()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.ask())
        if every is None:
            self._once()
        else:
            self._again_and_again(every)

    def _once(self) -> None:
        try:
            self._say_sent(background.look(pulse="loop"))
            self._say_checked(background.check_plans())
            late = vitals.overdue(database_now())
        except UNAVAILABLE as error:
            raise CommandError("The database does not answer.") from error
        if late:
            raise CommandError(f"Something is due and has not left. {self._why()}")

    def _again_and_again(self, every: float) -> None:
        """A database that is away is waited for."""
        self._say(f"Looking every {every:g} seconds. Ctrl-C ends it.")
        plans_at = time.monotonic()
        while not stopping.is_asked():
            began = time.monotonic()
            try:
                self._say_sent(background.look(pulse="loop"))
                if time.monotonic() >= plans_at:
                    plans_at = time.monotonic() + _PLANS_EVERY_SECONDS
                    self._say_checked(background.check_plans())
            except UNAVAILABLE:
                self._say("The database does not answer; trying again.")
                connection.close()
            self._sleep(began + every)
        self._say("Ended.")

    def _sleep(self, until: float) -> None:
        while time.monotonic() < until and not stopping.is_asked():
            time.sleep(min(0.2, max(0.0, until - time.monotonic())))

    def _say_sent(self, count: int) -> None:
        if count:
            self._say(f"{count} mails taken in hand.")
        if why := self._why():
            self._say(why)

    def _say_checked(self, count: int) -> None:
        if count:
            self._say(f"{count} plans checked.")

    def _why(self) -> str:
        server = breaker.trouble()
        return f"The mail server is left alone: {server.said}" if server else ""

    def _say(self, text: str) -> None:
        self.stdout.write(f"{timezone.now():%Y-%m-%d %H:%M:%S} UTC  {text}")
        sys.stdout.flush()
