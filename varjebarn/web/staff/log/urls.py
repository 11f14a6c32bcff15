"""The address of the log."""

from django.urls import path

from varjebarn.web.staff.log import views

urlpatterns = [path("logg/", views.log, name="log")]
