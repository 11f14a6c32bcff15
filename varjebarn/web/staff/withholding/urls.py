"""Addresses about what is kept from guardians."""

from django.urls import path

from varjebarn.web.staff.withholding import protection, views

AT = "barn/<uuid:child>/hallet-tillbaka/"

urlpatterns = [
    path(AT, views.withheld_page, name="withheld"),
    path(f"{AT}valj/", views.choose, name="choose_withheld"),
    path(f"{AT}dolj/<slug:kind>/<uuid:item>/", views.hide, name="withhold"),
    path(f"{AT}<uuid:withholding>/", views.review, name="review_withheld"),
    path("barn/<uuid:child>/skydd/", protection.protection, name="protection"),
    path("barn/<uuid:child>/skydd/namnge/", protection.name_reader, name="name_reader"),
]
