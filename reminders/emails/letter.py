"""What one mail says, before it is set in text and HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reminders.emails.words import joined
from reminders.models import Kind

_BECAUSE = {
    Kind.PREPARE: "reminders before a round",
    Kind.DEBRIEF: "reminders to write down how it went",
    Kind.THANK_YOU: "reminders for thank-you notes",
    Kind.STATUS_CHECK: "reminders for overdue answers",
    Kind.FEEDBACK_REQUEST: "reminders to ask for feedback",
    Kind.OFFER_DEADLINE: "reminders before an offer ends",
    Kind.KEEP_GOING: "reminders to stay in the search",
    Kind.DIGEST: "weekly overviews",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A link with its words."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A line of fact; `url` stands after the text where there is one."""

    text: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Errand:
    """Somebody to write to, with what can be done about it from the mail."""

    name: str
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tip:
    """A piece of advice, why it is given and where it stands."""

    text: str
    reason: str
    credit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """One thing: its facts, whom to write to, the advice that fits it."""

    kind: Kind
    title: str
    facts: tuple[Fact, ...]
    errands: tuple[Errand, ...] = ()
    # Named, but without links of their own: a mail must stay small.
    others: str = ""
    advice: tuple[Tip, ...] = ()
    # Said above the advice when the documents speak of another round than this.
    advice_note: str = ""
    # The page of the round, where the main button leads elsewhere.
    url: str = ""
    # Where the owner puts it off, without signing in.
    later: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A whole mail to one owner, about one thing or several."""

    kinds: tuple[Kind, ...]
    subject: str
    preheader: str
    heading: str
    button: Target
    sections: tuple[Section, ...]
    settings_url: str
    stop_url: str
    more: str = ""

    @property
    def is_about_one(self) -> bool:
        return len(self.sections) == 1 and not self.is_of_many_parts

    @property
    def is_of_many_parts(self) -> bool:
        """An overview: its parts have titles, and are no things to be told."""
        return self.kinds == (Kind.DIGEST,)

    @property
    def acts_by_link(self) -> bool:
        """Whether its links act without a sign-in, which the mail then says."""
        return any(section.errands or section.later for section in self.sections)

    @property
    def about_links(self) -> str:
        """Which links act without a sign-in: those of a person, and a round's own."""
        named = any(section.errands for section in self.sections)
        put_off = any(section.later for section in self.sections)
        which = [
            *([f"“{self.button.label}”"] if self.is_about_one and named else []),
            *(["the links beside a name"] if named else []),
            *(["“Remind me later”"] if put_off else []),
        ]
        words = joined(which)
        return (
            f"{words[:1].upper()}{words[1:]} {'work' if len(which) > 1 or named else 'works'}"
            " without signing in and"
            f" {'end' if len(which) > 1 or named else 'ends'} after 30 days, so please"
            " do not pass this mail on."
        )

    @property
    def because(self) -> str:
        """What the owner has switched on, for the why-you-get-this line."""
        return joined([_BECAUSE[kind] for kind in self.kinds])


def without_repeats(
    targets: Sequence[Target], button: Target | None
) -> tuple[Target, ...]:
    """The targets but the one that is the main button already."""
    return tuple(t for t in targets if button is None or t.url != button.url)
