"""Who acts in a guardian's place: registered with matters, period and source, and ended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from varjebarn.disclosure import commands
from varjebarn.disclosure.matters import EVERYTHING
from varjebarn.disclosure.queries import SubstituteLine, substitutes
from varjebarn.disclosure.substitutes import (
    MATTERS,
    PROVISIONS,
    WHOLE,
    SubstituteKind,
    SubstituteWords,
)
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.periods import FOREVER
from varjebarn.people import commands as people
from varjebarn.people.queries import guardians, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import (
    BaseForm,
    Day,
    LongText,
    OneOf,
    ShortText,
    SomeOf,
    Tick,
    answer,
)
from varjebarn.web.staff.consent.labels import MATTERS as MATTER_WORDS
from varjebarn.web.staff.consent.labels import SUBSTITUTES, matters_in_words
from varjebarn.web.staff.family.electronic import ElectronicId
from varjebarn.web.staff.labels import label
from varjebarn.web.staff.offering import offer
from varjebarn.web.staff.who import who


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteRow:
    """Somebody in a guardian's place, in words."""

    substitute: UUID
    name: str
    kind: str
    provision: str
    matters: tuple[str, ...]
    replaces: tuple[str, ...]
    source: str
    since: date
    last_day: date | None


class SubstituteForm(BaseForm):
    """A substitute: which kind, who, in what, in whose place, by which decision, until when."""

    sometimes = frozenset({"family_name", "login", "matters", "replaces"})
    kind = OneOf(
        label=_("Vilken sorts ställföreträdare?"),
        choices=list(SUBSTITUTES.items()),
        hints={kind.value: provision for kind, provision in PROVISIONS.items()},
        missing=_("Välj vilken sorts ställföreträdare det är"),
    )
    given_name = ShortText(
        label=_("Förnamn"),
        help_text=_("För socialnämnden: skriv nämndens namn här."),
        missing=_("Skriv vem det är"),
    )
    family_name = ShortText(label=_("Efternamn"), required=False)
    login = ElectronicId(
        label=_("Personnummer för e-legitimation"),
        help_text=_("Tolv siffror. Lämna tomt för socialnämnden. Numret visas aldrig igen."),
        required=False,
    )
    matters = SomeOf(
        label=_("Vilka frågor bestämmer ställföreträdaren i?"),
        help_text=_(
            "God man och särskilt förordnad eller tillfällig vårdnadshavare bestämmer i allt; "
            "då behöver du inte kryssa i något."
        ),
        choices=list(MATTER_WORDS.items()),
        required=False,
    )
    replaces = SomeOf(
        label=_("Vems plats är ställföreträdaren på?"),
        help_text=_(
            "Den personen ser inte det som skickas i de frågorna, och svarar inte, så länge det "
            "gäller. I alla andra frågor är det som förut."
        ),
        required=False,
    )
    source = LongText(
        label=_("Vilket beslut är det?"),
        help_text=_("Vem som beslutade, när och beslutets nummer, och hur du har sett det."),
        missing=_("Skriv vilket beslut det är"),
        rows=2,
    )
    first_day = Day(
        label=_("Gäller från och med"),
        help_text=_("Lämna tomt om det gäller från i dag."),
        required=False,
    )
    last_day = Day(
        label=_("Gäller till och med"),
        help_text=_("Lämna tomt om inget slut är bestämt."),
        required=False,
    )
    view_agreed = Tick(
        label=_("Barnet och ni är överens om att personen får se barnets sidor efter 13 år"),
        help_text=_("Utan kryss stängs de när barnet fyller 13 år."),
    )

    def __init__(self, *args: Any, known: Sequence[Any], on: date, **kwargs: Any) -> None:
        """Offer the guardians of the file."""
        super().__init__(*args, **kwargs)
        self.on = on
        self.known = {str(one.person_ref): one for one in known}
        offer(self, "replaces", [(key, one.name) for key, one in self.known.items()])

    def clean(self) -> dict[str, Any]:
        """Say at the field what the kind of substitute asks for."""
        data = super().clean() or {}
        if "kind" not in data:
            return data
        kind = SubstituteKind(data["kind"])
        is_board = kind is SubstituteKind.SOCIAL_BOARD
        if not is_board and not data.get("login") and "login" not in self.errors:
            self.add_error("login", _("Skriv ställföreträdarens personnummer"))
        if MATTERS[kind] != WHOLE and not data.get("matters"):
            self.add_error("matters", _("Välj minst en fråga"))
        if not self.in_matters() <= MATTERS[kind]:
            self.add_error(
                "matters", _("En sådan ställföreträdare bestämmer inte i alla de frågorna")
            )
        if self.known and not data.get("replaces"):
            self.add_error("replaces", _("Välj vem som ersätts"))
        first, last = data.get("first_day") or self.on, data.get("last_day")
        if last and last < first:
            self.add_error("last_day", _("Slutet ska komma efter början"))
        return data

    def in_matters(self) -> frozenset[str]:
        """Give the matters; a substitute in the guardian's whole place acts in everything."""
        if MATTERS[SubstituteKind(self.cleaned_data["kind"])] == WHOLE:
            return frozenset({EVERYTHING})
        return frozenset(self.cleaned_data.get("matters", ()))

    def words(self) -> SubstituteWords:
        """Give the substitute as the rule asks about it."""
        data = self.cleaned_data
        names = (data["given_name"], data["family_name"])
        return SubstituteWords(
            kind=SubstituteKind(data["kind"]),
            name=" ".join(name.strip() for name in names if name.strip()),
            matters=self.in_matters(),
            source=data["source"],
            has_login=self.has_login(),
            replaces=len(data["replaces"]),
            first=data["first_day"] or self.on,
            last=data["last_day"],
        )

    def has_login(self) -> bool:
        """Whether this one logs in: everybody but socialnämnden."""
        return bool(self.cleaned_data["kind"] != SubstituteKind.SOCIAL_BOARD.value)


