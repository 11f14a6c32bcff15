"""Addresses: my words, one set of questions, one question a page, look over and send."""

from django.urls import path

from varjebarn.web.family.words import views

urlpatterns = [
    path("", views.words, name="words"),
    path("<uuid:ref>/", views.question, name="question"),
    path("<uuid:ref>/<int:number>/", views.one_question, name="one-question"),
    path("<uuid:ref>/se-over/", views.review, name="review-words"),
]
