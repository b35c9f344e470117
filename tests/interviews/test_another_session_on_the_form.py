from __future__ import annotations

import pytest

from interviews.actions import Person, SessionDetails
from interviews.forms import InviteForm
from interviews.models import Round
from tests.interviews.days import as_posted, at, logged, part, posted
from tests.interviews.forms import INVITE
from tests.interviews.world import DANA, NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

HTMX = {"HX-Request": "true"}


def press(client, button, value="1", *further, headers=None, **changes):
    sent = {**posted(*further, **changes), button: value}
    return client.post(INVITE, sent, headers=headers or {})


# --- one session, as ever -------------------------------------------------------------


def test_a_form_begins_with_one_session(alice_client):
    page = alice_client.get(INVITE).content.decode()

    assert page.count('type="datetime-local"') == 1
    assert "Session 1" not in page
    assert 'name="add-session"' in page
    assert 'name="take-session-out"' not in page


# --- one more -------------------------------------------------------------------------


def test_without_javascript_the_page_comes_back_with_one_more(alice_client):
    response = press(
        alice_client,
        "add-session",
        setting="on_site",
        place="Main street 1",
        to_prepare="A talk",
        people=[{"name": "Priya Nair"}],
    )

    assert response.status_code == 200
    page = response.content.decode()
    assert "<html" in page
    assert page.count('type="datetime-local"') == 2
    for kept in ("Globex", "Data analyst", "Priya Nair", "A talk"):
        assert kept in page
    assert not Round.objects.exists()


def test_it_begins_where_the_last_one_ends_at_the_same_place(alice_client):
    response = press(
        alice_client, "add-session", setting="on_site", place="Main street 1"
    )

    form = response.context["form"]
    (added,) = form.further.forms
    assert added["starts"].value() == "2026-11-24T15:00"
    assert added["setting"].value() == "on_site"
    assert added["place"].value() == "Main street 1"
    assert 'name="sessions-0-starts" value="2026-11-24T15:00"' in (
        response.content.decode()
    )
    assert added.fields["starts"].widget.attrs["autofocus"]


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ({"ends": "15:30", "length": ""}, "2026-11-24T15:30"),
        ({"length": ""}, "2026-11-24T15:00"),  # an hour
        ({"starts": "soon"}, ""),
        ({"starts": "", "no_date": "on"}, ""),
        ({"length": "9" * 400}, "2026-11-24T15:00"),
        ({"starts": "9999-12-31T23:59"}, ""),
    ],
)
def test_where_the_last_one_ends_is_read_from_what_is_typed(
    alice_client, typed, begins
):
    response = press(alice_client, "add-session", **typed)

    (added,) = response.context["form"].further.forms
    assert added["starts"].value() == begins


def test_nothing_is_judged_yet(alice_client):
    response = press(
        alice_client,
        "add-session",
        "1",
        {"starts": "soon", "link": "nowhere"},
        company_name="",
        starts="never",
    )

    page = response.content.decode()
    assert "errorlist" not in page
    assert 'value="soon"' in page
    assert 'value="never"' in page


def test_with_htmx_only_the_sessions_come_back(alice_client):
    response = press(alice_client, "add-session", headers=HTMX)

    fragment = response.content.decode()
    assert "<html" not in fragment
    assert fragment.strip().startswith('<div id="day">')
    assert "hx-swap-oob" not in fragment
    assert fragment.count('type="datetime-local"') == 2


def test_a_person_more_in_one_session(alice_client):
    response = press(
        alice_client,
        "add-person",
        "sessions-0",
        {"people-TOTAL_FORMS": "1", "people-0-name": "Dana Wu"},
        headers=HTMX,
    )

    fragment = response.content.decode()
    assert fragment.strip().startswith('<div id="sessions-0-people"')
    assert 'name="sessions-0-people-1-name"' in fragment
    assert 'value="Dana Wu"' in fragment


def test_people_typed_in_one_session_are_proposed_in_another(alice_client):
    response = press(alice_client, "add-session", people=[{"name": "Priya Nair"}])

    page = response.content.decode()
    assert '<datalist id="names-typed"><option value="Priya Nair"></option>' in page
    assert 'list="names-typed"' in page


@pytest.mark.parametrize("count", ["11", "5000", "x", "-1", "9" * 400])
def test_sessions_have_an_end(alice_client, count):
    response = alice_client.post(
        INVITE, {**posted(), "sessions-TOTAL_FORMS": count, "add-session": "1"}
    )

    page = response.content.decode()
    assert response.status_code == 200
    assert page.count('type="datetime-local"') <= 12
    if count == "11":
        assert 'name="add-session"' not in page


# --- one less ---------------------------------------------------------------------------


def test_one_taken_out_is_kept_until_it_is_saved(alice_client):
    panel = {"starts": "2026-11-24T15:30", "place": "Room 4"}

    taken_out = press(alice_client, "take-session-out", "sessions-0", panel)

    form = taken_out.context["form"]
    assert [part.is_taken_out for part in form.parts] == [False, True]
    page = taken_out.content.decode()
    assert "Session 2 is taken out" in page
    assert 'value="Room 4"' in page  # hidden, and sent again

    back = alice_client.post(
        INVITE, {**as_posted(form), "put-session-back": "sessions-0"}
    )
    (panel_form,) = back.context["form"].further.forms
    assert not panel_form.is_taken_out
    assert panel_form["place"].value() == "Room 4"


