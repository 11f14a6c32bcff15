"""Addresses of the pages for children and guardians."""

from django.urls import include, path

app_name = "family"

urlpatterns = [
    path("", include("varjebarn.web.family.first.urls")),
    path("", include("varjebarn.web.family.consent.urls")),
    path("ord/", include("varjebarn.web.family.words.urls")),
    path("meddelanden/", include("varjebarn.web.family.letters.urls")),
    path("stammer-inte/", include("varjebarn.web.family.wrong.urls")),
    path("varfor/", include("varjebarn.web.family.why.urls")),
    path("besked/", include("varjebarn.web.family.notices.urls")),
    path("plan/", include("varjebarn.web.family.plan.urls")),
]
