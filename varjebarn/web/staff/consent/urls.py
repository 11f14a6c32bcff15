"""Addresses of consent."""

from django.urls import path

from varjebarn.web.staff.consent import departing, state, views

urlpatterns = [
    path("barn/<uuid:child>/samtycke/", views.consents, name="consents"),
    path("barn/<uuid:child>/samtycke/laget/", state.state, name="consent_state"),
    path("barn/<uuid:child>/samtycke/fraga/", views.ask, name="ask_consent"),
    path("barn/<uuid:child>/samtycke/<uuid:ref>/svar/", views.enter, name="enter_answer"),
    path("barn/<uuid:child>/samtycke/<uuid:ref>/mognad/", departing.assess, name="assess_maturity"),
    path("barn/<uuid:child>/samtycke/<uuid:ref>/ersatter/", departing.stand_in, name="stand_in"),
    path(
        "barn/<uuid:child>/samtycke/<uuid:ref>/ersatter/<uuid:which>/avsluta/",
        departing.end_stand_in,
        name="end_stand_in",
    ),
    path(
        "barn/<uuid:child>/samtycke/papper/<uuid:paper>/", departing.scanned, name="consent_paper"
    ),
]
