"""One invitation of each form and language, read to have all at hand for the next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from interviews.invites.reading import read
from interviews.invites.telling import found_as_data

_RECEIVED = datetime(2026, 11, 20, 12, tzinfo=UTC)

# As long and as full as those of the usual services: what a process that waits reads
# first touches the memory that the next invitation will need.
_EVENT = """BEGIN:VCALENDAR
PRODID:-//Sample//EN
VERSION:2.0
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Their own
X-LIC-LOCATION:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20201025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:sample-0000000000000000000000000000000000000000@example.com
DTSTAMP:20261120T090000Z
CREATED:20261119T090000Z
LAST-MODIFIED:20261120T090000Z
SEQUENCE:0
STATUS:CONFIRMED
CLASS:PUBLIC
TRANSP:OPAQUE
DTSTART;TZID="{zone}":20261203T140000
DURATION:PT1H
SUMMARY:Second interview\\, Data Analyst - Globex
ORGANIZER;CN=Nora Lind:mailto:nora@globex.example.com
ATTENDEE;CN="Wu, Dana";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;
 RSVP=TRUE:mailto:dana@globex.example.com
ATTENDEE;CN=Tom Barnes;ROLE=OPT-PARTICIPANT:mailto:tom@globex.example.com
ATTENDEE;CN=Sam Doe;PARTSTAT=NEEDS-ACTION:mailto:sam@example.com
RRULE:FREQ=WEEKLY;COUNT=2
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
LOCATION:Room 3\\, 1 Main Street
DESCRIPTION;LANGUAGE=en:Hi Sam\\,\\n\\nwe are glad to invite you to the second round
  for the Data Analyst role at Globex. You will meet Dana Wu\\, VP Analytics\\, an
 d our engineer\\, Tom Barnes (Lead Developer). Please prepare a short presentation
 .\\n\\n14:00 Dana Wu\\n14:30 Tom Barnes\\n\\nBest regards\\,\\nNora Lind\\nTalent Par
 tner\\nGlobex GmbH\\n\\n________________________________\\nJoin the meeting<https:
 //teams.microsoft.com/l/meetup-join/19%3ameeting_sample%40thread.v2/0>\\nMeeting I
 D: 231 000 000 000\\nPasscode: aB3dE7\\n\\nDial in by phone\\n+1 555-0100\\,\\,90000
 0000# United States\\nFind a local number<https://dialin.example.com/?id=900000000
 >\\nhttps://zoom.us/j/10000000000?pwd=sample\\nOne tap mobile\\n+15550101\\,\\,1000
 0000000#\\n________________________________\\nFor organizers: options | reset\\n
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Reminder
TRIGGER:-PT10M
END:VALARM
END:VEVENT
END:VCALENDAR
"""
_ZONES = (
    "Europe/Berlin",
    "W. Europe Standard Time",
    "(UTC+01:00) Amsterdam, Berlin",
    "Their own",
    "Nobody's",
)
_MAIL = """From: Nora Lind <nora@example.com>
Subject: Second interview
Date: Fri, 20 Nov 2026 09:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>We would like to invite you to a <b>panel interview</b> for the Analyst role</p>
<p>on 3/12 at 2pm CST, 45 minutes, at <a href=3D"https://zoom.us/j/1">Zoom</a>.</p>
--b
Content-Type: text/calendar

{event}
--b--
"""
_TEXTS = (
    "Hi Sam,\nwe would like to invite you to a second interview for the Data Analyst"
    " role on Thursday 3 December, 2pm-3pm GMT, with Dana Wu (VP Analytics) at 1 Main"
    " Street. Please prepare a short presentation.\n\n09:00 Dana Wu\n10:00 Lunch\n\n"
    "Best regards\nNora Lind\nGlobex\n\nOn Mon, Nov 16, 2026, Sam wrote:\n> tomorrow?",
    "Sehr geehrte Frau Muster,\nwir laden Sie zum zweiten Gespräch am Donnerstag, den"
    " 3. Dezember um 14 Uhr mit Frau Anna Schmidt (Leiterin Entwicklung) ein.",
    "Bonjour, nous vous proposons un entretien le jeudi 3 décembre à 14h30 (heure de"
    " Paris) avec Mme Claire Dubois, directrice technique.",
    "Hola, te invitamos a una entrevista el jueves 3 de diciembre a las 16:00 con"
    " Marta Ruiz, Directora de Producto.",
    "We regret to inform you that the position has been filled.",
)


def rehearsals() -> Iterator[str]:
    """Each of them read and told: patterns get compiled, zones and words loaded.

    The first three differ most: who has time for no more is served best by them.
    """
    event, *events = [_EVENT.format(zone=zone) for zone in _ZONES]
    text, *texts = _TEXTS
    for sample in (event, text, _MAIL.format(event=event), *events, *texts):
        found = read(sample.encode(), received_at=_RECEIVED, zone="Europe/Berlin")
        yield json.dumps(found_as_data(found))
