"""Addresses of the demo. Outside demo mode they don't exist."""

from django.urls import path

from varjebarn.web.demo.views import log_in, people, start_over, step, story

app_name = "demo"

urlpatterns = [
    path("", people, name="people"),
    path("login", log_in, name="login"),
    path("story/", story, name="story"),
    path("story/<int:number>/", step, name="step"),
    path("start-over/", start_over, name="start_over"),
]
