from __future__ import annotations

from django.urls import path

from applications.views import application, company, contact, note

app_name = "applications"
urlpatterns = [
    path("applications/", application.index, name="list"),
    path("applications/new/", application.new, name="new"),
    path("applications/<int:pk>/", application.detail, name="detail"),
    path("applications/<int:pk>/edit/", application.edit, name="edit"),
    path("applications/<int:pk>/stage/", application.stage, name="stage"),
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
