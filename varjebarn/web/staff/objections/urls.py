"""Addresses of objections, and of what stood there earlier."""

from django.urls import path

from varjebarn.web.staff.objections import views

urlpatterns = [
    path("barn/<uuid:child>/invandningar/", views.objections, name="objections"),
    path("barn/<uuid:child>/tidigare/", views.earlier, name="earlier"),
    path("invandning/<uuid:submission>/", views.answer_objection, name="answer_objection"),
]
