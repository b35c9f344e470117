"""Subject lines: they name the people, the company and the round."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from interviews.models import Round
from reminders.emails.words import (
    first_fitting,
    full_and_short,
    one_line,
    shorten,
    shorter_and_shorter,
)
from reminders.models import Kind

_SEVERAL = {
    Kind.PREPARE: "Prepare for {}",
    Kind.THANK_YOU: "Thank-you notes for {}",
    Kind.DEBRIEF: "Write down how it went: {}",
    Kind.STATUS_CHECK: "Ask where they stand: {}",
    Kind.FEEDBACK_REQUEST: "Ask for feedback: {}",
}


def company_of(round_: Round) -> str:
    """The company's name, safe in a header."""
    return one_line(round_.application.company.name)


def of_several(kind: Kind, rounds: Sequence[Round]) -> str:
    """For several rounds: "Thank-you notes for Acme and Globex"."""
    companies = list(dict.fromkeys(company_of(round_) for round_ in rounds))
    named = shorter_and_shorter(companies, "companies")
    return first_fitting(_SEVERAL[kind].format(who) for who in named)


def of_many(own: Sequence[str], count: int) -> str:
    """For several kinds, by their own subjects: "3 things: …", else their number."""
    first = [f"{count} things: {shorten(own[0], room)}" for room in (200, 55)]
    return first_fitting([f"{count} things: {'; '.join(own)}", *first])


def thank_you(round_: Round, names: Sequence[str]) -> str:
    """`names`: who is still owed a note; nobody while no name is known."""
    if not names:
        return first_fitting(
            f"Thank-you note: who did you meet? ({company}, round {round_.number})"
            for company in full_and_short(company_of(round_))
        )
    notes = "note" if len(names) == 1 else "notes"
    return first_fitting(_thank_yous(round_, names, notes))


def _thank_yous(round_: Round, names: Sequence[str], notes: str) -> Iterator[str]:
    for company in full_and_short(company_of(round_)):
        for who in shorter_and_shorter(names):
            yield f"Thank-you {notes} for {who} ({company}, round {round_.number})"


def prepare(round_: Round, names: Sequence[str], when: str) -> str:
    """`when` is the start in the owner's zone, or empty."""
    return first_fitting(_prepares(round_, names, when))


def _prepares(round_: Round, names: Sequence[str], when: str) -> Iterator[str]:
    start = when or "Prepare"
    for company in full_and_short(company_of(round_)):
        where = f"({company}, round {round_.number})"
        for who in shorter_and_shorter(names) if names else ():
            yield f"{start} with {who} {where}"
        if not names:
            yield f"{start} {where}"


def status_check(round_: Round, names: Sequence[str]) -> str:
    """`names`: the people of the round, if known."""
    return first_fitting(_status_checks(round_, names))


def _status_checks(round_: Round, names: Sequence[str]) -> Iterator[str]:
    for company in full_and_short(company_of(round_)):
        ask = f"Ask {company} where they stand (round {round_.number}"
        for who in shorter_and_shorter(names) if names else ():
            yield f"{ask} with {who})"
        yield f"{ask})"


def debrief(round_: Round, names: Sequence[str]) -> str:
    """`names`: the people of the round, if known."""
    return first_fitting(_debriefs(round_, names))


def _debriefs(round_: Round, names: Sequence[str]) -> Iterator[str]:
    for company in full_and_short(company_of(round_)):
        where = f"({company}, round {round_.number})"
        for who in shorter_and_shorter(names) if names else ():
            yield f"How did it go with {who}? {where}"
        yield f"How did it go? {where}"


def feedback_request(round_: Round, names: Sequence[str]) -> str:
    return first_fitting(
        f"Thank {company} and ask for feedback (round {round_.number})"
        for company in full_and_short(company_of(round_))
    )


# By kind, where the people say enough.
OF_ONE: Mapping[Kind, Callable[[Round, Sequence[str]], str]] = {
    Kind.DEBRIEF: debrief,
    Kind.THANK_YOU: thank_you,
    Kind.STATUS_CHECK: status_check,
    Kind.FEEDBACK_REQUEST: feedback_request,
}
