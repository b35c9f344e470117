"""What the table is asked for. All of it stands in its address, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import Case, F, Q, When
from django.db.models.functions import Coalesce, Lower
from django.http import QueryDict

from accounts.models import User
from accounts.typed import Typed
from applications.models import Application, Stage
from applications.models.application import LONGEST_TAG, ApplicationQuerySet
from applications.steps import Kind
from applications.table.columns import COLUMNS, DEFAULT

# Those who have neither a round nor a message to wait for are asked for as "none".
_NEXT = {
    "": "Any",
    "due": "Waiting for you now",
    "week": "Within a week",
    "round": "An interview",
    "none": "No next step",
}
_WEEK = timedelta(days=7)
# Steps that wait for somebody else, or for their time.
_NOT_OWED = [Kind.ROUND, Kind.ANSWER, Kind.DATE]


# What a column is ordered by.
_KEYS: dict[str, Any] = {
    "company": Lower("company__name"),
    "role": Lower("role"),
    "source": Lower("source"),
    "location": Lower("location"),
    "next": F("next_at"),
    "heard": F("heard_at"),
    "round": F("round_number"),
    "applied": F("applied_on"),
    "added": F("created_at"),
    "pay": Coalesce("pay_to", "pay_from"),
    "stage": Case(
        *(When(stage=stage, then=place) for place, stage in enumerate(Stage))
    ),
}


class WordsField(forms.MultipleChoiceField):
    """Any words, each not too long."""

    def valid_value(self, value: str) -> bool:
        return 0 < len(value) <= LONGEST_TAG


class Wishes(Typed, forms.Form):
    """Filters, order and columns. Nonsense in the address asks for nothing."""

    q = forms.CharField(required=False, max_length=200, label="Words")
    stage = forms.MultipleChoiceField(
        required=False, choices=Stage.choices, widget=forms.CheckboxSelectMultiple
    )
    tag = WordsField(required=False, widget=forms.CheckboxSelectMultiple, label="Tags")
    company = forms.CharField(required=False, max_length=200)
    source = forms.CharField(required=False, max_length=200, label="Found through")
    work_mode = forms.MultipleChoiceField(
        required=False,
        choices=Application.WorkMode.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    pay = forms.IntegerField(
        required=False, min_value=0, max_value=2**31 - 1, label="Pays at least"
    )
    since = forms.DateField(
        required=False,
        label="Applied from",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    until = forms.DateField(
        required=False,
        label="Applied until",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    next = forms.ChoiceField(
        required=False, choices=[*_NEXT.items()], label="Next step"
    )
    quiet = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=3650,
        label="Nothing heard for",
        help_text="Days. Only where you are waiting for them.",
    )
    archived = forms.BooleanField(required=False, label="In the archive")
    sort = forms.ChoiceField(
        required=False,
        choices=[(f"{way}{name}", name) for name in _KEYS for way in ("", "-")],
    )
    cols = forms.MultipleChoiceField(
        required=False,
        choices=[(each.name, each.label) for each in COLUMNS],
        widget=forms.CheckboxSelectMultiple,
        label="Columns",
    )

    # What the owner found jobs through: set where it is offered to choose from.
    sources: Sequence[str] = ()
    # What narrows the rows down; the rest says how they are shown.
    narrowing: ClassVar[tuple[str, ...]] = (
        "q",
        "stage",
        "tag",
        "company",
        "source",
        "work_mode",
        "pay",
        "since",
        "until",
        "next",
        "quiet",
    )

    def __init__(self, data: QueryDict | Mapping[str, Any]) -> None:
        super().__init__(data)
        self.is_valid()
        self.wanted = {name: _once(self.cleaned_data.get(name)) for name in self.fields}
        self.columns = self.wanted["cols"] or list(DEFAULT)

    # --- the address ------------------------------------------------------------------

    def pairs(self, **changes: Any) -> list[tuple[str, str]]:
        """What is asked for, name by name, in one order; `changes` in the place of it."""
        wanted = self.wanted | changes
        if wanted["cols"] == list(DEFAULT):
            wanted["cols"] = None
        return [
            (name, "1" if value is True else str(value))
            for name in self.fields
            for value in _several(wanted[name])
        ]

    def query(self, **changes: Any) -> str:
        """The same as the part of an address behind the question mark."""
        return urlencode(self.pairs(**changes))

    @property
    def is_narrowed(self) -> bool:
        return any(_several(self.wanted[name]) for name in self.narrowing)

    @property
    def is_narrowed_within_stages(self) -> bool:
        """Whether more is asked for than a stage."""
        others = set(self.narrowing) - {"stage"}
        return any(_several(self.wanted[name]) for name in others)

    @property
    def direction(self) -> tuple[str, str]:
        """The column the rows are ordered by, and "ascending" or "descending"."""
        sort: str = self.wanted["sort"] or ""
        return sort.lstrip("-"), "descending" if sort.startswith("-") else "ascending"


def _once(value: Any) -> Any:
    """A list with each of its words once."""
    return list(dict.fromkeys(value)) if isinstance(value, list) else value


def _several(value: Any) -> Iterable[Any]:
    if value in (None, "", False):
        return ()
    return value if isinstance(value, list) else (value,)


# --- the rows that fit -------------------------------------------------------------------


def found(wishes: Wishes, owner: User, now: datetime) -> ApplicationQuerySet:
    """The owner's applications that fit, the stage left out: it is counted first."""
    own = Application.objects.for_user(owner)
    own = own.archived() if wishes.wanted["archived"] else own.unarchived()
    return narrowed(own, wishes, owner, now)


