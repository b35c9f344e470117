"""A small search of alice's, and the main pages that show it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page

from accounts.models import User
from applications.models import Application
from interviews.models import Round
from interviews.sample import filling
from tests import browsing


def addresses(owner: User) -> list[str]:
    """Of the main pages, with the sample search in them as if it were her own."""
    filling.fill(owner, now=timezone.now())
    Application.objects.filter(owner=owner).update(is_sample=False)
    over = Application.objects.get(owner=owner, company__name="Tidewater Rail")
    rounds = Round.objects.for_user(owner)
    ahead = rounds.filter(application__company__name="Marlow & Finch")
    return [
        *("/", "/board/", "/applications/", over.get_absolute_url()),
        *(each.get_absolute_url() for each in (over.rounds.all()[1], ahead[1])),
        *("/invites/new/", "/calendar/", "/calendar/?view=week", "/insights/"),
        *("/you/", "/you/reminders/"),
    ]


@contextmanager
def opened(
    browser: Browser, client: Client, base_url: str, width: int, height: int
) -> Iterator[Page]:
    """A page of hers of that size in CSS pixels, on which nothing moves by itself."""
    wishes = {
        "viewport": {"width": width, "height": height},
        "reduced_motion": "reduce",
    }
    with browsing.watched_page(browser, base_url, **wishes) as page:
        browsing.sign_in(page, client, base_url)
        yield page
