"""The pages of papers and calls: what a query answered, in words, links and order."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.steering.paper_kinds import PaperKind
from varjebarn.steering.queries import Addressee, CallPage, PaperLine
from varjebarn.steering.values import MeetingPage
from varjebarn.web.county import words
from varjebarn.web.county.parts import Row
from varjebarn.web.shared.days import day_in_words

KINDS = {
    PaperKind.PDF: "PDF",
    PaperKind.WORD: "Word",
    PaperKind.EXCEL: "Excel",
    PaperKind.POWERPOINT: "PowerPoint",
    PaperKind.ODT: gettext_lazy("OpenDocument, text"),
    PaperKind.ODS: gettext_lazy("OpenDocument, kalkylblad"),
    PaperKind.ODP: gettext_lazy("OpenDocument, presentation"),
    PaperKind.JPEG: gettext_lazy("bild"),
    PaperKind.PNG: gettext_lazy("bild"),
    PaperKind.TEXT: gettext_lazy("text"),
}
KILO = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper in the list, and what one may do with it."""

    title: str
    href: str
    about: str
    status: str
    status_kind: str
    note: str
    publish_href: str
    withdraw_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGroup:
    """The papers of one item, or of the whole meeting."""

    heading: str
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersPage:
    """A meeting's papers."""

    when: str
    body: str
    meeting_href: str
    groups: tuple[PaperGroup, ...]
    attach_href: str


def papers_page(
    meeting: MeetingPage, papers: Sequence[PaperLine], *, may_write: bool, may_attach: bool
) -> PapersPage:
    """Put the papers in the order of the agenda, those of the whole meeting first."""
    line = meeting.meeting
    places: list[tuple[str, UUID | None]] = [(_("Hela mötet"), None)]
    places += [(f"{one.order}. {one.title}", one.id) for one in meeting.items]
    groups = (
        PaperGroup(
            heading=heading,
            rows=tuple(_row(one, may_write=may_write) for one in papers if one.item == item),
        )
        for heading, item in places
    )
    return PapersPage(
        when=words.meeting_when(line),
        body=line.body.name,
        meeting_href=reverse("county:meeting", args=[line.id]),
        groups=tuple(group for group in groups if group.rows),
        attach_href=reverse("county:attach", args=[line.id]) if may_attach else "",
    )


def paper_rows(papers: Sequence[PaperLine]) -> tuple[PaperRow, ...]:
    """Put papers in a list where nothing is done with them."""
    return tuple(_row(one, may_write=False) for one in papers)


def addressee_rows(page: CallPage) -> tuple[Row, ...]:
    """Tell for each seat whether mail goes there, and what has gone."""
    return tuple(
        Row(
            title=one.name,
            facts=(one.organisation, *([one.address] if one.address else [])),
            status=status,
            status_kind=kind,
            warning=_("Senaste brevet gick inte fram än. Det skickas igen.") if one.failed else "",
        )
        for one in page.addressees
        for status, kind in [_reached(one)]
    )


def _reached(one: Addressee) -> tuple[str, str]:
    if one.address and not one.wants_mail:
        return _("Vill inte ha brev"), "waiting"
    if not one.address:
        return _("Ingen adress"), "late"
    if one.sent_at is None:
        return _("Inte skickat än"), "waiting"
    day = day_in_words(timezone.localdate(one.sent_at))
    if one.is_cancelled:
        return _("Avbokat %(day)s") % {"day": day}, "done"
    return _("Skickat %(day)s") % {"day": day}, "done"


def _row(line: PaperLine, *, may_write: bool) -> PaperRow:
    is_withdrawn = line.withdrawn_on is not None
    is_draft = line.published_on is None and not is_withdrawn
    status, kind = "", ""
    if is_withdrawn:
        status, kind = _("Återtagen"), "late"
    elif is_draft:
        status, kind = _("Utkast, läses av ledamöterna"), "waiting"
    return PaperRow(
        title=line.title,
        href=reverse("county:paper", args=[line.id]),
        about=f"{KINDS[line.kind]}, {size_words(line.size)}",
        status=status,
        status_kind=kind,
        note=line.withdrawn_because,
        publish_href=(
            reverse("county:publish_paper", args=[line.id]) if may_write and is_draft else ""
        ),
        withdraw_href=(
            reverse("county:withdraw_paper", args=[line.id])
            if may_write and not is_withdrawn
            else ""
        ),
    )


def size_words(size: int) -> str:
    """Write a size as 320 kB or 1,4 MB."""
    if size < KILO * KILO:
        return f"{max(1, round(size / KILO))} kB"
    return f"{size / KILO / KILO:.1f} MB".replace(".", ",")
