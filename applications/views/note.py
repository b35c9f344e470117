"""Notes of an application: add, change, delete."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest, status_of
from applications import actions
from applications.forms import NoteForm
from applications.models import Application, Note
from applications.views.application import after, show


@require_POST
def add(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Write a note down; a refused one comes back with what was typed."""
    mine = Application.objects.for_user(request.user).select_related("company")
    application = get_object_or_404(mine, pk=pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show(request, application, note_form=form)
    actions.add_note(application, now=timezone.now(), **form.cleaned_data)
    messages.success(request, "Noted.")
    return after(request, application)


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Put other words."""
    note = _get(request, pk)
    form = NoteForm(request.POST if request.method == "POST" else None, instance=note)
    if form.is_valid():
        if form.changes:
            actions.edit_note(note, now=timezone.now(), **form.cleaned_data)
        return saved(request, form, words="Saved.", to=note.application)
    context = {"nav": "applications", "form": form, "note": note}
    return unsaved(request, form) or render(
        request, "applications/note_edit.html", context, status=status_of(form)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Ask first: a deleted note does not come back."""
    note = _get(request, pk)
    if request.method == "POST":
        actions.delete_note(note, now=timezone.now())
        messages.success(request, "The note is deleted.")
        return redirect(note.application)
    context = {"nav": "applications", "note": note}
    return render(request, "applications/note_delete.html", context)


def _get(request: AuthenticatedRequest, pk: int) -> Note:
    mine = Note.objects.for_user(request.user).select_related("application__company")
    return get_object_or_404(mine, pk=pk)
