"""The accessibility statement in words, item by item: what is the county's, and what is the service's."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from varjebarn.organisations.statement import COMPLAINT, Item, Statement
from varjebarn.web.shared.county import County
from varjebarn.web.shared.days import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not accessible: what, why, and what to do instead."""

    what: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """What the page shows."""

    body: str
    service: str
    assessed: date
    updated: date
    conformity: str
    faults: tuple[Fault, ...]
    burden: str
    outside_law: str
    method: str
    report: str
    report_to: str
    complaint: str
    complaint_to: str


def statement_page(county: County) -> StatementPage:
    """Write it in the language of the page."""
    return StatementPage(
        body=county.body,
        service=f"{_('Varje barn')}, {county.title}",
        assessed=county.assessed,
        updated=county.updated,
        conformity=_("Tjänsten är delvis förenlig med lagen. Vi vet om bristerna nedan."),
        faults=_faults(),
        burden=_("Vi åberopar inte undantaget för oskäligt betungande anpassning."),
        outside_law=_(
            "Texter och bilder som privatpersoner själva lägger in omfattas inte av lagen."
        ),
        method=_(
            "Vi har själva prövat mot WCAG 2.2 nivå AA: automatiskt på varje sida, med bara tangentbord, på en skärm som är 375 punkter bred, i mörkt läge och utan JavaScript. Kravet är EN 301 549."
        ),
        report=_(
            "Skriv till oss om du inte kan använda något, eller om du behöver ett innehåll på annat sätt. Du behöver inte säga vem du är. Skriv inget om ett barn i brevet."
        ),
        report_to=county.contact_mail,
        complaint=_(
            "Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är du inte nöjd med hur vi tar hand om det du säger kan du anmäla det till Digg."
        ),
        complaint_to=COMPLAINT,
    )


def as_statement(page: StatementPage) -> Statement:
    """Give the eleven items of what the page shows, for the rule."""
    return Statement(
        words={
            Item.BODY: page.body,
            Item.SERVICE: page.service,
            Item.CONFORMITY: page.conformity,
            Item.INACCESSIBLE: " ".join(f"{one.what} {one.instead}" for one in page.faults),
            Item.ASSESSED: day_in_words(page.assessed),
            Item.UPDATED: day_in_words(page.updated),
            Item.METHOD: page.method,
            Item.REPORT: f"{page.report} {page.report_to}" if page.report_to else "",
            Item.COMPLAINT: f"{page.complaint} {page.complaint_to}",
            Item.BURDEN: page.burden,
            Item.OUTSIDE_LAW: page.outside_law,
        }
    )


def _faults() -> tuple[Fault, ...]:
    return (
        Fault(
            what=_("Sidorna är inte prövade av personer som använder skärmläsare till vardags."),
            instead=_("Säg till om något inte fungerar, så hjälper vi dig på annat sätt."),
        ),
        Fault(
            what=_(
                "Lättläst svenska finns på de öppna sidorna och familjens sidor, men inte på personalens."
            ),
            instead=_("Texterna där är ännu inte omskrivna. Fråga den du har kontakt med."),
        ),
        Fault(
            what=_("Sidorna finns ännu bara på svenska och engelska."),
            instead=_("Be om tolk, så ordnar den som du har kontakt med det."),
        ),
    )
