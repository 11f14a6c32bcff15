"""Every address of the service, an audience a line. The demo's exist only in demo mode."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from varjebarn.web.acting import database_answers

handler404 = "varjebarn.web.shared.errors.not_found"
handler403 = "varjebarn.web.shared.errors.forbidden"
handler500 = "varjebarn.web.shared.errors.server_error"


def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer once the database does."""
    database_answers()
    return HttpResponse("ok\n", content_type="text/plain")


urlpatterns = [
    path("", include("varjebarn.web.public.urls")),
    path("konto/", include("varjebarn.web.login.urls")),
    path("personal/", include("varjebarn.web.staff.urls")),
    path("familj/", include("varjebarn.web.family.urls")),
    path("lanet/", include("varjebarn.web.county.urls")),
    path("register/", include("varjebarn.web.keeper.urls")),
    path("healthz", healthz),
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("varjebarn.web.demo.urls"))]
