"""Alva with two guardians: Karin and Jonas both have custody, and both are asked."""

from datetime import date, timedelta
from uuid import UUID

from varjebarn.disclosure.commands import CircleMember, ask_consent
from varjebarn.disclosure.matters import Matter
from varjebarn.disclosure.models import Consent
from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import request_answers
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.ages import birthday
from varjebarn.ops.world.hiring import account, connect_family, hire_staff
from varjebarn.ops.world.logins import People, unit
from varjebarn.organisations.cast import cast
from varjebarn.people.commands import involve, open_file, register_guardian
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child

from tests.world.circle import MEDICAL, PURPOSE, SCHOOL, SOCIAL

KARIN, JONAS = "guardian", "guardian-without-custody"
ALL = frozenset(part.value for part in PLAN_PARTS)
SAMIR = "guardian-of-teen"
"""Samir has nothing to do with this child until he is registered in a guardian's place."""


def child_of(years: int, *, days_before: int = 0) -> dict[str, object]:
    """Make a child who reaches an age in some days, known at the school, with two guardians.

    Nobody is asked yet.
    """
    people = People()
    hire_staff(people)
    with people.acting("principal") as lena:
        child = connect_family(people, lena, "child")
        file = open_file(
            lena,
            given_name="Alva",
            family_name="Lund",
            born=birthday(date.today() + timedelta(days=days_before), -years),
            reason="Elev hos oss",
            person_ref=child,
        )
        for slug, relation in ((KARIN, "Mamma"), (JONAS, "Pappa")):
            register_guardian(
                lena,
                file,
                person_ref=connect_family(people, lena, slug),
                name=cast()[slug].name,
                relation=relation,
                custody=True,
                source="Folkbokföringen",
                view_agreed=True,
            )
        connect_family(people, lena, SAMIR)
        involve(lena, file, person=people.persons["teacher"], role="team", reason="Klasslärare")
        found = file.public_id
    for slug in ("child", KARIN, JONAS, SAMIR):
        account(people, cast()[slug])
    return {"persons": people.persons, "alva": found}


def of_seven() -> dict[str, object]:
    return child_of(7)


def of_fourteen() -> dict[str, object]:
    return child_of(14)


def on_the_eve_of_eighteen() -> dict[str, object]:
    return child_of(18, days_before=1)


def ask(people: People, alva: UUID, *, matter: Matter = Matter.EVERYDAY, days: int = 100) -> UUID:
    """Lena asks whoever decides about the nurse and the social services."""
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        return ask_consent(
            lena,
            child,
            purpose=PURPOSE,
            last_day=date.today() + timedelta(days=days),
            circle=[
                CircleMember(unit=unit(*where).unit, parts=ALL)
                for where in (SCHOOL, MEDICAL, SOCIAL)
            ],
            answers=request_answers(lena, child),
            matter=matter,
        ).ref


def holding(actor: Actor, alva: UUID) -> tuple[bool, object]:
    """Say whether the newest consent holds for the nurse: by the door, and by the rules' reason."""
    from django.db import connection  # noqa: PLC0415 - after django.setup()

    from varjebarn.disclosure.queries import consents  # noqa: PLC0415 - as above

    child = ChildFile.objects.get(public_id=alva)
    consent = Consent.objects.filter(child_file=child).latest("asked_at")
    nurse = unit(*MEDICAL)
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.consent_holds(%s, %s)", [consent.pk, nurse.unit_id])
        by_door = bool(cursor.fetchone()[0])
    line = consents(actor, child)[0]
    covered = next(one for one in line.units if one.unit == nurse.unit)
    return by_door, covered.why_not
