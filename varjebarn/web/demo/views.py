"""Choosing a person, following the story, starting over. Only in demo mode."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.database.acting import close_login
from varjebarn.organisations.cast import PASSWORD, cast
from varjebarn.web.demo import pages
from varjebarn.web.demo.eyes import see
from varjebarn.web.demo.places import address, first_page, person
from varjebarn.web.demo.starting_over import is_possible
from varjebarn.web.demo.starting_over import start_over as put_back
from varjebarn.web.demo.telling import STEPS
from varjebarn.web.login import tokens

STORY_COOKIE = "vb_story"


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show the cast."""
    context = {"cards": pages.cards(), "password": PASSWORD, "may_start_over": is_possible()}
    return render(request, "demo/people.html", context)


@require_POST
def log_in(request: HttpRequest) -> HttpResponse:
    """Log in as somebody of the cast, and go where they are going."""
    slug = request.POST.get("person", "")
    found = person(slug)
    place = request.POST.get("place", "")
    there = request.POST.get("next", "")
    if place:
        there = address(slug, place)
    elif not url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()}):
        there = first_page(slug)
    response = redirect(there)
    before = tokens.token_of(request)
    if before:
        close_login(before)
    tokens.begin(response, person=found, kind=cast()[slug].kind)
    number = request.POST.get("step", "")
    if number.isdecimal() and 1 <= int(number) <= len(STEPS):
        response.set_cookie(STORY_COOKIE, number, path="/", httponly=True, samesite="Lax")
    else:
        response.delete_cookie(STORY_COOKIE, path="/")
    return response


@require_safe
def story(request: HttpRequest) -> HttpResponse:
    """Show all the steps."""
    steps = [pages.step_page(number) for number in range(1, len(STEPS) + 1)]
    return render(request, "demo/story.html", {"steps": steps, "may_start_over": is_possible()})


@require_safe
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Show one step, with two persons' pages beside each other where there are such."""
    if not 1 <= number <= len(STEPS):
        raise Http404
    page = pages.step_page(number)
    sides = [see(request, slug, place) for slug, place in page.step.sides]
    return render(request, "demo/step.html", {"page": page, "sides": sides})


@require_http_methods(["GET", "HEAD", "POST"])
def start_over(request: HttpRequest) -> HttpResponse:
    """Put everything back as it was, after one more question. Everybody is logged out."""
    if request.method != "POST":
        return render(request, "demo/start_over.html", {"may_start_over": is_possible()})
    if not put_back():
        return render(request, "demo/start_over.html", {"failed": True}, status=503)
    response = redirect("/demo/story/?klart=demo-borjar-om")
    tokens.forget(response)
    response.delete_cookie(STORY_COOKIE, path="/")
    return response
