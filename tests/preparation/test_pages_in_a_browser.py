from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from applications.research import write_research
from interviews.actions import add_round
from preparation.actions import Wanted, add_story, choose_questions, edit_question
from preparation.models import Question
from tests import browsing
from tests.accessible import obstacles
from tests.interviews.world import BERLIN, DANA, RAFAEL, acme, session

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten"


@pytest.fixture
def places(alice) -> dict[str, int]:
    """A round with something of everything, and the numbers its pages take."""
    now = timezone.now().astimezone(BERLIN)
    job = acme(alice, now=now)
    rounds = [
        add_round(
            job,
            number=number,
            session=session(now + timedelta(days=days)),
            people=[DANA, RAFAEL],
            now=now,
        )
        for number, days in ((1, -9), (2, 3))
    ]
    told = {"news": f"A new depot. {LONG}", "role": "Routes, and who plans them."}
    write_research(job.company, texts=told, now=now)
    story = add_story(
        owner=alice,
        title="The tender",
        situation=f"Two days left. {LONG}",
        task="The price list.",
        action="I asked three suppliers, and rang the fourth.",
        proves=["grit", "conflict", "value"],
        company=job.company,
        now=now,
    )
    add_story(owner=alice, title=LONG, now=now)
    theirs = [Wanted(text="How do you deal with conflict?", advice="asked-conflict")]
    theirs += [Wanted(text=LONG)]
    choose_questions(rounds[1], side="they_ask", wanted=theirs, now=now)
    own = [Wanted(text="What is it like to work here?", advice="ask-culture")]
    for each in rounds:
        dana = each.people[0]
        choose_questions(each, side="you_ask", wanted=own, contact=dana, now=now)
    question = Question.objects.filter(round=rounds[1])[0]
    edit_question(question, answer="I listen first.", story=story, now=now)
    return {
        "first": rounds[0].pk,
        "round": rounds[1].pk,
        "company": job.company_id,
        "story": story.pk,
        "question": question.pk,
        "own": Question.objects.filter(round=rounds[1], side="you_ask")[0].pk,
    }


PAGES = [
    "/companies/{company}/",
    "/companies/{company}/research/",
    "/stories/",
    "/stories/?round={round}",
    "/stories/new/",
    "/stories/{story}/",
    "/stories/{story}/edit/",
    "/stories/{story}/delete/",
    "/rounds/{round}/",
    "/rounds/{round}/questions/",
    "/rounds/{first}/questions/",
    "/questions/{question}/",
    "/questions/{own}/",
    "/questions/{question}/remove/",
    "/questions/{question}/practise/",
]


@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_use_every_page(
    browser, live_server, alice_client, places, width
):
    with browsing.watched_page(
        browser,
        live_server.url,
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        findings = [
            finding
            for url in PAGES
            for finding in _obstacles(page, url.format(**places))
        ]
    assert findings == []


def _obstacles(page, url):
    page.goto(url)
    for fold in page.locator("details:not([open]):not(.menu) > summary").all():
        if fold.is_visible():
            fold.click()
    return obstacles(page)


def test_the_clock_runs_and_the_next_question_comes(places, alice_page):
    alice_page.goto(f"/questions/{places['question']}/practise/")
    expect(alice_page.locator("[data-stopwatch]")).to_have_text("0:01")
    alice_page.click("text=I have answered it: next")

    expect(alice_page.locator(".head .over")).to_contain_text("Question 2 of 2")
    expect(alice_page.locator("[data-stopwatch]")).to_have_text("0:00")
