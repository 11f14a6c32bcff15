"""Addresses of documents. What is published is open; the acts are hidden from those who may not."""

from django.urls import path

from varjebarn.web.county.documents import acts, views

urlpatterns = [
    path("dokument/", views.documents, name="documents"),
    path("dokument/nytt/", acts.start, name="document_start"),
    path("dokument/<uuid:document>/", views.document, name="document"),
    path("dokument/<uuid:document>/skriv/", acts.write, name="document_write"),
    path("dokument/<uuid:document>/publicera/", acts.publish, name="document_publish"),
    path("dokument/<uuid:document>/galler/", acts.put_in_force, name="document_in_force"),
    path("dokument/<uuid:document>/aktivitet/", acts.add_activity, name="activity_new"),
    path("dokument/<uuid:document>/budskap/", acts.add_message, name="message_new"),
    path("dokument/<uuid:document>/version/<int:number>/", views.document, name="document_version"),
    path(
        "dokument/<uuid:document>/version/<int:number>.pdf",
        views.document_file,
        {"form": "pdf"},
        name="document_pdf",
    ),
    path(
        "dokument/<uuid:document>/version/<int:number>.docx",
        views.document_file,
        {"form": "docx"},
        name="document_word",
    ),
    path(
        "dokument/<uuid:document>/andrat/<int:old>/<int:new>/",
        views.changes,
        name="document_changes",
    ),
    path("aktiviteter/<uuid:activity>/", acts.activity, name="activity"),
    path("budskap/<uuid:message>/", acts.told, name="message_told"),
]
