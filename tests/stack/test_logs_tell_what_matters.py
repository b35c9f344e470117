"""A form that was refused is no event; other answers that fail are."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

import pytest
from django.conf import settings

from config.logs import JsonLines, worth_telling


@pytest.mark.parametrize(("status", "told"), [(422, False), (404, True), (500, True)])
def test_a_mistyped_form_is_not_told(status, told):
    record = logging.makeLogRecord({"status_code": status})

    assert worth_telling(record) is told


def test_as_json_each_fact_is_a_field_of_its_own():
    record = logging.makeLogRecord(
        {
            "name": "reminders.delivery",
            "levelname": "INFO",
            "created": 0.5,
            "msg": "sent message=1",
            "facts": {"event": "sent", "message": "1", "code": 250},
        }
    )

    assert json.loads(JsonLines().format(record)) == {
        "at": "1970-01-01T00:00:00.500+00:00",
        "level": "info",
        "logger": "reminders.delivery",
        "event": "sent",
        "message": "1",
        "code": 250,
    }


def test_as_json_any_other_line_is_one_line_too():
    try:
        raise RuntimeError("a\nb")
    except RuntimeError:
        record = logging.makeLogRecord({"msg": "it %s", "args": ("broke",)})
        record.exc_info = sys.exc_info()

    line = JsonLines().format(record)

    assert "\n" not in line
    assert json.loads(line)["event"] == "it broke"
    assert "RuntimeError" in json.loads(line)["exception"]


def test_what_has_no_status_is_told():
    assert worth_telling(logging.makeLogRecord({}))


def test_the_logs_ask(alice_client, caplog):
    logs: dict[str, Any] = settings.LOGGING
    assert "worth_telling" in logs["handlers"]["stderr"]["filters"]

    assert alice_client.post("/applications/new/", {}).status_code == 422

    refused = [r for r in caplog.records if r.name == "django.request"]
    assert [worth_telling(record) for record in refused] == [False]
