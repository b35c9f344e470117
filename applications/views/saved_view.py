"""Keeping what the table was asked for under a name."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.http import AuthenticatedRequest, next_url
from applications import saved_views
from applications.forms import SaveViewForm
from applications.models import SavedView
from applications.models.saved_view import LONGEST_QUERY
from applications.table.wishes import Wishes


@require_POST
def save(request: AuthenticatedRequest) -> HttpResponse:
    """Keep it; a view of that name gets this in the place of what it was."""
    form = SaveViewForm(request.POST)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
        return redirect(next_url(request, reverse("applications:list")))
    query = Wishes(QueryDict(form.cleaned_data["query"])).query()
    if len(query) > LONGEST_QUERY:
        messages.error(request, "That is too long to keep. Leave some of it out.")
        return redirect(next_url(request, reverse("applications:list")))
    view = saved_views.save(request.user, name=form.cleaned_data["name"], query=query)
    if view is None:
        messages.error(request, f"You have {saved_views.MOST} views. Remove one first.")
        return redirect(next_url(request, reverse("applications:list")))
    messages.success(request, f"“{view}” is kept.")
    return redirect(view)


@require_POST
def remove(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Forget a view; what it shows stays."""
    view = get_object_or_404(SavedView.objects.for_user(request.user), pk=pk)
    address = view.get_absolute_url()
    view.delete()
    messages.success(request, f"“{view}” is removed. Its rows are all still here.")
    return redirect(address)
