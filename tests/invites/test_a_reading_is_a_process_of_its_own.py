from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interviews.invites import forkserver, limits
from interviews.invites.found import Found, NotRead
from interviews.invites.limits import read_limited
from tests.invites import hostile

ROOT = Path(__file__).parents[2]
RECEIVED = datetime(2026, 11, 20, 12, tzinfo=UTC)
WORDS = b"Your second interview is on Thu 3 Dec 2026, 2pm-3pm CET."
BENT = hostile.calendar(
    b"BEGIN:VTIMEZONE",
    b"TZID:Europe/Berlin",
    b"BEGIN:STANDARD",
    b"DTSTART:19700101T000000",
    b"TZOFFSETFROM:+0530",
    b"TZOFFSETTO:+0530",
    b"END:STANDARD",
    b"END:VTIMEZONE",
    b"BEGIN:VEVENT",
    b"UID:bent",
    b"SUMMARY:Interview",
    b"DTSTART;TZID=Europe/Berlin:20261203T140000",
    b"END:VEVENT",
)
PLAIN = hostile.event(start=b"DTSTART;TZID=Europe/Berlin:20261203T140000")


def read(data: bytes) -> Found:
    return read_limited(data, received_at=RECEIVED, zone="Europe/Berlin")


def start_of(data: bytes) -> datetime | None:
    return read(data).sessions[0].starts_at


@pytest.mark.parametrize("name", ["Europe/Berlin", "Customized Time Zone", "Their own"])
def test_a_zone_of_one_file_is_unknown_to_the_next(name: str) -> None:
    bent = BENT.replace(b"Europe/Berlin", name.encode())
    plain = PLAIN.replace(b"Europe/Berlin", name.encode())
    before = read(plain)

    read(bent)

    assert read(plain) == before


def test_a_well_known_zone_stays_what_it_is() -> None:
    read(BENT)

    assert start_of(PLAIN) == datetime(2026, 12, 3, 13, tzinfo=UTC)


def test_in_one_process_too_a_zone_is_the_files_alone() -> None:
    """The library keeps the zones it meets; we do not ask it for any."""
    from interviews.invites.reading import read as read_here

    bent = BENT.replace(b"Europe/Berlin", b"Their own")
    plain = PLAIN.replace(b"Europe/Berlin", b"Their own")
    first = read_here(bent, received_at=RECEIVED, zone="Europe/Berlin")
    second = read_here(plain, received_at=RECEIVED, zone="Europe/Berlin")

    assert first.sessions[0].starts_at == datetime(2026, 12, 3, 8, 30, tzinfo=UTC)
    assert second.sessions[0].starts_at == datetime(2026, 12, 3, 13, tzinfo=UTC)
    assert second.questions


def test_threads_read_at_once() -> None:
    texts = [WORDS.replace(b"3 Dec", b"%d Dec" % day) for day in range(1, 25)]

    with ThreadPoolExecutor(8) as pool:
        starts = list(pool.map(start_of, texts))

    assert [start.day if start else None for start in starts] == list(range(1, 25))


def reader() -> int:
    """The process that readings are forked from."""
    read(WORDS)
    process = limits._reader._process
    assert process is not None
    return process.pid


def test_it_begins_anew_when_it_was_killed() -> None:
    killed = reader()

    os.kill(killed, signal.SIGKILL)
    until(lambda: not is_running(killed))

    assert read(WORDS).is_invite
    assert reader() != killed


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks the kernel of Linux")
def test_it_holds_no_connection_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for the reader")
    limits._reader.stop()
    pid = reader()

    handles = [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()]
    sockets = [handle for handle in handles if handle.startswith("socket:")]
    assert len(sockets) == 1
    assert b"not for the reader" not in Path(f"/proc/{pid}/environ").read_bytes()


PROGRAM = """
import os, re, time
from interviews.invites import forkserver, reading, samples

def read(data, **asked):
    {body}

samples.rehearsals = lambda: iter(())
reading.read = read
forkserver.main()
"""


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("while True: pass", "takes too long"),
        ("time.sleep(60)", "takes too long"),
        ("re.match('(a+)+b', 'a' * 40)", "takes too long"),
        ("bytearray(250 * 1024 * 1024)", "too much memory"),
        ("open(os.devnull, 'w').write('x'); os.fork() or os._exit(0)", "not be read"),
        ("1 / 0", "not be read"),
        ("os.kill(os.getpid(), 9)", "not be read"),
    ],
)
def test_limits_hold_whatever_the_reader_does(
    body: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PROGRAM", ["-c", PROGRAM.format(body=body)])
    limits._reader.stop()
    limits.warm()
    assert limits._reader._started().recv(1) == forkserver.READY
    limits._reader._is_ready = True  # only what it promises of a reading is timed
    started = time.monotonic()

    with pytest.raises(NotRead, match=says) as refused:
        read(WORDS)

    assert "\n" not in str(refused.value)
    assert time.monotonic() - started < 2.5
    limits._reader.stop()


def test_the_limits_are_those_promised() -> None:
    assert forkserver.MOST_WORK <= forkserver.MOST_TIME < 2
    assert forkserver.MOST_MEMORY <= 200 * 1024 * 1024


def test_nothing_is_left_when_the_one_who_asked_dies(tmp_path: Path) -> None:
    """Killed without a chance to tidy up, as a web process may be."""
    told = tmp_path / "pid"
    program = (
        "import os, time, pathlib, datetime\n"
        "from interviews.invites import limits\n"
        "limits.read_limited(b'Interview on 3 Dec 2026 at 2pm CET',"
        " received_at=datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC))\n"
        f"pathlib.Path({str(told)!r}).write_text(str(limits._reader._process.pid))\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)
    until(told.exists)
    until(lambda: told.read_text() != "")
    child = int(told.read_text())
    parent.kill()
    parent.wait()

    until(lambda: not is_running(child))


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return (
        not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
    )


def until(happened: object, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not happened():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_process_forked_from_this_one_gets_a_reader_of_its_own() -> None:
    ours = reader()
    child = os.fork()
    if child == 0:
        try:
            own = reader()
            limits._reader.stop()
            os._exit(0 if own != ours else 1)
        finally:
            os._exit(2)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert reader() == ours
