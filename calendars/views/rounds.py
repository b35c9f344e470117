from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest
from calendars import files, ics
from interviews.models import Round


@require_safe
def round_file(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """A round as a file for any calendar; 404 while it has no date."""
    rounds = Round.objects.for_user(request.user).select_related("application__company")
    round_ = get_object_or_404(rounds, pk=pk)
    body = files.of_rounds([round_.pk])
    if not body:
        raise Http404
    response = HttpResponse(body, content_type=ics.CONTENT_TYPE)
    # Inline: a phone then offers to add it instead of keeping a file.
    response["Content-Disposition"] = f'inline; filename="{_name(round_)}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _name(round_: Round) -> str:
    """ "acme-round-2.ics": letters, digits and - only."""
    return slugify(f"{round_.application.company.name} round {round_.number}") + ".ics"
