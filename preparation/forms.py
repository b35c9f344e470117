"""What the owner types to prepare."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet

from accounts.autosave import Autosaved
from accounts.models import User
from accounts.typed import Typed
from applications.models import Company, Contact
from guidance import library
from guidance.vocabulary import Form
from interviews.models import Round
from preparation.actions import Wanted, has_twin
from preparation.advice import situation_before
from preparation.carried import carried_into
from preparation.models import Proof, Question, Story

_HINTS = {
    "situation": "Where and when was it, and what was going on?",
    "task": "What fell to you?",
    "action": "What did you do, step by step? Say “I”, not “we”.",
    "result": "What came of it? A number helps, and what you learnt.",
}


class StoryForm(Autosaved, forms.ModelForm[Story]):
    """A story in four parts; only the title is required.

    The cleaned data are the arguments of `actions.add_story`.
    """

    proves = forms.MultipleChoiceField(
        label="What it proves",
        choices=Proof.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Story
        fields = ["title", *_HINTS, "proves", "company"]
        labels = {"company": "Whose value does it show?"}
        help_texts = {
            "title": "A few words by which you will know it again.",
            "company": "Only for “A company’s value”, where it is one company’s.",
            **_HINTS,
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": 3, "class": "letter-like"})
            for name in _HINTS
        }

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        companies = Company.objects.for_user(owner)
        self.fields["company"] = forms.ModelChoiceField(
            companies,
            label=self.fields["company"].label,
            help_text=self.fields["company"].help_text,
            required=False,
            empty_label="Nobody’s in particular",
        )

    @property
    def stored_at(self) -> datetime | None:
        return self.instance.updated_at


class ChoiceOfQuestions(Typed, forms.Form):
    """Questions ticked in the library's list, some of earlier rounds, one of the
    owner's own, and for whom."""

    side = forms.ChoiceField(choices=Question.Side.choices)
    advice = forms.MultipleChoiceField(required=False)
    again = forms.MultipleChoiceField(required=False)
    text = forms.CharField(required=False, max_length=500)
    contact = forms.ModelChoiceField(Contact.objects.none(), required=False)

    def __init__(self, *args: Any, round_: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.round = round_
        bank = [a for a in library.load() if a.form is Form.QUESTION]
        self.fields["advice"] = forms.MultipleChoiceField(
            choices=[(a.id, a.id) for a in bank], required=False
        )
        self._carried = {c.text: c for c in carried_into(round_)}
        self.fields["again"] = forms.MultipleChoiceField(
            choices=[(text, text) for text in self._carried], required=False
        )
        people = Contact.objects.filter(pk__in=[person.pk for person in round_.people])
        self.fields["contact"] = forms.ModelChoiceField(people, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        ticked = self.errors or data["advice"] or data["again"]
        if not ticked and not data["text"]:
            raise forms.ValidationError("Tick a question, or write one of your own.")
        return data

    @property
    def whom(self) -> Contact | None:
        """Whom to ask; nobody for a question that they may ask."""
        theirs = self.cleaned_data["side"] == Question.Side.THEY_ASK
        return None if theirs else self.cleaned_data["contact"]

    def wanted(self, now: datetime) -> list[Wanted]:
        """The questions in the words this round is told them."""
        situation = situation_before(self.round, now)
        chosen = [library.load().get(key) for key in self.cleaned_data["advice"]]
        listed = [
            Wanted(text=a.wording_for(situation).text, advice=a.id) for a in chosen if a
        ]
        again = [self._carried[text] for text in self.cleaned_data["again"]]
        listed += [Wanted(text=each.text, advice=each.advice) for each in again]
        own = self.cleaned_data["text"]
        return [*listed, Wanted(text=own)] if own else listed


class QuestionForm(Autosaved, forms.ModelForm[Question]):
    """A question in the owner's words, and what to answer or whom to ask."""

    class Meta:
        model = Question
        fields = ["text", "answer", "story", "contact"]
        labels = {
            "text": "Question",
            "answer": "Your answer",
            "story": "The story you tell",
            "contact": "Whom you ask",
        }
        help_texts = {
            "answer": "Key words are enough; it should not sound learnt by heart.",
            "story": "From your stories, in place of an answer or with it.",
        }
        widgets = {
            "answer": forms.Textarea(attrs={"rows": 6, "class": "letter-like"}),
        }

    def __init__(self, *args: Any, round_: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner, people = round_.application.owner, [p.pk for p in round_.people]
        if self.instance.is_theirs:
            del self.fields["contact"]
            self._among("story", Story.objects.for_user(owner), "None")
        else:
            del self.fields["story"]
            self.fields["answer"].label = "What they answered"
            self.fields["answer"].help_text = "It comes back when there is an offer."
            known = Contact.objects.filter(pk__in=[*people, self.instance.contact_id])
            self._among("contact", known, "Whoever is there")

    @property
    def stored_at(self) -> datetime | None:
        return self.instance.edited_at or self.instance.created_at

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        meant = Question(
            pk=self.instance.pk,
            round_id=self.instance.round_id,
            side=self.instance.side,
            text=data.get("text") or "",
            contact=data.get("contact"),
        )
        if meant.text and has_twin(meant):
            self.refuse_twin()
        return data

    def refuse_twin(self) -> None:
        """Say that the round has the question already."""
        self.add_error("text", "You have that question already.")

    def _among(self, name: str, rows: QuerySet[Any], nobody: str) -> None:
        """Let `name` be one of these rows, or nothing, said as `nobody`."""
        before = self.fields[name]
        self.fields[name] = forms.ModelChoiceField(
            rows,
            label=before.label,
            help_text=before.help_text,
            required=False,
            empty_label=nobody,
        )


class HeardForm(Typed, forms.Form):
    """What they answered to a question of the owner's."""

    answer = forms.CharField(max_length=20_000, required=False)
