"""Addresses about who is let in to a file."""

from django.urls import path

from varjebarn.web.staff.access import around, glass, leave, numbers

urlpatterns = [
    path("nodoppna/", glass.glass, name="glass"),
    path("barn/<uuid:child>/stang/", glass.mend, name="mend"),
    path("barn/<uuid:child>/med/", around.around_page, name="around"),
    path("barn/<uuid:child>/med/ny/", around.add, name="delegate"),
    path("barn/<uuid:child>/med/<uuid:involvement>/forlang/", around.prolong, name="prolong"),
    path("barn/<uuid:child>/med/<uuid:involvement>/avsluta/", around.end, name="end_delegation"),
    path("franvaro/", leave.leave_page, name="leaves"),
    path("franvaro/ny/", leave.add, name="new_leave"),
    path("franvaro/<uuid:leave>/avsluta/", leave.end, name="end_leave"),
    path("barn/<uuid:child>/nummer/", numbers.numbers_page, name="numbers"),
    path("barn/<uuid:child>/nummer/nytt/", numbers.add, name="new_number"),
    path("barn/<uuid:child>/sla-ihop/", numbers.join, name="join"),
]
