"""The page "You": time zone, colours, and the way to email, password and reminders."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts import keys, oidc, sessions, themes
from accounts.actions import change_name, change_time_zone, say_how_new
from accounts.forms import ExperienceForm, KeysForm, NameForm, ThemeForm, TimeZoneForm
from accounts.http import AuthenticatedRequest, next_url, status_of


@require_http_methods(["GET", "HEAD", "POST"])
def you(request: AuthenticatedRequest) -> HttpResponse:
    """Show the account; a POST changes the time zone."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = TimeZoneForm(posted, initial={"time_zone": request.user.time_zone})
    if form.is_valid():
        change_time_zone(request.user, now=now, **form.cleaned_data)
        messages.success(request, "Your time zone is changed.")
        return redirect("accounts:you")
    context = {
        "nav": "you",
        "form": form,
        "name_form": NameForm(instance=request.user),
        "experience_form": ExperienceForm.of(request.user),
        "keys_form": KeysForm(initial={"letters": keys.letters_are_on(request)}),
        "theme_form": ThemeForm(initial={"theme": themes.chosen_theme(request)}),
        "now": now,
    }
    return render(request, "accounts/you.html", context, status=status_of(form))


@require_POST
def name(request: AuthenticatedRequest) -> HttpResponse:
    """Change the name, which may be empty."""
    form = NameForm(request.POST)
    if form.is_valid():
        change_name(request.user, name=form.cleaned_data["name"])
        messages.success(request, "Your name is saved.")
    else:
        messages.error(request, "That name is too long: at most 120 characters.")
    return redirect("accounts:you")


@require_POST
def experience(request: AuthenticatedRequest) -> HttpResponse:
    """Remember whether looking for work is new to them; some advice depends on it."""
    form = ExperienceForm(request.POST)
    if form.is_valid():
        say_how_new(request.user, **form.cleaned_data)
        messages.success(request, "Noted. You can change it under “You”.")
    return redirect(next_url(request, reverse("accounts:you")))


@require_POST
def theme(request: AuthenticatedRequest) -> HttpResponse:
    """Remember the colours in this browser; nothing is written about the person."""
    form = ThemeForm(request.POST)
    response = redirect("accounts:you")
    if not form.is_valid():
        return response
    _remember(request, response, themes.COOKIE, form.cleaned_data["theme"])
    return response


@require_POST
def letter_keys(request: AuthenticatedRequest) -> HttpResponse:
    """Remember in this browser whether letters lead about."""
    response = redirect(f"{reverse('accounts:you')}#keys-of")
    form = KeysForm(request.POST)
    if form.is_valid():
        off = "" if form.cleaned_data["letters"] else keys.OFF
        _remember(request, response, keys.COOKIE, off)
    return response


def _remember(
    request: HttpRequest, response: HttpResponse, name: str, value: str
) -> None:
    """Keep a wish of this browser's as a cookie; an empty one is forgotten."""
    path = settings.SESSION_COOKIE_PATH
    if not value:
        response.delete_cookie(name, path=path, samesite="Lax")
        return
    response.set_cookie(
        name,
        value,
        max_age=themes.COOKIE_AGE,
        path=path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


@require_POST
def session_end(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Sign another browser of the same person out."""
    session = get_object_or_404(UserSession, user=request.user, pk=pk)
    sessions.end(session)
    messages.success(request, "That browser is signed out.")
    return redirect("usersessions_list")


@login_not_required
def provider_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Go to the OpenID provider over a page instead of a redirect.

    `form-action 'self'` holds for every redirect that follows a form, so browsers
    would stop at the provider's address, or at the next one it sends people to.
    Http404 where there is no provider.
    """
    if not oidc.configured():
        raise Http404
    # Loaded where there is a provider, as its application is.
    from allauth.socialaccount.providers.openid_connect.views import login

    response: HttpResponse = login(request, provider_id)
    if not 300 <= response.status_code < 400:
        return response
    context = {"url": response["Location"], "name": oidc.provider_name()}
    return render(request, "socialaccount/leave.html", context)
