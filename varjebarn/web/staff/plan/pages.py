"""The working page in words: what is lacking, the law's four items, versions and receipts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.disclosure.queries.copies import ReceiptLine, SentLine
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.organisations.queries import StaffLine
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.queries import VersionLine, sip_items
from varjebarn.plan.rules import missing_for_version
from varjebarn.web.shared.days import moment_in_words
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.labels import GROUNDS, OUTCOMES, RECEIPTS, label

SIP_ITEMS: dict[int, Promise] = {
    1: gettext_lazy("Vilka insatser som behövs"),
    2: gettext_lazy("Vilka insatser kommunen och regionen svarar för"),
    3: gettext_lazy("Vad någon annan än kommunen eller regionen gör"),
    4: gettext_lazy("Vem av kommunen och regionen som har det övergripande ansvaret"),
}


class Plan(Protocol):
    """What the page asks of a plan."""

    public_id: UUID
    version: int
    has_changes: bool
    is_sip: bool
    lead_id: int
    closed_on: date | None
    outcome: str


class Led(Protocol):
    """What a change of lead asks of a plan."""

    lead_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SipRow:
    """One of the four items."""

    number: int
    title: str
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingPage:
    """What stands around the plan on its working page."""

    plan: UUID
    version: int
    has_changes: bool
    lacking: tuple[str, ...]
    lacks_child_view: bool
    sip: tuple[SipRow, ...]
    nobody_else: bool
    versions: tuple[VersionLine, ...]
    may_publish: bool
    closed_on: date | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """One recipient, and what has come back."""

    name: str
    ground: str
    news: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptCard:
    """One version, and everybody who was to get it."""

    version: int | None
    sent_at: datetime
    decided_by: str
    rows: tuple[ReceiptRow, ...]


def working_page(
    actor: Actor,
    plan: Plan,
    document: PlanDocument,
    versions: Sequence[VersionLine],
    *,
    on: date,
) -> WorkingPage:
    """Put together what stands around the plan. Whether a consent holds is said before sending."""
    lacking = missing_for_version(document, on=on, consent_given=True)
    view = document.child_view
    return WorkingPage(
        plan=plan.public_id,
        version=plan.version,
        has_changes=plan.has_changes,
        lacking=tuple(sentence(reason) for reason in lacking),
        lacks_child_view=view is None or not view.lines,
        sip=tuple(
            SipRow(
                number=item.number,
                title=str(SIP_ITEMS[item.number]),
                missing="" if item.missing is None else sentence(item.missing),
            )
            for item in (sip_items(document) if plan.is_sip else ())
        ),
        nobody_else=document.actions is not None and document.actions.nobody_else,
        versions=tuple(versions),
        may_publish=plan.lead_id == actor.person_id or Duty.MANAGER in actor.duties,
        closed_on=plan.closed_on,
        outcome=label(OUTCOMES, plan.outcome) if plan.outcome else "",
    )


def may_lead(plan: Led, staff: Iterable[StaffLine]) -> list[tuple[str, str]]:
    """Give the unit's people who may take over a plan: those who work with children, once each."""
    works = {Duty.PROFESSIONAL.value, Duty.CONTACT.value, Duty.MANAGER.value}
    found = {
        str(line.person): f"{line.name}, {line.title}"
        for line in staff
        if line.person_id != plan.lead_id and works & set(line.duties)
    }
    return list(found.items())


def receipt_cards(sent: Iterable[SentLine], receipts: Iterable[ReceiptLine]) -> list[ReceiptCard]:
    """Give each version, the newest first, with its recipients and what has come back from each."""
    news: dict[UUID, list[ReceiptLine]] = {}
    for receipt in receipts:
        news.setdefault(receipt.disclosure, []).append(receipt)
    versions: dict[int | None, list[SentLine]] = {}
    for line in sent:
        if line.content_kind == "plan_version":
            versions.setdefault(line.version, []).append(line)
    return [
        ReceiptCard(
            version=version,
            sent_at=lines[0].decided_at,
            decided_by=lines[0].decided_by,
            rows=tuple(
                _receipt(name, line, news.get(line.disclosure, []))
                for line in reversed(lines)
                for name, _provision in line.recipients
            ),
        )
        for version, lines in versions.items()
    ]


def _receipt(name: str, line: SentLine, news: Sequence[ReceiptLine]) -> ReceiptRow:
    mine = [one for one in reversed(news) if name == one.by or name.startswith(f"{one.by},")]
    return ReceiptRow(
        name=name,
        ground=label(GROUNDS, line.ground),
        news=tuple(_news(one) for one in mine),
    )


def _news(one: ReceiptLine) -> str:
    said = f"{label(RECEIPTS, one.what)} {moment_in_words(one.at)}"
    if one.contact_name:
        return _("%(said)s, kontakt: %(name)s") % {"said": said, "name": one.contact_name}
    return f"{said}: {one.reason}" if one.reason else said
