"""Names cannot turn a line around, and mistakes are answered kindly, in every form."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from django import forms
from django.apps import apps
from django.http import QueryDict

from accounts.typed import Typed, straight

_OURS = ("accounts", "applications", "interviews", "reminders", "portability")
_TURNING = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]


def _our_forms() -> set[type[forms.BaseForm]]:
    found: set[type[forms.BaseForm]] = set()
    for name in _OURS:
        package = importlib.import_module(f"{apps.get_app_config(name).name}")
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if ".forms" not in module.name:
                continue
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, type) and issubclass(value, forms.BaseForm):
                    found.add(value)
    return {form for form in found if form.__module__.split(".")[0] in _OURS}


def test_every_form_of_ours_does_it():
    ours = _our_forms()
    assert len(ours) > 20
    assert {form.__name__ for form in ours if not issubclass(form, Typed)} == set()


@pytest.mark.parametrize("turning", _TURNING)
def test_a_turning_character_is_dropped(turning):
    data = QueryDict(mutable=True)
    data["name"] = f"Dana {turning}Wu"
    assert straight(data)["name"] == "Dana Wu"


def test_marks_of_right_to_left_writing_and_passwords_stay():
    data = QueryDict(mutable=True)
    data["name"] = "\u200fדנה\u200e (VP)"
    data["password1"] = "\u202ebackwards"
    assert straight(data).dict() == data.dict()


def test_a_company_is_saved_without_one(alice, alice_client):
    typed = {"company_name": "Ac\u202eme", "role": "Ana\u2066lyst", "stage": "applied"}
    alice_client.post("/applications/new/", typed)
    application = alice.applications.get()
    assert (application.company.name, application.role) == ("Acme", "Analyst")


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("length", "10081", "At most 10080, please."),
        ("length", "soon", "Give a whole number, in digits."),
        ("link", "not a link", "Give a web address, such as https://example.com."),
        ("place", "a\0b", "There is an invisible character in it"),
        ("place", "x" * 501, "At most 500 characters, please. These are 501."),
        ("ends", "late", "Give a time, for example 14:00."),
        ("time_zone", "", "Please fill this in."),
    ],
)
def test_a_mistake_is_answered_with_what_to_do(field, typed, words, alice_client):
    form = {
        "company_name": "Acme",
        "role": "Analyst",
        "starts": "2026-12-03T14:00",
        "time_zone": "Europe/Berlin",
        field: typed,
    }
    assert words in alice_client.post("/invites/new/", form).content.decode()


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31"])
def test_a_day_that_leads_out_of_the_calendar_is_asked_about(typed, alice_client):
    answer = alice_client.post("/you/reminders/", {"paused_until": typed})
    assert answer.status_code == 422
    assert "Look at the year again." in answer.content.decode()
