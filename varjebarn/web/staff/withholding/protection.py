"""The page where the protection of a child's personal data is set and changed, and readers are named."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.decisions import Refused
from varjebarn.organisations.queries import staff
from varjebarn.people import commands
from varjebarn.people.queries import guardians, involved, named_readers, open_child
from varjebarn.people.rules import WORKS_WITH_CHILDREN
from varjebarn.people.values import Protection
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import BaseForm, LongText, OneOf, SomeOf, answer
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.labels import PROTECTIONS, label
from varjebarn.web.staff.offering import offer
from varjebarn.web.staff.who import who

Choices = Sequence[tuple[str, str]]


class ProtectionForm(BaseForm):
    """Which level, who stays with the child, whose data are protected as well, and why."""

    level = OneOf(label=_("Vilket skydd har barnet?"), choices=list(PROTECTIONS.items()))
    readers = SomeOf(
        label=_("Vilka ska kunna öppna akten?"),
        help_text=_("Du själv kan alltid. Den du inte väljer kan inte längre öppna akten."),
        required=False,
    )
    guardians = SomeOf(
        label=_("Har någon av vårdnadshavarna eller föräldrarna också skyddade personuppgifter?"),
        required=False,
    )
    reason = LongText(
        label=_("Varför, och hur vet ni det?"),
        help_text=_("Till exempel: markeringen i folkbokföringen, kontrollerad i dag."),
        missing=_("Skriv varför"),
        rows=2,
    )

    def __init__(self, *args: Any, colleagues: Choices, family: Choices, **kwargs: Any) -> None:
        """Ask who stays only where the file has been open to others, and of the family on the file."""
        super().__init__(*args, **kwargs)
        for name, choices in (("readers", colleagues), ("guardians", family)):
            if choices:
                offer(self, name, choices)
            else:
                del self.fields[name]


class ReaderForm(BaseForm):
    """A colleague, and why."""

    person = OneOf(label=_("Vem ska kunna öppna akten?"), missing=_("Välj en kollega"))
    reason = LongText(
        label=_("Varför behöver din kollega det?"),
        help_text=_("Det du skriver syns för din kollega och i loggen."),
        missing=_("Skriv varför"),
        rows=2,
    )

    def __init__(self, *args: Any, colleagues: Choices, **kwargs: Any) -> None:
        """Offer the unit's colleagues who cannot open the file."""
        super().__init__(*args, **kwargs)
        offer(self, "person", colleagues)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def protection(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show who is named, and set or change the level."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    is_protected = file.protection != Protection.NONE
    known = guardians(actor, file)
    others = [
        (str(line.person), line.name)
        for line in {one.person: one for one in involved(actor, file)}.values()
        if line.person != actor.person
    ]
    form = ProtectionForm(
        request.POST or None,
        colleagues=[] if is_protected else others,
        family=[(str(one.person_ref), f"{one.name}, {one.relation}") for one in known],
        initial={
            "level": file.protection,
            "readers": [person for person, _name in others],
            "guardians": [str(one.person_ref) for one in known if one.is_protected],
        },
    )
    if form.is_valid():
        said = form.cleaned_data
        try:
            commands.protect(
                actor,
                file,
                level=Protection(said["level"]),
                reason=said["reason"],
                readers=[UUID(one) for one in said.get("readers", [])],
                guardians=[UUID(one) for one in said.get("guardians", [])],
            )
            return redirect(reverse("staff:child", args=[child]) + "?klart=skydd-andrat")
        except Refused as no:
            form.add_error("level", sentence(no.reason))
    context = {
        "level": label(PROTECTIONS, file.protection),
        "readers": named_readers(actor, file) if is_protected else [],
        "who": who(file, on=on),
    }
    return answer(request, "staff/withholding/protection.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def name_reader(request: HttpRequest, child: UUID) -> HttpResponse:
    """Name one more reader of a protected file."""
    actor = actor_of(request)
    file = open_child(actor, child)
    if file.protection == Protection.NONE:
        raise Http404
    there = {line.person for line in involved(actor, file)}
    works = {duty.value for duty in WORKS_WITH_CHILDREN}
    colleagues = {
        str(line.person): f"{line.name}, {line.title}"
        for line in staff(actor)
        if line.person not in there and works & set(line.duties)
    }
    form = ReaderForm(request.POST or None, colleagues=list(colleagues.items()))
    if form.is_valid():
        commands.name_reader(
            actor,
            file,
            person=UUID(form.cleaned_data["person"]),
            reason=form.cleaned_data["reason"],
        )
        return redirect(reverse("staff:protection", args=[child]) + "?klart=lasare-namngiven")
    context = {"nobody": not colleagues, "who": who(file, on=timezone.localdate())}
    return answer(request, "staff/withholding/name_reader.html", context, form=form)
