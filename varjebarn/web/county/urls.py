"""Addresses of the county's work. Reading is open to all."""

from django.urls import include, path

from varjebarn.web.county import views
from varjebarn.web.county.agreed import urls as agreed
from varjebarn.web.county.answers import urls as answers
from varjebarn.web.county.decided import urls as decided
from varjebarn.web.county.handbook import views as handbook
from varjebarn.web.county.lists import views as lists
from varjebarn.web.county.reading import views as reading
from varjebarn.web.county.searching import views as searching

app_name = "county"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("", include("varjebarn.web.county.meetings.urls")),
    path("", include(decided.urlpatterns)),
    path("", include(answers.urlpatterns)),
    path("", include(agreed.urlpatterns)),
    path("arsrapport/", include("varjebarn.web.county.annual.urls")),
    path("handbok/", handbook.index, name="handbook"),
    path("handbok/<slug:role>/", handbook.role, name="handbook_role"),
    path("sok/", searching.search, name="search"),
    path("moten/", lists.meetings, name="meetings"),
    path("punkter/<uuid:item>/skjut-upp/", views.postpone, name="postpone"),
    path("las-anteckningar/", reading.upload, name="read"),
    path("las-anteckningar/<uuid:waiting>/", reading.look, name="look"),
    path("las-anteckningar/<uuid:waiting>/ta-bort/", reading.put_away, name="put_away"),
    path("grupper/<uuid:body>/", views.body, name="body"),
    path("", include("varjebarn.web.county.documents.urls")),
    path("", include("varjebarn.web.county.news.urls")),
    path("", include("varjebarn.web.county.practice.urls")),
    path("", include("varjebarn.web.county.bodies.urls")),
    path("", include("varjebarn.web.county.routes.urls")),
    path("", include("varjebarn.web.county.support.urls")),
    path("modeller/<str:model_id>/<str:version>/", views.model, name="model"),
    path("", include("varjebarn.web.county.papers.urls")),
]
