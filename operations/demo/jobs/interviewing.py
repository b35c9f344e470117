"""Rounds ahead and rounds just over: what Today is made of."""

from __future__ import annotations

from interviews.sample.story import ALL, SOON, Job, Met, Moved, Sitting, person
from operations.demo.jobs.larkspur import LARKSPUR

_KESTREL = Job(
    company="Kestrel Freight",
    role="Operations analyst",
    day=-41,
    website="https://kestrel.example.com",
    research=(
        "Regional haulage, 90 lorries, two depots. Bought a routing system in January "
        "and is still learning what it says."
    ),
    about={
        "location": "Reading",
        "work_mode": "hybrid",
        "source": "Their own careers page",
        "role_type": "other",
        "seniority": "mid",
    },
    steps=(
        Moved(day=-33, to="screening"),
        Met(
            invited=-26,
            day=-21,
            at="15:30",
            minutes=30,
            setting="phone",
            formats=("one_to_one",),
            people=(person("Gwen Pritchard", "People partner", "hr"),),
            notes="Mostly notice period and why freight. Said the panel will ask for "
            "a time I changed my mind.",
            thanked=ALL,
            answered=-13,
            outcome="next_round",
        ),
        Met(
            invited=-11,
            day=-1,
            at="14:00",
            minutes=90,
            setting="video",
            formats=("panel", "case_study"),
            people=(
                person("Tom Ashworth", "Operations director", "executive"),
                person(
                    "Leila Haddad",
                    "Planning manager",
                    "hiring_manager",
                    "leila.haddad@kestrel.example.com",
                ),
                person("Owen Blythe", "Route planner", "peer"),
            ),
            link="https://meet.example.com/kestrel-panel",
            to_prepare="Read the two-page case on late deliveries; expect questions.",
            promised=5,
            ticked=3,
            notes="The case went well once I asked what a late delivery costs them. "
            "Tom pressed on what I would stop doing. Leila laughed at the depot map.",
            thanked=("Leila Haddad",),
            thanked_after=2,
            drafts={
                "Tom Ashworth": "Dear Mr Ashworth,\n\nThank you for your time and "
                "for the case. Your question about what to stop stayed with me: I "
                "would begin with the weekly depot report, because"
            },
        ),
    ),
)

_HALFMOON = Job(
    company="Halfmoon Maps",
    role="Analytics engineer",
    day=-23,
    website="https://halfmoon.example.com",
    research="Walking maps; 30 people, all remote, most of them in New York.",
    about={
        "location": "Remote",
        "work_mode": "remote",
        "source": "A newsletter for data people",
        "pay_from": 85000,
        "pay_to": 95000,
        "pay_currency": "USD",
        "role_type": "technical",
        "seniority": "mid",
    },
    steps=(
        Moved(day=-16, to="screening"),
        Met(
            invited=-6,
            day=0,
            at=SOON,
            minutes=60,
            zone="America/New_York",
            setting="video",
            formats=("skills_test", "one_to_one"),
            people=(
                person("Caleb Stone", "Data platform lead", "hiring_manager"),
                person("Mei Tanaka", "Analytics engineer", "peer"),
            ),
            link="https://meet.example.com/halfmoon-skills",
            to_prepare="SQL in a shared editor. Have the walking-routes sample loaded.",
            ticked=3,
        ),
    ),
)

_WINTERBOURNE = Job(
    company="Winterbourne Water",
    role="Data analyst, leakage",
    day=-52,
    website="https://winterbourne.example.com",
    research="Public utility. Leakage targets are published every quarter.",
    about={"location": "Guildford", "work_mode": "hybrid", "seniority": "mid"},
    steps=(
        Moved(day=-40, to="screening"),
        Met(
            invited=-30,
            day=-24,
            at="09:30",
            minutes=45,
            setting="video",
            formats=("one_to_one",),
            people=(person("Helen Marsh", "Asset data manager", "hiring_manager"),),
            thanked=ALL,
            thanked_after=23,
            answered=-17,
            outcome="next_round",
        ),
        Met(
            invited=-14,
            day=-9,
            at="13:00",
            minutes=75,
            setting="on_site",
            formats=("panel", "skills_test"),
            people=(
                person("Helen Marsh", "Asset data manager", "hiring_manager"),
                person("Grant Sutton", "Network engineer", "peer"),
            ),
            place="Millbrook House, Guildford",
            notes="Helen: “we will be in touch soon”. No date named.",
            thanked=ALL,
        ),
    ),
)

_JONAS = person("Jonas Weil", "Risk analytics lead", "hiring_manager")
_IDRIS = person("Idris Kaya", "Risk analyst", "peer")

_SILVERBIRCH = Job(
    company="Silverbirch Pay",
    role="Senior data analyst, risk",
    day=-58,
    website="https://silverbirch.example.com",
    research=(
        "Card payments for market traders. Fraud losses halved in two years; the "
        "founder talks about it often. Three offices, London is the smallest."
    ),
    about={
        "location": "London",
        "work_mode": "on_site",
        "source": "Recruiter: Fenwick Search",
        "pay_from": 68000,
        "pay_to": 76000,
        "pay_currency": "GBP",
        "role_type": "technical",
        "seniority": "senior",
    },
    steps=(
        Moved(day=-50, to="screening"),
        Met(
            invited=-43,
            day=-37,
            at="16:00",
            minutes=30,
            setting="phone",
            formats=("one_to_one",),
            people=(person("Amara Cole", "Talent partner", "hr"),),
            thanked=ALL,
            answered=-30,
            outcome="next_round",
        ),
        Met(
            invited=-28,
            day=-19,
            at="10:30",
            setting="video",
            formats=("problem_task",),
            people=(_JONAS,),
            notes="Chargebacks by trader type. I forgot to say what I would check "
            "first. Jonas liked the question about seasonal stalls.",
            thanked=ALL,
            answered=-10,
            outcome="next_round",
        ),
        Met(
            invited=-5,
            day=4,
            at="09:30",
            minutes=60,
            setting="on_site",
            formats=("one_to_one", "case_study"),
            people=(_JONAS,),
            place="Silverbirch Pay, 3 Garnet Street",
            further=(
                Sitting(
                    at="11:00",
                    minutes=60,
                    setting="on_site",
                    formats=("panel",),
                    people=(
                        person("Beatrix Lund", "Chief risk officer", "executive"),
                        _JONAS,
                        _IDRIS,
                    ),
                    place="Silverbirch Pay, the board room",
                ),
                Sitting(
                    at="12:15",
                    minutes=75,
                    formats=("meal",),
                    people=(_JONAS, _IDRIS),
                    place="Nettle & Thyme, across the street",
                ),
                Sitting(at="13:45", minutes=30, formats=("office_tour",)),
            ),
            to_prepare="A case on the day, on paper. Nothing to send beforehand.",
            ticked=1,
        ),
    ),
)

INTERVIEWING = (LARKSPUR, _KESTREL, _HALFMOON, _WINTERBOURNE, _SILVERBIRCH)
