"""Every ground that works here is worked from end to end: offered, answered, delivered, logged, told or not."""

from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from varjebarn.disclosure.catalogue import CONFIRMED, FieldKind, Ground, Told
from varjebarn.disclosure.commands import Telling, ToUnit, share
from varjebarn.disclosure.commands.disclosing import disclose
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.letters import note_document
from varjebarn.disclosure.models import Disclosure, GroundRow, Recipient
from varjebarn.disclosure.queries import SharingWish, sharing_advice
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People, unit
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.organisations.queries import UnitLine, units
from varjebarn.people.commands import open_file
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child

from tests.world.circle import SCHOOL, SOCIAL, alva_at, alva_shared

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

KNOWN = catalogue()
OWN_WAY = {"CONSENT", "SELF", "GUARDIAN", "DUTY", "REPORT_FEEDBACK"}
"""Those have tests of their own: a consent, the family, a duty's own borders, the three answers."""
SENDERS = {
    "school": "principal",
    "school_medical": "nurse",
    "social": "social-worker",
    "police": "police",
}
TODAY = timezone.localdate()
BORN = TODAY.replace(year=TODAY.year - 7, day=1)
NOT_NOW = Telling(answers={}, untold_reason="Vi berättar på mötet i morgon.")
WORDS = "Alva behöver någon som möter henne på morgonen."
NEIGHBOURS = {"Stöd enligt LSS": "social", "Kommunal hälso- och sjukvård": "health"}
"""Units that the municipality has beside those of the county's file: some grounds stay within it."""


def written(ground: Ground) -> dict[str, str]:
    """Answer everything that a ground asks for."""
    said = {"purpose": "Att Alva ska få stöd."}
    for field in KNOWN.required_fields(ground.code):
        if field.kind is FieldKind.CONFIRMATION:
            said[field.code] = CONFIRMED
        elif field.kind is FieldKind.DAY:
            said[field.code] = TODAY.replace(year=TODAY.year - 9, day=1).isoformat()
        else:
            said[field.code] = field.choices[-1] if field.choices else "Det behövs i dag."
    return said


def working() -> list[Ground]:
    return [KNOWN.grounds[code] for code in sorted(KNOWN.working() - OWN_WAY)]


@pytest.fixture
def neighbours(own_database: str, owner: psycopg.Connection) -> None:
    """Let the municipality have units that are each other's neighbours."""
    del own_database
    for name, area in NEIGHBOURS.items():
        owner.execute(
            "INSERT INTO organisations_secrecyunit (public_id, organisation_id, name, area, is_public_body) "
            "SELECT gen_random_uuid(), id, %s, %s, true FROM organisations_organisation WHERE name = %s",
            [name, area, SOCIAL[0]],
        )


def reached(ground: Ground, sender: Actor) -> UnitLine | None:
    """Find a unit that the ground reaches from here, within the organisation where it must be."""
    needs_near = any(field.startswith("same_") for field in ground.fields)
    return next(
        (
            one
            for one in units()
            if one.unit != sender.unit
            and one.area != "civil_society"
            and KNOWN.may_receive(ground.targets, one.area)
            and (not needs_near or one.organisation_name == sender.organisation_name)
        ),
        None,
    )


def alva(actor: Actor, world: dict[str, object]) -> ChildFile:
    """Open Alva's file in the acting unit: the school's own, or what has come to another.

    The police have met her, and have a file of their own.
    """
    if actor.area == "police":
        return open_file(
            actor,
            given_name="Alva",
            family_name="Lund",
            born=BORN,
            reason="Mötte barnet i tjänsten",
        )
    if actor.unit == unit(*SCHOOL).unit:
        return open_child(actor, UUID(str(world["alva"])))
    return alva_at(actor)


