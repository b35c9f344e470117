"""Reads what an owner hands in: within limits of size, time and how often."""

from __future__ import annotations

from datetime import datetime

from allauth.core.internal import ratelimit
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from accounts.http import AuthenticatedRequest
from interviews.invites.bulk import ADVICE, LARGEST
from interviews.invites.found import Found, NotRead
from interviews.invites.limits import read_limited

# Ours: nobody gets more invitations; a script would burn the machine's time.
_RATE = {"read_invite": "20/m/user,200/h/user"}
TOO_LARGE = f"This is larger than 5 MB. {ADVICE}"
_EMPTY = "There is nothing in it yet. Paste the invitation, or choose its file."
_BOTH = "There is a file and a text. Send one of them, please."


class TooOften(Exception):  # noqa: N818 - it was, whoever asked
    """The owner had so much read that the next must wait."""


def handed_in(request: HttpRequest) -> tuple[bytes, str]:
    """What was pasted, or the file, and its name. Raises `NotRead` for neither.

    No more is read of a file than shows that it is too large.
    """
    file, text = _file(request), request.POST.get("text", "")
    if file and text.strip():
        raise NotRead(_BOTH)
    return _read(file) if file else _pasted(text)


def shared(request: HttpRequest) -> tuple[bytes, str]:
    """The same from the share sheet of a phone: a file, or words and where they stood.

    Raises `NotRead` for neither.
    """
    file = _file(request)
    return _read(file) if file else _pasted(words_shared(request))


def words_shared(request: HttpRequest) -> str:
    """Title, text and address, each that is not in another, one below the other."""
    names = ("title", "text", "url")
    parts = dict.fromkeys(request.POST.get(name, "").strip() for name in names)
    return "\n\n".join(
        part
        for part in parts
        if part and not any(part in other for other in parts if other != part)
    )


def _file(request: HttpRequest) -> UploadedFile[bytes] | None:
    file = request.FILES.get("file")
    return file if isinstance(file, UploadedFile) and file.size else None


def _read(file: UploadedFile[bytes]) -> tuple[bytes, str]:
    return file.read(LARGEST + 1), file.name or ""


def _pasted(text: str) -> tuple[bytes, str]:
    if not text.strip():
        raise NotRead(_EMPTY)
    return text.encode("utf-8", "replace"), ""


def read_for(
    request: AuthenticatedRequest, data: bytes, filename: str, *, now: datetime
) -> Found:
    """What it says, on the clocks of who asks. Raises `NotRead` and `TooOften`."""
    if not ratelimit.consume(
        request, app="interviews", action="read_invite", config=_RATE
    ):
        raise TooOften
    return read_limited(
        data,
        received_at=now,
        zone=request.user.time_zone,
        locale=_locale(request),
        filename=filename,
    )


def _locale(request: HttpRequest) -> str | None:
    """What the browser prefers, where it says more than English of some country."""
    first = request.headers.get("Accept-Language", "").partition(",")[0]
    tag = first.partition(";")[0].strip()
    return tag if "-" in tag and tag.replace("-", "").isalnum() else None
