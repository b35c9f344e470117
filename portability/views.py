"""Everything out, everything in, everything gone: the owner's data is the owner's."""

from __future__ import annotations

import tempfile

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import AuthenticatedRequest, status_of
from applications.models import Application
from portability import importing, reading, upload
from portability.deletion import delete_account
from portability.export import write_zip
from portability.forms import DeleteForm, UploadForm

_IN_MEMORY = 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]
@never_cache
def export(request: AuthenticatedRequest) -> HttpResponseBase:
    """Say what is in the file; a POST gives it."""
    if request.method != "POST":
        return render(request, "portability/export.html", {"nav": "you"})
    now = timezone.now()
    # Closed by the response.
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
    write_zip(request.user, file, now=now)
    file.seek(0)
    day = now.astimezone(request.user.zone).date()
    return FileResponse(file, as_attachment=True, filename=f"callback-{day}.zip")


@require_http_methods(["GET", "HEAD", "POST"])
def import_(request: AuthenticatedRequest) -> HttpResponse:
    """Take a file and show what is in it; nothing is written yet."""
    posted = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if posted else UploadForm()
    context = {"nav": "you", "form": form, "empty": importing.is_empty(request.user)}
    if context["empty"] and form.is_valid():
        data = form.cleaned_data["file"].read()
        try:
            account = reading.read(data)
            importing.rehearse(request.user, account, now=timezone.now())
        except reading.UnreadableError as error:
            for mistake in error.mistakes:
                form.add_error("file", mistake)
        else:
            context |= {"account": account, "digest": upload.keep(request.user, data)}
            return render(request, "portability/preview.html", context)
    return render(request, "portability/import.html", context, status=status_of(form))


@require_POST
def import_confirm(request: AuthenticatedRequest) -> HttpResponse:
    """Write what was previewed: all of it or nothing."""
    data = upload.kept(request.user, request.POST.get("digest", ""))
    if data is None:
        messages.error(request, "That was too long ago. Please choose the file again.")
        return redirect("portability:import")
    try:
        importing.write(request.user, reading.read(data), now=timezone.now())
    except importing.NotEmptyError:
        messages.error(request, "There is something in this account already.")
        return redirect("portability:import")
    except reading.UnreadableError as error:
        messages.error(request, str(error))
        return redirect("portability:import")
    upload.forget(request.user)
    count = Application.objects.for_user(request.user).count()
    noun = "application is" if count == 1 else "applications are"
    messages.success(request, f"{count} {noun} here, with everything around.")
    return redirect("dashboard:today")


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]
@never_cache
def delete(request: AuthenticatedRequest) -> HttpResponse:
    """Ask for the address; a POST with it deletes the account."""
    posted = request.POST if request.method == "POST" else None
    form = DeleteForm(posted, user=request.user)
    if form.is_valid():
        user = request.user
        logout(request)
        delete_account(user)
        messages.success(request, "Your account and everything in it is deleted.")
        return redirect("account_login")
    context = {"nav": "you", "form": form}
    return render(request, "portability/delete.html", context, status=status_of(form))
