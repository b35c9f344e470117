"""How a line of Today is written.

In Python, not by a template, as the cards of the board are (`applications.cards`):
twenty lines with four buttons each took as long as all else on the page.
"""

from __future__ import annotations

from functools import cache

from django.utils.safestring import SafeString

from accounts.markup import filled, joined
from accounts.templatetags.callback import icon
from applications.cards import SAMPLE
from dashboard.lines.line import Act, Line

_NOTHING, _DOT = SafeString(""), SafeString(" · ")
_LINE = (
    '<li id="{key}"><span class="who" aria-hidden="true">{who}</span>'
    '<div><div class="what"><a href="{url}">{what}</a>{sample}</div>'
    '<div class="small soft">{detail}{dot}<span class="when {tone}">{when}</span></div>'
    "</div>{acts}</li>\n"
)
_LINK = '<a{look} href="{url}" aria-label="{label}: {about}">{label}</a>'
# One form for all of them, `#acts`: each says where it posts to.
_BUTTON = (
    '<button{look} form="acts" formaction="{url}" id="{key}"'
    ' aria-label="{label}: {about}"%s>{label}</button>'
)
_PLAIN = _BUTTON % ""
_SAYING = _BUTTON % ' name="do" value="{value}"'
_SWAPPING = _BUTTON % ' hx-post="{url}" hx-target="closest li" hx-swap="outerHTML"'
_ACTS = '<div class="acts">{acts}{menu}</div>'
_MENU = (
    '<details class="menu"><summary class="btn slim" aria-label="More: {what}">{dots}'
    "</summary><div>{acts}</div></details>"
)
_TAG = '<span class="tag plain">{tag}</span>'


def line_html(line: Line, tone: str) -> SafeString:
    """One line; `tone` says how its time looks: late, due, or as the rest."""
    return filled(
        _LINE,
        key=line.key,
        who=line.badge or icon(line.icon),
        url=line.url,
        what=line.what,
        sample=SAMPLE if line.is_sample else _NOTHING,
        detail=line.detail,
        dot=_DOT if line.detail else _NOTHING,
        tone=tone,
        when=line.when,
        acts=_beside(line),
    )


def _beside(line: Line) -> SafeString:
    """What to do about it, or else what it is."""
    if line.acts:
        acts = joined(_act(act, "btn slim") for act in line.acts)
        return filled(_ACTS, acts=acts, menu=_menu(line))
    return filled(_TAG, tag=line.tag) if line.tag else _NOTHING


def _menu(line: Line) -> SafeString:
    if not line.rest:
        return _NOTHING
    acts = joined(_act(act, "") for act in line.rest)
    return filled(_MENU, what=line.what, dots=icon("dots"), acts=acts)


def _act(act: Act, look: str) -> SafeString:
    return filled(
        _form(act),
        look=_looks(f"{look} {act.look}".strip()),
        url=act.url,
        label=act.label,
        about=act.about,
        key=act.key,
        value=act.value,
    )


def _form(act: Act) -> str:
    if not act.key:
        return _LINK
    if act.swaps:
        return _SWAPPING
    return _SAYING if act.value else _PLAIN


@cache
def _looks(names: str) -> SafeString:
    return filled(' class="{names}"', names=names) if names else _NOTHING
