"""People: everyone the owner deals with, at whichever company."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.http import AuthenticatedRequest, next_url, status_of, wants_fragment
from accounts.words import holding
from applications import directory
from applications.forms import ContactForm, NewContactForm, company_names
from applications.models import Contact, of_owner
from applications.views.shown import shown

_PER_PAGE = 50


@require_safe
def index(request: AuthenticatedRequest) -> HttpResponse:
    """Everyone, by name; `q` looks in name, title, email and company."""
    asked = request.GET.get("q", "").strip()
    found = Contact.objects.for_user(request.user).select_related("company")
    found = holding(found, asked.split(), "name", "title", "email", "company__name")
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    template = "applications/people.html"
    if wants_fragment(request):
        template += "#results"
    return render(request, template, {"nav": "people", "q": asked, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: AuthenticatedRequest) -> HttpResponse:
    """Add a person. One who is already known there is filled in, not doubled."""
    posted = request.POST if request.method == "POST" else None
    form = NewContactForm(posted, initial={"company_name": request.GET.get("company")})
    if form.is_valid():
        contact = directory.add_person(
            owner=request.user, now=timezone.now(), **form.cleaned_data
        )
        messages.success(request, f"{contact} is among your people.")
        return redirect(contact)
    context = {"nav": "people", "form": form, "companies": company_names(request.user)}
    return render(
        request, "applications/contact_new.html", context, status=status_of(form)
    )


@require_safe
def detail(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One person, the rounds they took part in, and what was sent to them."""
    contact = _get(request, pk)
    meetings = (
        contact.interviews.filter(of_owner(request.user, "session__round__application"))
        .select_related("session__round__application__company")
        .order_by(F("session__starts_at").desc(nulls_first=True), "-pk")
    )
    messages_to = (
        contact.follow_ups.filter(of_owner(request.user, "round__application"))
        .exclude(state="withdrawn")
        .select_related("round__application__company", "contact")
        .order_by("-due_at", "-pk")
    )
    context = {
        "nav": "people",
        "contact": contact,
        "meetings": shown(meetings),
        "follow_ups": shown(messages_to),
    }
    return render(request, "applications/contact.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Change what is known about a person."""
    contact = _get(request, pk)
    form = ContactForm(
        request.POST if request.method == "POST" else None, instance=contact
    )
    if form.is_valid():
        directory.update_contact(contact, now=timezone.now(), **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("applications:contact", pk)
    context = {"nav": "people", "form": form, "contact": _get(request, pk)}
    return render(
        request, "applications/contact_edit.html", context, status=status_of(form)
    )


@require_POST
def keep(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Mark somebody to stay in touch with, or with nothing in `kept` take it back."""
    contact = _get(request, pk)
    kept = bool(request.POST.get("kept"))
    directory.update_contact(contact, kept=kept, now=timezone.now())
    words = "You stay in touch with {}." if kept else "{} is no longer marked."
    messages.success(request, words.format(contact))
    return redirect(next_url(request, contact.get_absolute_url()))


def _get(request: AuthenticatedRequest, pk: int) -> Contact:
    return get_object_or_404(
        Contact.objects.for_user(request.user).select_related("company"), pk=pk
    )
