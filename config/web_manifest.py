"""What a phone needs to put Callback on its home screen, and to share to it.

Web Application Manifest (W3C) with `share_target` (Web Share Target). The pictures are
the mark of `static/favicon.svg` without its round corners: a phone cuts its own.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# `--paper` and `--accent` of the light look: shown while the first page loads.
_PAPER, _MARK = "#f8f6f1", "#0e5a58"
_INVITATIONS = ["text/calendar", ".ics", "message/rfc822", ".eml", "text/plain", ".txt"]


@require_safe
@cache_control(public=True, max_age=24 * 60 * 60)
@login_not_required
def web_manifest(request: HttpRequest) -> JsonResponse:
    """The same for everybody, signed in or not: browsers ask for it without cookies."""
    home = reverse("dashboard:today")
    manifest = {
        "name": "Callback",
        "description": "From application to offer, through the rounds between.",
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "background_color": _PAPER,
        "theme_color": _MARK,
        "icons": [_icon(192), _icon(512)],
        "shortcuts": [
            {"name": "Log an invite", "url": reverse("interviews:invite")},
            {"name": "Add an application", "url": reverse("applications:new")},
        ],
        "share_target": _share_target(),
    }
    return JsonResponse(manifest, content_type="application/manifest+json")


def _icon(size: int) -> dict[str, str]:
    return {
        "src": static(f"icon-{size}.png"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": "any maskable",
    }


def _share_target() -> dict[str, Any]:
    """To which page the phone's share sheet posts, and in which fields."""
    return {
        "action": reverse("interviews:invite_shared"),
        "method": "POST",
        "enctype": "multipart/form-data",
        "params": {
            "title": "title",
            "text": "text",
            "url": "url",
            "files": [{"name": "file", "accept": _INVITATIONS}],
        },
    }
