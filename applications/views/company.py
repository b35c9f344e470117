"""Companies: what the owner knows about an employer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.autosave import one_writer, saved, unsaved
from accounts.http import AuthenticatedRequest, next_url, status_of
from applications import directory
from applications.forms import CompanyForm, ResearchForm
from applications.models import Company
from applications.research import research_on, write_research
from applications.views.shown import shown


@require_safe
def detail(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Research, people and applications of one company."""
    company = _get(request, pk)
    context = {
        "nav": "applications",
        "company": company,
        "research": research_on(company),
        "people": shown(company.contacts.all()),
        "applications": shown(company.applications.filter(deleted_at=None)),
    }
    return render(request, "applications/company.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Change what is known about an employer."""
    company = _get(request, pk)
    form = CompanyForm(
        request.POST if request.method == "POST" else None, instance=company
    )
    if form.is_valid():
        directory.update_company(company, now=timezone.now(), **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("applications:company", pk)
    context = {"nav": "applications", "form": form, "company": _get(request, pk)}
    return render(
        request, "applications/company_edit.html", context, status=status_of(form)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@one_writer
def research(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Write down what the owner found out, topic by topic."""
    company = _get(request, pk)
    form = ResearchForm(
        request.POST if request.method == "POST" else None, company=company
    )
    back = next_url(request, company.get_absolute_url())
    if form.is_valid():
        if form.changes:
            write_research(company, texts=form.changes, now=timezone.now())
        words = f"What you know about {company} is saved."
        return saved(request, form, words=words, to=back)
    context = {
        "nav": "applications",
        "form": form,
        "company": company,
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    return unsaved(request, form) or render(
        request, "applications/company_research.html", context, status=status_of(form)
    )


def _get(request: AuthenticatedRequest, pk: int) -> Company:
    return get_object_or_404(
        Company.objects.for_user(request.user).select_related("owner"), pk=pk
    )
