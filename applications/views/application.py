"""Applications: one of them, adding, changing, moving, putting away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from accounts.blank import Blank, blank
from accounts.http import AuthenticatedRequest, next_url, status_of, wants_fragment
from accounts.models import User
from accounts.prepared import Prepared, one_or_404
from applications import actions, pipeline
from applications.forms import (
    ApplicationForm,
    NewApplicationForm,
    NextStepForm,
    NoteForm,
    StageForm,
    company_names,
)
from applications.models import Application, Company, Contact, Stage
from applications.timeline import gather_story, rounds, timeline
from applications.timeline_lines import lines_html
from applications.views import toasts
from applications.views.shown import MOST, Shown, shown

_ONE = Prepared(
    lambda owner, pk: (
        Application.objects.for_user(User(pk=owner))
        .select_related("company", "offer")
        .filter(pk=pk)
    ),
    owner=int,
    pk=int,
)
_FIRST_PEOPLE = Prepared(
    lambda company: Contact.objects.filter(company=company)[: MOST + 1], company=int
)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: AuthenticatedRequest) -> HttpResponse:
    """Follow a new job."""
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    # The "+" of a column on the board names its stage.
    initial = {"stage": request.GET.get("stage") or Stage.APPLIED}
    # What was read in their confirmation.
    initial |= {name: request.GET.get(name, "") for name in ("company_name", "role")}
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
def next_step(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Set what the owner means to do next, or take it away."""
    application = _get(request, pk)
    form = NextStepForm(request.POST, instance=application)
    if not form.is_valid():
        return show(request, _get(request, pk), step_form=form)
    step, on = form.cleaned_data["own_step"], form.cleaned_data["own_step_on"]
    undo = pipeline.set_step(request.user, [pk], step=step, on=on, now=timezone.now())
    toasts.tell(request, undo, "Your next step is as it was.")
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
    step_form: NextStepForm | None = None,
) -> HttpResponse:
    """The page of an application, or for htmx its part that changes."""
    gather_story(application)
    now, zone = timezone.now(), request.user.zone
    step = application.step(now)
    context = {
        "nav": "applications",
        "application": application,
        "stage_form": blank(StageForm, stage=application.stage),
        "note_form": note_form or blank(NoteForm),
        "step_form": step_form or _step_form(application),
        "step": step,
        "step_tone": step.tone(zone, now) if step else "",
        "step_when": step.when(zone, now) if step else "",
        "rounds": rounds(application),
        "lines": lines_html(timeline(application), zone, now),
        "people": _people(application.company),
    }
    template = _part(request, "applications/detail.html", "application")
    typed = step_form or note_form
    status = status_of(typed) if typed else 200
    return render(request, template, context, status=status)


def _step_form(application: Application) -> NextStepForm | Blank:
    is_set = application.own_step or application.own_step_on
    return NextStepForm(instance=application) if is_set else blank(NextStepForm)


def after(request: AuthenticatedRequest, application: Application) -> HttpResponse:
    """After an action: the part that changed, or the page it was pressed on."""
    if wants_fragment(request):
        return show(request, _get(request, application.pk))
    return redirect(next_url(request, application.get_absolute_url()))


def _people(company: Company) -> Shown:
    return shown(company.contacts.all(), _FIRST_PEOPLE(company=company.pk))


def _get(request: AuthenticatedRequest, pk: int) -> Application:
    return one_or_404(_ONE, owner=request.user.pk, pk=pk)


def _part(request: AuthenticatedRequest, template: str, name: str) -> str:
    return f"{template}#{name}" if wants_fragment(request) else template
