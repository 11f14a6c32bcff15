"""Addresses of the annual report. What is published is open to all."""

from django.urls import path

from varjebarn.web.county.annual import files, views

urlpatterns = [
    path("", views.years, name="annual_years"),
    path("<int:year>/", views.report, name="annual_report"),
    path("<int:year>/presidier/", views.presidium, name="annual_presidium"),
    path("<int:year>/utkast/", views.draft, name="annual_draft"),
    path("<int:year>/utkast/presidier/", views.draft_presidium, name="annual_draft_presidium"),
    path("<int:year>/utkast/<slug:section>/", views.note, name="annual_note"),
    path("<int:year>/publicera/", views.publish, name="annual_publish"),
    path("<int:year>/fil/<slug:paper>.pdf", files.pdf, name="annual_pdf"),
    path("<int:year>/fil/<slug:paper>.docx", files.word, name="annual_word"),
    path("<int:year>/fil/<slug:paper>.txt", files.text, name="annual_text"),
]
