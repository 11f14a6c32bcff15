"""A matter's path in words: raised, prepared, and each meeting it has stood at."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varjebarn.steering.minuted import MatterPage, PreparationLine
from varjebarn.steering.values import ItemLine
from varjebarn.web.county import parts, words
from varjebarn.web.county.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One meeting at which the matter stood."""

    when: Link
    status: str
    status_kind: str
    note: str
    decisions: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One text written before it was taken up."""

    by: str
    on: str
    background: str
    proposal: str
    heard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterShown:
    """A matter with its path."""

    title: str
    kind: str
    body: Link
    meeting: Link
    raised_by: str
    age: str
    prepared: tuple[Prepared, ...]
    steps: tuple[Step, ...]
    acts: tuple[Link, ...]


def matter_page(
    page: MatterPage, *, today: date, may_write: bool, is_member: bool = False
) -> MatterShown:
    """Put a matter into words. Members too may write what it means for children."""
    item = page.item
    age = ""
    if item.waits_since is not None and not item.outcome:
        age = words.waited(item.waits_since, item.days_waited, today=today)
    acts: list[Link] = []
    if may_write and not item.outcome:
        acts += [
            Link(text=_("Bered ärendet"), href=reverse("county:prepare_item", args=[item.id])),
            Link(text=_("Ändra punkten"), href=reverse("county:edit_item", args=[item.id])),
        ]
    if may_write:
        acts.append(
            Link(text=_("Fråga organisationerna"), href=reverse("county:ask", args=[item.id]))
        )
    if may_write or is_member:
        acts.append(
            Link(text=_("Barnkonsekvensanalys"), href=reverse("county:analysis", args=[item.id]))
        )
    return MatterShown(
        title=item.title,
        kind=str(words.KINDS[item.kind]),
        body=Link(text=page.body.name, href=reverse("county:body", args=[page.body.id])),
        meeting=_meeting(item),
        raised_by=item.raised_by_name,
        age=age,
        prepared=tuple(_prepared(one) for one in page.preparations),
        steps=tuple(_step(one) for one in page.steps),
        acts=tuple(acts),
    )


def _step(item: ItemLine) -> Step:
    status, kind = words.BECAME.get(item.outcome, (_("Står på dagordningen"), "waiting"))
    return Step(
        when=_meeting(item),
        status=str(status),
        status_kind=kind,
        note=item.note,
        decisions=tuple(parts.decision_link(one) for one in item.decisions),
    )


def _meeting(item: ItemLine) -> Link:
    return Link(
        text=words.day_words(item.meeting_on), href=reverse("county:meeting", args=[item.meeting])
    )


def _prepared(one: PreparationLine) -> Prepared:
    return Prepared(
        by="" if one.prepared_by is None else one.prepared_by.name,
        on=words.day_words(timezone.localtime(one.at).date()),
        background=one.background,
        proposal=one.proposal,
        heard=one.heard,
    )
