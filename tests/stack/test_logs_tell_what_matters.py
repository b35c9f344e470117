"""A form that was refused is no event; other answers that fail are."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.conf import settings

from config.logs import worth_telling


@pytest.mark.parametrize(("status", "told"), [(422, False), (404, True), (500, True)])
def test_a_mistyped_form_is_not_told(status, told):
    record = logging.makeLogRecord({"status_code": status})

    assert worth_telling(record) is told


def test_what_has_no_status_is_told():
    assert worth_telling(logging.makeLogRecord({}))


def test_the_logs_ask(alice_client, caplog):
    logs: dict[str, Any] = settings.LOGGING
    assert logs["handlers"]["stderr"]["filters"] == ["worth_telling"]

    assert alice_client.post("/applications/new/", {}).status_code == 422

    refused = [r for r in caplog.records if r.name == "django.request"]
    assert [worth_telling(record) for record in refused] == [False]
