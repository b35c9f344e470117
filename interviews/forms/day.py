"""The further sessions of a round that has several, such as a day on site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, BaseFormSet
from django.http import QueryDict

from applications.models import Contact
from interviews.forms.session import SessionForm

PREFIX = "sessions"
COUNT = f"{PREFIX}-TOTAL_FORMS"
# Ours: nobody is asked to sit through more in one round.
MOST = 12


class FurtherSessionForm(SessionForm):
    """A session after the first: it may say less, and be taken out again."""

    no_zone = "As for the first session"

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        colleagues: Sequence[Contact] = kwargs.pop("colleagues")
        self.usual_zone = str(kwargs["owner"].time_zone)
        known = (kwargs.get("initial") or {}).get("row")
        self.blank_rows = 0 if known else 1
        super().__init__(data, **kwargs)
        self.fields["time_zone"].required = False
        self.offer(colleagues)

    @property
    def is_taken_out(self) -> bool:
        return bool(self[DELETION_FIELD_NAME].value())

    @property
    def in_another_zone(self) -> bool:
        return bool(self["time_zone"].value())

    def clean_time_zone(self) -> str:
        return self.cleaned_data["time_zone"] or self.usual_zone

    def _has_no_date(self, cleaned: dict[str, Any]) -> bool:
        return not any(cleaned[name] for name in ("starts", "ends", "length"))

    def _why_no_start(self, cleaned: dict[str, Any]) -> str:
        return "Give the start as well."


class BaseFurtherFormSet(BaseFormSet[FurtherSessionForm]):
    """The sessions after the first. One with nothing in it is none."""

    deletion_widget = forms.HiddenInput

    def initial_form_count(self) -> int:
        # What was sent is all there is: no session has to be filled in.
        return 0 if self.is_bound else super().initial_form_count()

    def keep(self) -> None:
        """Show what was typed without judging it yet."""
        self._errors = [form.errors for form in self.forms]
        self._non_form_errors = self.error_class()

    @property
    def standing(self) -> list[FurtherSessionForm]:
        """Those that something is known about and that stay in the round."""
        return [f for f in self.forms if f.has_changed() and not f.is_taken_out]


FurtherFormSet = cast(
    "type[BaseFurtherFormSet]",
    forms.formset_factory(
        FurtherSessionForm,
        formset=BaseFurtherFormSet,
        extra=0,
        can_delete=True,
        max_num=MOST - 1,
        absolute_max=MOST,
        validate_max=True,
    ),
)


def further_sessions(
    data: QueryDict | None,
    *,
    initial: Sequence[Mapping[str, Any]],
    form_kwargs: Mapping[str, Any],
) -> BaseFurtherFormSet:
    """The sessions that were sent, or those there are. None sent means no more."""
    if data is not None:
        data = data.copy()
        for count in ("TOTAL_FORMS", "INITIAL_FORMS"):
            data.setdefault(f"{PREFIX}-{count}", "0")
    return FurtherFormSet(
        data,
        prefix=PREFIX,
        initial=list(initial),
        form_kwargs=dict(form_kwargs),
        error_messages={
            "too_many_forms": f"At most {MOST} sessions in one round, please."
        },
    )
