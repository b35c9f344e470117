from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import AuthenticatedRequest
from applications.memory import remembered


@require_safe
def before(request: AuthenticatedRequest) -> HttpResponse:
    """What is remembered of a company or a posting that is being typed."""
    memories = remembered(
        request.user,
        company=request.GET.get("company_name", ""),
        posting=request.GET.get("posting_url", ""),
        now=timezone.now(),
    )
    return render(request, "applications/_memories.html", {"memories": memories})
