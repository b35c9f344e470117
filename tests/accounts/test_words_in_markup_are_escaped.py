"""Markup is filled as `format_html` fills it: what is not markup itself is escaped."""

from __future__ import annotations

import pytest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import format_lazy

from accounts.markup import filled, joined

WORDS = [
    "<script>alert('x')</script>",
    """Tom & "Jerry's" {name} %s""",
    mark_safe("<b>bold</b> &amp; safe"),
    format_lazy("{}", "<later>"),
    7,
    None,
    "",
]


@pytest.mark.parametrize("word", WORDS, ids=str)
def test_a_word_is_filled_in_as_django_does_it(word: object) -> None:
    markup = '<a href="{name}">{name}</a>'

    made = filled(markup, name=word)

    assert made == format_html(markup, name=word)
    assert isinstance(made, SafeString)


def test_parts_are_joined_as_django_does_it() -> None:
    made = joined(WORDS)

    assert made == format_html_join("", "{}", ([word] for word in WORDS))
    assert isinstance(made, SafeString)
