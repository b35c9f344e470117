"""HTML is packed for whoever takes it, with a length that tells less; nothing else is."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from config.compression import CompressedPages

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="(\w+)"')


def page(client: Client, encoding: str) -> Any:
    return client.get("/applications/new/", headers={"Accept-Encoding": encoding})


@pytest.mark.parametrize("encoding", ["gzip", "br, gzip", "GZIP;q=0.5", "gzip, br;q=0"])
def test_who_takes_gzip_gets_it(alice_client: Client, encoding: str) -> None:
    packed = page(alice_client, encoding)

    assert packed["Content-Encoding"] == "gzip"
    assert int(packed["Content-Length"]) == len(packed.content)
    assert "Accept-Encoding" in packed["Vary"]
    assert b"New application" in gzip.decompress(packed.content)


@pytest.mark.parametrize("encoding", ["", "br", "gzip;q=0", "gzip; q=0.00, br"])
def test_who_does_not_gets_the_page_as_it_is(
    alice_client: Client, encoding: str
) -> None:
    plain = page(alice_client, encoding)

    assert "Content-Encoding" not in plain.headers
    assert "Accept-Encoding" in plain["Vary"]
    assert b"New application" in plain.content


def test_neither_the_token_nor_the_length_is_the_same_twice(
    alice_client: Client,
) -> None:
    answers = [page(alice_client, "gzip").content for _ in range(12)]
    tokens = [TOKEN.search(gzip.decompress(answer)) for answer in answers]

    assert len({token.group(1) for token in tokens if token}) == len(answers)
    assert len({len(answer) for answer in answers}) > 1


@pytest.mark.parametrize(
    "answer",
    [
        HttpResponse("x" * 9000, content_type="application/zip"),
        HttpResponse("x" * 100),
        HttpResponse("x" * 9000, headers={"Content-Encoding": "br"}),
    ],
    ids=["no page", "short", "packed already"],
)
def test_everything_else_is_left_alone(answer: HttpResponse) -> None:
    request = HttpRequest()
    request.META["HTTP_ACCEPT_ENCODING"] = "gzip"
    before = bytes(answer.content)

    assert CompressedPages(lambda _: answer)(request).content == before  # type: ignore[attr-defined]
