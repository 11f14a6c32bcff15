"""Alva's plan as Karin has let the association Fritidsfabriken know of one part of it."""

from datetime import date, timedelta
from uuid import UUID

from varjebarn.disclosure.commands import CircleMember, ask_consent, give_outside
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.models import Consent, OutsidePart
from varjebarn.disclosure.outside import Way
from varjebarn.disclosure.protection import unit_protected
from varjebarn.disclosure.queries import request_answers
from varjebarn.disclosure.recipients import ToUnit
from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.children import open_alva
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People, unit
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child

from tests.world.circle import PLAN, PURPOSE, SCHOOL, answer

CLUB = ("Föreningen Fritidsfabriken", "Öppen verksamhet")
LEADER = "Leo Lind"
WORDS = "Alva får börja en kvart före de andra."
PROMISE = "Berätta det inte för någon annan."
VIEW = "Alva vill att Leo vet."


def asked(*, says: str = "given") -> dict[str, object]:
    """Karin has answered for the school and the association."""
    people = People()
    hire_staff(people)
    alva = open_alva(people, date.today())
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        ask_consent(
            lena,
            child,
            purpose=PURPOSE,
            last_day=date.today() + timedelta(days=100),
            circle=[
                CircleMember(unit=unit(*SCHOOL).unit, parts=frozenset({"actions", "goals"})),
                CircleMember(unit=unit(*CLUB).unit, parts=frozenset({"actions"})),
            ],
            answers=request_answers(lena, child),
        )
    answer(people, "guardian", {SCHOOL: "given", CLUB: says})
    return {"persons": people.persons, "alva": alva}


def given() -> dict[str, object]:
    """Lena has given Leo the actions, by a link that she has still to make."""
    world = asked()
    people = People(persons=world["persons"])  # type: ignore[arg-type] # as made just above
    with people.acting("principal") as lena:
        part = give(lena, UUID(str(world["alva"])))
    return {**world, "part": part.public_id}


def one_part(part: str = "actions", words: str = WORDS) -> Document:
    return Document(
        kind="outside_part",
        schema="varjebarn/outside_part/1",
        body={
            "child": {"called": "Alva"},
            "sender": "Skola, Växjö kommun",
            "on": date.today().isoformat(),
            "parts": {part: {"lines": [{"words": words, "beside": ""}]}},
        },
        subject_ref=PLAN,
        version=1,
    )


def give(
    lena: Actor,
    alva: UUID,
    *,
    document: Document | None = None,
    way: Way = Way.LINK,
    days: int = 14,
    holds_offence_data: bool = False,
) -> OutsidePart:
    child = ChildFile.objects.get(public_id=alva)
    club = unit(*CLUB).unit
    return give_outside(
        lena,
        child,
        document=document or one_part(),
        to=ToUnit(unit=club),
        to_name=LEADER,
        way=way,
        reservation=PROMISE,
        last_day=date.today() + timedelta(days=days),
        consent=Consent.objects.filter(child_file=child).latest("asked_at"),
        answers={"child_view": VIEW},
        secrecy_shown={unit_protected(SecrecyUnit.objects.get(public_id=club)).mark},
        holds_offence_data=holds_offence_data,
    )
