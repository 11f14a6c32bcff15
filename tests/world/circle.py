"""Alva's consent as the story has it: yes for school, nurse and social services, no for the police."""

from datetime import date, timedelta
from uuid import UUID

from varjebarn.disclosure.commands import (
    CircleMember,
    ToUnit,
    ask_consent,
    disclose,
    file_delivery,
    save_draft,
    send_draft,
)
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.models import Consent, Delivery, Disclosure
from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import (
    family_deliveries,
    inbox,
    open_delivery,
    protected_at_unit,
    request_answers,
)
from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.children import open_alva, open_bilal, open_viggo
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child

PURPOSE = "Att samordna stödet för Alva"
ALL = frozenset(part.value for part in PLAN_PARTS)
NURSE_PARTS = frozenset({"why", "wheel", "goals", "actions", "team"})
PLAN = UUID("7a1c2f6e-0000-4000-8000-000000000001")

SCHOOL = ("Växjö kommun", "Skola")
MEDICAL = ("Växjö kommun", "Elevhälsans medicinska insats")
SOCIAL = ("Växjö kommun", "Socialtjänst barn och unga")
POLICE = ("Polismyndigheten", "Lokalpolisområde Växjö")
ANSWERS = {SCHOOL: "given", MEDICAL: "given", SOCIAL: "given", POLICE: "refused"}


def ask(people: People, alva: UUID, *, days: int = 200) -> UUID:
    """Lena asks; answers with the consent's ref."""
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        consent = ask_consent(
            lena,
            child,
            purpose=PURPOSE,
            last_day=date.today() + timedelta(days=days),
            circle=[
                CircleMember(unit=unit(*SCHOOL).unit, parts=ALL),
                CircleMember(unit=unit(*MEDICAL).unit, parts=NURSE_PARTS),
                CircleMember(unit=unit(*SOCIAL).unit, parts=ALL),
                CircleMember(unit=unit(*POLICE).unit, parts=frozenset({"actions"})),
            ],
            answers=request_answers(lena, child),
        )
        return consent.ref


def answer(people: People, slug: str, answers: dict[tuple[str, str], str]) -> None:
    """A family member answers the newest request, per unit."""
    with people.acting(slug) as actor:
        request = family_deliveries(actor, kind="consent_request")[0]
        body = {"answers": {str(unit(*where).unit): what for where, what in answers.items()}}
        send_draft(actor, save_draft(actor, request, kind="consent_answer", body=body))


def a_version(number: int, parts: frozenset[str] = NURSE_PARTS) -> Document:
    return Document(
        kind="plan_version",
        schema="varjebarn/test/1",
        body={"child": {"called": "Alva"}, "parts": {part: {"n": number} for part in parts}},
        subject_ref=PLAN,
        version=number,
    )


def send(
    people: People,
    alva: UUID,
    to: tuple[str, str],
    *,
    number: int = 1,
    parts: frozenset[str] = NURSE_PARTS,
) -> UUID:
    """Lena discloses a version to one unit on the newest consent."""
    with people.acting("principal") as lena:
        child = ChildFile.objects.get(public_id=alva)
        consent = Consent.objects.filter(child_file=child).latest("asked_at")
        made: Disclosure = disclose(
            lena,
            child,
            ground="CONSENT",
            document=a_version(number, parts),
            to=[ToUnit(unit=unit(*to).unit)],
            purpose=PURPOSE,
            answers={"consent_id": str(consent.ref), "child_view": "Alva vill ha lugna raster."},
            consent=consent,
            secrecy_shown={protected_at_unit(unit(*to).unit).mark},
        )
        return made.public_id


def alva_at(actor: Actor) -> ChildFile:
    """Find the file that what was shared about Alva has landed in, at a unit that received it."""
    return Delivery.objects.filter(unit_id=actor.unit_id).earliest("arrived").child_file


def take(people: People, slug: str) -> None:
    """Somebody files the first thing that waits in their intake, and takes it."""
    with people.acting(slug) as actor:
        delivery = open_delivery(actor, inbox(actor)[0].delivery)
        file_delivery(actor, delivery)


def alva_with_consent() -> dict[str, object]:
    """Karin has answered; nothing has been shared yet."""
    people = People()
    hire_staff(people)
    alva = open_alva(people, date.today())
    bilal = open_bilal(people, date.today())
    ref = ask(people, alva)
    answer(people, "guardian", ANSWERS)
    return {"persons": people.persons, "alva": alva, "bilal": bilal, "consent": ref}


def two_of_karins() -> dict[str, object]:
    """Karin is asked about Alva and about Viggo, her brother; Jonas about nobody."""
    world = alva_with_consent()
    people = People(persons=world["persons"])  # type: ignore[arg-type] # as made just above
    viggo = open_viggo(people, date.today())
    ask(people, viggo)
    return {**world, "persons": people.persons, "viggo": viggo}


def alva_shared() -> dict[str, object]:
    """The nurse and the social worker hold version 1; Signe has filed it."""
    world = alva_with_consent()
    people = People(persons=world["persons"])  # type: ignore[arg-type] # as made just above
    alva = UUID(str(world["alva"]))
    send(people, alva, MEDICAL)
    send(people, alva, SOCIAL, parts=ALL)
    take(people, "social-worker")
    take(people, "nurse")
    return world
