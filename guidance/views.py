from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guidance import library
from guidance.shelves import Browsed, chapters
from guidance.situation import Phase


@require_safe
def shelves(request: HttpRequest) -> HttpResponse:
    """The library, narrowed by `phase` and `document`; unknown values narrow nothing."""
    books = library.load()
    phase = request.GET.get("phase", "")
    document = request.GET.get("document", "")
    browsed = Browsed(
        library=books,
        phase=phase if phase in list(Phase) else "",
        document=document if document in books.sources else "",
    )
    return render(
        request, "guidance/library.html", {"books": browsed, "nav": "guidance"}
    )


@require_safe
def document(request: HttpRequest, document: str) -> HttpResponse:
    """What is taken from one document, heading by heading."""
    books = library.load()
    source = books.sources.get(document)
    if source is None:
        raise Http404
    context = {
        "source": source,
        "chapters": chapters(books, source.id),
        "nav": "guidance",
    }
    return render(request, "guidance/document.html", context)
