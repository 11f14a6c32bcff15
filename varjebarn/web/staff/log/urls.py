"""The addresses of the log, its review, and the questions about it."""

from django.urls import path

from varjebarn.web.staff.log import extract_views, question_views, review_views, views

urlpatterns = [
    path("logg/", views.log, name="log"),
    path("logg/utdrag/", extract_views.extract, name="log_extract"),
    path("logg/granskning/", review_views.reviews, name="reviews"),
    path("logg/granskning/stickprov/", review_views.draw, name="draw_reviews"),
    path("logg/granskning/<uuid:review>/", review_views.review, name="review"),
    path("logg/granskning/<uuid:review>/fraga/", review_views.ask, name="ask_reader"),
    path("logg/forklara/<uuid:review>/", review_views.explain, name="explain"),
    path("logg/fragor/", question_views.questions, name="reading_questions"),
    path("logg/fragor/<uuid:question>/", question_views.answer_one, name="answer_reading"),
]
