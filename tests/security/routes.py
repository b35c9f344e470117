"""Every route of the product, with arguments that lead to alice's rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

# Django's own site for operators: staff only, tested apart.
_NOT_OURS = "admin"
# Written by allauth, which decides there itself who may see what.
ALLAUTHS = ("account_", "mfa_", "openid_connect_", "socialaccount_", "usersessions_")

# Redirects that allauth keeps for addresses it had long ago; they have no name.
_OLD_ADDRESSES = "social/"

# Open without sign-in, and why. allauth's own pages decide for themselves.
PUBLIC = {
    "accounts:provider_login": "the way to the OpenID provider leads from outside",
    "calendars:feed": "calendars do not sign in; the link is a secret",
    "healthz": "a monitor has no account",
    "readyz": "a monitor has no account",
    "reminders:mail_link": "links in mails open without sign-in; the token is signed",
    "reminders:mail_notes": "links in mails open without sign-in; the token is signed",
    "reminders:mail_snooze": "links in mails open without sign-in; the token is signed",
    "reminders:unsubscribe": "one-click unsubscribe (RFC 8058); the token is signed",
    "web_manifest": "browsers ask for it without cookies",
}

# What the argument of each route names. A route that is missing here fails the walk.
SUBJECTS = {
    "accounts:provider_login": "provider",
    "accounts:session_end": "browser",
    "applications:archive": "application",
    "applications:board_column": "stage",
    "applications:company": "company",
    "applications:company_edit": "company",
    "applications:contact": "contact",
    "applications:contact_edit": "contact",
    "applications:contact_keep": "contact",
    "applications:delete": "application",
    "applications:detail": "application",
    "applications:edit": "application",
    "applications:move": "application",
    "applications:note_add": "application",
    "applications:note_delete": "note",
    "applications:note_edit": "note",
    "applications:research": "company",
    "applications:restore": "binned",
    "applications:row": "application",
    "applications:stage": "application",
    "applications:next_step": "application",
    "applications:unarchive": "application",
    "applications:undo": "undo",
    "applications:view_remove": "view",
    "calendars:feed": "feed",
    "calendars:round": "round",
    "dashboard:figure_csv": "figure",
    "guidance:document": "document",
    "interviews:advice_tick": "round",
    "interviews:bring_add": "round",
    "interviews:check_in_add": "round",
    "interviews:debrief": "round",
    "interviews:follow_up": "follow_up",
    "interviews:follow_up_reopen": "follow_up",
    "interviews:follow_up_sent": "follow_up",
    "interviews:follow_up_skip": "follow_up",
    "interviews:follow_up_snooze": "follow_up",
    "interviews:follow_up_unsnooze": "follow_up",
    "interviews:interviewer_add": "round",
    "interviews:invite_deed": "draft",
    "interviews:invite_draft": "draft",
    "interviews:invite_file": "invite",
    "interviews:invite_original": "invite",
    "interviews:invite_typed": "draft",
    "interviews:not_for_me": "round",
    "interviews:offer": "application",
    "interviews:offer_answer": "application",
    "interviews:offer_edit": "application",
    "interviews:own_item": "own_item",
    "interviews:own_item_add": "round",
    "interviews:review": "round",
    "interviews:round": "round",
    "interviews:round_cancel": "round",
    "interviews:round_edit": "round",
    "interviews:round_outcome": "round",
    "interviews:round_print": "round",
    "interviews:round_replied": "round",
    "interviews:round_restore": "round",
    "interviews:round_unreplied": "round",
    "interviews:sign": "sign",
    "interviews:sign_remove": "sign",
    "interviews:signs": "round",
    "interviews:task": "task",
    "interviews:task_edit": "task",
    "interviews:tasks": "round",
    "preparation:question_asked": "own_question",
    "preparation:question_edit": "question",
    "preparation:question_practise": "question",
    "preparation:question_remove": "question",
    "preparation:questions": "round",
    "preparation:questions_add": "round",
    "preparation:story": "story",
    "preparation:story_delete": "story",
    "preparation:story_edit": "story",
    "reminders:content": "reminder",
    "reminders:mail_link": "mail_link",
    "reminders:mail_notes": "notes_link",
    "reminders:mail_snooze": "snooze_link",
    "reminders:preview": "kind",
    "reminders:snooze": "reminder",
    "reminders:unsnooze": "reminder",
    "reminders:unsubscribe": "stop_link",
}
NOBODYS = {"reminder": "00000000-0000-4000-8000-000000000000"}
# The same for everybody who is signed in: nobody owns it.
SHARED = {
    "document": "whatjobs",
    "figure": "funnel",
    "kind": "prepare",
    "stage": "applied",
}
NO_SUCH_NUMBER = 999_999_999


@dataclass(frozen=True)
class Route:
    name: str
    parameters: tuple[str, ...]

    def path(self, planted: dict[str, object]) -> str:
        """Its address, leading to alice's row where it takes one."""
        if not self.parameters:
            return reverse(self.name)
        subject = SUBJECTS[self.name]
        return reverse(self.name, args=[SHARED.get(subject) or planted[subject]])

    def path_to_nothing(self) -> str:
        """Its address with an id that nobody has."""
        subject = SUBJECTS[self.name]
        return reverse(self.name, args=[NOBODYS.get(subject, NO_SUCH_NUMBER)])

    @property
    def is_shared(self) -> bool:
        return SUBJECTS.get(self.name) in SHARED

    @property
    def is_public(self) -> bool:
        return self.name in PUBLIC


@cache
def routes() -> tuple[Route, ...]:
    return tuple(_walk(get_resolver().url_patterns, namespace=""))


def content_of(response: HttpResponseBase) -> bytes:
    """All that was sent, whether at once or while it was made."""
    if isinstance(response, StreamingHttpResponse):
        return b"".join(cast("Iterator[bytes]", response.streaming_content))
    assert isinstance(response, HttpResponse)
    return response.content


def own_routes() -> tuple[Route, ...]:
    """Without allauth's."""
    return tuple(r for r in routes() if not r.name.startswith(ALLAUTHS))


def _walk(
    patterns: list[URLPattern | URLResolver],
    *,
    namespace: str,
    above: tuple[str, ...] = (),
) -> Iterator[Route]:
    for pattern in patterns:
        parameters = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            if pattern.namespace == _NOT_OURS:
                continue
            inner = (
                f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
            yield from _walk(pattern.url_patterns, namespace=inner, above=parameters)
        elif not str(pattern.pattern).startswith(_OLD_ADDRESSES):
            assert pattern.name, f"{pattern} has no name"
            yield Route(f"{namespace}{pattern.name}", parameters)
