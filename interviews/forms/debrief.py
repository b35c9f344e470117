from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet
from django.http import QueryDict

from accounts.autosave import Autosaved, Piece
from accounts.typed import Typed
from applications.models import Contact
from interviews.actions import Asked, Noted
from interviews.models import Debrief, Round

_PREFIX = "questions"
_ASKED = "What they asked"
_MOST = 60
_LONG = 20_000
_ONE_A_LINE = "One a line works best."


def _box(label: str, *, rows: int = 2, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=_LONG, required=False, widget=widget, **more
    )


class AskedForm(Typed, forms.Form):
    """A question they asked. A row left empty is none."""

    text = forms.CharField(
        label="They asked",
        max_length=2000,
        error_messages={"required": "What did they ask?"},
        widget=forms.Textarea(attrs={"rows": 1, "class": "low"}),
    )
    went = forms.CharField(
        label="How your answer went",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 1, "class": "low"}),
    )
    lengthen = forms.BooleanField(label="Lengthen this answer", required=False)

    @property
    def is_too_long(self) -> bool:
        return any(
            error.code != "required"
            for errors in self.errors.as_data().values()
            for error in errors
        )


class BaseAskedFormSet(BaseFormSet[AskedForm]):
    """Rows for what they asked; a row that was emptied is taken away."""

    def initial_form_count(self) -> int:
        # What was sent is all there is: no row has to be filled in.
        return 0 if self.is_bound else super().initial_form_count()

    @property
    def asked(self) -> list[Asked] | None:
        """What is in the rows, also in one without its question yet.

        None where one is too long."""
        rows = [f for f in self.forms if f.has_changed()]
        if self.non_form_errors() or any(row.is_too_long for row in rows):
            return None
        return [Asked(**{"text": "", **row.cleaned_data}) for row in rows]


AskedFormSet = cast(
    "type[BaseAskedFormSet]",
    forms.formset_factory(
        AskedForm,
        formset=BaseAskedFormSet,
        extra=0,
        max_num=_MOST,
        absolute_max=_MOST + 1,
        validate_max=True,
    ),
)


class DebriefForm(Autosaved, forms.Form):
    """What to write down of a round; every box may stay empty.

    Valid, `noted` and `promised_on` are arguments of `actions.save_debrief`.
    """

    hints = _box("Hints about what they look for")
    unsaid = _box("What you meant to say and did not")
    promises = _box("What they promised, and what comes next")
    promised_on = forms.DateField(
        label="They promised to answer by",
        required=False,
        help_text="When to ask where they stand follows this day.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    own_questions = _box("Questions you asked them", help_text=_ONE_A_LINE)
    pay_raised = forms.ChoiceField(
        label="Did pay come up?",
        choices=[("", "Not said"), *Debrief.Pay.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    notes = _box("Anything else", rows=3)

    def __init__(self, data: QueryDict | None = None, *, round_: Round) -> None:
        self.round = round_
        super().__init__(data, initial=_known(round_))
        for contact in self._people:
            self.fields[_topic_name(contact)] = _box(
                contact.name if contact else "What you talked about"
            )
        self.questions = _rows(data, round_.log)

    @property
    def _people(self) -> list[Contact | None]:
        """Those met; nobody, while nobody is named. Whoever has words has a box."""
        log = self.round.log
        noted = [topic.contact for topic in log.topics.all()] if log else []
        return list(dict.fromkeys([*self.round.people, *noted])) or [None]

    @property
    def topics(self) -> Iterator[tuple[Contact | None, BoundField]]:
        """The box of each person."""
        for contact in self._people:
            yield contact, self[_topic_name(contact)]

    def is_valid(self) -> bool:
        rows_are_valid = self.questions.is_valid() or self.is_autosave
        return super().is_valid() and rows_are_valid

    @property
    def has_errors(self) -> bool:
        return bool(self.errors) or any(self.questions.errors)

    @property
    def stored_at(self) -> datetime | None:
        log = self.round.log
        return log.updated_at if log else None

    def stored(self) -> Mapping[str, Any]:
        """The boxes, and all questions they asked as one."""
        return {**super().stored(), _PREFIX: _asked(self.round.log)}

    def pieces(self) -> Iterator[Piece]:
        mine = self.questions.asked
        if mine is None:
            self.left[_PREFIX] = "One of them is too long."
            mine = _asked(self.round.log)
        self.cleaned_data[_PREFIX] = mine
        return super().pieces()

    def called(self, name: str) -> str:
        return _ASKED if name == _PREFIX else super().called(name)

    def tell(self, name: str, value: Any) -> str:
        if name != _PREFIX:
            return super().tell(name, value)
        return "\n".join(
            " ".join(filter(None, (each.text, each.went and f"({each.went})")))
            for each in value
        )

    def both(self, name: str, mine: Any, stored: Any) -> Any:
        if name != _PREFIX:
            return super().both(name, mine, stored)
        return [*mine, *(each for each in stored if each not in mine)]

    @property
    def promised_on_day(self) -> date | None:
        day: date | None = self.cleaned_data["promised_on"]
        return day

    @property
    def noted(self) -> Noted:
        boxes = ["hints", "unsaid", "promises", "own_questions", "pay_raised", "notes"]
        return Noted(
            questions=self.cleaned_data[_PREFIX],
            topics={
                contact.pk if contact else None: self.cleaned_data[_topic_name(contact)]
                for contact in self._people
            },
            **{name: self.cleaned_data[name] for name in boxes},
        )


def _topic_name(contact: Contact | None) -> str:
    return f"topic-{contact.pk}" if contact else "topic"


def _known(round_: Round) -> dict[str, Any]:
    known: dict[str, Any] = {"promised_on": round_.promised_on}
    if log := round_.log:
        boxes = ["hints", "unsaid", "promises", "own_questions", "pay_raised", "notes"]
        known |= {name: getattr(log, name) for name in boxes}
        known |= {_topic_name(topic.contact): topic.text for topic in log.topics.all()}
    return known


def _asked(log: Debrief | None) -> list[Asked]:
    return [
        Asked(text=each.text, went=each.went, lengthen=each.lengthen)
        for each in (log.questions.all() if log else ())
    ]


def _rows(data: QueryDict | None, log: Debrief | None) -> BaseAskedFormSet:
    """The rows that were sent, or those there are and room for more."""
    if data is not None:
        sent = data.copy()
        for count in ("TOTAL_FORMS", "INITIAL_FORMS"):
            sent.setdefault(f"{_PREFIX}-{count}", "0")
        return AskedFormSet(sent, prefix=_PREFIX)
    asked = [asdict(each) for each in _asked(log)]
    rows = AskedFormSet(prefix=_PREFIX, initial=asked)
    rows.extra = 1 if asked else 2
    return rows
