"""Everything alice could own, each text a canary that no stranger may ever see."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.utils import timezone

from accounts import oidc
from accounts.models import User
from applications import pipeline
from applications.actions import add_note, create_application
from applications.models import Application, Contact, Note, Offer, SavedView, Undo
from applications.research import write_research
from calendars import links as calendar_links
from calendars.actions import choose
from interviews.actions import (
    Noted,
    Person,
    SessionDetails,
    SignDetails,
    TaskDetails,
    add_own_item,
    add_round,
    add_sign,
    add_task,
    mark_sent,
    save_debrief,
    save_review,
)
from interviews.invites.found import Found
from interviews.invites.found import Kind as FoundKind
from interviews.invites.telling import found_as_data
from interviews.models import FollowUp, Invite
from preparation.actions import Wanted, add_story, choose_questions
from preparation.models import Question
from reminders import links
from reminders.models import Kind, Reminder

CANARY = "canary"


def _done_before(owner: User, now: datetime) -> tuple[Undo, Application]:
    """A move that can be undone, and an application in the bin."""
    moved, binned = (
        create_application(
            owner=owner,
            company_name=f"{CANARY} {name}",
            role=f"{CANARY} {name}",
            now=now,
        )
        for name in ("moved", "binned")
    )
    pipeline.delete(owner, [binned.pk], now=now)
    undo = pipeline.move(owner, [moved.pk], to="screening", now=now)
    assert undo
    return undo, binned


def plant(owner: User) -> dict[str, object]:
    """Build alice's rows; return the arguments of every route that leads to one."""
    now = timezone.now()
    application = create_application(
        owner=owner,
        company_name=f"{CANARY} company",
        role=f"{CANARY} role",
        location=f"{CANARY} place",
        source=f"{CANARY} source",
        note=f"{CANARY} first note",
        now=now,
    )
    round_ = add_round(
        application,
        number=2,
        session=SessionDetails(
            time_zone="Europe/Berlin",
            starts_at=now - timedelta(hours=2),
            ends_at=now - timedelta(hours=1),
            place=f"{CANARY} room",
        ),
        people=[Person(name=f"{CANARY} person", email=f"{CANARY}@example.com")],
        to_prepare=f"{CANARY} task",
        now=now,
    )
    noted = Noted(notes=f"{CANARY} topic", hints=f"{CANARY} hint")
    save_debrief(round_, noted, promised_on=None, now=now)
    flag = SignDetails(happened=f"{CANARY} quarrel")
    sign = add_sign(round_, flag, kind="red_flag", now=now)
    asked = TaskDetails(kind="other", text=f"{CANARY} exercise")
    task = add_task(round_, asked, now=now)
    own_item = add_own_item(round_, text=f"{CANARY} item", now=now)
    write_research(application.company, texts={"mission": f"{CANARY} mission"}, now=now)
    story = add_story(
        owner=owner, title=f"{CANARY} story", task=f"{CANARY} task", now=now
    )
    for side in ("they_ask", "you_ask"):
        wanted = [Wanted(text=f"{CANARY} {side}")]
        choose_questions(round_, side=side, wanted=wanted, now=now)
    question, own_question = Question.objects.filter(round=round_)
    add_note(application, text=f"{CANARY} note", now=now)
    follow_up = FollowUp.objects.filter(round=round_)[0]
    checks = FollowUp.objects.filter(round=round_, kind="status_check")
    mark_sent(checks.get(), now=now)
    Offer.objects.create(application=application, terms=f"{CANARY} terms")
    save_review(round_, change=f"{CANARY} change", now=now)
    draft, invite = (
        Invite.objects.create(
            owner=owner,
            round=kept_with,
            data=f"{CANARY} letter".encode(),
            text=f"{CANARY} letter",
            kind="invite",
            found=found_as_data(Found(kind=FoundKind.INVITE, company=f"{CANARY} firm")),
            received_at=now,
        )
        for kept_with in (None, round_)
    )
    # Another job, put on the list again, and one that lies in the bin.
    undo, binned = _done_before(owner, now)
    view = SavedView.objects.create(owner=owner, name=f"{CANARY} view", query="q=x")
    browser = UserSession.objects.create(
        user=owner, ip="192.0.2.1", session_key=CANARY, user_agent=f"{CANARY} browser"
    )
    return {
        "provider": oidc.PROVIDER_ID,
        "browser": browser.pk,
        "application": application.pk,
        "undo": undo.pk,
        "view": view.pk,
        "binned": binned.pk,
        "company": application.company_id,
        "contact": Contact.objects.get(owner=owner).pk,
        "note": Note.objects.filter(application=application)[0].pk,
        "feed": calendar_links.token(choose(owner, now=now).nonce),
        "draft": draft.pk,
        "invite": invite.pk,
        "round": round_.pk,
        "story": story.pk,
        "question": question.pk,
        "own_question": own_question.pk,
        "follow_up": follow_up.pk,
        "own_item": own_item.pk,
        "sign": sign.pk,
        "task": task.pk,
        # Of a kind that speaks of messages: putting it off puts them off.
        "reminder": Reminder.objects.filter(owner=owner, kind=Kind.THANK_YOU)[0].pk,
        "mail_link": links.Link(
            purpose=links.Purpose.SENT,
            owner=owner,
            subject=str(follow_up.pk),
            issued_at=now,
        ).token,
        "notes_link": links.Link(
            purpose=links.Purpose.NOTES,
            owner=owner,
            subject=str(round_.pk),
            issued_at=now,
        ).token,
        "snooze_link": links.Link(
            purpose=links.Purpose.SNOOZE,
            owner=owner,
            subject=str(follow_up.pk),
            issued_at=now,
        ).token,
        "stop_link": links.Link(
            purpose=links.Purpose.STOP,
            owner=owner,
            subject="thank_you",
            issued_at=now,
        ).token,
    }