def substitute_rows(
    lines: Iterable[SubstituteLine], names: dict[UUID, str]
) -> tuple[SubstituteRow, ...]:
    """Put those in a guardian's place into words."""
    return tuple(
        SubstituteRow(
            substitute=line.substitute,
            name=line.name,
            kind=label(SUBSTITUTES, line.kind),
            provision=PROVISIONS[SubstituteKind(line.kind)],
            matters=matters_in_words(line.matters),
            replaces=tuple(names.get(person, "") for person in line.replaces),
            source=line.source,
            since=timezone.localdate(line.since),
            last_day=None
            if line.until >= FOREVER
            else timezone.localdate(line.until - timedelta(seconds=1)),
        )
        for line in lines
    )


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def new_substitute(request: HttpRequest, child: UUID) -> HttpResponse:
    """Register who acts in a guardian's place."""
    actor = actor_of(request)
    file, on = open_child(actor, child), timezone.localdate()
    known = [one for one in guardians(actor, file) if one.custody]
    form = SubstituteForm(request.POST or None, known=known, on=on)
    if form.is_valid():
        _register(actor, file, form)
        return redirect(reverse("staff:guardians", args=[child]) + "?klart=stallforetradare")
    context = {"who": who(file, on=on)}
    return answer(request, "staff/family/new_substitute.html", context, form=form)


@staff_page
@require_POST
def end_substitute(request: HttpRequest, child: UUID, substitute: UUID) -> HttpResponse:
    """End a substitute's time from now."""
    actor = actor_of(request)
    file = open_child(actor, child)
    if substitute not in {line.substitute for line in substitutes(actor, file)}:
        raise Http404
    commands.end_substitute(actor, file, ref=substitute)
    return redirect(reverse("staff:guardians", args=[child]) + "?klart=stallforetradare-slut")


def _register(actor: Actor, file: Any, form: SubstituteForm) -> None:
    data = form.cleaned_data
    person = None
    if form.has_login():
        system, value = data["login"]
        person = people.family_person(
            actor,
            system=system,
            value=value,
            given_name=data["given_name"],
            family_name=data["family_name"],
        )
    commands.register_substitute(
        actor,
        file,
        words=form.words(),
        person_ref=person,
        replaces=[form.known[key].person_ref for key in data["replaces"]],
        view_agreed=data["view_agreed"],
    )
