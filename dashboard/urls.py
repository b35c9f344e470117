from __future__ import annotations

from django.urls import path

from dashboard import sample, views
from dashboard.agenda import views as agenda
from dashboard.insights import views as insights
from dashboard.search import views as search

app_name = "dashboard"

urlpatterns = [
    path("", views.today, name="today"),
    path("today/done/", views.done, name="done"),
    path("today/sample/", sample.add, name="sample_add"),
    path("today/sample/remove/", sample.remove, name="sample_remove"),
    path("calendar/", agenda.calendar, name="calendar"),
    path("search/", search.find, name="search"),
    path("insights/", insights.insights, name="insights"),
    path("insights/flow.svg", insights.flow_svg, name="flow_svg"),
    path("insights/proof/", insights.proof, name="proof"),
    path("insights/proof.csv", insights.proof_csv, name="proof_csv"),
    path("insights/<slug:key>.csv", insights.figure_csv, name="figure_csv"),
]
