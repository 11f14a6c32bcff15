"""The address: one page."""

from django.urls import path

from varjebarn.web.family.notices import views

urlpatterns = [path("", views.notices, name="notices")]
