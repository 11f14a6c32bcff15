"""Somebody shares on the unit's own ground, the family is told as its own act; or not, with a reason."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.utils import timezone

from varjebarn.disclosure.commands import (
    Telling,
    ToPerson,
    ToUnit,
    decide_not_to_share,
    share,
)
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.letters import letter, note_document
from varjebarn.disclosure.models import Delivery, Disclosure
from varjebarn.disclosure.queries import (
    SharingAdvice,
    SharingWish,
    family_deliveries,
    not_shared,
    sent,
    sharing_advice,
)
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.queries import guardians

from tests.world.circle import SOCIAL, alva_at, alva_shared

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

WORDS = "Alva behöver någon som möter henne på morgonen."
TODAY = timezone.localdate()
NOBODY = Telling(answers={}, untold_reason="Vi berättar på mötet i morgon.")


def note(actor: Actor) -> SharingWish:
    return SharingWish(
        document=note_document(actor, alva_at(actor), words=WORDS, on=TODAY),
        to=ToUnit(unit=unit(*SOCIAL).unit),
    )


def advised(actor: Actor) -> SharingAdvice:
    return sharing_advice(actor, alva_at(actor), note(actor), on=TODAY)


def answers() -> Mapping[str, str]:
    said = suggested_answers("note", "HEALTH_TO_SOC_U18", "sv")
    return said | {"child_view": "Alva vill det."}


def send(actor: Actor, **changes: Any) -> Disclosure:
    wish = note(actor)
    arguments: dict[str, Any] = {
        "ground": "HEALTH_TO_SOC_U18",
        "document": wish.document,
        "to": wish.to,
        "answers": answers(),
        "secrecy_shown": {advised(actor).protected.mark},
        "telling": NOBODY,
    }
    return share(actor, alva_at(actor), **(arguments | changes))


def the_family(actor: Actor) -> Telling:
    child = alva_at(actor)
    assert child.person_ref is not None
    to = [ToPerson(person_ref=child.person_ref, capacity="child", name=child.called)]
    to += [
        ToPerson(person_ref=one.person_ref, capacity="guardian", name=one.name)
        for one in guardians(actor, child)
        if one.person_ref is not None
    ]
    said = {ground: suggested_answers("told", ground, "sv") for ground in ("SELF", "GUARDIAN")}
    return Telling(to=to, words="Vi har lämnat det till socialtjänsten.", answers=said)


@pytest.mark.rule("R08", case="allows")
def test_health_care_is_offered_its_own_ground_towards_social_services(people: People) -> None:
    with people.acting("nurse") as signe:
        found = advised(signe)

    assert found.advice.option("HEALTH_TO_SOC_U18") is not None
    assert not found.advice.may_ask_consent


@pytest.mark.rule("R51", case="allows")
@pytest.mark.rule("R53", case="allows")
def test_what_was_shared_is_among_what_the_unit_has_passed_on(people: People) -> None:
    with people.acting("nurse") as signe:
        made = send(signe)
        line = sent(signe, alva_at(signe))[0]

    assert (line.disclosure, line.content_kind, line.parts) == (made.public_id, "note", ("note",))
    assert line.recipients == (("Socialtjänst barn och unga, Växjö kommun", "OSL 26:1"),)
    assert line.decided_at == made.decided_at


@pytest.mark.rule("R51", case="refuses")
@pytest.mark.parametrize("shown", [set(), {"another recipient's mark"}])
def test_nothing_leaves_unless_what_protects_it_there_was_shown(
    people: People, shown: set[str]
) -> None:
    with people.acting("nurse") as signe:
        before = Disclosure.objects.filter(unit_id=signe.unit_id).count()
        with pytest.raises(Refused) as refused:
            send(signe, secrecy_shown=shown)
        after = Disclosure.objects.filter(unit_id=signe.unit_id).count()

    assert refused.value.reason is Reason.RECIPIENT_SECRECY_NOT_SHOWN
    assert after == before


@pytest.mark.rule("R53", case="refuses")
def test_what_was_refused_is_not_among_what_the_unit_has_passed_on(people: People) -> None:
    with people.acting("nurse") as signe:
        with pytest.raises(Refused) as refused:
            send(signe, answers=answers() | {"need_reason": ""})
        listed = sent(signe, alva_at(signe))

    assert refused.value.reason is Reason.FIELD_MISSING
    assert listed == []


def test_the_recipient_gets_the_words_that_were_frozen(people: People) -> None:
    with people.acting("nurse") as signe:
        made = send(signe)

    with people.acting("social-worker") as worker:
        copy = Delivery.objects.get(unit_id=worker.unit_id, disclosure_ref=made.public_id)

    assert bytes(copy.content_hash) == bytes(made.content_hash)
    assert letter("note", body_of(copy.content)).words == WORDS


def test_the_family_is_told_as_an_act_of_its_own(people: People) -> None:
    with people.acting("nurse") as signe:
        send(signe, telling=the_family(signe))
        kinds = [line.content_kind for line in sent(signe, alva_at(signe))]

    assert sorted(kinds) == ["note", "told", "told"]
    for slug in ("guardian", "child"):
        with people.acting(slug) as reader:
            copy = family_deliveries(reader, kind="told")[0]
            told = letter("told", body_of(copy.content))
        assert told.words == "Vi har lämnat det till socialtjänsten."


def test_leaving_the_family_untold_is_a_decision_with_a_reason(people: People) -> None:
    with people.acting("nurse") as signe:
        with pytest.raises(Refused) as refused:
            send(signe, telling=Telling(answers={}))
        made = send(signe)

    assert refused.value.reason is Reason.UNTOLD_NEEDS_REASON
    assert made.answers["untold_reason"] == "Vi berättar på mötet i morgon."


@pytest.mark.rule("R34", case="allows")
def test_an_authority_may_say_that_a_text_is_about_an_offence(people: People) -> None:
    with people.acting("nurse") as signe:
        made = send(signe, holds_offence_data=True)

    assert made.answers["offence_data"] == "yes"


def test_a_decision_not_to_share_is_kept_with_its_reason(people: People) -> None:
    with people.acting("nurse") as signe:
        child = alva_at(signe)
        decide_not_to_share(
            signe,
            child,
            kind="note",
            recipient_name="Socialtjänst barn och unga, Växjö kommun",
            reason="Alva vill berätta själv.",
        )
        line = not_shared(signe, child)[0]

    assert (line.content_kind, line.reason) == ("note", "Alva vill berätta själv.")


def test_a_decision_not_to_share_without_a_reason_is_refused(people: People) -> None:
    with people.acting("nurse") as signe:
        child = alva_at(signe)
        with pytest.raises(Refused) as refused:
            decide_not_to_share(signe, child, kind="note", recipient_name="x", reason=" ")
        kept = not_shared(signe, child)

    assert refused.value.reason is Reason.NOT_SHARED_NEEDS_REASON
    assert kept == []
