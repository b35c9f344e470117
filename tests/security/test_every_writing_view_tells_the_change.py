"""A view that changes an application, or anything below it, sends the signal once.

Reminders and follow-ups are planned from it; a view that forgot would leave them
behind without anybody noticing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from applications.models import Application, SavedView
from applications.models.application import ApplicationQuerySet
from applications.signals import application_changed
from tests.security.routes import SUBJECTS, own_routes
from tests.security.tables import dump

PEOPLE = {"people-TOTAL_FORMS": "0", "people-INITIAL_FORMS": "0"}
_LATER = (timezone.now() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
ROUND = {
    **PEOPLE,
    "number": "3",
    "starts": _LATER,
    "length": "60",
    "time_zone": "Europe/Berlin",
}

# What to send so that the view writes. A route is here, in READS or in OF_THE_OWNER.
WRITES: dict[str, dict[str, str]] = {
    "applications:archive": {},
    "applications:bulk": {"do": "archive", "all": "1", "query": "stage=screening"},
    "applications:company_edit": {"name": "Renamed"},
    "applications:contact_edit": {"name": "Renamed"},
    "applications:contact_keep": {"kept": "1"},
    "applications:delete": {},
    "applications:edit": {"company_name": "Other", "role": "Other"},
    "applications:move": {"stage": "offer"},
    "applications:next_step": {"own_step": "Ask if it arrived"},
    "applications:new": {"company_name": "New", "role": "New", "stage": "applied"},
    "applications:note_add": {"text": "More"},
    "applications:note_delete": {},
    "applications:note_edit": {"text": "Other"},
    "applications:research": {"culture": "Kind"},
    "applications:restore": {},
    "applications:row": {"stage": "offer"},
    "applications:stage": {"stage": "offer"},
    "applications:unarchive": {},
    "applications:undo": {},
    "interviews:advice_tick": {"tick": "capture-fresh"},
    "interviews:bring_add": {"text": "Slides"},
    "interviews:check_in_add": {"on": _LATER[:10]},
    "interviews:debrief": {"notes": "Other"},
    "interviews:follow_up": {"draft": "Dear Dana"},
    "interviews:follow_up_reopen": {},
    "interviews:follow_up_sent": {},
    "interviews:follow_up_skip": {},
    "interviews:follow_up_snooze": {"preset": "tomorrow"},
    "interviews:follow_up_unsnooze": {},
    "interviews:interviewer_add": {"name": "Somebody"},
    "interviews:invite": {**ROUND, "company_name": "New", "role": "New"},
    "interviews:invite_draft": {**ROUND, "company_name": "New", "role": "New"},
    "interviews:not_for_me": {"advice": "steady"},
    "interviews:offer_answer": {"decision": "accepted"},
    "interviews:offer_edit": {"notes": "Other"},
    "interviews:own_item": {"do": "tick"},
    "interviews:own_item_add": {"text": "Water the plants"},
    "interviews:review": {"change": "Less haste"},
    "interviews:round_cancel": {},
    "interviews:round_edit": ROUND,
    "interviews:round_outcome": {"outcome": "offer"},
    "interviews:round_replied": {},
    "interviews:round_restore": {},
    "interviews:round_unreplied": {},
    "interviews:sign": {"happened": "They laughed"},
    "interviews:sign_remove": {},
    "interviews:task": {"do": "tick"},
    "interviews:task_edit": {"kind": "test"},
    "interviews:tasks": {"kind": "samples"},
    "interviews:signs": {"kind": "red_flag", "happened": "A quarrel"},
    "preparation:question_asked": {},
    "preparation:question_edit": {"text": "Why here?"},
    "preparation:question_practise": {},
    "preparation:question_remove": {"sure": "yes"},
    "preparation:questions_add": {"side": "they_ask", "text": "Why now?"},
    "reminders:mail_link": {"action": "do"},
    "reminders:mail_snooze": {"preset": "tomorrow"},
    "reminders:snooze": {"preset": "tomorrow"},
    "reminders:unsnooze": {},
}
READS = {
    "accounts:provider_login",
    "applications:before",
    "applications:bin",
    "applications:board",
    "applications:board_column",
    "applications:company",
    "applications:contact",
    "applications:csv",
    "applications:detail",
    "applications:filter",
    "applications:list",
    "applications:people",
    "calendars:feed",
    "calendars:round",
    "dashboard:calendar",
    "dashboard:figure_csv",
    "dashboard:flow_svg",
    "dashboard:done",
    "dashboard:insights",
    "dashboard:proof",
    "dashboard:proof_csv",
    "dashboard:search",
    "dashboard:today",
    "guidance:document",
    "guidance:library",
    "healthz",
    "readyz",
    "interviews:invite_check",
    "interviews:invite_file",
    "interviews:invite_original",
    "interviews:offer",
    "interviews:offers",
    "interviews:round",
    "interviews:round_print",
    "preparation:questions",
    "preparation:stories",
    "preparation:story",
    "reminders:content",
    "reminders:list",
    "reminders:mail_notes",
    "reminders:preview",
    "web_manifest",
}
# They change the owner's own settings, or somebody who is in no round yet.
OF_THE_OWNER = {
    "accounts:experience",
    "accounts:keys",
    "accounts:name",
    "accounts:session_end",
    "accounts:theme",
    "accounts:you",
    "applications:contact_new",
    # Names for what the table is asked for; nothing is planned from them.
    "applications:view_remove",
    "applications:view_save",
    "calendars:renew",
    "calendars:settings",
    "calendars:stop",
    # Only into an account without applications, and out again; what is made on the way
    # is made by actions that tell it.
    "dashboard:sample_add",
    "dashboard:sample_remove",
    # A draft is no part of an application yet; what it does to one is told where
    # it is tested (tests/invites/web).
    "interviews:invite_deed",
    "interviews:invite_read",
    "interviews:invite_shared",
    "interviews:invite_typed",
    "portability:delete",
    "portability:export",
    "portability:import",
    # Plans anew for the whole account at once, not application by application.
    "portability:import_confirm",
    # Stories belong to no application; nothing is planned from them.
    "preparation:story_delete",
    "preparation:story_edit",
    "preparation:story_new",
    "reminders:lift",
    "reminders:preferences",
    "reminders:unsubscribe",
}

FLOORS = ("applications", "interviews", "preparation")
# What has to be undone first, so that the view under test has something to do.
BEFORE = {
    "reminders:unsnooze": "reminders:snooze",
    "applications:unarchive": "applications:archive",
    "interviews:follow_up_reopen": "interviews:follow_up_sent",
    "interviews:follow_up_unsnooze": "interviews:follow_up_snooze",
    "interviews:round_restore": "interviews:round_cancel",
    "interviews:round_unreplied": "interviews:round_replied",
}


@pytest.fixture
def told():
    """How often the change was told, counted by a listener."""
    calls: list[object] = []

    def listen(**sent: object) -> None:
        calls.append(sent["application"])

    application_changed.connect(listen, weak=False, dispatch_uid="test")
    yield calls
    application_changed.disconnect(dispatch_uid="test")


def rows_below() -> dict[str, list[tuple[Any, ...]]]:
    labels = {
        m._meta.label for f in FLOORS for m in apps.get_app_config(f).get_models()
    } - {SavedView._meta.label}
    return {label: rows for label, rows in dump().items() if label in labels}


def route(name: str):
    return next(r for r in own_routes() if r.name == name)


def test_every_route_is_accounted_for():
    names = {r.name for r in own_routes()}

    assert names == set(WRITES) | READS | OF_THE_OWNER


@pytest.mark.parametrize("name", sorted(WRITES))
def test_it_writes_and_tells(planted, alice_client, told, name):
    if name in BEFORE:
        first = BEFORE[name]
        alice_client.post(route(first).path(planted), WRITES[first])
    told.clear()
    before = rows_below()

    response = alice_client.post(route(name).path(planted), WRITES[name])

    assert response.status_code in {200, 204, 302, 303}, response.content.decode()
    assert rows_below() != before
    assert len(told) == 1


@pytest.mark.parametrize("name", sorted(READS | OF_THE_OWNER))
def test_nothing_else_writes_there(planted, alice_client, told, name):
    told.clear()
    before = rows_below()

    path = route(name).path(planted) if name in SUBJECTS else route(name).path({})
    alice_client.post(path, {})

    assert rows_below() == before
    assert told == []


def test_what_is_deleted_meanwhile_is_not_there(planted, alice_client, monkeypatch):
    """The row was there when the view looked for it, and is gone before its lock."""

    for name in ("lock", "lock_of"):
        original = getattr(ApplicationQuerySet, name)

        def after_deleting(
            self: ApplicationQuerySet,
            *args: Any,
            original: Callable[..., Any] = original,
            **kwargs: Any,
        ) -> Any:
            Application.objects.all().delete()
            return original(self, *args, **kwargs)

        monkeypatch.setattr(ApplicationQuerySet, name, after_deleting)
    answers = {}
    for each in own_routes():
        if each.name not in WRITES:
            continue
        with transaction.atomic():
            response = alice_client.post(each.path(planted), WRITES[each.name])
            answers[each.name] = response.status_code
            transaction.set_rollback(True)

    assert {name: status for name, status in answers.items() if status >= 500} == {}
    assert list(answers.values()).count(404) > len(WRITES) / 2
