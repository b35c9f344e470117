from __future__ import annotations

from django.urls import path

from calendars import views

app_name = "calendars"
urlpatterns = [
    # Calendars do not sign in: whoever has the link reads it.
    path("calendar/<str:token>.ics", views.feed, name="feed"),
    path("rounds/<int:pk>/calendar.ics", views.round_file, name="round"),
    path("you/calendar/", views.settings, name="settings"),
    path("you/calendar/renew/", views.renew, name="renew"),
    path("you/calendar/stop/", views.stop, name="stop"),
]
