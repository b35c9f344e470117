"""A blank form reads as the form itself, and is made once for all readers."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.forms import BaseForm
from django.template import engines

from accounts.blank import blank
from applications.forms import NextStepForm, NoteForm, StageForm
from applications.models import Application, Stage
from interviews.forms import OwnItemForm, PersonForm

WAYS: list[tuple[type[BaseForm], dict[str, str]]] = [
    (PersonForm, {"auto_id": "who_%s"}),
    (OwnItemForm, {"auto_id": "own_%s"}),
    (NoteForm, {}),
    (NextStepForm, {}),
    *((StageForm, {"stage": stage}) for stage in Stage.values),
]


@pytest.mark.parametrize(("form", "words"), WAYS)
def test_each_field_reads_as_in_the_form(
    form: type[BaseForm], words: dict[str, str]
) -> None:
    initial = {name: value for name, value in words.items() if name != "auto_id"}
    real = form(auto_id=words.get("auto_id", "id_%s"), initial=initial)
    drawn = blank(form, **words)
    assert {name: field.as_field_group for name, field in drawn.items()} == {
        field.name: field.as_field_group() for field in real
    }
    assert not drawn.is_bound
    assert not drawn.errors
    assert not real.is_bound
    assert not real.errors
    assert len(drawn) == len(real.fields)


def test_a_step_nobody_set_reads_as_one_of_no_application() -> None:
    real = NextStepForm(instance=Application())
    for name in ("own_step", "own_step_on"):
        drawn = blank(NextStepForm)[name].as_field_group
        assert drawn == real[name].as_field_group()


def test_a_template_asks_it_as_it_asks_the_form() -> None:
    template = engines["django"].from_string(
        "{{ form.name.as_field_group }}{% if form.is_bound or form.errors %}!{% endif %}"
    )
    told = [
        template.render({"form": form})
        for form in (PersonForm(auto_id="who_%s"), blank(PersonForm, auto_id="who_%s"))
    ]
    assert told[0] == told[1] != ""
    assert "who_name" in told[0]


def test_it_is_drawn_once() -> None:
    first = blank(PersonForm, auto_id="once_%s")
    with patch.object(PersonForm, "__init__", side_effect=AssertionError):
        assert blank(PersonForm, auto_id="once_%s") is first
