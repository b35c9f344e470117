from __future__ import annotations

from datetime import datetime

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.markup import joined
from accounts.models import User
from dashboard import margin
from dashboard.figures import due_count
from dashboard.lines.line import Line
from dashboard.lines.written import line_html
from dashboard.today import Today
from guidance.choose import Chosen
from interviews.advice import advice_for as choose_advice
from interviews.models import Round

register = template.Library()

_NUMBERS = (
    *("Nothing", "One thing", "Two things", "Three things", "Four things"),
    *("Five things", "Six things", "Seven things", "Eight things", "Nine things"),
)


@register.simple_tag(takes_context=True)
def things_due(context: Context) -> int:
    """How many things Today lists as due for this user; Today has counted already."""
    known = context.get("known_due")
    return (
        known if isinstance(known, int) else due_count(context["user"], timezone.now())
    )


@register.simple_tag
def now_day(user: User) -> str:
    """The owner's day in full: "Sunday 22 November"."""
    today = timezone.now().astimezone(user.zone)
    return f"{today:%A} {today.day} {today:%B}"


@register.simple_tag
def headline(today: Today) -> str:
    """What the day amounts to, in words: "Three things are due"."""
    if today.is_new:
        return "Welcome to Callback"
    count = today.due_count
    words = _NUMBERS[count] if count < len(_NUMBERS) else f"{count} things"
    return f"{words} {'is' if count <= 1 else 'are'} due"


@register.simple_tag
def written(lines: list[Line], tone: str = "") -> SafeString:
    """The lines of a list; `tone` as `dashboard.lines.written` has it."""
    return joined(line_html(line, tone) for line in lines)


# The rows of the margin; what each of them takes stands in `dashboard.margin`.
register.simple_tag(margin.bars, name="stage_bars")
register.simple_tag(margin.waiting, name="waiting_rows")
register.simple_tag(margin.quiet, name="quiet_rows")
register.simple_tag(margin.stepless, name="stepless_rows")


@register.simple_tag
def countdown(at: datetime, now: datetime) -> SafeString | str:
    """The time until a round in large: "23 h to go"; "now" once it has begun."""
    minutes = int((at - now).total_seconds() // 60)
    if minutes <= 0:
        return format_html('<b>now</b><span class="small soft">{}</span>', "under way")
    count, unit = _rounded(minutes)
    return format_html(
        '<b data-countdown="{}">{} {}</b><span class="small soft">to go</span>',
        at.isoformat(),
        count,
        unit,
    )


def _rounded(minutes: int) -> tuple[int, str]:
    """Days from two days on, hours from one hour on, else minutes."""
    if minutes >= 48 * 60:
        return minutes // (24 * 60), "days"
    if minutes >= 60:
        return minutes // 60, "h"
    return minutes, "min"


@register.simple_tag
def advice_for(round_: Round, now: datetime) -> Chosen:
    """The advice that applies to a round at `now`."""
    return choose_advice(round_, now)


@register.filter
def things_to_do(advice: Chosen) -> int:
    """What the round asks for now: what is open on its page, and what is ticked."""
    return len(advice.done) + len(advice.to_do)
