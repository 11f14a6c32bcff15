"""The annual report: the list of years, the published report, the members' draft, and publishing."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.interop.annual import words
from varjebarn.interop.annual.document import as_document
from varjebarn.interop.documents import as_text
from varjebarn.kernel.actors import Actor
from varjebarn.steering import annual, commands
from varjebarn.steering.annual import Edition
from varjebarn.steering.queries import annual as annual_queries
from varjebarn.steering.queries.corrections import corrected_since
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.annual import composing
from varjebarn.web.county.annual.forms import NoteForm, PublishForm
from varjebarn.web.county.annual.pages import paper_page
from varjebarn.web.county.duty import county_actor, may_write
from varjebarn.web.shared.forms import answer

YEAR = "year"  # the key of the chapter where the note to the presidier stands


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """List the published reports; a member sees also the years that are only begun."""
    today = timezone.localdate()
    is_member = annual_queries.may_see_drafts(_acting(request), on=today)
    rows = [one for one in annual_queries.annual_years(today) if one.editions or is_member]
    return render(request, "county/annual/years.html", {"rows": rows, "is_member": is_member})


@require_safe
def report(request: HttpRequest, year: int) -> HttpResponse:
    """Show a published report; a member is led to the draft when there is none."""
    editions = annual_queries.annual_editions(composing.a_year(year))
    is_member = annual_queries.may_see_drafts(_acting(request), on=timezone.localdate())
    if not editions and is_member:
        return redirect("county:annual_draft", year)
    edition = _asked_for(request, editions)
    return _published(request, edition, editions, composing.REPORT, is_member=is_member)


@require_safe
def presidium(request: HttpRequest, year: int) -> HttpResponse:
    """Show the published page for the boards' presidier."""
    editions = annual_queries.annual_editions(composing.a_year(year))
    edition = _asked_for(request, editions)
    return _published(request, edition, editions, composing.PRESIDIUM)


@require_safe
@staff_page
def draft(request: HttpRequest, year: int) -> HttpResponse:
    """Show the report as the register stands now, with a way to write under each heading."""
    facts, papers = composing.drafted(actor_of(request), year, today=timezone.localdate())
    can_write = may_write(request)
    context = {
        "page": paper_page(papers.report, year=year, notable=annual.Heading if can_write else ()),
        "year": year,
        "may_write": can_write,
        "unwritten": len(facts.part("meetings_unwritten").entries),
        "empty": [one.title for one in papers.report.chapters if one.is_empty],
        "name": composing.REPORT,
    }
    return render(request, "county/annual/draft.html", context)


@require_safe
@staff_page
def draft_presidium(request: HttpRequest, year: int) -> HttpResponse:
    """Show the page for the boards' presidier as the register stands now."""
    _facts, papers = composing.drafted(actor_of(request), year, today=timezone.localdate())
    can_write = may_write(request)
    note = reverse("county:annual_note", args=[year, annual.PRESIDIUM]) if can_write else ""
    context = {
        "page": paper_page(papers.presidium, year=year),
        "year": year,
        "may_write": can_write,
        "note_href": note,
        "name": composing.PRESIDIUM,
    }
    return render(request, "county/annual/draft.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def note(request: HttpRequest, year: int, section: str) -> HttpResponse:
    """Write under a heading."""
    actor = county_actor(request)
    if section not in {*annual.Heading, annual.PRESIDIUM}:
        raise Http404
    standing = annual_queries.annual_note(composing.a_year(year), section)
    form = NoteForm(request.POST if request.method == "POST" else None, initial={"text": standing})
    is_brief = section == annual.PRESIDIUM
    back = reverse(
        "county:annual_draft_presidium" if is_brief else "county:annual_draft", args=[year]
    )
    if form.is_valid():
        if form.cleaned_data["text"] != standing:
            commands.write_annual_note(
                actor,
                year=year,
                section=section,
                text=form.cleaned_data["text"],
                today=timezone.localdate(),
            )
        return redirect(f"{back}?klart=lanet-arsnot#{YEAR if is_brief else section}")
    heading = "" if is_brief else words.HEADINGS[section]
    context = {"heading": heading, "year": year, "back": back}
    return answer(request, "county/annual/note.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def publish(request: HttpRequest, year: int) -> HttpResponse:
    """Publish a year's report after a look at what is missing. It is frozen then."""
    actor, today = county_actor(request), timezone.localdate()
    facts, papers = composing.drafted(actor, year, today=today)
    editions = annual_queries.annual_editions(year)
    form = PublishForm(
        request.POST if request.method == "POST" else None, is_correction=bool(editions)
    )
    if form.is_valid():
        _publish(actor, year, papers, today=today, reason=form.cleaned_data.get("reason", ""))
        there = reverse("county:annual_report", args=[year])
        return redirect(f"{there}?klart=lanet-arsrapport")
    context = {
        "year": year,
        "back": reverse("county:annual_draft", args=[year]),
        "unwritten": len(facts.part("meetings_unwritten").entries),
        "empty": [one.title for one in papers.report.chapters if one.is_empty],
        "is_over": facts.span.is_over,
        "editions": editions,
    }
    return answer(request, "county/annual/publish.html", context, form=form)


def _published(
    request: HttpRequest,
    edition: Edition,
    editions: tuple[Edition, ...],
    name: str,
    *,
    is_member: bool = False,
) -> HttpResponse:
    paper = composing.published(edition).named(name)
    context = {
        "page": paper_page(paper, year=edition.year),
        "year": edition.year,
        "edition": edition,
        "editions": editions,
        "files_query": "" if edition.is_latest else f"?utgava={edition.number}",
        "is_member": is_member,
        "name": name,
        "corrected": corrected_since(edition.id),
        "may_write": may_write(request),
    }
    return render(request, "county/annual/report.html", context)


def _publish(
    actor: Actor, year: int, papers: composing.Papers, *, today: date, reason: str
) -> None:
    text = "\n".join(as_text(as_document(one)) for one in (papers.report, papers.presidium))
    commands.publish_annual_report(
        actor, year=year, content=papers.content, text=text, today=today, reason=reason
    )


def _acting(request: HttpRequest) -> Actor | None:
    actor: Actor | None = getattr(request, "actor", None)
    return actor


def _asked_for(request: HttpRequest, editions: tuple[Edition, ...]) -> Edition:
    """Give the edition that the address names, or the newest; raises Http404."""
    wanted = request.GET.get("utgava", "")
    found = [one for one in editions if not wanted or str(one.number) == wanted]
    if not found:
        raise Http404
    return found[0]
