"""Addresses for staff, a slice a line. Whoever may not see what stands there gets 404."""

from django.urls import include, path

app_name = "staff"

urlpatterns = [
    path("", include("varjebarn.web.staff.day.urls")),
    path("", include("varjebarn.web.staff.search.urls")),
    path("", include("varjebarn.web.staff.access.urls")),
    path("", include("varjebarn.web.staff.family.urls")),
    path("barn/<uuid:child>/", include("varjebarn.web.staff.child.urls")),
    path("barn/<uuid:child>/varfor/", include("varjebarn.web.staff.why.urls")),
    path("", include("varjebarn.web.staff.inbox.urls")),
    path("", include("varjebarn.web.staff.objections.urls")),
    path("", include("varjebarn.web.staff.register.urls")),
    path("", include("varjebarn.web.staff.report.urls")),
    path("", include("varjebarn.web.staff.signal.urls")),
    path("", include("varjebarn.web.staff.sharing.urls")),
    path("", include("varjebarn.web.staff.outside.urls")),
    path("", include("varjebarn.web.staff.paper.urls")),
    path("", include("varjebarn.web.staff.consent.urls")),
    path("", include("varjebarn.web.staff.withholding.urls")),
    path("", include("varjebarn.web.staff.words.urls")),
    path("", include("varjebarn.web.staff.plan.urls")),
    path("", include("varjebarn.web.staff.log.urls")),
]
