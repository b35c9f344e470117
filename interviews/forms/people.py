from __future__ import annotations

from typing import cast

from django import forms
from django.forms.formsets import BaseFormSet
from django.forms.utils import ErrorDict
from django.http import QueryDict

from accounts.typed import Typed
from applications.forms import NameField
from applications.models import Contact
from interviews.actions import Person

_PREFIX = "people"
_MOST = 30


class PersonForm(Typed, forms.Form):
    """Somebody the owner meets or met. Only the name is needed."""

    name = NameField(
        max_length=200,
        error_messages={"required": "Who is this? Give a name."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    title = forms.CharField(label="Job title", max_length=200, required=False)
    email = forms.EmailField(
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        choices=[("", "Not known"), *Contact.Kind.choices], required=False
    )

    def keep(self) -> None:
        """Show what was typed without judging it yet."""
        self._errors = ErrorDict()

    @property
    def person(self) -> Person:
        return Person(**self.cleaned_data)


class BasePeopleFormSet(BaseFormSet[PersonForm]):
    """Rows for people who are not known yet; empty rows are nobody."""

    def with_another_row(self) -> BasePeopleFormSet:
        """The same rows and a blank one to type into; nothing is judged yet."""
        count = min(self.total_form_count() + 1, self.max_num)
        data = dict(self.data.items()) | {f"{self.prefix}-TOTAL_FORMS": str(count)}
        rows = type(self)(data, prefix=self.prefix)
        for form in rows.forms:
            form.keep()
        rows.forms[-1].fields["name"].widget.attrs["autofocus"] = True
        return rows

    @property
    def people(self) -> list[Person]:
        return [form.person for form in self.forms if form.has_changed()]


PeopleFormSet = cast(
    "type[BasePeopleFormSet]",
    forms.formset_factory(
        PersonForm,
        formset=BasePeopleFormSet,
        extra=0,
        max_num=_MOST,
        absolute_max=_MOST + 1,
        validate_max=True,
    ),
)


def people_rows(data: QueryDict | None, *, blank: int) -> BasePeopleFormSet:
    """The rows that were sent, or `blank` empty ones. None sent means nobody."""
    if data is None:
        rows = PeopleFormSet(prefix=_PREFIX)
        rows.extra = blank
        return rows
    sent = data.copy()
    for count in ("TOTAL_FORMS", "INITIAL_FORMS"):
        sent.setdefault(f"{_PREFIX}-{count}", "0")
    return PeopleFormSet(sent, prefix=_PREFIX)
