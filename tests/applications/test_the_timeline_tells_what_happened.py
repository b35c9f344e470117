from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from applications.actions import add_note, change_stage
from applications.timeline import timeline
from applications.timeline_lines import lines_html
from interviews.actions import (
    Person,
    SessionDetails,
    add_round,
    cancel_round,
    mark_sent,
    record_outcome,
)
from tests.applications.world import NOW, an_application

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def _titles(application):
    return [entry.title for entry in timeline(application)]


def _round(application, *, starts_at, now):
    return add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone="Europe/Berlin", starts_at=starts_at, ends_at=starts_at + HOUR
        ),
        people=(Person(name="Dana Wu"),),
        now=now,
    )


def test_newest_first(alice):
    application = an_application(alice, now=NOW - 9 * DAY)
    change_stage(application, to="screening", now=NOW - 8 * DAY)
    add_note(application, text="Friendly.", now=NOW - 7 * DAY)
    round_ = _round(application, starts_at=NOW - 5 * DAY, now=NOW - 6 * DAY)
    mark_sent(round_.follow_ups.get(contact__name="Dana Wu"), now=NOW - 4 * DAY)
    record_outcome(round_, outcome="next_round", now=NOW - 3 * DAY)

    assert _titles(application) == [
        "First interview: Next round",
        "Sent: thank-you note to Dana Wu",
        "First interview",
        "Moved to Interviewing",
        "Note",
        "Moved to Screening",
        "Added as Applied",
    ]


def test_a_round_names_its_people(alice):
    application = an_application(alice)
    _round(application, starts_at=NOW + DAY, now=NOW)
    assert timeline(application)[0].detail == "Dana Wu"


def test_a_cancelled_round_says_so(alice):
    application = an_application(alice)
    round_ = _round(application, starts_at=NOW + DAY, now=NOW)
    cancel_round(round_, now=NOW + HOUR)
    assert "First interview cancelled" in _titles(application)


def test_the_page_shows_it(alice, alice_client):
    application = an_application(alice, note="Small team.")
    _round(application, starts_at=NOW + DAY, now=NOW)
    page = alice_client.get(application.get_absolute_url()).content.decode()
    for words in ("Added as Applied", "Small team.", "First interview", "Dana Wu"):
        assert words in page


def test_what_is_ahead_is_marked_as_coming(alice, alice_client):
    application = an_application(alice)
    now = timezone.now()
    _round(application, starts_at=now - 2 * DAY, now=now - 9 * DAY)
    page = alice_client.get(application.get_absolute_url()).content.decode()
    assert "Coming</span>" not in page

    _round(application, starts_at=now + 2 * DAY, now=now)
    page = alice_client.get(application.get_absolute_url()).content.decode()
    assert page.count("Coming</span>") == 1

    cancel_round(application.rounds.get(number=2), now=now)
    page = alice_client.get(application.get_absolute_url()).content.decode()
    assert "Coming</span>" not in page


def test_the_page_is_headed_by_company_and_role(alice, alice_client):
    application = an_application(alice, company="Acme", role="Analyst")
    page = alice_client.get(application.get_absolute_url()).content.decode()
    assert "<h1>Acme</h1>" in page
    assert '<p class="under">Analyst</p>' in page


def test_each_line_is_written_with_its_words_and_none_is_markup(alice, alice_client):
    zone = alice.zone
    application = an_application(alice, now=NOW - 9 * DAY)
    add_note(application, text="<b>Friendly</b> & quick", now=NOW - 7 * DAY)
    round_ = add_round(
        application,
        number=None,
        session=SessionDetails(time_zone="Europe/Berlin", starts_at=NOW + DAY),
        people=(Person(name="Dana <i>Wu"),),
        now=NOW,
    )

    html = str(lines_html(timeline(application), zone, NOW))

    lines = html.splitlines()
    assert len(lines) == len(timeline(application)) == html.count("<li>")
    url = round_.get_absolute_url()
    assert (
        f'<a href="{url}">First interview</a> <span class="soft">· Dana &lt;i&gt;Wu'
        in (lines[0])
    )
    assert "Coming</span>" in lines[0]
    assert (
        '<div class="own-words">&lt;b&gt;Friendly&lt;/b&gt; &amp; quick</div>' in html
    )
    note = application.notes.get()
    assert f'<a href="/notes/{note.pk}/">Change<span class="gone"> the note of' in html
    assert html.count("Coming</span>") == html.count("Change<span") == 1
    assert "Coming" not in str(lines_html(timeline(application), zone, NOW + 2 * DAY))
    page = alice_client.get(application.get_absolute_url()).content.decode()
    assert page.count('<li><span class="dot ') == len(lines)
