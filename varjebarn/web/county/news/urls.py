"""Addresses of the public side. All of it is read without a login."""

from django.urls import path

from varjebarn.web.county.news import acts, newsletter, views

urlpatterns = [
    path("om/", views.about, name="about"),
    path("ord/", views.word_list, name="words"),
    path("nyheter/", views.news, name="news_list"),
    path("nyheter/ny/", acts.tell, name="news_new"),
    path("nyheter.atom", views.feed, name="feed"),
    path("nyheter/<uuid:article>/", views.article, {"kind": views.NEWS}, name="news"),
    path("nyheter/<uuid:article>/skicka/", acts.mail, name="news_mail"),
    path("nyheter/<uuid:article>/andra/", acts.edit, name="article_edit"),
    path("nyheter/<uuid:article>/ta-tillbaka/", acts.take_back, name="article_take_back"),
    path("exempel/", views.examples, name="examples"),
    path("exempel/nytt/", acts.give_example, name="example_new"),
    path("exempel/<uuid:article>/", views.article, {"kind": views.EXAMPLE}, name="example"),
    path("nyhetsbrev/", newsletter.subscribe, name="newsletter"),
    path("nyhetsbrev/bekrafta/<uuid:token>/", newsletter.confirm, name="newsletter_confirm"),
    path("nyhetsbrev/avsluta/<uuid:token>/", newsletter.leave, name="newsletter_leave"),
]
