"""How a card of the board and a row of the table are written.

In Python, not by templates: a page has a hundred of them, and a template looks each
word up by name, which took longer than all the rest of the page.
"""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from accounts.markup import filled, joined

Card = dict[str, Any]

_CARD = (
    '<li class="card" id="card-{pk}" data-pk="{pk}"><div class="top">'
    '<a class="co" id="open-{pk}" href="{url}">{company}</a>'
    '<a class="mv" id="move-{pk}" href="{move_url}"'
    ' aria-label="Move {company}, {role}">{dots}</a></div>'
    '<div class="small soft role">{role}</div>{marks}{next}</li>\n'
)
SAMPLE = SafeString(' <span class="tag plain sample">Sample</span>')
_ROUND = "<span>Round {number}</span>"
_QUIET = '<span class="late-ink">quiet for {days} days</span>'
_STEP = '<div class="nx"><a href="{url}">{step}</a>{when}</div>'
_NO_STEP = (
    '<div class="nx"><span>No next step</span><a class="softer" href="{url}#next-step">'
    'set one<span class="gone"> for {company}</span></a></div>'
)
_WHEN = '<span class="when {tone}">{when}{late}</span>'
_MARKS = '<div class="marks small">{marks}</div>'
_CELL = '<td data-label="{label}">{words}</td>'
_NOTHING = SafeString("")


def card_html(card: Card) -> SafeString:
    """One card; `card` is what `applications.board.cards` says of it."""
    return filled(
        _CARD,
        pk=card["pk"],
        url=card["url"],
        move_url=card["move_url"],
        company=card["company"],
        role=card["role"],
        dots=card["dots"],
        marks=_marks(card),
        next=_next(card),
    )


def _marks(card: Card) -> SafeString:
    """Whether it is made up, the number of its round, for how long nothing was heard."""
    marks = SAMPLE if card["is_sample"] else _NOTHING
    if card["round"]:
        marks += filled(_ROUND, number=card["round"])
    if card["quiet"]:
        marks += filled(_QUIET, days=card["quiet"])
    return filled(_MARKS, marks=marks) if marks else marks


def _next(card: Card) -> SafeString:
    if card["step"]:
        when = when_html(card["when"], card["tone"])
        return filled(_STEP, url=card["step_url"], step=card["step"], when=when)
    if card["is_closed"]:
        return _NOTHING
    return filled(_NO_STEP, url=card["url"], company=card["company"])


def when_html(when: str, tone: str) -> SafeString:
    """When a step is; what is late also says so to who sees no colour."""
    if not when:
        return _NOTHING
    late = SafeString('<span class="gone">, late</span>') if tone == "late" else ""
    return filled(_WHEN, tone=tone, when=when, late=late)


_ROW = (
    '<tr><td class="pick"><label class="check"><input type="checkbox" name="pk"'
    ' value="{pk}" form="bulk"><span class="gone">Choose {company}, {role}</span>'
    '</label></td><th scope="row"><a href="{url}">{company}</a>'
    '<span class="small soft">{role}</span>{sample}</th>{cells}<td class="ed">'
    '<a id="edit-{pk}" href="{edit_url}" aria-label="Edit {company}, {role}">{pencil}'
    "</a></td></tr>\n"
)


def row_html(row: dict[str, Any], cells: list[tuple[str, str]]) -> SafeString:
    """One row of the table; `cells` are the labels of its columns and what they say."""
    return filled(
        _ROW,
        pk=row["pk"],
        company=row["company__name"],
        role=row["role"],
        url=row["url"],
        edit_url=row["edit_url"],
        pencil=row["pencil"],
        sample=SAMPLE if row["is_sample"] else _NOTHING,
        cells=joined(filled(_CELL, label=label, words=words) for label, words in cells),
    )
