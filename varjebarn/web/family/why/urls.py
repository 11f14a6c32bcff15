"""Address of the page that says why the reader can see what is shown."""

from django.urls import path

from varjebarn.web.family.why import views

urlpatterns = [path("", views.why, name="why")]
