"""In no figure, in no proof, in no calendar; and an export says what it is."""

from __future__ import annotations

import csv
import io

import pytest

from calendars import actions, links
from dashboard.insights.overview import Overview
from dashboard.insights.period import Period
from dashboard.insights.report import report
from portability.export import applications_csv
from portability.importing import write
from portability.reading import read
from tests import factories
from tests.calendars.reading import events, fetched
from tests.interviews.world import invited
from tests.portability.life import document, exported

pytestmark = pytest.mark.django_db


def test_insights_count_none_of_it(alice, now):

    assert Overview(alice, Period(), now).is_empty
    assert not report(alice, Period(), now=now).deeds


def test_insights_count_what_is_real_beside_it(alice, now):
    invited(factories.create_application(owner=alice, stage="applied"), starts_at=now)

    assert {deed.company for deed in report(alice, Period(), now=now).deeds} == {"Acme"}


def test_the_private_calendar_holds_none_of_it(alice, now, client):
    wanted = dict.fromkeys(("rounds", "notes", "deadlines"), True)
    feed = actions.choose(alice, now=now, **wanted)

    assert events(fetched(client, links.path(feed))) == []


def test_an_export_says_which_it_is(alice, now):
    factories.create_application(owner=alice)

    written = document(exported(alice))
    lines = csv.DictReader(io.StringIO(applications_csv(alice)))

    flags = [row["is_sample"] for row in written["applications"]]
    assert flags == [True] * 6 + [False]
    assert [line["sample"] for line in lines].count("True") == 6


def test_an_import_keeps_it_apart(alice, now, mallory):
    account = read(exported(alice))

    write(mallory, account, now=now)

    assert mallory.applications.filter(is_sample=True).count() == 6
    assert not mallory.companies.filter(is_sample=False).exists()
    assert not mallory.contacts.filter(is_sample=False).exists()
