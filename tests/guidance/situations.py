"""Situations nobody thought of, for the properties every choice must keep."""

from __future__ import annotations

from hypothesis import strategies as st

from guidance.situation import (
    Format,
    InterviewerKind,
    Logged,
    Material,
    Outcome,
    PayRaised,
    Phase,
    RoleType,
    Seniority,
    Setting,
    Situation,
)

unknown_or_bool = st.none() | st.booleans()
ALL_FACTS = {
    "number": st.none() | st.integers(1, 6),
    "outcome": st.none() | st.sampled_from(Outcome),
    "settings": st.frozensets(st.sampled_from(Setting)),
    "formats": st.frozensets(st.sampled_from(Format)),
    "sessions": st.none() | st.integers(1, 5),
    "several_sessions": unknown_or_bool,
    "materials": st.frozensets(st.sampled_from(Material)),
    "to_prepare": unknown_or_bool,
    "interviewer_kinds": st.frozensets(st.sampled_from(InterviewerKind)),
    "interviewers": st.none() | st.integers(0, 20),
    "role_type": st.none() | st.sampled_from(RoleType),
    "seniority": st.none() | st.sampled_from(Seniority),
    "new_to_job_hunting": unknown_or_bool,
    "starts_known": unknown_or_bool,
    "length_known": unknown_or_bool,
    "minutes_until_start": st.none() | st.integers(-600, 60 * 24 * 30),
    "days_since_end": st.none() | st.integers(0, 40),
    "has_log": unknown_or_bool,
    "log": st.frozensets(st.sampled_from(Logged)),
    "has_debrief": unknown_or_bool,
    "promised": unknown_or_bool,
    "days_until_promised": st.none() | st.integers(-20, 20),
    "overdue": unknown_or_bool,
    "replied": unknown_or_bool,
    "feedback_asked": unknown_or_bool,
    "red_flags_noted": unknown_or_bool,
    "thank_yous_owed": st.none() | st.integers(0, 20),
    "thank_yous_sent": st.none() | st.integers(0, 20),
    "status_check_sent": unknown_or_bool,
    "pay_raised": st.none() | st.sampled_from(PayRaised),
}


def situations(**facts: st.SearchStrategy[object]) -> st.SearchStrategy[Situation]:
    """Any situation; `facts` narrows some of them."""
    phases = {"phase": st.none() | st.sampled_from(Phase)}
    return st.builds(Situation, **{**phases, **ALL_FACTS, **facts})


def in_phase(*phases: Phase) -> st.SearchStrategy[Situation]:
    return situations(phase=st.sampled_from(phases))
