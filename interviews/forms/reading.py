"""The form of a round as an invitation fills it in: what it says stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from accounts.models import User
from applications.models import Application
from interviews.forms.invite import InviteForm
from interviews.forms.round import MOST_ROUNDS, RoundForm
from interviews.forms.session import SessionForm
from interviews.invites.found import Certainty, Found, Question
from interviews.proposals import Proposal

# Before the name of a field: the radio buttons that answer the question about it.
ANSWER = "answer-"
NEW = "new"
_CHOOSE = "Please choose"
_STAMP = re.compile(r"\d{8}(T\d{6}Z?)?( … \d{8}(T\d{6}Z?)?)*")


@dataclass(frozen=True, kw_only=True)
class Told:
    """Where a field's value comes from: the reader's `paths`, the `words`, how `sure`.

    `question` is what only the owner can settle; `note` a reason in words of ours.
    """

    paths: str = ""
    words: str = ""
    sure: str = Certainty.SURE.value
    question: Question | None = None
    note: str = ""
    name: str = ""
    chosen: str | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the one choice there is has been picked for the owner to see."""
        choices = self.question.choices if self.question else ()
        return len(choices) == 1 and self.chosen == choices[0].value

    @property
    def is_of_calendar(self) -> bool:
        """Whether its words are a date as only calendar files write it."""
        return bool(_STAMP.fullmatch(self.words))

    @property
    def css(self) -> str:
        if self.is_taken:
            return ""
        return "ask" if self.question or self.sure == Certainty.ASK else ""


class Read(RoundForm):
    """What both forms below add: the words of the invitation, and its questions."""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        owner: User,
        now: datetime,
        found: Found,
        proposal: Proposal,
        reasons: Mapping[str, str],
        questions: Mapping[str, Question],
        **named: Any,
    ) -> None:
        self.found, self.reasons = found, reasons
        self.proposal = proposal
        self.questions = {**proposal.questions, **questions}
        if "time_zone" in self.questions and not self._only_zone("time_zone"):
            self.no_zone = _CHOOSE
        if data is not None:
            data = answered(data, self.questions, zone=owner.time_zone)
            data = without_the_other_job(data, found)
            data = self._with_its_number(data, owner, named.get("initial") or {})
        else:
            named["sessions"] = proposal.sessions
        super().__init__(data, owner=owner, now=now, **named)
        self._leave_open()
        self._tell()

    # --- as it begins --------------------------------------------------------------

    def _leave_open(self) -> None:
        """What is asked begins empty; the end of what is asked is known already."""
        for place, part in enumerate(self.parts):
            if f"{part.mark}starts" in self.questions:
                _begin(part, "starts", "")
            if f"{part.mark}time_zone" in self.questions:
                _begin(part, "time_zone", self._only_zone(f"{part.mark}time_zone"))
            if place in self.proposal.ends:
                _begin(part, "ends", self.proposal.ends[place])
        first_zone = self.questions.get("time_zone")
        for part in self.further.forms if first_zone else ():
            _begin(part, "time_zone", self._only_zone("time_zone"))
        self._require_zones()

    def _only_zone(self, name: str) -> str:
        """The one zone there is to choose: it stands there, to be changed or left."""
        question = self.questions.get(name)
        choices = question.choices if question else ()
        return choices[0].value if len(choices) == 1 else ""

    def _require_zones(self) -> None:
        for part in self.parts:
            question = self.questions.get(f"{part.mark}time_zone")
            if question:
                part.fields["time_zone"].required = True
                part.fields["time_zone"].error_messages["required"] = question.text

    def rearrange(self) -> SessionForm:
        about = super().rearrange()
        self._tell()
        return about

    def _tell(self) -> None:
        """Hang on every field what is told about it."""
        for form, field_name in self._all_fields():
            name = form.add_prefix(field_name)
            told = self._told(name, form[field_name])
            if told:
                form.fields[field_name].told = told  # type: ignore[attr-defined]

    def _all_fields(self) -> Iterator[tuple[forms.BaseForm, str]]:
        for part in self.parts:
            yield from ((part, name) for name in part.fields)
            for row in part.people.forms:
                yield row, "name"

    def _told(self, name: str, bound: forms.BoundField) -> Told | None:
        paths = [p for p, of in self.proposal.names.items() if of == name]
        paths = [p for p in paths if p in self.found.certainty or self._source(p)]
        question, note = self.questions.get(name), self.reasons.get(name, "")
        if not (paths or question or note):
            return None
        levels = {self.found.certainty.get(path) for path in paths}
        sure = next((c for c in (Certainty.ASK, Certainty.GUESS) if c in levels), None)
        words = dict.fromkeys(filter(None, map(self._source, paths)))
        return Told(
            paths=" ".join(paths),
            words=" … ".join(words),
            sure=self._level(name, sure).value,
            question=question,
            note=note,
            name=f"{ANSWER}{name}",
            chosen=self._chosen(name, bound),
        )

    def _level(self, name: str, sure: Certainty | None) -> Certainty:
        """How sure; a time of which only the zone is asked is as sure as its words."""
        mark = name[: name.rfind("-") + 1]
        is_time = name.removeprefix(mark) in {"starts", "ends"}
        zones = {f"{mark}time_zone", "time_zone"} & self.questions.keys()
        if is_time and zones and name not in self.questions:
            return Certainty.SURE
        return sure or Certainty.SURE

    def _source(self, path: str) -> str:
        return "" if path.endswith(".local_day") else self.found.sources.get(path, "")

    def _chosen(self, name: str, bound: forms.BoundField) -> str | None:
        """The answer picked so far."""
        if isinstance(self.data, QueryDict) and f"{ANSWER}{name}" in self.data:
            return str(self.data[f"{ANSWER}{name}"])
        if not self.is_bound:
            return self._only_zone(name) if name.endswith("time_zone") else None
        return str(bound.value() or "") or None

    # --- as it was sent ------------------------------------------------------------

    def _with_its_number(
        self, data: QueryDict, owner: User, initial: Mapping[str, Any]
    ) -> QueryDict:
        """The number of a round that is there is the owner's own."""
        return data

    def _why_no_start(self, cleaned: dict[str, Any]) -> str:
        question = self.questions.get("starts")
        return question.text if question else super()._why_no_start(cleaned)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for part in self._further:
            name = f"{part.mark}starts"
            if name in self.questions and not part.cleaned_data.get("starts"):
                part.add_error("starts", self.questions[name].text)
        return cleaned


