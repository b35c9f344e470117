"""Ctrl-C ends everything soon, even while a mail server owes us an answer."""

from __future__ import annotations

from tests.faults.stack.does import do
from tests.silent import silent as silent  # a fixture
from tests.stack.running import processes, running


def test_the_worker_itself_writes_down_what_is_in_doubt(passable_folder, silent):
    data = passable_folder / "data"
    settings = {"EMAIL_URL": f"smtp://127.0.0.1:{silent.port}"}
    with running(data, REMINDER_TICK_SECONDS="1", **settings) as stack:
        do(stack, "log_rounds(1)")
        stack.wait_until(lambda: silent.dots == 1, 60, "handed a mail over")
        everything = stack.descendants()

        took = stack.stop()

        assert took <= 10
        assert everything & set(processes()) == set()
    # Nothing but the worker could have written this: the sweep waits 15 minutes.
    with running(data, **settings) as again:
        assert do(again, "messages()") == "in_doubt=1"
        assert silent.dots == 1
