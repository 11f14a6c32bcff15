"""Addresses of report-backs. Reading is open to all."""

from django.urls import path

from varjebarn.web.county.answers import answering, asking, files, views

urlpatterns = [
    path("aterrapporter/", views.report_backs, name="report_backs"),
    path("aterrapporter/<uuid:report_back>/", views.report_back, name="report_back"),
    path("aterrapporter/<uuid:report_back>/svara/", answering.answer_one, name="answer"),
    path("aterrapporter/<uuid:report_back>/kollega/", answering.delegate, name="delegate"),
    path("punkter/<uuid:item>/fraga/", asking.ask, name="ask"),
    path("aterrapporter/<uuid:report_back>/filer/", files.files, name="answer_files"),
    path("aterrapporter/filer/<uuid:file>/", files.file, name="answer_file"),
    path("aterrapporter/filer/<uuid:file>/ta-bort/", files.remove, name="remove_answer_file"),
]
