from __future__ import annotations

from django.urls import include, path

from interviews import views

app_name = "interviews"

round_urls = [
    path("", views.round_page, name="round"),
    path("edit/", views.edit, name="round_edit"),
    path("cancel/", views.cancel, name="round_cancel"),
    path("restore/", views.restore, name="round_restore"),
    path("outcome/", views.outcome, name="round_outcome"),
    path("replied/", views.replied, name="round_replied"),
    path("unreplied/", views.unreplied, name="round_unreplied"),
    path("debrief/", views.debrief, name="debrief"),
    path("signs/", views.signs, name="signs"),
    path("interviewers/", views.interviewer_add, name="interviewer_add"),
    path("advice/", views.advice_tick, name="advice_tick"),
    path("advice/not-for-me/", views.not_for_me, name="not_for_me"),
    path("own-items/", views.own_item_add, name="own_item_add"),
]

follow_up_urls = [
    path("", views.follow_up, name="follow_up"),
    path("sent/", views.follow_up_sent, name="follow_up_sent"),
    path("skip/", views.follow_up_skip, name="follow_up_skip"),
    path("reopen/", views.follow_up_reopen, name="follow_up_reopen"),
]

urlpatterns = [
    path("invites/new/", views.log_invite, name="invite"),
    path("invites/check/", views.check_times, name="invite_check"),
    path("rounds/<int:pk>/", include(round_urls)),
    path("follow-ups/<int:pk>/", include(follow_up_urls)),
    path("own-items/<int:pk>/", views.own_item, name="own_item"),
    path("signs/<int:pk>/", views.sign, name="sign"),
    path("signs/<int:pk>/remove/", views.sign_remove, name="sign_remove"),
]
