"""Addresses of what is given to associations."""

from django.urls import path

from varjebarn.web.staff.outside import giving, views

urlpatterns = [
    path("barn/<uuid:child>/forening/", views.outside, name="outside"),
    path("barn/<uuid:child>/forening/ny/", giving.give, name="give_outside"),
    path("forening/<uuid:part>/", views.part, name="outside_part"),
    path("forening/<uuid:part>/papper/", views.paper, name="outside_paper"),
]
