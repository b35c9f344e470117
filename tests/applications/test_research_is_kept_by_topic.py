from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.models import ResearchNote
from applications.research import research_on, write_research
from tests.applications.world import NOW, an_application, listening


@pytest.fixture
def company(alice):
    return an_application(alice).company


def _url(company) -> str:
    return f"/companies/{company.pk}/research/"


def _known(company) -> dict[str, str]:
    return dict(company.research_notes.values_list("topic", "text"))


def test_gaps_are_shown_with_the_way_to_fill_them(company, alice_client):
    write_research(company, texts={"news": "A new depot.", "role": "Routes"}, now=NOW)
    page = alice_client.get(company.get_absolute_url()).content.decode()

    assert "2 of 7 filled" in page
    assert "A new depot." in page
    assert f'<a href="{_url(company)}#id_rivals">rivals</a>' in page
    assert f'<a href="{_url(company)}#id_news">' not in page


def test_a_topic_keeps_the_time_of_its_own_last_change(company, alice_client):
    write_research(company, texts={"news": "Old", "role": "Routes"}, now=NOW)
    later = NOW + timedelta(days=2)
    write_research(company, texts={"news": "New"}, now=later)

    times = dict(company.research_notes.values_list("topic", "updated_at"))
    assert times == {"news": later, "role": NOW}


def test_only_what_the_owner_changed_is_written_and_told_once(company, alice_client):
    write_research(company, texts={"news": "Old", "role": "Routes"}, now=NOW)
    with listening() as told:
        response = alice_client.post(
            _url(company),
            {
                "news": "New",
                "role": "Routes",
                "culture": "Kind",
            },
        )

    assert response.headers["Location"] == company.get_absolute_url()
    assert _known(company) == {"news": "New", "role": "Routes", "culture": "Kind"}
    assert company.research_notes.get(topic="role").updated_at == NOW
    assert company.research_notes.get(topic="news").updated_at > NOW - timedelta(days=9)
    assert len(told) == 1


def test_an_emptied_topic_is_a_gap_again(company, alice_client):
    write_research(company, texts={"news": "Old"}, now=NOW)
    alice_client.post(_url(company), {"news": "  "})

    assert not ResearchNote.objects.exists()
    assert research_on(company).count == "0 of 7 filled"


def test_what_changed_in_another_tab_is_shown_before_it_is_replaced(
    company, alice_client
):
    opened = alice_client.get(_url(company)).context["form"].version
    write_research(company, texts={"news": "From the other tab"}, now=timezone.now())
    typed = {"opened": opened, "news": "Mine", "culture": "Kind"}
    refused = alice_client.post(_url(company), typed)

    assert refused.status_code == 409
    page = refused.content.decode()
    assert "From the other tab" in page
    assert "Mine</textarea>" in page
    assert "Saved meanwhile, today" in page
    assert 'name="culture" value="Kind"' in page
    assert _known(company) == {"news": "From the other tab"}


def test_it_leads_back_to_the_round_it_was_opened_from(company, alice_client):
    page = alice_client.get(f"{_url(company)}?next=/rounds/7/").content.decode()
    assert 'name="next" value="/rounds/7/"' in page

    saved = {"news": "New", "next": "/rounds/7/"}
    response = alice_client.post(_url(company), saved)
    assert response.headers["Location"] == "/rounds/7/"
    saved["next"] = "https://evil.example.com/"
    response = alice_client.post(_url(company), saved)
    assert response.headers["Location"] == company.get_absolute_url()


def test_strangers_see_nothing(company, mallory_client):
    assert mallory_client.get(_url(company)).status_code == 404
    assert mallory_client.post(_url(company), {"news": "Mine"}).status_code == 404
