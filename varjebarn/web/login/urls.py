"""Addresses of logging in."""

from allauth.account.views import LoginView
from django.urls import path

from varjebarn.web.login import views

urlpatterns = [
    path("login/", LoginView.as_view(), name="account_login"),
    path("login/", LoginView.as_view(), name="account_signup"),  # allauth asks for the name
    path("logga-ut/", views.log_out, name="account_logout"),
    path("kvar/", views.stay, name="stay"),
    path("uppdrag/", views.choose_assignment, name="switch"),
]
