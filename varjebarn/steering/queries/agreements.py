"""Agreements: what holds and for how long, what contradicts what, and what lapses soon."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from varjebarn.steering.models import (
    Agreement,
    AgreementParty,
    Contradiction,
    Extension,
)
from varjebarn.steering.queries.lines import agreement_line, last_day
from varjebarn.steering.values import (
    AgreementLine,
    AgreementPage,
    ContradictionLine,
    ExtensionLine,
    Named,
)


def agreement_page(agreement: UUID) -> AgreementPage:
    """Read one agreement with all its extensions and contradictions. Four statements."""
    found = Agreement.objects.get(public_id=agreement)
    extensions = list(
        Extension.objects.filter(agreement=found)
        .select_related("decision__item__meeting")
        .order_by("valid_to")
    )
    latest = extensions[-1] if extensions else None
    parties = AgreementParty.objects.filter(agreement=found).order_by("organisation__name")
    contradictions = _contradictions(Q(agreement=found) | Q(other=found))
    return AgreementPage(
        line=agreement_line(
            found,
            extended_to=None if latest is None else latest.valid_to,
            revise_by=None if latest is None else latest.revise_by,
            contradicts=_open_names(contradictions, found),
        ),
        parties=tuple(parties.values_list("organisation__name", flat=True)),
        first_last_day=last_day(found.valid_to),
        extensions=tuple(_extension_line(one) for one in extensions),
        contradictions=tuple(_contradiction_line(one, found) for one in contradictions),
    )


def agreement_lines(on: date, *, with_past: bool = False) -> tuple[AgreementLine, ...]:
    """List the agreements that hold on a day or later, those to be revised first. Two statements."""
    latest = Extension.objects.filter(agreement=OuterRef("pk")).order_by("-valid_to")
    found = Agreement.objects.annotate(
        extended_to=Subquery(latest.values("valid_to")[:1]),
        extended_revise_by=Subquery(latest.values("revise_by")[:1]),
    ).order_by("title")
    holding = Q(valid_to__gt=on) | Q(extended_to__gt=on)
    contradictions = _contradictions(Q(solved_by=None))
    lines = [
        agreement_line(
            one,
            extended_to=one.extended_to,
            revise_by=one.extended_revise_by,
            contradicts=_open_names(contradictions, one),
        )
        for one in (found if with_past else found.filter(holding))
    ]
    return tuple(sorted(lines, key=lambda line: line.revise_by or line.last_day))


def agreements_between(one: str, other: str, on: date) -> tuple[AgreementLine, ...]:
    """List what two organisations, by name, have both signed and that holds on a day.

    It says how they cooperate. It is no ground for anything about a child (OSL 8:1, 8:2).
    """
    signed = [
        set(
            AgreementParty.objects.filter(organisation__name=name).values_list(
                "agreement__public_id", flat=True
            )
        )
        for name in (one, other)
    ]
    both = signed[0] & signed[1] if one != other else set()
    return tuple(
        line
        for line in (agreement_lines(on) if both else ())
        if line.id in both and line.valid_from <= on
    )


def _extension_line(extension: Extension) -> ExtensionLine:
    return ExtensionLine(
        decision=extension.decision.public_id,
        number=extension.decision.number,
        decided_on=extension.decision.item.meeting.date,
        last_day=last_day(extension.valid_to),
        revise_by=extension.revise_by,
    )


def open_contradiction(contradiction: UUID) -> Contradiction:
    """Open a contradiction with its texts."""
    return Contradiction.objects.select_related("agreement", "other").get(public_id=contradiction)


def agreements_named() -> tuple[Named, ...]:
    """List all agreements, for choosing one."""
    found = Agreement.objects.order_by("title")
    return tuple(Named(id=one.public_id, name=one.title) for one in found)


def _contradictions(wanted: Q) -> list[Contradiction]:
    found = Contradiction.objects.filter(wanted).order_by("pk")
    return list(found.select_related("agreement", "other", "owner", "solved_by__item__meeting"))


def _open_names(contradictions: Iterable[Contradiction], agreement: Agreement) -> tuple[str, ...]:
    """Name the texts that contradict an agreement and are still to be solved, from either side."""
    return tuple(
        _other_name(one, agreement)
        for one in contradictions
        if one.solved_by_id is None and agreement.pk in {one.agreement_id, one.other_id}
    )


def _other_name(one: Contradiction, seen_from: Agreement) -> str:
    if one.other_id == seen_from.pk:
        return one.agreement.title
    return one.other_text if one.other is None else one.other.title


def _contradiction_line(one: Contradiction, seen_from: Agreement) -> ContradictionLine:
    turned = one.other_id == seen_from.pk
    other = one.agreement if turned else one.other
    solved = one.solved_by
    return ContradictionLine(
        id=one.public_id,
        says=one.other_says if turned else one.says,
        other=_other_name(one, seen_from),
        other_agreement=None if other is None else other.public_id,
        other_says=one.says if turned else one.other_says,
        owner=Named(id=one.owner.public_id, name=one.owner.name),
        solved_by=None if solved is None else Named(id=solved.public_id, name=solved.wording),
        solved_on=None if solved is None else solved.item.meeting.date,
    )
