"""Addresses of obstacles, visits and research."""

from django.urls import path

from varjebarn.web.county.practice import views

urlpatterns = [
    path("hinder/", views.obstacles, name="obstacles"),
    path("hinder/inkomna/", views.obstacles_here, name="obstacles_here"),
    path("hinder/<uuid:obstacle>/", views.obstacle, name="obstacle"),
    path("kontakter/", views.visits, name="visits"),
    path("kontakter/ny/", views.visit_new, name="visit_new"),
    path("forskning/", views.research, name="research"),
    path("forskning/fraga/", views.research_new, name="research_new"),
    path("forskning/fraga/<uuid:asked>/", views.research_answer, name="research_answer"),
    path("forskning/publicerat/", views.output_new, name="output_new"),
]