class ReadInviteForm(Read, InviteForm):
    """A new round, and perhaps its application too, as an invitation has it."""

    def _begin_typing_here(self) -> None:
        """Everything is filled in: the script says where to look first."""

    def _with_its_number(
        self, data: QueryDict, owner: User, initial: Mapping[str, Any]
    ) -> QueryDict:
        """With another job than the page began with comes its number.

        A script brings it at once; without one the number is as it was.
        """
        began, number = initial.get("application"), initial.get("number")
        before, picked = str(began.pk if began else ""), data.get("application", "")
        was = str(number or self.usual_number)
        if picked == before or data.get("number") != was:
            return data
        own = Application.objects.for_user(owner)
        job = own.filter(pk=picked).first() if picked.isdecimal() else None
        data = data.copy()
        data["number"] = str(number_for(job, self.found) or self.usual_number)
        return data

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        question = self.questions.get("application")
        chosen = self.data.get(f"{ANSWER}application") or cleaned.get("application")
        if question and not chosen:
            self.add_error("application", question.text)
        return cleaned


class ReadUpdateForm(Read):
    """A round that is there, as an invitation changes it."""


def _begin(part: forms.Form, name: str, value: Any) -> None:
    if part.is_bound:
        return
    part.initial[name] = value
    # It keeps the value it began with.
    part._bound_fields_cache.pop(name, None)  # type: ignore[attr-defined]


def number_for(job: Application | None, found: Found) -> int | None:
    """The number the invitation names, where it is free; else the next of the `job`."""
    wanted = found.round_number or 0
    numbers = job.rounds.standing().values_list("number", flat=True) if job else ()
    taken = set(numbers)
    if 0 < wanted <= MOST_ROUNDS and wanted not in taken:
        return wanted
    return max(taken, default=0) + 1 if job else None


def answered(
    data: QueryDict, questions: Mapping[str, Question], *, zone: str
) -> QueryDict:
    """What was sent, with the answers in their fields.

    An answer fills a field that is empty or holds another of the answers; what the
    owner typed there otherwise says more. Without a date the owner's `zone` will do.
    """
    data = data.copy()
    for name, question in questions.items():
        answer = data.get(f"{ANSWER}{name}")
        values = {choice.value for choice in question.choices}
        if answer not in values:
            continue
        if data.get(name, "") in values | {""}:
            data[name] = "" if answer == NEW else answer
    if data.get("no_date") and not data.get("time_zone"):
        data["time_zone"] = zone
    return data


def without_the_other_job(data: QueryDict, found: Found) -> QueryDict:
    """The words the invitation had for a new job go, where one is picked instead."""
    filled_in = {"company_name": found.company, "role": found.role}
    if data.get("application"):
        data = data.copy()
        for name, words in filled_in.items():
            if " ".join(data.get(name, "").split()) == " ".join(words.split()):
                data[name] = ""
    return data
