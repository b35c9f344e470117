"""The filters in words, and what the owner's applications offer to filter by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django import forms
from django.db.models import Count, F, Func

from accounts.models import User
from applications.models import Application
from applications.table.wishes import Wishes

# Ours: more than that is no longer looked through; the address takes any.
_MOST = 40


def active(
    wishes: Wishes, *, but: Collection[str] = ("q", "stage")
) -> Iterator[tuple[str, str]]:
    """Each filter: what it says, and the query without it.

    `but` are those that the page shows in another way.
    """
    for name in wishes.narrowing:
        value = wishes.wanted[name]
        if name in but or value in (None, "", []):
            continue
        for each in value if isinstance(value, list) else [value]:
            rest = [v for v in value if v != each] if isinstance(value, list) else None
            yield _words(wishes, name, each), wishes.query(**{name: rest})


def _words(wishes: Wishes, name: str, value: Any) -> str:
    field = wishes.fields[name]
    if name in {"q", "tag"}:
        return f"“{value}”"
    if name == "quiet":
        return f"Nothing heard for {value} days"
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices)[value])  # type: ignore[arg-type]
    return f"{field.label or name.capitalize()} {value}"


def offered(wishes: Wishes, owner: User) -> Wishes:
    """The form with the tags and sources that the owner has used, the usual first."""
    tags = dict.fromkeys([*(wishes.wanted["tag"] or []), *tags_of(owner)])
    field = wishes.fields["tag"]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101
    field.choices = [(tag, tag) for tag in tags]
    wishes.sources = _sources(owner)
    return wishes


def tags_of(owner: User) -> list[str]:
    """The owner's tags, the most used first."""
    tagged = Application.objects.for_user(owner).exclude(tags=[]).order_by()
    each = tagged.annotate(each=Func(F("tags"), function="unnest")).values("each")
    counted = each.annotate(count=Count("pk")).order_by("-count", "each")
    return [row["each"] for row in counted[:_MOST]]


def _sources(owner: User) -> list[str]:
    named = Application.objects.for_user(owner).exclude(source="").order_by()
    counted = named.values("source").annotate(count=Count("pk"))
    return [row["source"] for row in counted.order_by("-count", "source")[:_MOST]]
