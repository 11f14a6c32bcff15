"""Addresses of consent."""

from django.urls import path

from varjebarn.web.staff.consent import views

urlpatterns = [
    path("barn/<uuid:child>/samtycke/", views.consents, name="consents"),
    path("barn/<uuid:child>/samtycke/fraga/", views.ask, name="ask_consent"),
    path("barn/<uuid:child>/samtycke/<uuid:ref>/svar/", views.enter, name="enter_answer"),
]