def narrowed(
    rows: ApplicationQuerySet, wishes: Wishes, owner: User, now: datetime
) -> ApplicationQuerySet:
    """Those of the rows that fit, whatever their stage."""
    if text := wishes.wanted["q"]:
        rows = rows.matching(text)
    for name, fitting in _FITTING.items():
        if value := wishes.wanted[name]:
            rows = rows.filter(fitting(value))
    rows = rows.filter(_applied_between(wishes))
    if wanted := wishes.wanted["next"]:
        rows = rows.filter(_next_step(wanted, owner, now))
    if days := wishes.wanted["quiet"]:
        rows = rows.filter(quiet_since__lte=now - timedelta(days=days))
    return rows


_FITTING: dict[str, Callable[[Any], Q]] = {
    "tag": lambda tags: Q(tags__contains=tags),
    "company": lambda name: Q(company__name__icontains=name),
    "source": lambda source: Q(source__icontains=source),
    "work_mode": lambda modes: Q(work_mode__in=modes),
    "pay": lambda least: Q(pay_to__gte=least) | Q(pay_to=None, pay_from__gte=least),
}


def _applied_between(wishes: Wishes) -> Q:
    first, last = wishes.wanted["since"], wishes.wanted["until"]
    fits = Q(applied_on__gte=first) if first else Q()
    return fits & Q(applied_on__lte=last) if last else fits


def _next_step(wanted: str, owner: User, now: datetime) -> Q:
    if wanted == "none":
        return Q(next_kind="", has_ended=False)
    if wanted == "round":
        return Q(next_kind=Kind.ROUND)
    if wanted == "due":
        return Q(next_at__lte=now) & ~Q(next_kind__in=_NOT_OWED)
    last = (now + _WEEK).astimezone(owner.zone).date() + timedelta(days=1)
    return Q(next_at__lt=datetime.combine(last, time(), tzinfo=owner.zone))


def in_order(rows: ApplicationQuerySet, wishes: Wishes) -> ApplicationQuerySet:
    """As asked for; else by the next step, what is closed at the end."""
    name, direction = wishes.direction
    if not name:
        soonest = F("next_at").asc(nulls_last=True)
        return rows.order_by("has_ended", soonest, "-updated_at", "-pk")
    by = _KEYS[name]
    first = (
        by.desc(nulls_last=True)
        if direction == "descending"
        else by.asc(nulls_last=True)
    )
    return rows.order_by(first, "-updated_at", "-pk")
