"""Addresses: a request for consent in three steps, and what one has said yes to."""

from django.urls import path

from varjebarn.web.family.consent import mine, views

urlpatterns = [
    path("fraga/<uuid:ref>/", views.request_for_consent, name="request"),
    path("fraga/<uuid:ref>/svara/", views.answer_request, name="answer"),
    path("fraga/<uuid:ref>/se-over/", views.review_answer, name="review-answer"),
    path("samtycken/", mine.consents, name="consents"),
    path("samtycken/<uuid:ref>/<uuid:unit>/ta-tillbaka/", mine.take_back, name="take-back"),
]
