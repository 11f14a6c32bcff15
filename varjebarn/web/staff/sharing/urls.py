"""The address of sharing: one page in three steps."""

from django.urls import path

from varjebarn.web.staff.sharing import views

urlpatterns = [path("barn/<uuid:child>/dela/", views.share, name="share")]
