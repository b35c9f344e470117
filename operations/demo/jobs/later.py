"""Waiting, not dated yet, put off, and an offer."""

from __future__ import annotations

from interviews.actions import SignDetails
from interviews.sample.story import ALL, Job, Met, Moved, Noted, Offered, person

_PLOVER = Job(
    company="Plover Robotics",
    role="Product data analyst",
    day=-29,
    website="https://plover.example.com",
    research="Sorting arms for recycling plants. Just opened a second workshop.",
    about={"location": "Cambridge", "work_mode": "hybrid", "role_type": "technical"},
    steps=(
        Moved(day=-22, to="screening"),
        Met(
            invited=-17,
            day=-12,
            at="14:30",
            minutes=40,
            setting="video",
            formats=("one_to_one",),
            people=(person("Sofia Marchetti", "Head of product", "hiring_manager"),),
            notes="Warm. She asked what I would want to see on my first day.",
            thanked=ALL,
            answered=-3,
            outcome="next_round",
        ),
        Met(
            invited=-2,
            day=None,
            setting="on_site",
            formats=("work_simulation", "office_tour"),
            people=(person("Sofia Marchetti", "Head of product", "hiring_manager"),),
            to_prepare="An afternoon in the workshop; they will send dates.",
        ),
    ),
)

_UNDERHILL = Job(
    company="Underhill Museums",
    role="Visitor insight manager",
    day=-46,
    website="https://underhill.example.com",
    research="Four small museums under one roof organisation; free entry since May.",
    about={
        "location": "Bath",
        "work_mode": "on_site",
        "source": "A friend of the museum",
        "role_type": "other",
        "seniority": "leadership",
    },
    steps=(
        Met(
            invited=-18,
            day=-4,
            at="11:30",
            minutes=75,
            setting="on_site",
            formats=("panel", "presentation"),
            people=(
                person("Eleanor Voss", "Director", "executive"),
                person("Rhys Penhallow", "Head of visitors", "hiring_manager"),
                person("Joan Tarrant", "Trustee", "other"),
            ),
            place="The Old Assembly Room, Underhill",
            to_prepare="Fifteen minutes: what a museum should ask its visitors.",
            promised=3,
            ticked=4,
            notes="Eleanor decides, Joan asks the hard questions. They answer within "
            "the week. Ask about the ticket data next time.",
            thanked=ALL,
            thanked_after=22,
        ),
    ),
)

_FATHOM = Job(
    company="Fathom Weather",
    role="Forecast data analyst",
    day=-26,
    website="https://fathom.example.com",
    research="Sea forecasts for harbours and wind farms.",
    about={"location": "Southampton", "work_mode": "hybrid", "role_type": "technical"},
    steps=(
        Moved(day=-15, to="screening"),
        Met(
            invited=-10,
            day=-3,
            at="10:00",
            setting="video",
            formats=("one_to_one",),
            people=(person("Alasdair Munro", "Forecast lead", "hiring_manager"),),
            link="https://meet.example.com/fathom",
            cancelled=-4,
        ),
        Noted(day=-4, text="Alasdair is ill; new date next week, same link."),
        Met(
            invited=-3,
            day=6,
            at="10:00",
            minutes=None,
            setting="video",
            formats=("one_to_one",),
            people=(person("Alasdair Munro", "Forecast lead", "hiring_manager"),),
            link="https://meet.example.com/fathom",
        ),
    ),
)

_WREN = Job(
    company="Wren & Alder",
    role="Insight analyst",
    day=-71,
    website="https://wrenalder.example.com",
    research=(
        "Garden centres with a very good shop on the web. Family firm, third "
        "generation, calm people. The analyst before me stayed nine years."
    ),
    about={
        "location": "London",
        "work_mode": "hybrid",
        "source": "Notice in the shop",
        "pay_from": 54000,
        "pay_to": 58000,
        "pay_currency": "GBP",
        "role_type": "other",
        "seniority": "senior",
    },
    steps=(
        Moved(day=-63, to="screening"),
        Met(
            invited=-56,
            day=-49,
            at="15:00",
            minutes=30,
            setting="phone",
            formats=("one_to_one",),
            people=(person("Clara Finch", "HR manager", "hr"),),
            thanked=ALL,
            answered=-42,
            outcome="next_round",
        ),
        Met(
            invited=-38,
            day=-29,
            at="09:30",
            minutes=90,
            setting="on_site",
            formats=("panel", "office_tour"),
            people=(
                person("Edmund Wren", "Managing director", "executive"),
                person("Nadia Rahman", "Web shop manager", "hiring_manager"),
            ),
            place="The nursery, Ham",
            notes="Edmund walked us through the greenhouses. They want weekly answers, "
            "not a dashboard. I liked them.",
            thanked=ALL,
            answered=-20,
            outcome="next_round",
        ),
        Met(
            invited=-16,
            day=-8,
            at="12:00",
            minutes=90,
            setting="on_site",
            formats=("meal",),
            people=(
                person("Edmund Wren", "Managing director", "executive"),
                person("Nadia Rahman", "Web shop manager", "hiring_manager"),
            ),
            place="The café at the nursery",
            thanked=ALL,
            answered=-2,
            outcome="offer",
        ),
        Noted(
            day=-2,
            text="Edmund rang: they would like me. Asked for it in writing, and it "
            "came the same afternoon.",
        ),
        Offered(
            day=-2,
            pay="56500",
            terms={
                "bonus": "A tenth of the year’s pay when the shop does well; last year "
                "it did.",
                "work_mode": "hybrid",
                "place": "The nursery, Ham",
                "terms": "Four days a month on site. 28 days of holiday. Notice of "
                "three months on both sides.",
                "notes": "Nadia would be my manager. Ask what the first three months "
                "look like.",
            },
            days={"deadline_on": 9, "starts_on": 45},
        ),
    ),
)

_QUAYSIDE = Job(
    company="Quayside Cycles",
    role="Operations data analyst",
    day=-40,
    website="https://quayside.example.com",
    research="Hire bikes in five harbour towns. Grew fast; two analysts so far.",
    about={"location": "Portsmouth", "work_mode": "on_site", "role_type": "other"},
    steps=(
        Moved(day=-33, to="screening"),
        Met(
            invited=-26,
            day=-17,
            at="11:00",
            minutes=90,
            setting="on_site",
            formats=("panel",),
            people=(
                person("Gwen Tolland", "Head of operations", "hiring_manager"),
                person("Idris Vaughan", "Analyst", "peer"),
            ),
            place="The old ferry office, Portsmouth",
            boxes={
                "own_questions": "Why is the post free?\nHow do you set the rota?",
                "pay_raised": "by_them",
            },
            notes="Idris walked me to the workshop. Gwen was called out twice.",
            red_flags=(
                SignDetails(
                    happened="The third analyst in two years, said Idris.",
                    who="Idris Vaughan",
                    otherwise="One of them moved to the bikes side.",
                ),
            ),
            thanked=ALL,
            answered=-3,
            outcome="offer",
        ),
        Offered(
            day=-3,
            pay="58000",
            terms={
                "work_mode": "on_site",
                "place": "Portsmouth",
                "terms": "Every fourth weekend on call. 25 days of holiday.",
                "notes": "Would mean moving, or two hours a day on the train.",
            },
            days={"deadline_on": 5, "starts_on": 30},
        ),
    ),
)

LATER = (_PLOVER, _UNDERHILL, _FATHOM, _WREN, _QUAYSIDE)
