"""What the sample owner has made ready: stories, and the questions of one round."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from guidance import library
from interviews.actions import TaskDetails, add_task, add_to_bring, tick_own_item
from interviews.models import OwnItem, Round
from preparation import actions
from preparation.models import Proof, Question, Story

_COMPANY = "Larkspur Health"
_FOR_THE_FIRST = "Two teams, one calendar"
_STORIES: tuple[dict[str, Any], ...] = (
    {
        "title": "The letters at the library",
        "situation": "Half of our reminder letters came back unread.",
        "task": "I was asked for a report on the post; I wanted fewer letters back.",
        "action": "I read forty of them aloud to people at the desk, and rewrote "
        "the first line until nobody asked what it was about.",
        "result": "Returns fell from one in two to one in six within a spring.",
        "proves": [Proof.ACHIEVEMENT, Proof.INITIATIVE, Proof.THINKING],
    },
    {
        "title": "The number I took back",
        "situation": "A figure of mine was in the board’s papers, and it was wrong.",
        "task": "Nobody had noticed; the meeting was the next morning.",
        "action": "I rang the director that evening, said what was wrong with it, "
        "and sent the right one with a line on how it had happened.",
        "result": "",
        "proves": [Proof.INTEGRITY, Proof.FAILURE],
    },
    {
        "title": _FOR_THE_FIRST,
        "situation": "Sales and support each had a calendar, and fought over both.",
        "task": "I was to choose one of them.",
        "action": "I had them sit together for a morning and sort one week by hand.",
        "result": "They made a third one, and have kept it for two years.",
        "proves": [Proof.CONFLICT, Proof.INFLUENCE, Proof.TEAMWORK],
    },
)
_THEY_ASK = ("asked-conflict", "asked-failure", "asked-duties")
_YOU_ASK = "ask-expectations"
_TO_BRING = ("Spare résumés", "List of references", "Laptop, with an HDMI lead")


def prepare(owner: User, *, now: datetime) -> None:
    """Stories told a week ago; questions, a task and a list for one company's round."""
    then = now - timedelta(days=7)
    for story in _STORIES:
        actions.add_story(owner=owner, now=then, **story)
    rounds = Round.objects.for_user(owner).standing().complete()
    round_ = rounds.filter(application__company__name=_COMPANY).last()
    if round_ is None:
        raise LookupError(_COMPANY)
    _what_they_may_ask(round_, now)
    _what_to_have_ready(round_, now)
    actions.choose_questions(
        round_,
        side=Question.Side.YOU_ASK,
        wanted=[_listed(_YOU_ASK)],
        contact=round_.people[0],
        now=now,
    )


def _what_they_may_ask(round_: Round, now: datetime) -> None:
    """Three of the library; the first has its story and was practised."""
    wanted = [_listed(key) for key in _THEY_ASK]
    actions.choose_questions(
        round_, side=Question.Side.THEY_ASK, wanted=wanted, now=now
    )
    question = Question.objects.get(round=round_, advice=_THEY_ASK[0])
    story = Story.objects.for_user(round_.application.owner).get(title=_FOR_THE_FIRST)
    actions.edit_question(question, story=story, now=now)
    actions.mark_practised(question, now=now)


def _what_to_have_ready(round_: Round, now: datetime) -> None:
    """What they asked for, due a day before the round if that is still to come, and
    what to bring, of which one is packed.
    """
    day_before = round_.starts_at and round_.starts_at - timedelta(days=1)
    slides = TaskDetails(
        kind="presentation",
        text="Ten minutes on a decision I changed with data; three slides.",
        due_at=day_before if day_before and day_before > now else None,
    )
    add_task(round_, slides, now=now)
    add_to_bring(round_, texts=_TO_BRING, now=now)
    tick_own_item(OwnItem.objects.get(round=round_, text=_TO_BRING[0]), now=now)


def _listed(key: str) -> actions.Wanted:
    advice = library.load().get(key)
    if advice is None:
        raise LookupError(key)
    return actions.Wanted(text=advice.wording.text, advice=key)
