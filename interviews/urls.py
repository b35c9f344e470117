from __future__ import annotations

from django.urls import include, path

from interviews import views

app_name = "interviews"

round_urls = [
    path("", views.round_page, name="round"),
    path("print/", views.round_print, name="round_print"),
    path("edit/", views.edit, name="round_edit"),
    path("cancel/", views.cancel, name="round_cancel"),
    path("restore/", views.restore, name="round_restore"),
    path("outcome/", views.outcome, name="round_outcome"),
    path("replied/", views.replied, name="round_replied"),
    path("unreplied/", views.unreplied, name="round_unreplied"),
    path("debrief/", views.debrief, name="debrief"),
    path("signs/", views.signs, name="signs"),
    path("review/", views.review, name="review"),
    path("check-in/", views.check_in_add, name="check_in_add"),
    path("interviewers/", views.interviewer_add, name="interviewer_add"),
    path("advice/", views.advice_tick, name="advice_tick"),
    path("advice/not-for-me/", views.not_for_me, name="not_for_me"),
    path("own-items/", views.own_item_add, name="own_item_add"),
    path("tasks/", views.tasks, name="tasks"),
    path("bring/", views.bring_add, name="bring_add"),
]

offer_urls = [
    path("", views.offer, name="offer"),
    path("edit/", views.offer_edit, name="offer_edit"),
    path("answer/", views.offer_answer, name="offer_answer"),
]

follow_up_urls = [
    path("", views.follow_up, name="follow_up"),
    path("sent/", views.follow_up_sent, name="follow_up_sent"),
    path("skip/", views.follow_up_skip, name="follow_up_skip"),
    path("reopen/", views.follow_up_reopen, name="follow_up_reopen"),
    path("snooze/", views.follow_up_snooze, name="follow_up_snooze"),
    path("unsnooze/", views.follow_up_unsnooze, name="follow_up_unsnooze"),
]

invite_urls = [
    path("", views.invite_draft, name="invite_draft"),
    path("typed/", views.invite_typed, name="invite_typed"),
    path("deed/", views.invite_deed, name="invite_deed"),
    path("original/", views.invite_original, name="invite_original"),
    path("file/", views.invite_file, name="invite_file"),
]

urlpatterns = [
    path("invites/", views.invite_read, name="invite_read"),
    path("invites/shared/", views.invite_shared, name="invite_shared"),
    path("invites/new/", views.log_invite, name="invite"),
    path("invites/check/", views.check_times, name="invite_check"),
    path("invites/<int:pk>/", include(invite_urls)),
    path("applications/<int:pk>/offer/", include(offer_urls)),
    path("offers/", views.offers, name="offers"),
    path("rounds/<int:pk>/", include(round_urls)),
    path("follow-ups/<int:pk>/", include(follow_up_urls)),
    path("own-items/<int:pk>/", views.own_item, name="own_item"),
    path("tasks/<int:pk>/", views.task, name="task"),
    path("tasks/<int:pk>/edit/", views.task_edit, name="task_edit"),
    path("signs/<int:pk>/", views.sign, name="sign"),
    path("signs/<int:pk>/remove/", views.sign_remove, name="sign_remove"),
]
