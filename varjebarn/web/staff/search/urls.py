"""The address of the search."""

from django.urls import path

from varjebarn.web.staff.search import views

urlpatterns = [path("sok/", views.search, name="search")]
