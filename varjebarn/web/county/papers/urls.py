"""Addresses of papers, calls, calendars and files."""

from django.urls import path

from varjebarn.web.county.papers import calendars, calls, files, oparl, views

urlpatterns = [
    path("kalender.ics", calendars.everybody, name="calendar"),
    path("grupper/<uuid:body>/kalender.ics", calendars.of_body, name="body_calendar"),
    path("moten/<uuid:meeting>/kalender.ics", calendars.of_meeting, name="meeting_calendar"),
    path("moten/<uuid:meeting>/kallelse/", calls.call, name="call"),
    path("grupper/<uuid:body>/adresser/", calls.addresses, name="addresses"),
    path("mina-kallelser/", calls.mine, name="my_mail"),
    path("kallelser/nej/<uuid:secret>/", calls.no_thanks, name="no_thanks"),
    path("moten/<uuid:meeting>/handlingar/", views.papers, name="papers"),
    path("moten/<uuid:meeting>/handlingar/ny/", views.attach, name="attach"),
    path("handlingar/<uuid:paper>/", views.paper, name="paper"),
    path("handlingar/<uuid:paper>/publicera/", views.publish, name="publish_paper"),
    path("handlingar/<uuid:paper>/ta-tillbaka/", views.withdraw, name="withdraw_paper"),
    path("moten/<uuid:meeting>/anteckningar.pdf", files.minutes_pdf, name="minutes_pdf"),
    path("moten/<uuid:meeting>/anteckningar.docx", files.minutes_word, name="minutes_word"),
    path("hamta/", files.listed, name="files"),
    path("hamta/<str:name>.csv", files.sheet, name="sheet"),
    path("oparl/", oparl.system, name="oparl"),
    path("oparl/body/", oparl.bodies, name="oparl_bodies"),
    path("oparl/body/lanet/", oparl.body, name="oparl_body"),
    path("oparl/<str:kind>/", oparl.listed, name="oparl_list"),
    path("oparl/<str:kind>/<uuid:which>/", oparl.one, name="oparl_one"),
]
