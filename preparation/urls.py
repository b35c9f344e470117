from __future__ import annotations

from django.urls import path

from preparation.views import questions, stories

app_name = "preparation"
urlpatterns = [
    path("stories/", stories.index, name="stories"),
    path("stories/new/", stories.new, name="story_new"),
    path("stories/<int:pk>/", stories.detail, name="story"),
    path("stories/<int:pk>/edit/", stories.edit, name="story_edit"),
    path("stories/<int:pk>/delete/", stories.delete, name="story_delete"),
    path("rounds/<int:pk>/questions/", questions.index, name="questions"),
    path("rounds/<int:pk>/questions/add/", questions.choose, name="questions_add"),
    path("questions/<int:pk>/", questions.edit, name="question_edit"),
    path("questions/<int:pk>/remove/", questions.remove, name="question_remove"),
    path("questions/<int:pk>/practise/", questions.practise, name="question_practise"),
    path("questions/<int:pk>/asked/", questions.asked, name="question_asked"),
]
