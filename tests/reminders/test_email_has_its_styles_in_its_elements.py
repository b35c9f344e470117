"""Mail programs drop style sheets. Ours are put into the template, once for all mails."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from reminders.emails import mime
from reminders.emails.letter import Errand, Letter, Target, Tip
from reminders.emails.samples import sample
from reminders.models import Kind

pytestmark = pytest.mark.django_db

EVIL = '"><b>&amp; {{ letter }} {% if %}\u00a0'


class _Words(HTMLParser):
    """What a reader sees of a page, with the attributes of each element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[object] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said.append((tag, sorted((k, v or "") for k, v in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.said.append(tag)

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split(" ")).strip():
            self.said.append(words)


def _letters(owner) -> list[Letter]:
    letters = [sample(kind, owner, now=timezone.now()) for kind in Kind]
    errand = Errand(name=EVIL, targets=(Target(label=EVIL, url="https://x/?a=1&b=2"),))
    tip = Tip(text=EVIL, reason=EVIL, credit=EVIL)
    full = [
        replace(
            section,
            errands=(errand,),
            others=EVIL,
            advice=(tip,),
            advice_note=EVIL,
            url="https://x/r",
            later="https://x/l",
        )
        for letter in letters
        for section in letter.sections
    ]
    several = replace(letters[0], kinds=tuple(Kind), sections=tuple(full), more=EVIL)
    return [*letters, replace(letters[0], sections=(full[0],)), several]


def test_it_reads_as_if_each_mail_had_been_styled_by_itself(alice):
    for letter in _letters(alice):
        page = render_to_string("emails/letter.html", {"letter": letter})
        styled = mime.inliner().inline(page)

        assert _Words(mime.html_of(letter)).said == _Words(styled).said


def test_only_what_no_element_can_say_is_left_in_a_style_sheet(alice):
    page = mime.html_of(_letters(alice)[0])

    assert page.count("<style>") == 1
    assert page.index("<style>@media (prefers-color-scheme: dark)")
    assert 'class="box" style="max-width:552px;' in page
