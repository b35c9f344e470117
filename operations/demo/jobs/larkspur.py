"""One talk behind and one ahead: the round that everything is made ready for."""

from __future__ import annotations

from interviews.actions import Asked, SignDetails
from interviews.sample.story import ALL, Job, Met, Moved, Noted, person

LARKSPUR = Job(
    company="Larkspur Health",
    role="Senior product analyst",
    day=-34,
    website="https://larkspur.example.com",
    research=(
        "Appointment booking for 400 surgeries. Grew from bookings into reminders "
        "last spring; the analytics team is five people and reports to product."
    ),
    found_out={
        "mission": "Nobody should miss care for want of an appointment. The annual "
        "report names missed appointments as the number to bring down.",
        "culture": "Plain writing counts for more than tools, says Rosa.",
        "role": "How do they measure it today, and who decides what to try next?",
    },
    about={
        "location": "London",
        "work_mode": "hybrid",
        "source": "Ines, who used to work there",
        "pay_from": 62000,
        "pay_to": 70000,
        "pay_currency": "GBP",
        "role_type": "technical",
        "seniority": "senior",
    },
    steps=(
        Moved(day=-27, to="screening"),
        Noted(
            day=-27,
            text="Twenty minutes with Rosa in HR. Team of five, one leaver. They care "
            "about plain writing more than about tools.",
        ),
        Met(
            invited=-20,
            day=-15,
            at="11:00",
            minutes=45,
            setting="video",
            formats=("one_to_one",),
            people=(
                person(
                    "Dana Okafor",
                    "Head of product analytics",
                    "hiring_manager",
                    "dana.okafor@larkspur.example.com",
                ),
            ),
            link="https://meet.example.com/larkspur-first",
            ticked=3,
            notes="Next time: people before tables.",
            questions=(
                Asked(
                    text="How would you find out why people miss appointments?",
                    went="I started with the data; Dana wanted to hear about talking "
                    "to the surgeries first.",
                    lengthen=True,
                ),
                Asked(text="Which number did you stop reporting?", went="She laughed."),
            ),
            topics={"Dana Okafor": "starting with the surgeries before the tables"},
            boxes={
                "hints": "Somebody who asks before building.",
                "unsaid": "The reminder letters I rewrote at the library.",
                "promises": "A panel next, with ten minutes to present.",
                "own_questions": "Who decides what to try next?",
            },
            red_flags=(
                SignDetails(
                    happened="The leaver is spoken of in half sentences.",
                    who="Dana",
                    asked_for="yes",
                    otherwise="It may simply be private.",
                ),
            ),
            good_signs=(
                SignDetails(
                    happened="Dana showed me the backlog for spring.",
                    who="Dana",
                    asked_for="no",
                    otherwise="She shows it to everybody.",
                ),
            ),
            thanked=ALL,
            answered=-8,
            outcome="next_round",
        ),
        Met(
            invited=-7,
            day=1,
            at="10:00",
            minutes=120,
            setting="on_site",
            formats=("panel", "presentation"),
            people=(
                person(
                    "Dana Okafor",
                    "Head of product analytics",
                    "hiring_manager",
                    "dana.okafor@larkspur.example.com",
                ),
                person("Martin Hale", "Chief product officer", "executive"),
                person("Priya Nair", "Senior analyst", "peer"),
            ),
            place="14 Tanner Row, third floor; ask for Rosa at the desk",
            to_prepare="Ten minutes on a product decision you changed with data. Three "
            "slides at most. Bring a laptop with HDMI.",
            promised=6,
            ticked=4,
        ),
    ),
)
