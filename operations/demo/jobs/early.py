"""Saved, applied, in screening: no round yet."""

from __future__ import annotations

from interviews.sample.story import Job, Moved, Noted

_SAVED = (
    Job(
        company="Foxglove Care",
        role="Quality analyst",
        day=-9,
        stage="saved",
        about={"location": "Croydon", "source": "Job board"},
        steps=(Noted(day=-9, text="Closes at the end of the month. Ask Ines first."),),
    ),
    Job(
        company="Rookery Films",
        role="Audience researcher",
        day=-5,
        stage="saved",
        about={"location": "Bristol", "work_mode": "hybrid", "source": "Job board"},
    ),
    Job(
        company="Tern Software",
        role="Customer data analyst",
        day=-3,
        stage="saved",
        research="Booking software for ferries. Kittiwake is a customer of theirs.",
        about={"location": "Remote", "work_mode": "remote"},
    ),
    Job(
        company="Amberley Grid",
        role="Senior analyst, network planning",
        day=-1,
        stage="saved",
        about={
            "location": "London",
            "pay_from": 64000,
            "pay_to": 69000,
            "pay_currency": "GBP",
        },
    ),
)

_APPLIED = (
    Job(
        company="Pinecone Learning",
        role="Learning data analyst",
        day=-31,
        about={"location": "Remote", "work_mode": "remote", "source": "Newsletter"},
        steps=(Noted(day=-30, text="Automatic answer: three weeks at the least."),),
    ),
    Job(
        company="Mossbank Foods",
        role="Demand analyst",
        day=-27,
        about={"location": "Slough", "work_mode": "on_site", "source": "Job board"},
    ),
    Job(
        company="Thistle & Vane",
        role="Research analyst",
        day=-19,
        about={"location": "Edinburgh", "work_mode": "remote"},
    ),
    Job(
        company="Stonechat Media",
        role="Newsroom data analyst",
        day=-12,
        research="Local papers. Their data page has one author; perhaps the vacancy.",
        about={"location": "London", "source": "A byline I wrote to"},
        steps=(Noted(day=-11, text="Sent the piece on bus fares along."),),
    ),
    Job(
        company="Oakum Shipping",
        role="Fleet performance analyst",
        day=-10,
        about={"location": "London", "work_mode": "hybrid", "seniority": "mid"},
    ),
    Job(
        company="Juniper Row Homes",
        role="Portfolio analyst",
        day=-8,
        about={"location": "Croydon", "source": "Recruiter: Fenwick Search"},
    ),
    Job(
        company="Sundial Travel",
        role="Pricing analyst",
        day=-6,
        about={"location": "Brighton", "work_mode": "hybrid", "seniority": "mid"},
    ),
    Job(
        company="Yarrow Biotech",
        role="Trial data analyst",
        day=-4,
        about={"location": "Oxford", "role_type": "technical"},
    ),
    Job(
        company="Greyfriar Analytics",
        role="Consultant analyst",
        day=-2,
        about={"location": "London", "work_mode": "hybrid", "source": "Meet-up"},
    ),
)

_SCREENING = (
    Job(
        company="Copperline Telecom",
        role="Network insight analyst",
        day=-24,
        about={"location": "London", "work_mode": "hybrid"},
        steps=(
            Moved(day=-16, to="screening"),
            Noted(day=-16, text="Form with six questions, sent the same evening."),
        ),
    ),
    Job(
        company="Heronsgate Trust",
        role="Impact analyst",
        day=-20,
        research="Grants for allotments and playgrounds. A kind annual report.",
        about={"location": "London", "source": "Ines", "role_type": "other"},
        steps=(
            Moved(day=-7, to="screening"),
            Noted(
                day=-7,
                text="Call with Ruth in HR: two rounds, both in the same week. She "
                "rings again about dates.",
            ),
        ),
    ),
    Job(
        company="Bramblewick",
        role="Marketing analyst",
        day=-13,
        about={"location": "Leeds", "work_mode": "remote", "seniority": "mid"},
        steps=(
            Moved(day=-2, to="screening"),
            Noted(day=-2, text="Recruiter asked for pay; said 55 to 60."),
        ),
    ),
)

EARLY = (*_SAVED, *_APPLIED, *_SCREENING)
