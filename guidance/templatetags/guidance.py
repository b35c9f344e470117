"""Template words about advice: where it comes from."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.urls import get_script_prefix, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from guidance.choose import Entry
from guidance.citations import Citation
from guidance.library import Advice, Origin

register = template.Library()


@register.simple_tag
def credit(entry: Entry | Advice) -> SafeString:
    """Its citations as links to their documents, or what stands in their place.

    The same for everybody as long as the process lives: a page shows a hundred.
    """
    if not entry.citations:
        return format_html("{}", entry.credit)
    before = "adapted from " if entry.origin is Origin.ADAPTED else ""
    return _links(before, entry.citations, entry.our_part, get_script_prefix())


@lru_cache(maxsize=2000)
def _links(
    before: str, citations: tuple[Citation, ...], our_part: str, _prefix: str
) -> SafeString:
    links = format_html_join(
        "; ",
        '<a href="{}">{}</a>, <i>{}</i>',
        ((_document(c), c.name, c.heading) for c in citations),
    )
    after = f"; ours: {our_part}" if our_part else ""
    return format_html("{}{}{}", before, links, after)


def _document(citation: Citation) -> str:
    return reverse("guidance:document", args=[citation.source.id])
