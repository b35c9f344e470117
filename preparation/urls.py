from __future__ import annotations

from django.urls import path

from preparation.views import stories

app_name = "preparation"
urlpatterns = [
    path("stories/", stories.index, name="stories"),
    path("stories/new/", stories.new, name="story_new"),
    path("stories/<int:pk>/", stories.detail, name="story"),
    path("stories/<int:pk>/edit/", stories.edit, name="story_edit"),
    path("stories/<int:pk>/delete/", stories.delete, name="story_delete"),
]