def test_one_taken_out_is_neither_judged_nor_saved(alice_client):
    response = alice_client.post(
        INVITE, posted({"starts": "soon", "link": "nowhere", "DELETE": "on"})
    )

    assert response.status_code == 302
    assert len(Round.objects.get().all_sessions) == 1


def test_the_first_one_can_go_too(alice_client):
    panel = {
        "starts": "2026-11-24T16:00",
        "formats": ["panel", "presentation"],
        "people-TOTAL_FORMS": "1",
        "people-0-name": "Dana Wu",
    }
    taken_out = press(
        alice_client,
        "take-session-out",
        "1",
        panel,
        time_zone="Europe/London",
        people=[{"name": "Rafael Ortiz"}],
    )

    form = taken_out.context["form"]
    assert form["starts"].value() == "2026-11-24T16:00"
    assert form.further.forms[0].is_taken_out
    assert form.further.forms[0]["starts"].value() == "2026-11-24T14:00"

    alice_client.post(INVITE, as_posted_with_people(form))
    (session,) = Round.objects.get().all_sessions
    assert session.formats == ["panel", "presentation"]
    assert session.time_zone == "Europe/London"  # it had that of the first one
    assert [person.name for person in session.people] == ["Dana Wu"]


def as_posted_with_people(form):
    sent = as_posted(form)
    for part_ in form.parts:
        sent[f"{part_.mark}people-TOTAL_FORMS"] = str(len(part_.people.forms))
        for row in part_.people:
            sent |= {f.html_name: f.value() for f in row if f.value()}
    return sent


def test_the_last_one_cannot_go(alice_client):
    response = press(alice_client, "take-session-out")

    assert [part.is_taken_out for part in response.context["form"].parts] == [False]


@pytest.mark.parametrize("value", ["", "sessions-", "sessions-99", "sessions-²", "x"])
@pytest.mark.parametrize(
    "button", ["take-session-out", "put-session-back", "add-person"]
)
def test_a_made_up_session_breaks_nothing(alice_client, button, value):
    assert press(alice_client, button, value).status_code == 200


def test_when_editing_the_first_can_go_and_the_rest_stay_themselves(
    alice, alice_client
):
    round_ = logged(alice)
    _, *rest = [session.pk for session in round_.all_sessions]
    url = f"/rounds/{round_.pk}/edit/"
    sent = as_posted(alice_client.get(url).context["form"])

    taken_out = alice_client.post(url, {**sent, "take-session-out": "1"})
    assert len(round_.sessions.all()) == 4
    response = alice_client.post(url, as_posted(taken_out.context["form"]))

    assert response.status_code == 302
    assert [session.pk for session in round_.sessions.all()] == rest


# --- while typing -----------------------------------------------------------------------


def test_every_session_is_told_what_its_times_mean(alice, alice_client):
    invited(acme(alice), starts_at=at(16))

    shown = alice_client.get(
        "/invites/check/",
        {
            "changed": "sessions-0",
            **{k: v for k, v in posted({"starts": "2026-11-24T10:00"}).items() if v},
            "time_zone": "America/New_York",
            "starts": "2026-11-24T08:00",
        },
    )

    first, second = shown.content.decode().split("</div>", 1)
    assert '<div id="times" hx-swap-oob="innerHTML">' in first
    assert "14:00–15:00 for you" in first
    assert "16:00 for you" in second
    assert "First interview at Acme is at the same time" in second


def test_picking_an_application_offers_its_people_in_every_session(alice, alice_client):
    application = acme(alice)
    invited(application, starts_at=None, people=(DANA,))

    fragment = alice_client.get(
        f"{INVITE}?application={application.pk}&sessions-TOTAL_FORMS=2", headers=HTMX
    ).content.decode()

    for place in ("known", "sessions-0-known", "sessions-1-known"):
        assert f'<div id="{place}" hx-swap-oob="true"' in fragment
        assert f'name="{place}"' in fragment


# --- begun by somebody who has read an invitation -----------------------------------------


def test_a_form_can_begin_with_several_sessions(alice):
    dana = invited(acme(alice), starts_at=None, people=(DANA,)).people[0]
    sessions = [
        part(at(9, 30), Person(name="Dana Wu", contact=dana), setting="video"),
        part(
            at(11), Person(name="Priya Nair", kind="peer"), link="https://x.example.com"
        ),
        SessionDetails(time_zone="Europe/London", starts_at=at(14)),
    ]

    form = InviteForm(
        owner=alice,
        now=NOW,
        initial={"application": dana.company.applications.get()},
        sessions=sessions,
    )

    first, second, third = form.parts
    assert f"{first['starts'].value():%H:%M}" == "09:30"
    assert first.known_people == [(dana, True)]
    assert second["link"].value() == "https://x.example.com"
    assert [row["name"].value() for row in second.people] == ["Priya Nair", None]
    assert third["time_zone"].value() == "Europe/London"
    assert f"{third['starts'].value():%H:%M}" == "13:00"
