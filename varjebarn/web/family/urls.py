"""Addresses of the pages for children and guardians."""

from django.urls import include, path

from varjebarn.web.family.consent import urls as consent
from varjebarn.web.family.first import urls as first
from varjebarn.web.family.plan import urls as plan
from varjebarn.web.family.words import urls as words

app_name = "family"

urlpatterns = [
    path("", include(first.urlpatterns)),
    path("", include(consent.urlpatterns)),
    path("ord/", include(words.urlpatterns)),
    path("plan/", include(plan.urlpatterns)),
]
