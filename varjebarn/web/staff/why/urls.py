"""Address of the page that says why one may see a child's pages."""

from django.urls import path

from varjebarn.web.staff.why import views

urlpatterns = [path("", views.why_me, name="why_me")]
