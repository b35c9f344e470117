from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.template import engines
from django.test import Client
from django.urls import reverse, set_script_prefix

pytestmark = pytest.mark.django_db


@pytest.fixture
def below_a_path() -> Iterator[None]:
    set_script_prefix("/jobs/")
    yield
    set_script_prefix("/")


def _nav(**words: object) -> str:
    template = engines["django"].from_string(
        '{% load callback %}{% kept "parts/_nav.html" nav=nav due=due %}'
    )
    return str(template.render(words))


def test_the_current_page_and_the_count_are_those_of_the_reader() -> None:
    first, second = _nav(nav="today", due=3), _nav(nav="you", due=0)

    assert ">3<" in first
    assert ">3<" not in second
    assert _current(first) != _current(second)


def _current(nav: str) -> str:
    before, _, _ = nav.partition(' aria-current="page"')
    return before.rpartition("href=")[2]


def test_below_another_path_the_addresses_are_others(below_a_path: None) -> None:
    assert 'href="/jobs/' in _nav(nav="today", due=0)


def test_addresses_at_the_top_are_not_those_below_a_path() -> None:
    assert 'href="/jobs/' not in _nav(nav="today", due=0)


def test_who_is_not_signed_in_gets_no_scripts_for_those_who_are(
    alice_client: Client, client: Client
) -> None:
    signed_in = alice_client.get(reverse("accounts:you")).content.decode()
    stranger = client.get(reverse("account_login")).content.decode()

    assert "palette" in signed_in
    assert "palette" not in stranger
