"""The pages of agreements and joining: what a query answered, in words, links and order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.steering import values
from varjebarn.steering.rules import LAPSES_SOON
from varjebarn.web.county import parts
from varjebarn.web.county import words as county_words
from varjebarn.web.county.agreed import words
from varjebarn.web.county.parts import Link, Row
from varjebarn.web.shared.days import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """All agreements, in three parts."""

    soon: tuple[Row, ...]
    holding: tuple[Row, ...]
    past: tuple[Row, ...]


def list_page(lines: Iterable[values.AgreementLine], *, today: date) -> ListPage:
    """Sort the agreements by whether they hold."""
    every = tuple(lines)
    soon = today + timedelta(days=LAPSES_SOON)
    return ListPage(
        soon=tuple(row(one, today=today) for one in every if today <= one.last_day <= soon),
        holding=tuple(row(one, today=today) for one in every if one.last_day > soon),
        past=tuple(row(one, today=today) for one in every if one.last_day < today),
    )


def row(line: values.AgreementLine, *, today: date) -> Row:
    """Show an agreement: its state in words, its last day, its revision, and what it contradicts."""
    status, kind = words.holding(line, today=today)
    facts = [
        _("Gäller till och med %(day)s")
        % {"day": county_words.short_day(line.last_day, today=today)}
    ]
    if line.revise_by is not None:
        facts.append(
            _("Ses över senast %(day)s")
            % {"day": county_words.short_day(line.revise_by, today=today)}
        )
    against = county_words.listed(line.contradicts)
    return Row(
        title=line.title,
        href=reverse("county:agreement", args=[line.id]),
        status=status,
        status_kind=kind,
        facts=tuple(facts),
        warning=_("Säger emot: %(texts)s") % {"texts": against} if against else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionShown:
    """Two texts, what each says, who is to solve it, and the decision that did."""

    says: str
    other: Link
    other_says: str
    owner: Link
    solved_by: Link | None
    solved: str
    solve_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """One agreement."""

    row: Row
    parties: tuple[str, ...]
    first_validity: str
    extensions: tuple[Row, ...]
    contradictions: tuple[ContradictionShown, ...]
    extend_href: str
    contradict_href: str


def agreement_page(page: values.AgreementPage, *, today: date, may_write: bool) -> AgreementPage:
    """Put an agreement into words."""
    line = page.line
    return AgreementPage(
        row=row(line, today=today),
        parties=page.parties,
        first_validity=_("Från %(first)s till och med %(last)s")
        % {
            "first": day_in_words(line.valid_from),
            "last": day_in_words(page.first_last_day),
        },
        extensions=tuple(_extension_row(one) for one in page.extensions),
        contradictions=tuple(
            _contradiction(one, may_write=may_write) for one in page.contradictions
        ),
        extend_href=reverse("county:extend", args=[line.id]),
        contradict_href=reverse("county:contradict", args=[line.id]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where an organisation stands, in a table's row."""

    name: Link
    status: str
    status_kind: str
    since: str
    decision: Link | None
    decided_by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningPage:
    """Where every organisation stands, and how many stand where."""

    stands: tuple[Stand, ...]
    counted: tuple[str, ...]


def joining_page(lines: Iterable[values.JoiningLine], *, today: date) -> JoiningPage:
    """Put where everybody stands into words."""
    every = tuple(lines)
    return JoiningPage(
        stands=tuple(_stand(one, today=today) for one in every),
        counted=tuple(
            f"{label}: {sum(one.standing == key for one in every)}"
            for key, (label, _kind) in words.STANDINGS.items()
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage:
    """One organisation: where it stands now, and where it has stood."""

    name: str
    now: Stand | None
    before: tuple[Stand, ...]
    change_href: str


def organisation_page(
    named: values.Named, lines: Iterable[values.JoiningLine], *, today: date
) -> OrganisationPage:
    """Put one organisation's history into words."""
    stands = tuple(_stand(one, today=today) for one in lines)
    return OrganisationPage(
        name=named.name,
        now=stands[0] if stands else None,
        before=stands[1:],
        change_href=reverse("county:change_joining", args=[named.id]),
    )


def decision_choices(decisions: Iterable[values.DecisionLine]) -> list[tuple[str, str]]:
    """Offer decisions by body, number and wording."""
    return [
        (str(one.id), f"{one.body}, {parts.decision_name(one).lower()}: {one.wording}")
        for one in decisions
    ]


def _stand(line: values.JoiningLine, *, today: date) -> Stand:
    label, kind = words.STANDINGS[line.standing]
    return Stand(
        name=Link(
            text=line.organisation.name,
            href=reverse("county:organisation", args=[line.organisation.id]),
        ),
        status=str(label),
        status_kind=kind,
        since="" if line.since is None else county_words.short_day(line.since, today=today),
        decision=(
            None
            if line.decision is None
            else Link(
                text=line.decision.name, href=reverse("county:decision", args=[line.decision.id])
            )
        ),
        decided_by=line.decided_by,
        note=line.note,
    )


def _contradiction(one: values.ContradictionLine, *, may_write: bool) -> ContradictionShown:
    solved = one.solved_by
    return ContradictionShown(
        says=one.says,
        other=Link(
            text=one.other,
            href=(
                ""
                if one.other_agreement is None
                else reverse("county:agreement", args=[one.other_agreement])
            ),
        ),
        other_says=one.other_says,
        owner=Link(text=one.owner.name, href=reverse("county:body", args=[one.owner.id])),
        solved_by=(
            None
            if solved is None
            else Link(text=solved.name, href=reverse("county:decision", args=[solved.id]))
        ),
        solved="" if one.solved_on is None else day_in_words(one.solved_on),
        solve_href=(reverse("county:solve", args=[one.id]) if may_write and solved is None else ""),
    )


def _extension_row(one: values.ExtensionLine) -> Row:
    return Row(
        title=_("Till och med %(day)s") % {"day": day_in_words(one.last_day)},
        links=(
            Link(
                text=_("Beslut %(number)d, %(day)s")
                % {"number": one.number, "day": day_in_words(one.decided_on)},
                href=reverse("county:decision", args=[one.decision]),
            ),
        ),
    )
