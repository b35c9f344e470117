"""What the owner types about an application, a company, a person, a note."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import TextChoices

from accounts.autosave import Autosaved
from accounts.fields import WebAddressField
from accounts.models import User
from accounts.typed import Typed
from applications import board_order
from applications.models import (
    Application,
    Company,
    Contact,
    Note,
    ResearchNote,
    Stage,
)
from applications.models.application import LONGEST_TAG, MOST_TAGS
from applications.names import one_line

_NOT_SAID = ("", "Not said")
_FOLLOWED = "You follow this job already ({}). Is this another one?"
_DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
# Ours: more names would weigh more than the page; any other is typed.
MOST_SUGGESTED = 300


def offer_choices(field: forms.Field, options: type[TextChoices]) -> None:
    """The options of an optional choice, with words for "nothing chosen"."""
    assert isinstance(field, forms.ChoiceField)  # noqa: S101
    field.choices = [_NOT_SAID, *options.choices]


def currency_code(typed: str) -> str:
    """Three capitals (ISO 4217), or nothing. Raises ValidationError."""
    code = typed.upper()
    if code and not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise forms.ValidationError("Three letters, such as EUR or USD.")
    return code


class NameField(forms.CharField):
    """A name on one line: blanks too many are taken out."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class CompanyNameField(NameField):
    """A company by its name; the page offers the known ones in a datalist."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"list": "companies", "autocomplete": "off"}
        super().__init__(
            label="Company",
            max_length=200,
            widget=forms.TextInput(attrs=attrs),
            help_text="Type a new one, or choose one you know.",
            **kwargs,
        )


class TagsField(forms.CharField):
    """Words with commas between them; each is kept once, whatever its capitals."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=1000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        words = (one_line(word) for word in (super().to_python(value) or "").split(","))
        return [*{word.lower(): word for word in words if word}.values()]

    def validate(self, value: Any) -> None:
        if len(value) > MOST_TAGS:
            raise forms.ValidationError(f"At most {MOST_TAGS} tags, please.")
        if any(len(word) > LONGEST_TAG for word in value):
            raise forms.ValidationError(
                f"At most {LONGEST_TAG} characters each, please."
            )

    def run_validators(self, value: Any) -> None:
        """Those of a text do not fit a list."""


class ApplicationForm(Typed, forms.ModelForm[Application]):
    """Everything about a job but its stage. Only company and role are required.

    The cleaned data are the arguments of `actions.update_application`.
    """

    company_name = CompanyNameField()
    posting_url = WebAddressField(
        label="Posting",
        required=False,
        max_length=2000,
        help_text="The address of the advertisement.",
    )
    tags = TagsField(
        label="Tags", help_text="Your own words to find it by, with commas between."
    )

    class Meta:
        model = Application
        fields = [
            "company_name",
            "role",
            "posting_url",
            "location",
            "work_mode",
            "source",
            "tags",
            "applied_on",
            "pay_from",
            "pay_to",
            "pay_currency",
            "role_type",
            "seniority",
        ]
        widgets = {"applied_on": _DATE}
        help_texts = {"role_type": "Decides which advice you get for an interview."}

    # The template sets these apart, under "More about the job".
    first: tuple[str, ...] = ("company_name", "role")

    def __init__(self, *args: Any, owner: User, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        self.now = now
        if self.instance.pk:
            self.initial["company_name"] = self.instance.company.name
        offer_choices(self.fields["work_mode"], Application.WorkMode)
        offer_choices(self.fields["role_type"], Application.RoleType)
        offer_choices(self.fields["seniority"], Application.Seniority)
        self.fields["pay_from"].widget.attrs["min"] = 0
        self.fields["pay_to"].widget.attrs["min"] = 0
        self.fields["pay_currency"].widget.attrs["placeholder"] = "EUR"

    def clean_pay_currency(self) -> str:
        return currency_code(self.cleaned_data["pay_currency"])

    def clean_applied_on(self) -> date | None:
        day: date | None = self.cleaned_data["applied_on"]
        if day and day > self.now.astimezone(self.owner.zone).date():
            raise forms.ValidationError(
                "That day is still to come. Until then, keep it as “Saved”."
            )
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        low, high = data.get("pay_from"), data.get("pay_to")
        if low is not None and high is not None and low > high:
            self.add_error("pay_to", "This cannot be less than “pay from”.")
        return data

    @property
    def rest_has_errors(self) -> bool:
        """Whether the folded part must open, to show what is wrong in it."""
        return any(name not in self.first for name in self.errors)


class NewApplicationForm(ApplicationForm):
    """The cleaned data are the arguments of `actions.press_to_add`."""

    stage = forms.ChoiceField(choices=Stage.choices, initial=Stage.APPLIED)
    note = forms.CharField(
        label="A first note",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "letter-like"}),
    )
    first = ("company_name", "role", "stage")
    # A live one for the same job, about which the owner has not been asked.
    twin: Application | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        company, role = data.get("company_name"), data.get("role")
        twin = self._twin(company, role) if company and role else None
        if twin and self.data.get("anyway") != str(twin.pk):
            self.twin = twin
            self.add_error("role", _FOLLOWED.format(twin.get_stage_display()))
        return data

    def _twin(self, company: str, role: str) -> Application | None:
        """The one that is there, unless this very press of the button made it."""
        same = Application.objects.for_job(self.owner, company=company, role=role)
        just_added = same.just_added(self.now).values("pk")
        return same.exclude(pk__in=just_added).first()


