"""What came to an end: one way or the other, some of it put away."""

from __future__ import annotations

from interviews.sample.story import (
    ALL,
    Archived,
    Job,
    Met,
    Moved,
    Noted,
    Parted,
    person,
)

_ACCEPTED = Job(
    company="Saltmarsh Studios",
    role="Survey analysis, six-week contract",
    day=-118,
    research="Documentary makers. A survey of 2,000 viewers, nobody to read it.",
    about={"location": "Remote", "work_mode": "remote", "source": "Ines"},
    steps=(
        Met(
            invited=-114,
            day=-110,
            at="14:00",
            minutes=30,
            setting="video",
            formats=("one_to_one",),
            people=(person("Ottilie Grant", "Producer", "hiring_manager"),),
            thanked=ALL,
            answered=-107,
            outcome="offer",
        ),
        Moved(day=-106, to="accepted"),
        Noted(day=-62, text="Handed over. Ottilie will be a reference."),
        Archived(day=-60),
    ),
)

_AFTER_ROUNDS = (
    Job(
        company="Owlgate Security",
        role="Threat data analyst",
        day=-103,
        about={"location": "London", "role_type": "technical"},
        steps=(
            Moved(day=-95, to="screening"),
            Met(
                invited=-90,
                day=-84,
                at="11:00",
                setting="video",
                formats=("skills_test",),
                people=(person("Viktor Hahn", "Detection lead", "hiring_manager"),),
                notes="Window functions under time. Practise those.",
                thanked=ALL,
                answered=-76,
                outcome="no",
            ),
            Parted(day=-75, asked=False),
            Archived(day=-40),
        ),
    ),
    Job(
        company="Tidewrack Insurance",
        role="Claims analyst",
        day=-97,
        about={"location": "Norwich", "work_mode": "hybrid"},
        steps=(
            Moved(day=-88, to="screening"),
            Met(
                invited=-80,
                day=-74,
                at="15:00",
                minutes=30,
                setting="phone",
                formats=("one_to_one",),
                people=(person("Sally Brook", "Recruiter", "hr"),),
                thanked=ALL,
                answered=-68,
                outcome="next_round",
            ),
            Met(
                invited=-66,
                day=-59,
                at="10:00",
                minutes=90,
                setting="on_site",
                formats=("panel",),
                people=(
                    person("Derek Lyle", "Head of claims", "hiring_manager"),
                    person("Farah Aziz", "Pricing actuary", "peer"),
                ),
                place="Castle Gate, Norwich",
                notes="Derek wanted insurance years. Farah was generous.",
                thanked=ALL,
                thanked_after=23,
                answered=-47,
                outcome="no",
            ),
            Parted(
                day=-46,
                review={
                    "went_well": "The loss tables: Derek asked for a copy.",
                    "went_badly": "I talked about the library when he asked about risk.",
                    "change": "Bring one example from their own business.",
                    "feedback": "They took somebody from inside. Farah wrote kindly: "
                    "more on how I would price, less on how I would chart.",
                },
                kept={
                    "Farah Aziz": "Moves to a new team in spring; write to her then."
                },
            ),
        ),
    ),
    Job(
        company="Meridian Loop",
        role="Mobility analyst",
        day=-79,
        about={"location": "Manchester", "work_mode": "hybrid"},
        steps=(
            Met(
                invited=-64,
                day=-55,
                at="13:30",
                setting="video",
                formats=("case_study",),
                people=(person("Ingrid Solberg", "City lead", "hiring_manager"),),
                thanked=ALL,
                asked=-46,
                answered=-1,
                outcome="no",
            ),
        ),
    ),
    Job(
        company="Velvet Ant Games",
        role="Player insight analyst",
        day=-68,
        about={"location": "Dundee", "work_mode": "remote", "role_type": "technical"},
        steps=(
            Met(
                invited=-54,
                day=-48,
                at="16:00",
                setting="video",
                formats=("one_to_one",),
                people=(person("Kit Farrell", "Live games lead", "hiring_manager"),),
                notes="Evening and weekend cover every third week. Not for me.",
                thanked=ALL,
                answered=-46,
                outcome="withdrawn",
            ),
        ),
    ),
    Job(
        company="Kittiwake Ferries",
        role="Revenue analyst",
        day=-86,
        about={"location": "Aberdeen", "work_mode": "remote"},
        steps=(
            Moved(day=-78, to="screening"),
            Met(
                invited=-70,
                day=-62,
                at="09:00",
                minutes=45,
                setting="video",
                formats=("one_to_one",),
                people=(person("Morag Sinclair", "Revenue manager", "hiring_manager"),),
                thanked=ALL,
                asked=-52,
            ),
            Moved(day=-33, to="no_response"),
        ),
    ),
)


def _ended(company: str, role: str, day: int, ended: int, to: str, place: str) -> Job:
    """An application that ended without a round."""
    steps = (Moved(day=ended, to=to),)
    return Job(
        company=company, role=role, day=day, steps=steps, about={"location": place}
    )


_ON_PAPER = (
    _ended("Basalt Works", "Plant data analyst", -112, -99, "rejected", "Sheffield"),
    _ended("Longacre Retail", "Trading analyst", -93, -82, "rejected", "London"),
    _ended("Saffron Walk", "Customer analyst", -75, -70, "rejected", "London"),
    _ended("Ember & Rye", "Menu analyst", -49, -36, "rejected", "London"),
    _ended("Dovetail Rail", "Timetable analyst", -66, -58, "withdrawn", "York"),
    _ended("Marrow Lane Books", "Sales analyst", -108, -61, "no_response", "Oxford"),
    _ended("Orchard Grid", "Energy data analyst", -89, -45, "no_response", "London"),
    _ended("Lumen House", "Insight executive", -64, -28, "no_response", "London"),
)

CLOSED = (_ACCEPTED, *_AFTER_ROUNDS, *_ON_PAPER)
