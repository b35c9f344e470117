"""How the rows in the margin of Today are written.

In Python, for the same reason as its lines (`dashboard.lines.written`).
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString

from accounts import clock
from accounts.markup import filled, joined
from applications.addresses import addresses
from applications.cards import SAMPLE
from applications.models import Application
from dashboard.lines.words import Words
from dashboard.today import StageCount, Today
from dashboard.today_queries import MARGIN
from interviews.models import Round

_NOTHING = SafeString("")
_BAR = (
    '<dt><a href="{url}">{label}</a></dt><dd><progress value="{count}" max="{most}"'
    ' aria-label="{label}: {count} of {all}"></progress></dd>'
    '<dd class="v">{count}</dd>\n'
)
_CLOSED = (
    '<dt class="soft"><a href="{url}">Closed</a></dt><dd></dd>'
    '<dd class="v soft">{count}</dd>\n'
)
_ROW = (
    '<li><a href="{url}"><b>{company}</b></a>{sample}'
    ' <span class="soft">· {words}</span>{acts}</li>\n'
)
_ASK = 'Ask<span class="gone"> {company} where they stand</span>'
_ASKING = f' <a href="{{url}}">{_ASK}</a>'
_TO_ASK = (
    ' <button class="link-button" form="ask-today" formaction="{url}" id="ask-{pk}">'
    f"{_ASK}</button>"
)
_CLOSE = (
    ' <button class="link-button" form="close-silent" formaction="{url}"'
    ' id="quiet-{pk}">Close<span class="gone"> {company} as no response</span></button>'
)
_SET_STEP = (
    ' <details class="set-step"><summary>Set one<span class="gone"> for {company}</span>'
    '</summary><form method="post" action="{url}">'
    '<input type="hidden" name="csrfmiddlewaretoken" value="{token}">'
    '<input type="hidden" name="next" value="{back}">'
    '<label class="gone" for="step-of-{pk}">What you do next</label>'
    '<input id="step-of-{pk}" name="own_step" maxlength="120"'
    ' placeholder="What you do next" required autocomplete="off">'
    '<label class="gone" for="step-on-{pk}">On</label>'
    '<input id="step-on-{pk}" name="own_step_on" type="date">'
    '<button class="btn slim" type="submit">Keep it</button></form></details>'
)


# --- how many stand where ----------------------------------------------------------------


def bars(today: Today) -> SafeString:
    """Each live stage, with how many stand there of all; and how many are closed."""
    page, most, total = reverse("applications:list"), today.most or 1, today.live_count
    rows = [_bar(row, page, most, total) for row in today.counts]
    return joined([*rows, _closed(today, page)])


def _closed(today: Today, page: str) -> SafeString:
    if not today.closed_count:
        return _NOTHING
    url = f"{page}?{urlencode({'stage': today.closed_stages}, doseq=True)}"
    return filled(_CLOSED, url=url, count=today.closed_count)


def _bar(row: StageCount, page: str, most: int, total: int) -> SafeString:
    return filled(
        _BAR,
        url=f"{page}?{urlencode({'stage': row.stage.value})}",
        label=row.stage.label,
        count=row.count,
        most=most,
        all=total,
    )


# --- whom to wait for, whom to ask --------------------------------------------------------


def waiting(today: Today) -> SafeString:
    """Those who owe an answer, and those who owe a date."""
    words = Words(today.owner.zone, today.now)
    rows = [(each, _awaited(each, words)) for each in today.waiting[:MARGIN]]
    rows += [(each, _no_date(each)) for each in today.undated[:MARGIN]]
    page = addresses("interviews:round")
    return joined(_row(page(each.pk), each, said) for each, said in rows)


def _awaited(round_: Any, words: Words) -> str:
    """`round_` as `today_queries.SILENT` has it."""
    since, promised = round_.awaited_since, round_.promised_on
    said = (
        f"promised by {clock.day(promised, now_day=words.today)}, " if promised else ""
    )
    distance = clock.length(words.now - since) if since else ""
    return f"{said}{distance or 'a moment'} since you heard"


def _no_date(round_: Round) -> str:
    return f"no date yet for the {round_.name.lower()}"


def quiet(today: Today) -> SafeString:
    """Those from whom nothing was heard, with a way to ask and a way to close."""
    page = addresses("applications:detail")
    return joined(
        _row(page(job.pk), job, _silence(job, today), joined([_ask(job), _close(job)]))
        for job in today.quiet[:MARGIN]
    )


def _silence(job: Application, today: Today) -> str:
    since = job.quiet_since
    return (clock.length(today.now - since) if since else "") or "a moment"


def _ask(job: Any) -> SafeString:
    """`job` as `today_queries.JOBS` has it."""
    if job.asking:
        page = addresses("interviews:follow_up")(job.asking)
        return filled(_ASKING, url=page, company=job.employer)
    if not job.last_round:
        return _NOTHING
    add = addresses("interviews:check_in_add")(job.last_round)
    return filled(_TO_ASK, url=add, pk=job.pk, company=job.employer)


def _close(job: Any) -> SafeString:
    url = addresses("applications:stage")(job.pk)
    return filled(_CLOSE, url=url, pk=job.pk, company=job.employer)


# --- what has no next step ---------------------------------------------------------------


def stepless(today: Today, token: object) -> SafeString:
    """Those nobody knows the next step of, each with a form to set one."""
    page, back = addresses("applications:detail"), reverse("dashboard:today")
    return joined(
        _row(
            page(job.pk),
            job,
            job.get_stage_display().lower(),
            _set_step(job, back, token),
        )
        for job in today.stepless
    )


def _set_step(job: Any, back: str, token: object) -> SafeString:
    return filled(
        _SET_STEP,
        url=addresses("applications:next_step")(job.pk),
        company=job.employer,
        token=token,
        back=back,
        pk=job.pk,
    )


# --- a row -------------------------------------------------------------------------------


def _row(url: str, row: Any, words: str, acts: SafeString = _NOTHING) -> SafeString:
    """`row`: what says the name of its `employer`, and whether it `is_sample`."""
    return filled(
        _ROW,
        url=url,
        company=row.employer,
        sample=SAMPLE if row.is_sample else _NOTHING,
        words=words,
        acts=acts,
    )
