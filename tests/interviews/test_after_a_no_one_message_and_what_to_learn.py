"""After a no: one message with thanks and a question, and what to do differently."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from applications.actions import archive, change_stage, create_application
from applications.models import Application, Contact
from guidance.situation import Phase
from interviews import letters
from interviews.actions import (
    Person,
    clear_outcome,
    mark_sent,
    record_outcome,
    reopen,
    save_review,
)
from interviews.models import FollowUp, Review, Round
from interviews.phases import phase
from interviews.situation import situation_of
from tests.interviews.world import BERLIN, DANA, NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

TOMORROW = datetime(2026, 11, 24, 9, 0, tzinfo=BERLIN)
HR = Person(name="Kim Lee", email="kim@example.com", kind="hr")


@pytest.fixture
def round_(alice) -> Round:
    people = (DANA, HR)
    return invited(acme(alice), starts_at=NOW - timedelta(days=2), people=people)


@pytest.fixture
def refused(round_) -> Round:
    return record_outcome(round_, outcome="no", now=NOW)


def open_messages(application: Application) -> list[tuple[str, datetime]]:
    rows = FollowUp.objects.filter(round__application=application, state="open")
    return [(row.kind, row.due_at) for row in rows]


def request(round_: Round) -> FollowUp:
    rows = FollowUp.objects.to_write()
    return rows.get(round=round_, kind=FollowUp.Kind.FEEDBACK_REQUEST)


class TestTheOneMessage:
    def test_it_is_the_only_one_and_due_the_next_morning(self, refused):
        assert open_messages(refused.application) == [("feedback_request", TOMORROW)]

    def test_it_waits_over_a_weekend(self, round_):
        friday = datetime(2026, 11, 27, 16, 0, tzinfo=BERLIN)

        record_outcome(round_, outcome="no", now=friday)

        monday = datetime(2026, 11, 30, 9, 0, tzinfo=BERLIN)
        assert open_messages(round_.application) == [("feedback_request", monday)]

    def test_moving_the_application_to_rejected_is_a_no_too(self, round_):
        change_stage(round_.application, to="rejected", now=NOW)

        assert open_messages(round_.application) == [("feedback_request", TOMORROW)]

    def test_it_belongs_to_the_last_round(self, round_):
        last = invited(round_.application, starts_at=NOW - timedelta(hours=3))

        record_outcome(last, outcome="no", now=NOW)

        assert request(last).is_open
        assert len(open_messages(round_.application)) == 1

    def test_a_no_without_any_round_owes_nobody_a_message(self, alice):
        application = acme(alice)
        change_stage(application, to="rejected", now=NOW)

        assert open_messages(application) == []

    def test_undoing_the_no_takes_it_away_and_brings_the_others_back(self, refused):
        before = open_messages(refused.application)

        clear_outcome(refused, now=NOW)
        kinds = {kind for kind, _ in open_messages(refused.application)}
        assert kinds == {"thank_you", "status_check"}

        record_outcome(refused, outcome="no", now=NOW)
        assert open_messages(refused.application) == before

    @pytest.mark.parametrize("stage", ["accepted", "withdrawn", "no_response"])
    def test_no_other_ending_asks_for_feedback(self, round_, stage):
        change_stage(round_.application, to=stage, now=NOW)

        assert open_messages(round_.application) == []

    def test_the_archive_ends_it(self, refused):
        archive(refused.application, now=NOW)

        assert open_messages(refused.application) == []

    def test_it_has_its_slots_and_goes_to_hr(self, alice, refused):
        row = request(refused)

        words = letters.beginning(row, writer=alice, now=NOW)

        assert letters.recipient(row) == Contact.objects.get(name="Kim Lee")
        assert "Thank you" in words
        assert "opportunity" in words
        assert "feedback" in words
        assert "Should another position at Acme fit" in words
        assert "still interested" not in words
        assert "mailto:kim@example.com" in _page_of(row, alice)

    def test_before_a_round_took_place_it_thanks_for_no_talk(self, alice):
        ahead = invited(acme(alice), starts_at=NOW + timedelta(days=2))
        record_outcome(ahead, outcome="no", now=NOW)

        words = letters.beginning(request(ahead), writer=alice, now=NOW)

        assert "the time we talked" not in words

    def test_it_is_written_sent_and_undone_as_a_note_is(self, refused, alice_client):
        row = request(refused)
        draft = "Dear Kim, thank you. What was missing? Sam"

        alice_client.post(f"/follow-ups/{row.pk}/", {"draft": draft, "then": "sent"})
        row.refresh_from_db()
        assert (row.is_sent, row.draft) == (True, draft)

        alice_client.post(f"/follow-ups/{row.pk}/reopen/")
        row.refresh_from_db()
        assert row.is_open

    def test_the_advice_knows_that_it_was_sent(self, refused):
        def asked() -> bool | None:
            whole = Round.objects.complete().get(pk=refused.pk)
            return situation_of(whole, NOW).feedback_asked

        assert asked() is False
        mark_sent(request(refused), now=NOW)
        assert asked() is True
        reopen(request(refused), now=NOW)
        assert asked() is False

    def test_today_lists_it_from_the_next_morning_on(
        self, refused, alice_client, time_machine
    ):
        title = "Thank Acme and ask for feedback"
        assert title not in alice_client.get("/").content.decode()

        time_machine.move_to(TOMORROW, tick=False)

        today = alice_client.get("/").content.decode()
        assert title in today
        assert "They replied" not in today
        assert "when you feel like it" in today


def _page_of(row: FollowUp, reader) -> str:
    from django.test import Client

    client = Client()
    client.force_login(reader)
    return client.get(f"/follow-ups/{row.pk}/").content.decode()


class TestWhatToTakeFromIt:
    def test_the_round_asks_for_it_and_shows_it(self, refused, alice_client):
        url = refused.get_absolute_url()
        assert "Write it down" in alice_client.get(url).content.decode()

        alice_client.post(
            f"/rounds/{refused.pk}/review/",
            {
                "went_well": "The case",
                "went_badly": "The numbers",
                "change": "Bring figures",
                "feedback": "More depth, they said",
            },
        )

        words = alice_client.get(url).content.decode()
        for part in ("The case", "The numbers", "Bring figures", "More depth"):
            assert part in words

    def test_with_nothing_left_there_is_none(self, refused, alice_client):
        save_review(refused, change="Bring figures", now=NOW)

        alice_client.post(f"/rounds/{refused.pk}/review/", {})

        assert not Review.objects.exists()

    def test_the_change_comes_back_when_the_next_one_is_prepared(
        self, alice, refused, alice_client
    ):
        save_review(refused, change="Bring figures", now=NOW)
        other = create_application(
            owner=alice, company_name="Globex", role="Analyst", now=NOW
        )
        ahead = invited(other, starts_at=NOW + timedelta(days=3))
        over = invited(other, starts_at=NOW - timedelta(days=3))

        assert "What you wanted to change" in _round_page(alice_client, ahead)
        assert "Bring figures" in _round_page(alice_client, ahead)
        assert "Bring figures" not in _round_page(alice_client, over)

    def test_nobody_elses_change_comes_back(self, refused, mallory, client):
        save_review(refused, change="Bring figures", now=NOW)
        theirs = invited(acme(mallory), starts_at=NOW + timedelta(days=3))
        client.force_login(mallory)

        assert "Bring figures" not in _round_page(client, theirs)

    def test_the_contact_is_kept_with_a_note(self, refused, alice_client):
        dana = Contact.objects.get(name="Dana Wu")
        url = refused.get_absolute_url()

        alice_client.post(f"/people/{dana.pk}/keep/", {"kept": "1", "next": url})
        assert Contact.objects.get(pk=dana.pk).kept
        assert "Add a note" in alice_client.get(url).content.decode()

        alice_client.post(
            f"/people/{dana.pk}/edit/",
            {"name": "Dana Wu", "kept": "on", "kept_note": "Opens a team in May"},
        )
        for page in (url, f"/people/{dana.pk}/"):
            assert "Opens a team in May" in alice_client.get(page).content.decode()

        alice_client.post(f"/people/{dana.pk}/keep/", {"next": url})
        assert not Contact.objects.get(pk=dana.pk).kept


def _round_page(client, round_: Round) -> str:
    return client.get(round_.get_absolute_url()).content.decode()


def test_other_applications_are_untouched(alice, round_):
    other = create_application(
        owner=alice, company_name="Acme", role="Another role", now=NOW
    )
    ahead = invited(other, starts_at=NOW + timedelta(days=1), people=(DANA, HR))
    over = invited(other, starts_at=NOW - timedelta(days=1), people=(DANA, HR))
    before = (open_messages(other), Application.objects.get(pk=other.pk).updated_at)

    record_outcome(round_, outcome="no", now=NOW)

    assert before == (
        open_messages(other),
        Application.objects.get(pk=other.pk).updated_at,
    )
    assert phase(Round.objects.get(pk=ahead.pk), NOW) == Phase.BEFORE
    assert phase(Round.objects.get(pk=over.pk), NOW) == Phase.JUST_AFTER


def test_a_no_after_a_next_round_was_promised_is_a_no(round_):
    record_outcome(round_, outcome="next_round", now=NOW)
    change_stage(round_.application, to="rejected", now=NOW + timedelta(hours=1))

    assert phase(Round.objects.get(), NOW) == Phase.NOT_SELECTED
    assert open_messages(round_.application) == [("feedback_request", TOMORROW)]


def test_having_withdrawn_says_what_the_sources_cover_and_what_not(
    round_, alice_client
):
    record_outcome(round_, outcome="withdrawn", now=NOW)

    words = _round_page(alice_client, round_)

    assert "You withdrew" in words
    assert "Not covered by our sources: how to withdraw." in words
    assert "adapted from" in words
    assert open_messages(round_.application) == []
