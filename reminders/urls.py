from __future__ import annotations

from django.urls import path

from reminders import views

app_name = "reminders"
urlpatterns = [
    path("reminders/", views.reminder_list, name="list"),
    path("reminders/address/", views.lift, name="lift"),
    path("reminders/<uuid:pk>/", views.content, name="content"),
    path("reminders/<uuid:pk>/snooze/", views.snooze, name="snooze"),
    path("reminders/<uuid:pk>/unsnooze/", views.unsnooze, name="unsnooze"),
    path("you/reminders/", views.preferences, name="preferences"),
    path("you/reminders/<str:kind>/", views.preview, name="preview"),
    # The links in mail: nobody is asked to sign in, the token says who it is.
    path("m/stop/<str:token>/", views.stop, name="unsubscribe"),
    path("m/notes/<str:token>/", views.mail_notes, name="mail_notes"),
    path("m/later/<str:token>/", views.mail_snooze, name="mail_snooze"),
    path("m/<str:token>/", views.mail_link, name="mail_link"),
]
