from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.models import User
from reminders import links
from reminders.links import BadLink, Link

LinkView = Callable[[HttpRequest, Link, User], HttpResponse]


def opened_by_link(view: LinkView) -> Callable[[HttpRequest, str], HttpResponse]:
    """Give the view the link its token stands for, and the link's owner.

    Whatever is wrong with a token, the same page says so. The token is in the
    address, so the address is kept from caches, search engines and other sites.
    (`no-referrer` would be stricter, but makes browsers send `Origin: null` with
    the form, which the CSRF check must refuse; `same-origin` leaks nothing either.)
    """

    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        try:
            link = links.read(token, now=timezone.now())
            response = view(request, link, link.owner)
        except BadLink:
            response = render(request, "reminders/mail_gone.html", status=404)
        response["Referrer-Policy"] = "same-origin"
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return login_not_required(opened)
