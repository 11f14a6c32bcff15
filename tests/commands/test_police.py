"""The police send on their own ground what they have seen, and the family is told; or not, as its own act."""

import hashlib
import json
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.utils import timezone

from varjebarn.database.acting import assignments, open_login
from varjebarn.disclosure.commands import Telling, ToPerson, ToUnit, share
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.letters import letter, note_document
from varjebarn.disclosure.models import Delivery, Disclosure
from varjebarn.disclosure.queries import (
    SharingAdvice,
    SharingWish,
    family_deliveries,
    sent,
    sharing_advice,
)
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.actors import Actor, Kind
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import guardians

from tests.world.circle import MEDICAL, SCHOOL, SOCIAL
from tests.world.police_story import SEEN, met_at_the_station

pytestmark = [
    pytest.mark.world.with_args(met_at_the_station),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT = "42501"
TODAY = timezone.localdate()
UNTOLD = Telling(answers={}, untold_reason="Socialtjänsten ska få tala med familjen först.")


@pytest.fixture
def child(world: dict[str, object]) -> UUID:
    return UUID(str(world["at_police"]))


def file_of(child: UUID) -> ChildFile:
    return ChildFile.objects.get(public_id=child)


def wish(pal: Actor, child: UUID, to: tuple[str, str] = SOCIAL) -> SharingWish:
    return SharingWish(
        document=note_document(pal, file_of(child), words=SEEN, on=TODAY),
        to=ToUnit(unit=unit(*to).unit),
    )


def advised(pal: Actor, child: UUID, to: tuple[str, str] = SOCIAL) -> SharingAdvice:
    return sharing_advice(pal, file_of(child), wish(pal, child, to), on=TODAY)


def send(pal: Actor, child: UUID, **changes: Any) -> Disclosure:
    to = changes.pop("to", SOCIAL)
    arguments: dict[str, Any] = {
        "ground": "DUTY",
        "duty": "POLIS_6",
        "document": wish(pal, child, to).document,
        "to": ToUnit(unit=unit(*to).unit),
        "answers": suggested_answers("note", "DUTY", "sv", duty="POLIS_6"),
        "secrecy_shown": {advised(pal, child, to).protected.mark},
        "telling": UNTOLD,
    }
    return share(pal, file_of(child), **(arguments | changes))


def the_family(pal: Actor, child: UUID) -> Telling:
    file = file_of(child)
    assert file.person_ref is not None
    to = [ToPerson(person_ref=file.person_ref, capacity="child", name=file.called)]
    to += [
        ToPerson(person_ref=one.person_ref, capacity="guardian", name=one.name)
        for one in guardians(pal, file)
    ]
    said = {ground: suggested_answers("told", ground, "sv") for ground in ("SELF", "GUARDIAN")}
    return Telling(
        to=to, words="Vi har berättat för socialtjänsten att vi mötte dig.", answers=said
    )


def test_the_coach_offers_the_police_their_own_duties_towards_social_services(
    people: People, child: UUID
) -> None:
    with people.acting("police") as pal:
        advice = advised(pal, child).advice

    assert {"DUTY-POLIS_6", "DUTY-LUL_6"} <= {option.key for option in advice.can}


def test_social_services_get_the_words_as_they_were_frozen(people: People, child: UUID) -> None:
    with people.acting("police") as pal:
        made = send(pal, child)

    with people.acting("social-worker") as signe:
        copy = Delivery.objects.get(unit_id=signe.unit_id, disclosure_ref=made.public_id)
    assert (copy.ground, letter("note", body_of(copy.content)).words) == ("DUTY", SEEN)
    assert copy.from_organisation_name == "Polismyndigheten"


def test_the_family_is_told_as_an_act_of_its_own(people: People, child: UUID) -> None:
    with people.acting("police") as pal:
        send(pal, child, telling=the_family(pal, child))
        kinds = sorted(line.content_kind for line in sent(pal, file_of(child)))

    assert kinds == ["note", "told", "told"]
    for slug in ("guardian", "child"):
        with people.acting(slug) as reader:
            told = letter("told", body_of(family_deliveries(reader, kind="told")[0].content))
        assert "socialtjänsten" in told.words


def test_not_telling_is_decided_with_its_reason(people: People, child: UUID) -> None:
    with people.acting("police") as pal:
        with pytest.raises(Refused) as refused:
            send(pal, child, telling=Telling(answers={}))
        made = send(pal, child)

    assert refused.value.reason is Reason.UNTOLD_NEEDS_REASON
    assert made.answers["untold_reason"] == UNTOLD.untold_reason
    with people.acting("guardian") as karin:
        assert family_deliveries(karin, kind="told") == []


@pytest.mark.rule("R57", case="refuses")
@pytest.mark.parametrize("to", [SCHOOL, MEDICAL])
def test_the_duty_reaches_social_services_and_nobody_else(
    people: People, child: UUID, to: tuple[str, str]
) -> None:
    with people.acting("police") as pal, pytest.raises(Refused) as refused:
        send(pal, child, to=to)

    assert refused.value.reason is Reason.DUTY_RECIPIENT_NOT_ALLOWED


@pytest.mark.rule("R57", case="refuses")
def test_the_polices_duty_is_nobody_elses(people: People, world: dict[str, object]) -> None:
    alva = UUID(str(world["alva"]))
    with people.acting("principal") as lena, pytest.raises(Refused) as refused:
        send(lena, alva)

    assert refused.value.reason is Reason.DUTY_AREA_NOT_ALLOWED


def decide(connection: psycopg.Connection, duty: str, to: tuple[str, str]) -> int:
    content = json.dumps({"parts": {"note": {"words": SEEN}}})
    row = connection.execute(
        "INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, "
        "decided_by_id, decided_at, purpose, content_kind, schema, content, content_hash, answers) "
        "SELECT gen_random_uuid(), f.unit_id, f.id, 'DUTY', %s, vb.person(), now(), 'p', 'note', 't', "
        "%s, %s, '{}' FROM people_childfile f RETURNING id, child_file_id, unit_id",
        [duty, content, hashlib.sha256(content.encode()).digest()],
    ).fetchone()
    assert row is not None
    connection.execute(
        "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, capacity, "
        "name, provision) VALUES (%s, %s, %s, %s, '', 'x', '')",
        [row[2], row[1], row[0], unit(*to).unit_id],
    )
    return int(row[0])


@pytest.mark.parametrize(
    ("duty", "to"), [("POLIS_6", SCHOOL), ("LUL_6", MEDICAL), ("SKOL_7_22", SCHOOL), ("", SOCIAL)]
)
def test_the_door_refuses_by_itself(
    connect_as: Any, people: People, duty: str, to: tuple[str, str]
) -> None:
    token = open_login(people.persons["police"], Kind.STAFF)
    pal = connect_as("vb_app")
    pal.execute("SELECT FROM vb.enter(%s, %s)", [token, assignments(token)[0].assignment])
    key = decide(pal, duty, to)

    with pytest.raises(psycopg.Error) as refused:
        pal.execute("SELECT vb.deliver(%s, NULL)", [key])

    assert refused.value.sqlstate == NO_RIGHT
