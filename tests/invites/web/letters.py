"""Invitations to hand in, written for the tests; the world stands at NOW."""

from __future__ import annotations

LETTER = """Hi Alice,

thank you for your time last week. We would like to invite you to a second interview for the Data Analyst position on Monday 30 November 2026, 2pm-3pm (Berlin time), via Zoom:
https://zoom.us/j/8812204417

You will meet Priya Nair (VP Analytics) and Tom Keller in a panel. Please prepare a ten-minute presentation of a past project.

Best,
Nora Lind
Talent Partner, Globex
"""
AMBIGUOUS = LETTER.replace("(Berlin time)", "CST")
ON_SITE = """Dear Alice,
we look forward to your on-site interviews at Globex on Thursday 3 December 2026, times in CET, at Friedrichstr. 1, Berlin.

09:00 - 09:45 Dana Wu, VP Product: panel
09:45 - 10:30 Rafael Ortiz: case study
12:00 - 13:00 Lunch with the team

Best, Nora Lind
Globex
"""
REJECTION = """Dear Alice,
we regret to inform you that we will not be moving forward with your application for the Data Analyst role at Globex.
Best, Nora Lind
"""
CONFIRMATION = """Dear Alice,
thank you for applying for the Data Analyst position at Initech. We have received your application and will review it.
The Initech recruiting team
"""
NEWSLETTER = """Our weekly newsletter: ten tips for your job search, read more on our blog. Unsubscribe here.
"""


def event(
    *,
    start: str = "20261130T130000Z",
    end: str = "20261130T140000Z",
    method: str = "REQUEST",
    sequence: int = 0,
    uid: str = "round-1@globex.test",
) -> str:
    """A calendar file of an interview at Globex; times are UTC."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Test//EN",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20261120T090000Z",
        f"SEQUENCE:{sequence}",
        f"DTSTART:{start}",
        f"DTEND:{end}",
        "SUMMARY:Second interview at Globex: Data Analyst",
        "ORGANIZER;CN=Nora Lind:mailto:nora.lind@globex.test",
        "ATTENDEE;CN=Alice:mailto:alice@example.com",
        "LOCATION:https://meet.google.com/abc-defg-hij",
        *(["STATUS:CANCELLED"] if method == "CANCEL" else []),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines)


TASK = """Hi Alice,
as a next step please complete our take-home assignment for the Data Analyst role: analyse the attached data set and send us your results by Friday.
Nora Lind, Globex
"""
