from __future__ import annotations

from django.urls import path

from applications.views import (
    application,
    board,
    bulk,
    company,
    contact,
    memory,
    note,
    saved_view,
    table,
    the_bin,
    undo,
)

app_name = "applications"
urlpatterns = [
    path("board/", board.index, name="board"),
    path("board/<slug:stage>/", board.column, name="board_column"),
    path("undo/<int:pk>/", undo.undo, name="undo"),
    path("applications/", table.index, name="list"),
    path("applications/filter/", table.filters, name="filter"),
    path("applications/csv/", table.csv, name="csv"),
    path("applications/bulk/", bulk.bulk, name="bulk"),
    path("applications/views/", saved_view.save, name="view_save"),
    path("applications/views/<int:pk>/remove/", saved_view.remove, name="view_remove"),
    path("applications/bin/", the_bin.index, name="bin"),
    path("applications/before/", memory.before, name="before"),
    path("applications/new/", application.new, name="new"),
    path("applications/<int:pk>/", application.detail, name="detail"),
    path("applications/<int:pk>/edit/", application.edit, name="edit"),
    path("applications/<int:pk>/step/", application.next_step, name="next_step"),
    path("applications/<int:pk>/move/", board.move, name="move"),
    path("applications/<int:pk>/stage/", application.stage, name="stage"),
    path("applications/<int:pk>/delete/", the_bin.delete, name="delete"),
    path("applications/<int:pk>/restore/", the_bin.restore, name="restore"),
    path("applications/<int:pk>/archive/", application.archive, name="archive"),
    path("applications/<int:pk>/unarchive/", application.unarchive, name="unarchive"),
    path("applications/<int:pk>/notes/", note.add, name="note_add"),
    path("notes/<int:pk>/", note.edit, name="note_edit"),
    path("notes/<int:pk>/delete/", note.delete, name="note_delete"),
    path("companies/<int:pk>/", company.detail, name="company"),
    path("companies/<int:pk>/edit/", company.edit, name="company_edit"),
    path("companies/<int:pk>/research/", company.research, name="research"),
    path("people/", contact.index, name="people"),
    path("people/new/", contact.new, name="contact_new"),
    path("people/<int:pk>/", contact.detail, name="contact"),
    path("people/<int:pk>/edit/", contact.edit, name="contact_edit"),
    path("people/<int:pk>/keep/", contact.keep, name="contact_keep"),
]
