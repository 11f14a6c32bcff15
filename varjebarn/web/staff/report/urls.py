"""Address of the feedback to whoever reported."""

from django.urls import path

from varjebarn.web.staff.report import views

urlpatterns = [path("leverans/<uuid:delivery>/aterkoppling/", views.feedback, name="feedback")]
