"""Applications: the list, one of them, adding, changing, moving, putting away."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.http import AuthenticatedRequest, next_url, status_of, wants_fragment
from applications import actions, pipeline
from applications.forms import (
    ApplicationForm,
    ApplicationSearch,
    NewApplicationForm,
    NoteForm,
    StageForm,
    company_names,
)
from applications.models import Application, Stage
from applications.next_step import NEEDS, next_step
from applications.timeline import rounds, timeline
from applications.views import toasts
from applications.views.shown import shown

_PER_PAGE = 50


@require_safe
def index(request: AuthenticatedRequest) -> HttpResponse:
    """The owner's applications, as the search box and the chips ask for them."""
    now = timezone.now()
    search = ApplicationSearch(request.GET)
    archived = bool(search.wanted("archived"))
    mine = Application.objects.for_user(request.user).filter(
        archived_at__isnull=not archived
    )
    found = mine.matching(search.wanted("q") or "")
    shown = found.filter(stage=stage) if (stage := search.wanted("stage")) else found
    shown = shown.live_first().select_related("company").prefetch_related(*NEEDS)
    page = Paginator(shown, _PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "nav": "applications",
        "search": search,
        "stage": stage,
        "archived": archived,
        "chips": _chips(found),
        "page": page,
        "rows": [(row, next_step(row, owner=request.user, now=now)) for row in page],
    }
    template = "applications/index.html"
    return render(request, _part(request, template, "results"), context)


def _chips(found: QuerySet[Application]) -> list[tuple[str, str, int]]:
    """Each stage that has any: its value, its word, how many."""
    counted = found.order_by().values_list("stage").annotate(count=Count("pk"))
    counts = dict(counted)
    return [
        (stage.value, str(stage.label), counts[stage.value])
        for stage in Stage
        if stage.value in counts
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: AuthenticatedRequest) -> HttpResponse:
    """Follow a new job."""
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    # The "+" of a column on the board names its stage.
    initial = {"stage": request.GET.get("stage") or Stage.APPLIED}
    form = NewApplicationForm(data, owner=request.user, now=now, initial=initial)
    if form.is_valid():
        application = actions.press_to_add(
            owner=request.user, now=now, **form.cleaned_data
        )
        messages.success(request, f"{application.company} is on your list.")
        return redirect(application)
    return _form_page(request, "applications/new.html", form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Change what is known about a job."""
    now = timezone.now()
    application = _get(request, pk)
    data = request.POST if request.method == "POST" else None
    form = ApplicationForm(data, owner=request.user, now=now, instance=application)
    if form.is_valid():
        actions.update_application(application, now=now, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("applications:detail", pk)
    return _form_page(request, "applications/edit.html", form)


def _form_page(
    request: AuthenticatedRequest, template: str, form: ApplicationForm
) -> HttpResponse:
    context = {
        "nav": "applications",
        "form": form,
        "companies": company_names(request.user),
    }
    return render(request, template, context, status=status_of(form))


@require_safe
def detail(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """One application: facts, rounds, and everything that happened."""
    return show(request, _get(request, pk))


@require_POST
def stage(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Move to another stage."""
    application = _get(request, pk)
    form = StageForm(request.POST)
    if form.is_valid():
        to = Stage(form.cleaned_data["stage"])
        undo = pipeline.move(request.user, [pk], to=to, now=timezone.now())
        already = f"{application.company} was already at {to.label}."
        toasts.tell(request, undo, already)
    return after(request, application)


@require_POST
def archive(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Put away; nothing is lost and nothing stays pending."""
    application = _get(request, pk)
    undo = pipeline.archive(request.user, [pk], now=timezone.now())
    toasts.tell(request, undo, f"{application.company} is in the archive.")
    return after(request, application)


@require_POST
def unarchive(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Bring back from the archive."""
    application = _get(request, pk)
    undo = pipeline.unarchive(request.user, [pk], now=timezone.now())
    toasts.tell(request, undo, f"{application.company} is back on your list.")
    return after(request, application)


def show(
    request: AuthenticatedRequest,
    application: Application,
    *,
    note_form: NoteForm | None = None,
) -> HttpResponse:
    """The page of an application, or for htmx its part that changes."""
    note_form = note_form or NoteForm()
    context = {
        "nav": "applications",
        "application": application,
        "stage_form": StageForm(initial={"stage": application.stage}),
        "note_form": note_form,
        "rounds": rounds(application),
        "entries": timeline(application),
        "people": shown(application.company.contacts.all()),
    }
    template = _part(request, "applications/detail.html", "application")
    return render(request, template, context, status=status_of(note_form))


def after(request: AuthenticatedRequest, application: Application) -> HttpResponse:
    """After an action: the part that changed, or the page it was pressed on."""
    if wants_fragment(request):
        return show(request, _get(request, application.pk))
    return redirect(next_url(request, application.get_absolute_url()))


def _get(request: AuthenticatedRequest, pk: int) -> Application:
    mine = Application.objects.for_user(request.user).select_related("company", "offer")
    return get_object_or_404(mine, pk=pk)


def _part(request: AuthenticatedRequest, template: str, name: str) -> str:
    return f"{template}#{name}" if wants_fragment(request) else template
