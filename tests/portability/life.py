"""An account with something in every table, for tests of export, import and deletion."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounts.models import User
from applications.actions import add_note, change_stage, create_application
from applications.models import Application, SavedView
from applications.offers import write_offer
from applications.research import write_research
from calendars import actions as calendars
from interviews.actions import (
    Asked,
    Noted,
    Person,
    SessionDetails,
    SignDetails,
    TaskDetails,
    add_own_item,
    add_round,
    add_sign,
    add_task,
    add_to_bring,
    hide,
    save_debrief,
    save_review,
    tick,
)
from interviews.models import Invite, Round, Sign
from portability.export import write_zip
from preparation.actions import (
    Wanted,
    add_story,
    choose_questions,
    edit_question,
    mark_practised,
)
from preparation.models import Question
from reminders import preferences
from reminders.models import Kind


def live(owner: User, *, word: str = "canary") -> Round:
    """A round just over with thanks due now, one to come; each text has the word."""
    now = timezone.now()
    application = create_application(
        owner=owner,
        company_name=f"{word} company",
        role=f"{word} role",
        location=f"{word} place",
        note=f"{word} first note",
        tags=[f"{word} tag", "dream"],
        own_step=f"{word} own step",
        own_step_on=now.date(),
        now=now,
    )
    past = _round(application, now - timedelta(hours=2), word, now)
    _write_down(past, word, now)
    _arrived(word, now, owner=owner, round=past)
    tick(past, advice="capture-fresh", now=now)
    _round(application, now + timedelta(days=3), word, now)
    write_research(application.company, texts={"mission": f"{word} mission"}, now=now)
    story = add_story(
        owner=owner,
        title=f"{word} story",
        proves=["value"],
        company=application.company,
        now=now,
    )
    theirs, own = "they_ask", [Wanted(text=f"{word} prepared")]
    choose_questions(past, side=theirs, wanted=own, now=now)
    question = Question.objects.get(round=past)
    edit_question(question, answer=f"{word} answer", story=story, now=now)
    mark_practised(question, now=now)
    add_note(application, text=f"{word} note", now=now)
    calendars.choose(owner, now=now, alarms=False)
    SavedView.objects.create(owner=owner, name=f"{word} view", query="stage=applied")
    preferences.switch(owner, {Kind.STATUS_CHECK: False}, now=now)
    other = create_application(
        owner=owner, company_name=f"{word} other", role="Other", now=now
    )
    write_offer(
        other,
        pay_amount=Decimal("56500.50"),
        terms=f"{word} terms",
        deadline_on=now.date(),
        deadline_time=time(17, 30),
        now=now,
    )
    change_stage(other, to="rejected", now=now)
    _arrived(word, now, owner=owner, application=other)
    return past


def _arrived(word: str, now: datetime, **whose: Any) -> None:
    """The invitation a round came from, or a letter about a job; not all of it text."""
    Invite.objects.create(
        **whose,
        data=f"{word} letter".encode() + b"\r\n\xff\x00",
        filename=f"{word}.eml",
        text=f"{word} letter",
        kind="invite",
        uid=f"{word} uid",
        sequence=1,
        stamped_at=now,
        received_at=now,
    )


def _write_down(round_: Round, word: str, now: datetime) -> None:
    """What the owner keeps of a round, in every table there is for it."""
    noted = Noted(
        questions=[Asked(text=f"{word} question", went=f"{word} went", lengthen=True)],
        topics={round_.people[0].pk: f"{word} topic"},
        hints=f"{word} hint",
        own_questions=f"{word} own question",
        notes=f"{word} rest",
    )
    save_debrief(round_, noted, promised_on=None, now=now)
    flag = SignDetails(happened=f"{word} quarrel", who=f"{word} who")
    add_sign(round_, flag, kind=Sign.Kind.RED_FLAG, now=now)
    add_own_item(round_, text=f"{word} item", now=now)
    add_to_bring(round_, texts=[f"{word} paper"], now=now)
    asked = TaskDetails(kind="case", text=f"{word} case", for_whom=f"{word} reader")
    add_task(round_, asked, now=now)
    hide(round_, advice="steady", now=now)
    save_review(round_, change=f"{word} change", now=now)


def _round(
    application: Application, starts: datetime, word: str, now: datetime
) -> Round:
    return add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone="Europe/Berlin",
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
            place=f"{word} room",
        ),
        people=[
            Person(name=f"{word} person", email=f"{word}@example.com"),
            Person(name=f"{word} other person"),
        ],
        further=[
            SessionDetails(
                time_zone="America/New_York",
                starts_at=starts + timedelta(minutes=65),
                ends_at=starts + timedelta(minutes=80),
                formats=["meal"],
                people=[Person(name=f"{word} other person")],
            )
        ],
        to_prepare=f"{word} task",
        now=now,
    )


def exported(owner: User) -> bytes:
    file = io.BytesIO()
    write_zip(owner, file, now=timezone.now())
    return file.getvalue()


def document(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found: dict[str, Any] = json.loads(archive.read("account.json"))
    return found
