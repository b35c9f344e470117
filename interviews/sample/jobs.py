"""A small search to look around with: six jobs, one at each stage that is under way.

Every name and every text is made up. Nothing of it names a country: whoever looks at it
may live anywhere.
"""

from __future__ import annotations

from interviews.sample.story import ALL, Job, Met, Moved, Noted, Offered, person

_SAVED = Job(
    company="Harbour Lane Books",
    role="Community manager",
    day=-2,
    stage="saved",
    research="Four bookshops and a reading room. They look for somebody for evenings.",
    about={"location": "By the harbour", "work_mode": "on_site", "source": "A friend"},
    steps=(Noted(day=-2, text="Closes in two weeks. Read their newsletter first."),),
)

_QUIET = Job(
    company="Ninefold Games",
    role="Player support lead",
    day=-23,
    about={"location": "Remote", "work_mode": "remote", "source": "Job board"},
    steps=(Noted(day=-23, text="Sent the short version of the résumé."),),
)

_SCREENING = Job(
    company="Saltwort Energy",
    role="Customer success manager",
    day=-13,
    about={"work_mode": "hybrid", "source": "Recruiter", "seniority": "mid"},
    steps=(
        Moved(day=-3, to="screening"),
        Noted(day=-3, text="Filled in their form. They ring within the week."),
    ),
)

_AHEAD = Job(
    company="Marlow & Finch",
    role="Service designer",
    day=-24,
    website="https://marlowfinch.example.com",
    research="Design for clinics and libraries. Twelve people, one big table.",
    about={
        "location": "Remote",
        "work_mode": "remote",
        "source": "Their own careers page",
        "seniority": "senior",
    },
    steps=(
        Moved(day=-18, to="screening"),
        Met(
            invited=-15,
            day=-11,
            at="11:00",
            minutes=30,
            setting="phone",
            formats=("one_to_one",),
            people=(person("Ada Lindqvist", "People partner", "hr"),),
            notes="Why I left, and when I could begin. She promised the panel soon.",
            thanked=ALL,
            answered=-6,
            outcome="next_round",
        ),
        Met(
            invited=-4,
            day=2,
            at="14:00",
            minutes=75,
            setting="video",
            formats=("panel", "presentation"),
            people=(
                person("Noor Haddad", "Design director", "hiring_manager"),
                person("Piet Okafor", "Service designer", "peer"),
            ),
            link="https://meet.example.com/marlow-finch",
            to_prepare="Ten minutes on one project, with what you would do otherwise.",
            ticked=2,
        ),
    ),
)

_JUST_OVER = Job(
    company="Tidewater Rail",
    role="Operations planner",
    day=-30,
    website="https://tidewater.example.com",
    research="Night trains along the coast. Two new lines since spring.",
    about={"location": "The old station", "work_mode": "hybrid", "source": "Ines"},
    steps=(
        Moved(day=-21, to="screening"),
        Met(
            invited=-16,
            day=-12,
            at="10:00",
            minutes=45,
            setting="video",
            formats=("one_to_one",),
            people=(person("Bruno Keller", "Head of planning", "hiring_manager"),),
            thanked=ALL,
            answered=-8,
            outcome="next_round",
        ),
        Met(
            invited=-7,
            day=-1,
            at="13:30",
            minutes=60,
            setting="on_site",
            formats=("panel", "case_study"),
            people=(
                person("Bruno Keller", "Head of planning", "hiring_manager"),
                person("Selma Aydin", "Timetable lead", "peer"),
                person("Ruth Castell", "Operations director", "executive"),
            ),
            place="Tidewater Rail, platform office",
            promised=6,
            ticked=3,
            notes="The case was a closed bridge. Ruth asked what I would tell the "
            "passengers first. Selma drew the whole night on one sheet.",
            thanked=("Bruno Keller",),
            thanked_after=2,
            drafts={
                "Ruth Castell": "Dear Ms Castell,\n\nThank you for your time. Your "
                "question about the passengers stayed with me: I would"
            },
        ),
    ),
)

_OFFER = Job(
    company="Greenbank Kitchens",
    role="Supply coordinator",
    day=-38,
    research="Kitchens for schools. They buy from farms nearby.",
    about={"work_mode": "on_site", "source": "A notice in the market hall"},
    steps=(
        Met(
            invited=-28,
            day=-20,
            at="09:30",
            minutes=60,
            setting="on_site",
            formats=("one_to_one", "office_tour"),
            people=(person("Maren Holt", "Head of supply", "hiring_manager"),),
            place="The kitchen at the market",
            notes="Maren showed me the cold store. They want calm, not speed.",
            thanked=ALL,
            answered=-2,
            outcome="offer",
        ),
        Offered(
            day=-2,
            pay="46000",
            currency="EUR",
            terms={
                "work_mode": "on_site",
                "terms": "Early start, home by three. 28 days of holiday.",
            },
            days={"deadline_on": 8, "starts_on": 40},
        ),
    ),
)

JOBS = (_SAVED, _QUIET, _SCREENING, _AHEAD, _JUST_OVER, _OFFER)
