from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.actions import add_contact, add_note
from applications.models import Contact
from dashboard.search.find import excerpt, search
from tests.applications.world import an_application
from tests.interviews.world import NOW, invited

pytestmark = pytest.mark.django_db


def found(owner, typed):
    return {
        group.title: [hit.title for hit in group.hits] for group in search(owner, typed)
    }


def test_of_every_sort(alice):
    application = an_application(alice, company="Globex", role="Data analyst", now=NOW)
    invited(application, starts_at=NOW)
    add_note(application, text="Their canteen is known in Globex street.", now=NOW)

    groups = found(alice, "globex")

    assert groups["Applications"] == ["Data analyst"]
    assert groups["Companies"] == ["Globex"]
    assert groups["People"] == ["Dana Wu", "Rafael Ortiz"]
    assert groups["Rounds"] == ["First interview"]
    assert groups["Notes"] == ["Their canteen is known in Globex street."]


def test_every_word_counts_in_any_order_and_capitals(alice):
    an_application(alice, company="Globex", role="Data analyst", now=NOW)
    assert "Applications" in found(alice, "ANALYST glob")
    assert "Applications" not in found(alice, "globex engineer")


def test_a_round_is_found_by_its_number(alice):
    application = an_application(alice, company="Globex", now=NOW)
    for _ in range(2):
        invited(application, starts_at=NOW)
    assert found(alice, "second interview globex")["Rounds"] == ["Second interview"]


def test_a_round_is_found_by_what_to_prepare(alice):
    globex = an_application(alice, company="Globex", role="Data analyst", now=NOW)
    invited(globex, starts_at=NOW)
    asked = invited(globex, starts_at=NOW, to_prepare="Slides on a churn study")
    other = an_application(alice, company="Initech", now=NOW)
    invited(other, starts_at=NOW, to_prepare="Bring slides")

    assert found(alice, "churn")["Rounds"] == [asked.name]
    assert found(alice, "GLOBEX slides")["Rounds"] == [asked.name]
    assert "Rounds" not in found(alice, "globex portfolio")


def test_rounds_of_jobs_come_before_those_that_only_mention_the_word(alice):
    other = an_application(alice, company="Initech", now=NOW)
    invited(other, starts_at=NOW, to_prepare="Compare with Globex")
    globex = an_application(alice, company="Globex", now=NOW)
    invited(globex, starts_at=NOW)
    assert found(alice, "globex")["Rounds"] == ["First interview"] * 2
    assert [
        hit.detail.split(" ·")[0]
        for group in search(alice, "globex")
        for hit in group.hits
        if group.title == "Rounds"
    ] == ["Globex", "Initech"]


@pytest.mark.parametrize("typed", ["globx", "glboex", "golbex", "Globexx"])
def test_a_slip_of_the_finger_is_forgiven(alice, typed):
    an_application(alice, company="Globex", now=NOW)
    assert found(alice, typed)["Did you mean"][0] == "Globex"


def test_what_is_nothing_like_it_is_not_offered(alice):
    an_application(alice, company="Globex", now=NOW)
    assert "Did you mean" not in found(alice, "zzqqxx")


def test_pages_and_actions_are_found_by_other_names_too(alice):
    assert found(alice, "ics")["Go to"] == ["Calendar link"]
    assert "Log an invite" in found(alice, "")["Go to"]


def test_the_guidance_is_found_and_leads_to_its_place(alice, alice_client):
    (group,) = [g for g in search(alice, "thank-you") if g.title == "Guidance"]
    page, anchor = group.hits[0].url.split("#")
    assert f'id="{anchor}"' in alice_client.get(page).text


@pytest.mark.parametrize(
    "typed", ["%", "_", "\\", "'", '"', "\0", "(", "*", "🙂" * 200]
)
def test_signs_are_only_signs(alice, typed):
    an_application(alice, company="Globex", role="Analyst", now=NOW)
    assert "Applications" not in found(alice, typed)


def test_nothing_of_another_owner(alice, mallory):
    application = an_application(mallory, company="Globex", now=NOW)
    add_contact(owner=mallory, company=application.company, name="Glen Globe")
    invited(application, starts_at=NOW)
    add_note(application, text="globex", now=NOW)
    assert found(alice, "globex") == {}
    assert "Did you mean" not in found(alice, "globxe")


def test_an_excerpt_shows_the_word():
    text = "word " * 60 + "needle " + "word " * 60
    assert "needle" in excerpt(text, "needle")
    assert len(excerpt(text, "needle")) < 100


def test_more_rows_ask_no_more_queries(alice, alice_client):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            alice_client.get("/search/?q=comp")
        return len(queries)

    invited(an_application(alice, company="Company", now=NOW), starts_at=NOW)
    few = asked()
    for number in range(10):
        application = an_application(alice, company=f"Company {number}", now=NOW)
        invited(application, starts_at=NOW)
        add_note(application, text="company", now=NOW)
    assert Contact.objects.count() > 10
    # Where jobs have rounds enough, what is to prepare need not be looked through.
    assert asked() == few - 1 <= 12
