"""A signal goes to another unit: asked about, agreed to, and that one alone."""

from datetime import date
from uuid import UUID

import pytest

from varjebarn.disclosure.commands import save_draft, send_draft
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.models import Consent
from varjebarn.disclosure.queries import (
    consents,
    family_deliveries,
    inbox,
    open_delivery,
    protected_at_unit,
)
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.queries import open_child
from varjebarn.wellbeing import commands, queries
from varjebarn.wellbeing.models import Signal
from varjebarn.wellbeing.reasons import Reason

from tests.commands.signal_story import NOTES, ask_about, notice
from tests.world.cast import two_children
from tests.world.circle import SOCIAL

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("fresh_database"),
]


def say(people: People, consent: UUID, what: str) -> None:
    """Let Karin answer for every unit that she was asked about."""
    with people.acting("guardian") as karin:
        copy = family_deliveries(karin, kind="consent_request", subject_ref=consent)[0]
        asked = body_of(copy.content)["parts"]["request"]["units"]
        answers = {line["unit"]: "given" if line["own"] else what for line in asked}
        draft = save_draft(karin, copy, kind="consent_answer", body={"answers": answers})
        send_draft(karin, draft)


def deliver(people: People, alva: UUID, ref: UUID, consent: UUID) -> None:
    answers = suggested_answers("signal", "CONSENT", "sv")
    answers.pop("purpose")
    with people.acting("principal") as lena:
        commands.deliver_signal(
            lena,
            queries.open_signal(lena, ref),
            Consent.objects.get(ref=consent),
            answers=answers,
            secrecy_shown={protected_at_unit(unit(*SOCIAL).unit).mark},
        )


def test_on_a_yes_the_other_units_intake_gets_a_copy_of_the_signal_alone(
    people: People, alva: UUID, today: date
) -> None:
    ref, consent = ask_about(people, alva, today)
    say(people, consent, "given")

    deliver(people, alva, ref, consent)

    with people.acting("social-worker") as signe:
        copy = next(line for line in inbox(signe) if line.content_kind == "signal")
        received = open_delivery(signe, copy.delivery)
        letter = queries.signal_letter(body_of(received.content), "sv")
        own = Signal.objects.count()
    with people.acting("principal") as lena:
        handed = queries.open_signal(lena, ref)
        circle = next(
            line for line in consents(lena, open_child(lena, alva)) if line.consent.ref == consent
        )
    assert received.subject_ref == ref
    assert [note.text for note in letter.notes] == [note.text for note in NOTES]
    assert letter.unit_name == "Skola"
    assert own == 0
    assert {unit.parts for unit in circle.units} == {frozenset({"signal"})}
    assert (handed.state, handed.handed_name) == (
        "handed",
        "Socialtjänst barn och unga, Växjö kommun",
    )


@pytest.mark.parametrize("what", ["refused", ""])
def test_without_a_yes_it_stays(people: People, alva: UUID, today: date, what: str) -> None:
    ref, consent = ask_about(people, alva, today)
    if what:
        say(people, consent, what)

    with pytest.raises(Refused) as refused:
        deliver(people, alva, ref, consent)

    assert refused.value.reason is Reason.NO_YES_YET
    with people.acting("principal") as lena:
        assert queries.open_signal(lena, ref).state == "received"


def test_a_yes_about_one_signal_sends_no_other(people: People, alva: UUID, today: date) -> None:
    _, consent = ask_about(people, alva, today)
    say(people, consent, "given")
    other = notice(people, alva, today)

    with pytest.raises(Refused) as refused:
        deliver(people, alva, other, consent)

    assert refused.value.reason is Reason.NOT_ASKED