class NextStepForm(Typed, forms.ModelForm[Application]):
    """What the owner means to do next; without words there is none."""

    class Meta:
        model = Application
        fields = ["own_step", "own_step_on"]
        labels = {"own_step": "What", "own_step_on": "On"}
        widgets = {"own_step_on": _DATE}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("own_step_on") and not data.get("own_step"):
            self.add_error("own_step", "Say what you mean to do then.")
        return data


class RowForm(NextStepForm):
    """What the table edits in a row."""

    class Meta(NextStepForm.Meta):
        fields = ["stage", "own_step", "own_step_on"]
        labels = {"own_step": "Next step", "own_step_on": "On"}


class MoveForm(Typed, forms.Form):
    """Where a card goes: to a stage, below another card, or a step within its column."""

    stage = forms.ChoiceField(required=False, choices=Stage.choices)
    after = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    place = forms.ChoiceField(required=False, choices=board_order.Step.choices)

    def neighbour(self, card: Application) -> int | None:
        """The key of the card it is to lie below; None: on top."""
        if place := self.cleaned_data["place"]:
            return board_order.neighbour(card, board_order.Step(place))
        after: int | None = self.cleaned_data["after"]
        return after if after != card.pk else None


class StageForm(Typed, forms.Form):
    """Where the application stands now."""

    stage = forms.ChoiceField(label="Stage", choices=Stage.choices)


class NoteForm(Autosaved, forms.ModelForm[Note]):
    """Something to remember about an application."""

    class Meta:
        model = Note
        fields = ["text"]
        labels = {"text": "Note"}
        widgets = {"text": forms.Textarea(attrs={"rows": 3, "class": "letter-like"})}

    @property
    def stored_at(self) -> datetime | None:
        return self.instance.edited_at or self.instance.created_at


class CompanyForm(Typed, forms.ModelForm[Company]):
    """An employer's name and address. What is known about it: `ResearchForm`."""

    website = WebAddressField(label="Web site", required=False, max_length=200)

    class Meta:
        model = Company
        fields = ["name", "website"]

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        others = Company.objects.for_user(self.instance.owner).exclude(
            pk=self.instance.pk
        )
        if others.named(name).exists():
            raise forms.ValidationError("You already have a company of that name.")
        return name


class ResearchForm(Autosaved, forms.Form):
    """What the owner found out, one field a topic."""

    def __init__(self, *args: Any, company: Company, **kwargs: Any) -> None:
        notes = {note.topic: note for note in company.research_notes.all()}
        known = {topic: note.text for topic, note in notes.items()}
        super().__init__(*args, initial=known, **kwargs)
        self._notes = notes
        for topic in ResearchNote.Topic:
            self.fields[topic.value] = forms.CharField(
                label=topic.label,
                help_text=topic.hint,
                required=False,
                max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 3, "class": "letter-like"}),
            )

    @property
    def stored_at(self) -> datetime | None:
        """When the topics were written that clash; the last one of them."""
        clashing = [self._notes.get(clash.name) for clash in self.clashes]
        return max((note.updated_at for note in clashing if note), default=None)


class ContactForm(Typed, forms.ModelForm[Contact]):
    """A person, at a company that stays."""

    class Meta:
        model = Contact
        fields = ["name", "title", "email", "kind", "kept", "kept_note"]
        labels = {
            "name": "Name",
            "kind": "Who they are in the hiring",
            "kept": "Stay in touch with them",
            "kept_note": "About staying in touch",
        }
        widgets = {"kept_note": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"kind": "Decides which advice you get for meeting them."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self.fields["kind"], Contact.Kind)


class NewContactForm(ContactForm):
    """A person and the company they work for."""

    class Meta(ContactForm.Meta):
        fields = ["name", "title", "email", "kind"]

    company_name = CompanyNameField()
    field_order = ["name", "company_name", "title", "email", "kind"]


class KeysField(forms.TypedMultipleChoiceField):
    """Keys of rows, any that could be one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, **kwargs)

    def valid_value(self, value: Any) -> bool:
        return str(value).isdecimal() and len(str(value)) < 19


class BulkForm(Typed, forms.Form):
    """What to do, with which rows of the table: `pk`, or all that `query` finds."""

    do = forms.ChoiceField(
        choices=[
            (name, name)
            for name in ("move", "tag", "untag", "archive", "unarchive", "delete")
        ]
    )
    pk = KeysField(required=False)
    all = forms.BooleanField(required=False)
    query = forms.CharField(required=False, max_length=4000)
    stage = forms.ChoiceField(required=False, choices=Stage.choices)
    tag = NameField(required=False, max_length=LONGEST_TAG)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("all") and not data.get("pk"):
            raise forms.ValidationError("Choose the applications first.")
        if data.get("do") == "move" and not data.get("stage"):
            raise forms.ValidationError("Choose a stage to move them to.")
        if data.get("do") in {"tag", "untag"} and not data.get("tag"):
            raise forms.ValidationError("Write the tag first.")
        return data


class SaveViewForm(Typed, forms.Form):
    """A name for what the table shows."""

    name = NameField(max_length=60, label="Name of the view")
    query = forms.CharField(
        required=False, max_length=2000, widget=forms.HiddenInput, strip=True
    )


def company_names(user: User) -> list[str]:
    """The owner's latest companies by name, for a datalist."""
    latest = Company.objects.for_user(user).order_by("-pk")
    names = latest.values_list("name", flat=True)[:MOST_SUGGESTED]
    return sorted(names, key=str.casefold)
