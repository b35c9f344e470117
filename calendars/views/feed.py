from __future__ import annotations

import hashlib
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from calendars import editions, gathering, ics, limits, links
from calendars.models import Feed

_NAME = "Callback"
_IN_WORDS = "text/plain; charset=utf-8"


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """The calendar a link opens. Unknown, renewed and stopped ones look the same."""
    now = timezone.now()
    found = _found(token)
    if found is None:
        return _private("There is no such calendar.\n", _IN_WORDS, status=404)
    if limits.is_too_often(found, now=now):
        response = _private("Too often. Please ask later.\n", _IN_WORDS, status=429)
        response["Retry-After"] = str(int(limits.WINDOW.total_seconds()))
        return response
    return _file(request, found, now)


def _found(token: str) -> Feed | None:
    nonce = links.nonce_of(token)
    if nonce is None:
        return None
    feeds = Feed.objects.select_related("owner").filter(owner__is_active=True)
    return feeds.filter(nonce=nonce).first()


def _file(request: HttpRequest, feed: Feed, now: datetime) -> HttpResponseBase:
    """The whole file, or 304 to a calendar that has it already."""
    entries = editions.latest(gathering.of_feed(feed, now=now))
    body = ics.write(entries, name=_NAME, with_alarms=feed.alarms)
    response = _private(body, ics.CONTENT_TYPE)
    response["Content-Disposition"] = 'inline; filename="callback.ics"'
    etag = quote_etag(hashlib.sha256(body).hexdigest())
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response


def _private(
    body: str | bytes, content_type: str, *, status: int = 200
) -> HttpResponse:
    """The secret is in the address: kept from caches, search engines, other sites."""
    response = HttpResponse(body, content_type=content_type, status=status)
    response["Cache-Control"] = "private, no-cache"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
