"""The bytes of a mail, read back by the standard library."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.emails import wire

HEADERS = {"From": "Callback <hello@example.com>", "To": "alice@example.com"}
# As a page or a mail holds it: any letters, any line ends.
WORDS = st.text(st.characters(codec="utf-8"), max_size=300)
LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]),
    min_size=1,
    max_size=150,
).map(lambda text: " ".join(text.split()) or "x")


def _read(mime: bytes) -> EmailMessage:
    mail = message_from_bytes(mime, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not [d for part in mail.walk() for d in part.defects]
    return mail


def _mail(text: str = "Text", html: str = "<p>HTML", **headers: str) -> bytes:
    body = wire.alternatives(text, html, boundary="callback-1")
    return wire.mail({**HEADERS, **headers}, body)


def _as_lines(text: str) -> list[str]:
    return [line.decode() for line in text.encode().splitlines()]


@given(text=WORDS, html=WORDS)
def test_both_parts_say_what_they_said(text: str, html: str):
    mail = _read(_mail(text, html))

    plain, marked = mail.iter_parts()
    assert [plain.get_content_type(), marked.get_content_type()] == [
        "text/plain",
        "text/html",
    ]
    assert _as_lines(plain.get_content()) == _as_lines(text)
    assert _as_lines(marked.get_content()) == _as_lines(html)


@given(text=WORDS)
def test_any_server_takes_its_lines(text: str):
    mime = _mail(text, text)

    assert mime.isascii()
    assert b"\0" not in mime
    assert mime.endswith(b"\r\n")
    lines = mime.split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 78


@given(subject=LINE)
def test_a_subject_in_any_letters_is_read_as_it_was(subject: str):
    mime = _mail(Subject=subject)

    expected = EmailMessage(policy=policy.SMTP)
    expected["Subject"] = subject
    wanted = message_from_bytes(expected.as_bytes(), policy=policy.default)["Subject"]
    assert _read(mime)["Subject"] == wanted
    assert max(map(len, mime.split(b"\r\n"))) <= 78


def test_what_looks_encoded_is_no_shorter_way_around():
    encoded = "=?utf-8?b?RnJvbTogbWFsbG9yeUBleGFtcGxlLmNvbQ==?="

    mail = _read(_mail(Subject=encoded))

    assert mail["From"] == HEADERS["From"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_header_is_one_line(end: str):
    with pytest.raises(ValueError, match="Subject"):
        _mail(Subject=f"Hello{end}Bcc: mallory@example.com")


def test_ids_are_not_folded():
    long = " ".join(f"<round.{n}@jobs.department.example.com>" for n in range(12))

    lines = _mail(References=long).split(b"\r\n")

    assert f"References: {long}".encode() in lines


@given(calendar=st.binary(max_size=400))
def test_a_calendar_comes_beside_it_untouched(calendar: bytes):
    body = wire.alternatives("Text", "<p>HTML", boundary="callback-1")

    mail = _read(
        wire.mail(HEADERS, wire.with_calendar(body, calendar, boundary="callback-2"))
    )

    both, attached = mail.iter_parts()
    assert both.get_content_type() == "multipart/alternative"
    assert attached.get_filename() == "rounds.ics"
    assert attached.get_payload(decode=True) == calendar
    assert dict(attached["Content-Type"].params) == {
        "charset": "utf-8",
        "method": "PUBLISH",
    }
