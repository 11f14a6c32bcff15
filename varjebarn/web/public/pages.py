"""The words and order of the public pages."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from varjebarn.kernel.actors import Kind
from varjebarn.web.shared.county import HelpLine, our_county
from varjebarn.web.shared.wheel import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One of the four ways in; `kind` is who comes through it, if not everybody."""

    key: str
    href: str
    name: str
    text: str
    kind: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of how it works."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """The first screen."""

    doors: tuple[Door, ...]
    steps: tuple[Step, ...]
    segments: tuple[Segment, ...]
    help_lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """What the service is."""

    segments: tuple[Segment, ...]


def doors(kind: Kind | None = None) -> tuple[Door, ...]:
    """Give the ways in: all four, or for who is logged in those that lead somewhere."""
    return tuple(door for door in _all_doors() if None in (kind, door.kind) or door.kind is kind)


def _all_doors() -> tuple[Door, ...]:
    """Give the four ways in; the last one is open to all."""
    return (
        Door(
            key="child",
            href="/familj/?som=barn",
            name=_("Jag är barn eller ung"),
            text=_("Läs din plan. Berätta hur du har det. Se vilka som har läst."),
            kind=Kind.FAMILY,
        ),
        Door(
            key="parent",
            href="/familj/",
            name=_("Jag är förälder"),
            text=_("Följ planen, säg vad du tycker och bestäm vad som får delas."),
            kind=Kind.FAMILY,
        ),
        Door(
            key="staff",
            href="/personal/",
            name=_("Jag arbetar med barn"),
            text=_("Uppmärksamma, planera och följ upp tillsammans med familjen och andra."),
            kind=Kind.STAFF,
        ),
        Door(
            key="county",
            href="/lanet/",
            name=_("Länets arbete"),
            text=_("Möten, beslut och hur det går. Öppet för alla."),
        ),
    )


def steps() -> tuple[Step, ...]:
    """Say how it works, in three steps."""
    return (
        Step(
            name=_("Någon ser hur barnet har det"),
            text=_(
                "Det kan vara barnet själv, en förälder, en lärare eller en sjuksköterska. Hjulet "
                "hjälper oss att se hela barnet: det som fungerar och det som är svårt."
            ),
        ),
        Step(
            name=_("Vi pratar med barnet och familjen"),
            text=_(
                "Barnet säger vad det tycker, på sitt sätt. Familjen bestämmer vad som får delas, "
                "med vilka och hur länge. Det går att ändra sig."
            ),
        ),
        Step(
            name=_("Vi gör en plan och följer upp den"),
            text=_(
                "Planen säger vem som gör vad och när. Alla som är med får sin del, och barnet och "
                "familjen ser vilka som har läst."
            ),
        ),
    )


def wheel_segments() -> tuple[Segment, ...]:
    """Give the wheel's eight areas, said as a child would say them."""
    return tuple(
        Segment(key=key, label=label, text=text)
        for key, label, text in (
            (
                "safe",
                _("Trygg"),
                _("Jag är trygg. Ingen gör mig illa, och det finns vuxna som lyssnar på mig."),
            ),
            (
                "healthy",
                _("Må bra"),
                _("Jag mår så bra jag kan och får hjälp när jag är sjuk eller mår dåligt."),
            ),
            (
                "achieving",
                _("Utvecklas"),
                _("Jag lär mig nya saker och får hjälp när något är svårt."),
            ),
            (
                "nurtured",
                _("Omvårdad"),
                _("Någon tar hand om mig, tröstar mig och tycker om mig."),
            ),
            (
                "active",
                _("Aktiv"),
                _("Jag får leka, röra på mig och göra sådant jag gillar."),
            ),
            (
                "respected",
                _("Respekterad"),
                _("Vuxna frågar vad jag tycker, och det spelar roll vad jag säger."),
            ),
            (
                "responsible",
                _("Ansvarstagande"),
                _("Jag får ta ansvar för saker, och jag kan be om hjälp."),
            ),
            (
                "included",
                _("Delaktig"),
                _("Jag hör till, hemma, med kompisar, i skolan och där jag bor."),
            ),
        )
    )


def first_page(kind: Kind | None = None) -> FirstPage:
    """Compose the first screen, for nobody in particular or for who is logged in."""
    return FirstPage(
        doors=doors(kind),
        steps=steps(),
        segments=wheel_segments(),
        help_lines=our_county().help_lines,
    )


def about_page() -> AboutPage:
    """Compose the page about the service."""
    return AboutPage(segments=wheel_segments())
