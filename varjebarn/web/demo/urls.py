"""Addresses of the demo. Outside demo mode they don't exist."""

from django.urls import path

from varjebarn.web.demo import views

app_name = "demo"

urlpatterns = [
    path("", views.people, name="people"),
    path("login", views.log_in, name="login"),
    path("story/", views.story, name="story"),
    path("story/<int:number>/", views.step, name="step"),
    path("start-over/", views.start_over, name="start_over"),
]
