"""A whole plan, complete in everything, for tests to change one thing in."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from varjebarn.plan.documents import (
    ActionLine,
    Actions,
    ActionStatus,
    ChildView,
    Disagreement,
    Goal,
    Goals,
    LeadLine,
    Need,
    PlanDocument,
    Responsible,
    Source,
    TeamLine,
    UnitNote,
    ViewLine,
    WheelNote,
    Why,
    Words,
)
from varjebarn.plan.rules import Standing

TODAY = date(2026, 3, 2)
LATER = date(2026, 5, 4)
SCHOOL, SOCIAL, HEALTH, CLUB = (UUID(int=n) for n in range(1, 5))
NEED, GOAL, OURS, THEIRS = (UUID(int=n) for n in range(11, 15))
LEAD = Standing(is_closed=False, is_lead=True, is_manager=False)


def action(ref: UUID = OURS, *, kind: str = "municipality", **change: object) -> ActionLine:
    line = ActionLine(
        ref=ref,
        wording="Lugn start varje morgon",
        responsible=Responsible(
            unit=SCHOOL,
            unit_name="Skola",
            organisation_name="Växjö kommun",
            organisation_kind=kind,
            name="Tor",
        ),
        status=ActionStatus.PLANNED,
        due=LATER,
        need=NEED,
        goal=GOAL,
    )
    return replace(line, **change)  # type: ignore[arg-type] # a test names the fields it changes


def by(unit: UUID | None, kind: str, name: str = "") -> Responsible:
    return Responsible(unit=unit, unit_name="X", organisation_kind=kind, name=name)


def member(unit: UUID, kind: str) -> TeamLine:
    return TeamLine(
        unit=unit,
        unit_name="Skola",
        organisation_name="Växjö kommun",
        organisation_kind=kind,
        area="school",
        contact_name="Lena",
    )


def document(**change: object) -> PlanDocument:
    whole = PlanDocument(
        ref=UUID(int=7),
        version=1,
        child_called="Alva",
        child_born=date(2019, 4, 1),
        model_id="kronobarn",
        model_version="2020-09",
        model_title=Words(sv="Kronobarnsmodellen", en="The Kronobarn model"),
        is_sip=False,
        lead=LeadLine(
            name="Lena",
            title="Rektor",
            unit=SCHOOL,
            unit_name="Skola",
            organisation_name="Växjö kommun",
        ),
        overall_responsible="Växjö kommun",
        overall_responsible_kind="municipality",
        follow_up_on=LATER,
        why=Why(text="Alva ska ha det lugnt på rasten.", started_on=TODAY),
        wheel=(WheelNote(dimension="safe", kind="strength", text="Trygg med Tor", voice="child"),),
        child_view=ChildView(lines=(view(),)),
        guardian_view=(),
        goals=Goals(
            needs=(Need(ref=NEED, wording="Ro", goals=(Goal(ref=GOAL, wording="Lugna raster"),)),),
        ),
        actions=Actions(lines=(action(),)),
        team=(member(SCHOOL, "municipality"),),
        disagreement=(Disagreement(whose="Karin", text="Vill vänta", on=TODAY),),
    )
    return replace(whole, **change)  # type: ignore[arg-type] # a test names the fields it changes


def sip(**change: object) -> PlanDocument:
    """A SIP that has everything: both principals, and somebody else who helps."""
    whole = document(
        is_sip=True,
        actions=Actions(
            lines=(
                action(),
                action(THEIRS, responsible=by(HEALTH, "region")),
                action(UUID(int=15), responsible=by(CLUB, "association")),
            ),
        ),
        team=(member(SCHOOL, "municipality"), member(HEALTH, "region")),
    )
    return replace(whole, **change)  # type: ignore[arg-type] # as above


def view() -> ViewLine:
    return ViewLine(
        whose="child",
        name="Alva",
        form="words",
        said_on=TODAY,
        verbatim=True,
        words="Jag vill leka med någon.",
    )


def source(unit: UUID, *, has_ended: bool = False) -> Source:
    return Source(
        unit=unit,
        unit_name="Socialtjänst",
        organisation_name="Växjö kommun",
        has_ended=has_ended,
    )


def note(unit: UUID, *, has_ended: bool = False) -> UnitNote:
    return UnitNote(text="Vi har börjat", on=TODAY, source=source(unit, has_ended=has_ended))
