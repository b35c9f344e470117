"""A second round with everything filled in, as the actions of the product do it."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle, islice

from accounts.models import User
from applications.actions import create_application
from applications.models import Application, ResearchNote
from applications.research import write_research
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
    tick,
)
from interviews.advice import advice_for
from interviews.models import Round, Sign
from preparation.actions import Wanted, add_story, choose_questions
from preparation.models import Proof, Question

_KINDS = ("executive", "hiring_manager", "peer", "hr", "other")
_LONG = "which took the better part of a year and three departments to settle"


def full_round(
    owner: User, *, starts_at: datetime, now: datetime, people: int = 20
) -> Round:
    """Round 2 of an application, with so many people; nothing of it is empty."""
    application = create_application(
        owner=owner,
        company_name="Larkspur Instruments and Measurement Systems",
        role="Senior data analyst, forecasting",
        role_type="technical",
        seniority="senior",
        now=now,
    )
    _first(application, starts_at - timedelta(days=9), now)
    round_ = _second(application, starts_at, people, now)
    _ready(round_, now)
    return round_


def everybody(count: int) -> list[Person]:
    kinds = islice(cycle(_KINDS), count)
    return [
        Person(
            name=f"Alexandra Featherstone {place}",
            title="Vice president of analytics and reporting",
            email=f"person{place}@example.com",
            kind=kind,
        )
        for place, kind in enumerate(kinds, start=1)
    ]


def _first(application: Application, starts_at: datetime, now: datetime) -> None:
    round_ = add_round(
        application,
        number=1,
        session=_session(starts_at, "video", ["one_to_one"]),
        people=everybody(2),
        now=now,
    )
    noted = Noted(
        questions=[
            Asked(text=f"Question {n}: why {_LONG}?", went="Well", lengthen=n < 4)
            for n in range(8)
        ],
        topics={person.pk: f"The plan, {_LONG}" for person in round_.people},
        hints=f"They want somebody patient, {_LONG}",
        unsaid=f"The pricing project, {_LONG}",
        promises="Alexandra writes on Friday",
        own_questions="How do you decide?\nWho left last year?",
        pay_raised="no",
        notes=f"Bring water. {_LONG}",
    )
    save_debrief(round_, noted, promised_on=None, now=now)
    quarrel = SignDetails(happened="They argued before me", who="Both")
    add_sign(round_, quarrel, kind=Sign.Kind.RED_FLAG, now=now)


def _session(starts_at: datetime, setting: str, formats: list[str]) -> SessionDetails:
    return SessionDetails(
        time_zone="America/New_York",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=45),
        setting=setting,
        formats=formats,
        place="Floor 4, 12 Long Harbour Street, Boston" if setting == "on_site" else "",
        link="" if setting == "on_site" else "https://meet.example.com/88122044170",
    )


def _second(
    application: Application, starts_at: datetime, people: int, now: datetime
) -> Round:
    later = [
        _session(starts_at + timedelta(hours=hours), setting, formats)
        for hours, setting, formats in (
            (1, "on_site", ["presentation", "case_study"]),
            (2, "on_site", ["skills_test"]),
            (3, "video", ["one_to_one"]),
        )
    ]
    return add_round(
        application,
        number=2,
        session=_session(starts_at, "on_site", ["panel"]),
        people=everybody(people),
        further=later,
        to_prepare=f"Please bring ten minutes on a forecast of yours, {_LONG}.",
        now=now,
    )


def _ready(round_: Round, now: datetime) -> None:
    before = (round_.starts_at or now) - timedelta(days=1)
    for kind in ("presentation", "samples", "test", "other"):
        asked = TaskDetails(
            kind=kind, text=f"The {kind}, {_LONG}", due_at=before, for_whom="Alexandra"
        )
        add_task(round_, asked, now=now)
    add_to_bring(round_, texts=[f"Paper {n}, {_LONG}" for n in range(10)], now=now)
    for n in range(3):
        add_own_item(round_, text=f"Ring person {n}", now=now)
    topics = {topic.value: f"Known: {_LONG}. {_LONG}" for topic in ResearchNote.Topic}
    write_research(round_.application.company, texts=topics, now=now)
    for proof in Proof:
        words = dict.fromkeys(("situation", "task", "action", "result"), f"So: {_LONG}")
        title = f"The story of {proof.label.lower()}"
        owner = round_.application.owner
        add_story(owner=owner, title=title, proves=[proof], now=now, **words)
    _questions(round_, now)
    _ticks(round_, now)


def _questions(round_: Round, now: datetime) -> None:
    theirs = [Wanted(text=f"May ask {n}: tell us {_LONG}") for n in range(12)]
    choose_questions(round_, side=Question.Side.THEY_ASK, wanted=theirs, now=now)
    for contact in [*round_.people, None]:
        choose_questions(
            round_,
            side=Question.Side.YOU_ASK,
            wanted=[Wanted(text=f"Where do you stand in two years, {_LONG}?")],
            contact=contact,
            now=now,
        )


def _ticks(round_: Round, now: datetime) -> None:
    entries = advice_for(Round.objects.complete().get(pk=round_.pk), now).to_do
    for entry in entries[:2]:
        tick(round_, advice=entry.id, now=now)
    for entry in entries[2:4]:
        if entry.may_be_hidden:
            hide(round_, advice=entry.id, now=now)
