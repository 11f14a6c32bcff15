"""Addresses of what somebody has noticed."""

from django.urls import path

from varjebarn.web.staff.signal import assessing, between, views

urlpatterns = [
    path("barn/<uuid:child>/uppmarksamma/", views.notice, name="notice"),
    path("barn/<uuid:child>/bedom/", assessing.assess, name="assess"),
    path("signal/<uuid:signal>/", views.signal, name="signal"),
    path("signal/<uuid:signal>/lamna/", views.hand, name="hand"),
    path("signal/<uuid:signal>/skicka/", views.deliver, name="deliver_signal"),
    path("signal/<uuid:signal>/svara/", between.answer_sender, name="answer_sender"),
    path("leverans/<uuid:delivery>/lagg-in/", between.receive, name="receive_signal"),
    path("signal/<uuid:signal>/avsluta/", assessing.close, name="close_signal"),
]
