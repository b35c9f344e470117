from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from django import forms
from django.forms.formsets import BaseFormSet
from django.forms.utils import ErrorDict
from django.http import QueryDict

from accounts.typed import Typed
from applications.forms import NameField
from applications.models import Contact
from interviews.actions import Person

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

    def add_fields(self, form: PersonForm, index: int | None) -> None:
        super().add_fields(form, index)
        # Those typed in another session of the form, where there is one.
        form.fields["name"].widget.attrs["list"] = "names-typed"

    def initial_form_count(self) -> int:
        # What was sent is all there is: no row has to be filled in.
        return 0 if self.is_bound else super().initial_form_count()

    def begin_typing(self) -> None:
        """Put the cursor into the last row."""
        for row in self.forms[-1:]:
            row.fields["name"].widget.attrs["autofocus"] = True

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


def people_rows(
    data: QueryDict | None,
    *,
    prefix: str,
    blank: int,
    typed: Sequence[Mapping[str, str]] = (),
) -> BasePeopleFormSet:
    """The rows that were sent, or those `typed` and `blank` empty ones.

    None sent means nobody.
    """
    if data is None:
        rows = PeopleFormSet(prefix=prefix, initial=list(typed))
        rows.extra = blank
        return rows
    sent = data.copy()
    for count in ("TOTAL_FORMS", "INITIAL_FORMS"):
        sent.setdefault(f"{prefix}-{count}", "0")
    return PeopleFormSet(sent, prefix=prefix)
