"""Addresses of meetings, agendas and minutes. Included by the county's own, in its name space."""

from django.urls import path

from varjebarn.web.county.meetings import agenda, free, minutes, proposals, run, views

urlpatterns = [
    path("grupper/<uuid:body>/moten/", views.plan, name="plan"),
    path("grupper/<uuid:body>/extra-mote/", views.plan_extra, name="plan_extra"),
    path("grupper/<uuid:body>/forslag/", proposals.proposed, name="proposed"),
    path("grupper/<uuid:body>/foresla/", proposals.propose, name="propose"),
    path("grupper/<uuid:body>/aterkommande/", proposals.standing, name="standing"),
    path("forslag/<uuid:proposal>/", proposals.answer_proposal, name="answer_proposal"),
    path(
        "forslag/<uuid:proposal>/ta-tillbaka/",
        proposals.withdraw_proposal,
        name="withdraw_proposal",
    ),
    path("aterkommande/<uuid:standing>/sluta/", proposals.end_standing, name="end_standing"),
    path("moten/<uuid:meeting>/", views.meeting, name="meeting"),
    path("moten/<uuid:meeting>/andra/", views.change, name="change_meeting"),
    path("moten/<uuid:meeting>/stall-in/", views.cancel, name="cancel_meeting"),
    path("moten/<uuid:meeting>/punkt/", agenda.raise_item, name="raise_item"),
    path("punkter/<uuid:item>/", agenda.matter, name="matter"),
    path("punkter/<uuid:item>/andra/", agenda.edit, name="edit_item"),
    path("punkter/<uuid:item>/bered/", agenda.prepare, name="prepare_item"),
    path("punkter/<uuid:item>/flytta/", agenda.move, name="move_item"),
    path("moten/<uuid:meeting>/skriv-ner/", run.run, name="run"),
    path("moten/<uuid:meeting>/utkast/", run.save, name="save_draft"),
    path("moten/<uuid:meeting>/fri-text/", free.free_text, name="free_text"),
    path("moten/<uuid:meeting>/anteckningar/", minutes.show, name="minutes"),
    path("moten/<uuid:meeting>/anteckningar.txt", minutes.as_file, name="minutes_file"),
    path(
        "moten/<uuid:meeting>/anteckningar/<int:number>/", minutes.earlier, name="minutes_earlier"
    ),
    path("moten/<uuid:meeting>/anteckningar/skriv/", minutes.write, name="write_minutes"),
    path("moten/<uuid:meeting>/anteckningar/godkann/", minutes.approve, name="approve_minutes"),
    path("moten/<uuid:meeting>/anteckningar/publicera/", minutes.publish, name="publish_minutes"),
]
