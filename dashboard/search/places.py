"""Pages and actions, as they are called and as people may call them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from dashboard.search.hit import Hit


@dataclass(frozen=True)
class Place:
    """`words` are further names; `key` is what leads there from the keyboard."""

    title: str
    route: str
    icon: str
    words: str = ""
    key: str = ""

    @property
    def hit(self) -> Hit:
        return Hit(self.title, reverse(self.route), self.icon, key=self.key)


PLACES = (
    Place("Log an invite", "interviews:invite", "plus", "new round interview", "N"),
    Place("Add an application", "applications:new", "briefcase", "new job role", "A"),
    Place("Today", "dashboard:today", "sun", "dashboard home due", "G D"),
    Place("Board", "applications:board", "layout-kanban", "pipeline cards", "G B"),
    Place("All applications", "applications:list", "table", "list table jobs", "G L"),
    Place("Calendar", "dashboard:calendar", "calendar", "month week", "G C"),
    Place("Insights", "dashboard:insights", "chart-bar", "funnel rates figures"),
    Place("Proof of your search", "dashboard:proof", "printer", "report job office"),
    Place("People", "applications:people", "users", "contacts interviewers"),
    Place("Add a person", "applications:contact_new", "user-plus", "new contact"),
    Place("Stories", "preparation:stories", "notes", "examples star practice"),
    Place("Offers", "interviews:offers", "confetti", "compare pay"),
    Place("Reminders", "reminders:list", "bell", "mails told planned"),
    Place("Choose reminders", "reminders:preferences", "settings", "quiet hours pause"),
    Place("Guidance", "guidance:library", "book-2", "advice tips documents"),
    Place("Bin", "applications:bin", "trash", "deleted restore"),
    Place("Calendar link", "calendars:settings", "link", "subscribe feed ics"),
    Place("You", "accounts:you", "user-circle", "settings account time zone theme"),
    Place("Download everything", "portability:export", "download", "export backup"),
)


def places(words: list[str]) -> Iterator[Hit]:
    """Those in whose names every word begins a word; all of them for no words."""
    for place in PLACES:
        names = f"{place.title} {place.words}".casefold().split()
        if all(any(name.startswith(word) for name in names) for word in words):
            yield place.hit