def straight(
    actor: Actor, child: ChildFile, ground: str, to: tuple[str, str], answers: dict[str, str]
) -> None:
    """Decide and deliver with no rule asked, as an injected statement could."""
    document = note_document(actor, child, words=WORDS, on=TODAY)
    made = Disclosure.objects.create(
        unit_id=actor.unit_id,
        child_file=child,
        ground=ground,
        decided_by_id=actor.person_id,
        decided_at=timezone.now(),
        purpose="Att Alva ska få stöd.",
        content_kind=document.kind,
        schema=document.schema,
        content=document.text(),
        content_hash=document.hash(),
        answers=answers,
    )
    Recipient.objects.create(
        unit_id=actor.unit_id,
        child_file=child,
        disclosure=made,
        to_unit_id=SecrecyUnit.objects.get(public_id=unit(*to).unit).pk,
        name="Mottagaren",
        provision="",
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.deliver(%s, NULL)", [made.pk])


def sender_of(ground: Ground) -> str:
    presumed = {code for code, area in KNOWN.areas.items() if area.strength == "reverse"}
    return next(
        slug
        for area, slug in SENDERS.items()
        if KNOWN.may_send(ground.sources, area)
        and area not in ground.never_from
        and not (ground.second_person and area in presumed)
    )


@pytest.mark.usefixtures("neighbours")
@pytest.mark.parametrize("ground", working(), ids=lambda one: one.code)
def test_it_is_offered_answered_delivered_and_logged(
    people: People, world: dict[str, object], ground: Ground
) -> None:
    slug = sender_of(ground)
    with people.acting(slug) as actor:
        place = reached(ground, actor)
        assert place is not None, "nobody that the ground reaches"
        child = alva(actor, world)
        wish = SharingWish(
            document=note_document(actor, child, words=WORDS, on=TODAY), to=ToUnit(unit=place.unit)
        )
        found = sharing_advice(actor, child, wish, on=TODAY)
        option = found.advice.option(ground.code)
        assert option is not None
        made = share(
            actor,
            child,
            ground=ground.code,
            document=wish.document,
            to=wish.to,
            answers=written(ground),
            secrecy_shown={found.protected.mark},
            telling=NOT_NOW if option.told is Told.TOLD else Telling(answers={}),
        )

    assert made.ground == ground.code
    assert made.answers.keys() >= {*ground.fields} - {"child_view"}


def test_the_doors_know_each_ground_as_the_rules_do() -> None:
    """The second wall: what is never decided here, or from where, is closed in the database too."""
    rows = {row.code: row for row in GroundRow.objects.all()}

    assert {code for code, row in rows.items() if row.working} == KNOWN.working()
    assert rows["NECESSARY_OWN"].duty == "manager"
    assert rows["EMI_TO_ELEVHALSA"].near
    assert rows["CRIME_AGAINST_CHILD"].age_in == "victim_born"
    assert {"social", "health", "police"} & {*rows["NOT_SECRET"].from_areas} == set()
    assert [c for c, row in rows.items() if "civil_society" in row.to_areas] == ["CONSENT"]
    assert rows["SOC_YOUTH_CRIME"].untold


@pytest.mark.rule("R58", case="refuses")
@pytest.mark.parametrize(
    ("slug", "ground", "to", "said"),
    [
        ("nurse", "GENERAL_CLAUSE", SOCIAL, {}),
        ("nurse", "NOT_SECRET", SOCIAL, {}),
        ("teacher", "NECESSARY_OWN", SOCIAL, {}),
        ("social-worker", "SOC_TO_HEALTH_U18", ("Växjö kommun", "Skola"), {}),
        ("principal", "PARTY", SOCIAL, {}),
        ("nurse", "SAME_PRINCIPAL_HEALTH", ("Region Kronoberg", "Barnhälsovård"), {}),
        (
            "social-worker",
            "CRIME_AGAINST_CHILD",
            ("Polismyndigheten", "Lokalpolisområde Växjö"),
            {"victim_born": "1990-01-01"},
        ),
        (
            "social-worker",
            "CRIME_AGAINST_CHILD",
            ("Polismyndigheten", "Lokalpolisområde Växjö"),
            {"victim_born": ""},
        ),
    ],
)
def test_both_walls_say_no(
    people: People,
    world: dict[str, object],
    slug: str,
    ground: str,
    to: tuple[str, str],
    said: dict[str, str],
) -> None:
    """The rule first; and with the rule out of the way, the door by itself."""
    answers = written(KNOWN.grounds[ground]) | said
    purpose = answers.pop("purpose")

    with people.acting(slug) as actor:
        child = alva(actor, world)
        document = note_document(actor, child, words=WORDS, on=TODAY)
        place = ToUnit(unit=unit(*to).unit)
        shown = {
            sharing_advice(
                actor, child, SharingWish(document=document, to=place), on=TODAY
            ).protected.mark
        }
        with pytest.raises(Refused):
            disclose(
                actor,
                child,
                ground=ground,
                document=document,
                to=[place],
                purpose=purpose,
                answers=answers,
                secrecy_shown=shown,
            )
    with pytest.raises(DatabaseError, match=r"ground|hers"), people.acting(slug) as actor:
        straight(actor, alva(actor, world), ground, to, answers)
