"""An offer has its terms, the owner's own notes, and an answer that can be undone."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from applications.actions import change_stage
from applications.models import Application, Offer, Stage, StageChange
from applications.offers import answer_offer, take_back_answer, write_offer
from guidance.situation import Phase
from interviews.actions import (
    SignDetails,
    add_sign,
    record_outcome,
    remove_sign,
    skip,
)
from interviews.models import FollowUp, Round
from interviews.phases import phase
from preparation.actions import Wanted, choose_questions, edit_question, mark_asked
from preparation.models import Question
from tests.interviews.world import NOW, acme, invited, write_down

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=NOW - timedelta(days=3), now=NOW)


@pytest.fixture
def offered(round_) -> Application:
    record_outcome(round_, outcome="offer", now=NOW)
    return Application.objects.get()


def page(client, application: Application, name: str = "") -> str:
    response = client.get(f"/applications/{application.pk}/offer/{name}")
    assert response.status_code == 200
    return response.content.decode()


def fill_in(client, application: Application, **fields: str):
    return client.post(f"/applications/{application.pk}/offer/edit/", fields)


class TestTheTerms:
    def test_an_offer_noted_on_a_round_leads_to_its_page(self, round_, alice_client):
        response = alice_client.post(
            f"/rounds/{round_.pk}/outcome/", {"outcome": "offer"}
        )

        assert response.headers["Location"] == (
            f"/applications/{round_.application_id}/offer/"
        )
        assert Application.objects.get().stage == Stage.OFFER

    def test_the_form_begins_with_what_is_known(self, alice, alice_client):
        application = acme(alice)
        application.work_mode, application.location = "hybrid", "Leeds"
        application.pay_currency = "GBP"
        application.save()

        form = page(alice_client, application, "edit/")

        assert 'value="2026-11-23"' in form
        assert 'value="Leeds"' in form
        assert 'value="GBP"' in form
        assert '<option value="hybrid" selected>' in form
        assert not Offer.objects.exists()

    def test_they_are_kept_and_told(self, offered, alice_client):
        fill_in(
            alice_client,
            offered,
            pay_amount="56,500",
            pay_currency="gbp",
            pay_period="year",
            bonus="A tenth, if the year is good",
            starts_on="2027-02-01",
            work_mode="hybrid",
            place="Leeds",
            terms="Thirty days",
            deadline_on="2026-12-04",
            deadline_time="17:00",
            notes="Ask about Fridays",
        )

        offer = Offer.objects.get()
        assert (offer.pay_amount, offer.pay_currency) == (Decimal(56500), "GBP")
        assert (offer.deadline_on, offer.deadline_time) == (date(2026, 12, 4), time(17))
        told = page(alice_client, offered)
        for words in (
            "56,500 GBP a year",
            "Answer by Fri 4 Dec, 17:00.",
            "A tenth, if the year is good",
            "Hybrid, Leeds",
            "Ask about Fridays",
        ):
            assert words in told

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [("24.50", "24.50"), ("56 500", "56500"), ("1,234,567.5", "1234567.50")],
    )
    def test_an_amount_is_read_as_people_write_it(
        self, offered, alice_client, typed, kept
    ):
        fill_in(alice_client, offered, pay_amount=typed)

        assert Offer.objects.get().pay_amount == Decimal(kept)

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"pay_amount": "56.500"}, "At most two digits after the point"),
            ({"pay_amount": "56,50"}, "Give a number, such as 56,500 or 24.50."),
            ({"pay_amount": "plenty"}, "Give a number, such as 56,500 or 24.50."),
            ({"pay_amount": "-1"}, "At least 0, please."),
            ({"pay_amount": "1" * 11}, "That is more than can be kept."),
            ({"pay_currency": "€"}, "Three letters, such as EUR or USD."),
            ({"deadline_time": "17:00"}, "Give the day that time is on."),
            ({"received_on": "2026-11-24"}, "That day is still to come."),
            (
                {"received_on": "2026-11-20", "deadline_on": "2026-11-19"},
                "That is before the day you got it.",
            ),
        ],
    )
    def test_what_is_amiss_is_said_and_nothing_is_lost(
        self, offered, alice_client, fields, words
    ):
        response = fill_in(alice_client, offered, terms="Thirty days", **fields)

        assert response.status_code == 422
        assert words in response.content.decode()
        assert "Thirty days" in response.content.decode()
        assert not Offer.objects.exists()

    def test_writing_one_down_moves_a_live_application_there(self, alice):
        application = acme(alice)

        write_offer(application, terms="Thirty days", now=NOW)

        assert Application.objects.get().stage == Stage.OFFER

    def test_the_last_day_ends_at_the_owners_midnight(self, alice, offered):
        offer = write_offer(offered, deadline_on=date(2026, 11, 23), now=NOW)

        evening = NOW + timedelta(hours=11, minutes=59)
        assert not offer.is_past_deadline(alice.zone, evening)
        assert offer.is_past_deadline(alice.zone, evening + timedelta(minutes=1))

    def test_a_date_that_has_passed_is_told_without_reproach(
        self, offered, alice_client
    ):
        write_offer(offered, deadline_on=date(2026, 11, 20), now=NOW)

        words = page(alice_client, offered)

        assert "That has passed; you can still note yours." in words
        assert "late" not in words.casefold().replace("translate", "")


class TestWhatTheOwnerNoted:
    def test_red_flags_of_every_round_come_back_with_their_caution(
        self, round_, alice_client
    ):
        later = invited(round_.application, starts_at=NOW - timedelta(hours=3))
        for each, words in ((round_, "Two people left"), (later, "They argued")):
            add_sign(each, SignDetails(happened=words), kind="red_flag", now=NOW)
        gone = add_sign(
            later, SignDetails(happened="Cold coffee"), kind="red_flag", now=NOW
        )
        remove_sign(gone, now=NOW)
        good = SignDetails(happened="They smiled")
        add_sign(later, good, kind="encouraging", now=NOW)
        record_outcome(later, outcome="offer", now=NOW)

        words = page(alice_client, later.application)

        assert "Two people left" in words
        assert "They argued" in words
        assert "One moment is not the whole team. (ours)" in words
        assert "Cold coffee" not in words
        assert "They smiled" not in words

    def test_own_questions_stand_with_their_answers_and_the_open_ones(
        self, round_, alice_client
    ):
        texts = ["Who decides?", "How do you work?", "What comes next?"]
        wanted = [Wanted(text=text) for text in texts]
        choose_questions(round_, side="you_ask", wanted=wanted, now=NOW)
        first, second, third = Question.objects.all()
        edit_question(first, answer="The team", now=NOW)
        mark_asked(second, asked=True, now=NOW)
        write_down(round_, own_questions="who decides?\nWhy did she leave?")
        record_outcome(round_, outcome="offer", now=NOW)

        words = page(alice_client, round_.application)

        answered, rest = words.split("Still open")
        assert "Who decides?" in answered
        assert "The team" in answered
        assert "who decides?" not in rest.casefold()
        order = [third.text, second.text, "Why did she leave?"]
        places = [rest.index(text) for text in order]
        assert places == sorted(places)
        assert "asked in round 1, no answer noted" in rest

    def test_an_answer_is_noted_on_the_question(self, round_, alice_client):
        wanted = [Wanted(text="Who decides?")]
        choose_questions(round_, side="you_ask", wanted=wanted, now=NOW)
        question = Question.objects.get()

        alice_client.post(
            f"/questions/{question.pk}/",
            {"text": question.text, "answer": "The team"},
        )

        question.refresh_from_db()
        assert question.answer == "The team"

    def test_both_halves_on_pay_stand_together_and_the_sources_end(
        self, offered, alice_client
    ):
        words = page(alice_client, offered)

        assert (
            "Now that there is an offer, pay can be discussed: have your position ready."
            in words
        )
        assert "Pay is usually best left until there is an offer; know your" in words
        assert "Our documents end here" in words
        assert "Not covered by our sources" in words

    def test_nobody_is_given_odds(self, offered, alice_client):
        words = page(alice_client, offered).casefold()

        assert not any(word in words for word in ("score", "winner", "chance of"))


class TestTheAnswer:
    @pytest.mark.parametrize(
        ("decision", "stage"),
        [("accepted", Stage.ACCEPTED), ("declined", Stage.WITHDRAWN)],
    )
    def test_it_moves_the_stage_and_undo_leads_back(
        self, offered, alice_client, decision, stage
    ):
        url = f"/applications/{offered.pk}/offer/answer/"

        alice_client.post(url, {"decision": decision})
        assert Application.objects.get().stage == stage
        assert Offer.objects.get().decision == decision

        alice_client.post(url, {})
        assert Application.objects.get().stage == Stage.OFFER
        assert Offer.objects.get().is_open

    def test_a_declined_offer_is_not_called_withdrawn(self, offered, alice_client):
        answer_offer(offered, decision="declined", now=NOW)

        page = alice_client.get(f"/applications/{offered.pk}/").content.decode()
        listed = alice_client.get("/applications/").content.decode()

        assert "You declined</span>" in page
        assert "You declined their offer" in page
        assert "Moved to Withdrawn" not in page
        assert "You declined</span>" in listed

    def test_what_ended_with_the_answer_is_named(self, offered, alice_client):
        url = f"/applications/{offered.pk}/offer/answer/"
        page = alice_client.post(url, {"decision": "declined"}, follow=True)

        assert not FollowUp.objects.filter(state=FollowUp.State.OPEN).exists()
        assert [str(message) for message in page.context["messages"]] == [
            "You declined. No longer planned: Thank-you note to Dana Wu; "
            "Thank-you note to Rafael Ortiz."
        ]

    def test_another_answer_takes_its_place(self, offered):
        answer_offer(offered, decision="accepted", now=NOW)
        answer_offer(offered, decision="declined", now=NOW + timedelta(minutes=1))
        assert Application.objects.get().stage == Stage.WITHDRAWN

        take_back_answer(offered, now=NOW + timedelta(minutes=2))
        assert Application.objects.get().stage == Stage.OFFER

    def test_the_same_twice_keeps_the_first(self, offered):
        answer_offer(offered, decision="accepted", now=NOW)
        moves = StageChange.objects.count()
        answer_offer(offered, decision="accepted", now=NOW + timedelta(minutes=1))

        assert Offer.objects.get().decided_at == NOW
        assert StageChange.objects.count() == moves

    def test_whoever_goes_on_has_not_answered(self, offered):
        answer_offer(offered, decision="declined", now=NOW)
        change_stage(offered, to=Stage.INTERVIEWING, now=NOW + timedelta(days=1))

        assert Offer.objects.get().is_open

    def test_there_are_no_other_answers(self, offered, alice_client):
        url = f"/applications/{offered.pk}/offer/answer/"

        assert alice_client.post(url, {"decision": "maybe"}).status_code == 400

    def test_the_round_is_closed_once_it_is_answered(self, offered):
        round_ = Round.objects.get()
        assert phase(round_, NOW) == Phase.OFFER

        answer_offer(offered, decision="accepted", now=NOW)

        assert phase(Round.objects.get(), NOW) == Phase.CLOSED

    def test_other_applications_go_on(self, alice, offered):
        other = acme(alice)
        before = invited(other, starts_at=NOW + timedelta(days=1))

        answer_offer(offered, decision="accepted", now=NOW)

        assert Application.objects.get(pk=other.pk).stage == Stage.INTERVIEWING
        assert phase(Round.objects.get(pk=before.pk), NOW) == Phase.BEFORE


class TestWhereItIsShown:
    def test_on_the_round_on_the_application_and_on_today(self, offered, alice_client):
        write_offer(offered, deadline_on=date(2026, 12, 4), now=NOW)
        round_ = Round.objects.get()

        for url in (round_.get_absolute_url(), offered.get_absolute_url(), "/"):
            words = " ".join(alice_client.get(url).content.decode().split())
            assert f"/applications/{offered.pk}/offer/" in words, url
            assert "Fri 4 Dec" in words, url

    def test_today_counts_it_among_nothing_due(self, offered, alice_client):
        write_offer(offered, deadline_on=date(2026, 11, 24), now=NOW)
        before = alice_client.get("/").content.decode()

        answer_offer(offered, decision="declined", now=NOW)

        after = alice_client.get("/").content.decode()
        assert "made you an offer" in before
        assert "made you an offer" not in after

    def test_the_list_says_what_comes_next(self, offered, alice_client):
        for note in Round.objects.get().follow_ups.all():
            skip(note, now=NOW)
        write_offer(offered, deadline_on=date(2026, 12, 4), now=NOW)

        words = alice_client.get("/applications/").content.decode()

        assert "Answer their offer" in words
        assert "Fri 4 Dec" in words
