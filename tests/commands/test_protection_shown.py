"""R51: nothing goes to a unit unless its decider was shown what protects it there; a person needs no mark."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from varjebarn.disclosure.commands import (
    CircleMember,
    Intended,
    ToPerson,
    ToUnit,
    ask_consent,
    disclose,
    disclose_all,
)
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.models import Consent, Disclosure
from varjebarn.disclosure.queries import protected_at_unit, request_answers
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, Refused
from varjebarn.ops.world.logins import unit
from varjebarn.people.queries import open_child
from varjebarn.plan import commands, queries

from tests.commands.plan_story import (
    ASKED,
    TODAY,
    Story,
    file_of,
    previewed,
    published,
)
from tests.world.circle import (
    ANSWERS,
    MEDICAL,
    PURPOSE,
    SCHOOL,
    SOCIAL,
    a_version,
    answer,
    ask,
)

pytestmark = pytest.mark.world.with_args(published)

OLD = "the mark of a list that nobody was shown today"


def for_the_nurse(consent: Consent) -> Intended:
    return Intended(
        ground="CONSENT",
        document=a_version(1, frozenset({"goals"})),
        to=[ToUnit(unit=unit(*MEDICAL).unit)],
        purpose=PURPOSE,
        answers={"consent_id": str(consent.ref), "child_view": "Alva vill det."},
        consent=consent,
    )


def to_the_nurse(lena: Actor, story: Story, **shown: set[str]) -> None:
    consent = Consent.objects.get(unit_id=lena.unit_id, ref=story.consent)
    disclose_all(lena, open_child(lena, story.alva), [for_the_nurse(consent)], **shown)


def sent_by(story: Story, slug: str) -> int:
    with story.people.acting(slug) as actor:
        return Disclosure.objects.filter(unit_id=actor.unit_id).count()


@pytest.mark.rule("R51", case="refuses")
@pytest.mark.parametrize(
    "shown",
    [
        dict,
        lambda: {"secrecy_shown": set()},
        lambda: {"secrecy_shown": {protected_at_unit(unit(*SOCIAL).unit).mark}},
    ],
    ids=["nothing said", "nothing shown", "another unit's shown"],
)
def test_a_unit_gets_nothing_when_its_protection_was_not_shown(
    story: Story, shown: Callable[[], dict[str, set[str]]]
) -> None:
    before = sent_by(story, "principal")

    with pytest.raises(Refused) as refusal, story.people.acting("principal") as lena:
        to_the_nurse(lena, story, **shown())

    assert refusal.value.reason is Reason.RECIPIENT_SECRECY_NOT_SHOWN
    assert sent_by(story, "principal") == before


@pytest.mark.rule("R51", case="allows")
def test_a_unit_gets_it_when_its_own_protection_was_shown(story: Story) -> None:
    before = sent_by(story, "principal")

    with story.people.acting("principal") as lena:
        mark = protected_at_unit(unit(*MEDICAL).unit).mark
        to_the_nurse(lena, story, secrecy_shown={mark})

    assert sent_by(story, "principal") == before + 1


@pytest.mark.rule("R51", case="allows")
def test_the_child_needs_no_mark_for_no_secrecy_binds_her(story: Story) -> None:
    before = sent_by(story, "principal")

    with story.people.acting("principal") as lena:
        child = open_child(lena, story.alva)
        assert child.person_ref is not None
        said = suggested_answers("plan_version", "SELF", "sv")
        disclose(
            lena,
            child,
            ground="SELF",
            document=a_version(1, frozenset({"goals"})),
            to=[ToPerson(person_ref=child.person_ref, capacity="child", name=child.called)],
            purpose=said.pop("purpose"),
            answers=said,
        )

    assert sent_by(story, "principal") == before + 1


def test_a_question_of_consent_asks_persons_and_needs_no_mark(story: Story) -> None:
    before = sent_by(story, "principal")

    with story.people.acting("principal") as lena:
        child = open_child(lena, story.alva)
        ask_consent(
            lena,
            child,
            purpose="Att ge Alva ro",
            last_day=date.today() + timedelta(days=30),
            circle=[
                CircleMember(unit=unit(*place).unit, parts=frozenset({"why"}))
                for place in (SCHOOL, SOCIAL)
            ],
            answers=request_answers(lena, child),
        )

    assert sent_by(story, "principal") == before + 2


@pytest.mark.parametrize("newest_first", [True, False])
def test_whoever_sends_on_two_consents_takes_them_in_one_order(
    story: Story, *, newest_first: bool
) -> None:
    """Each consent is locked as it is sent on: in another order, two senders could wait for ever."""
    ask(story.people, story.alva)
    answer(story.people, "guardian", ANSWERS)

    with story.people.acting("principal") as lena:
        found = Consent.objects.filter(unit_id=lena.unit_id)
        made = disclose_all(
            lena,
            open_child(lena, story.alva),
            [for_the_nurse(one) for one in found.order_by("-pk" if newest_first else "pk")],
            secrecy_shown={protected_at_unit(unit(*MEDICAL).unit).mark},
        )
        refs = dict(found.values_list("pk", "ref"))
        keys = [one.pk for one in made]
        delivered = Disclosure.objects.filter(pk__in=keys).order_by("delivered_at")
        in_turn = [refs[one.consent_id] for one in delivered]

    assert len(in_turn) == 2
    assert in_turn == sorted(refs.values(), key=str)


def invite(lena: Actor, story: Story, _: UUID) -> None:
    plan = story.plan(lena)
    answers = queries.invitation_preview(lena, plan, TODAY).answers
    commands.invite_team(lena, plan, asked=ASKED, shown=OLD, on=TODAY, answers=answers)


def contribute(worker: Actor, _: Story, ref: UUID) -> None:
    answers = previewed(worker, ref)["answers"]
    commands.contribute(
        worker,
        file_of(worker, ref),
        plan_ref=ref,
        shown=OLD,
        on=TODAY,
        answers=answers,
        note="Vi är med.",
    )


@pytest.mark.rule("R51", case="refuses")
@pytest.mark.parametrize(("slug", "send"), [("principal", invite), ("social-worker", contribute)])
def test_another_list_than_the_one_that_was_shown_sends_nothing(
    story: Story, slug: str, send: Callable[[Actor, Story, UUID], None]
) -> None:
    ref, before = story.ref(), sent_by(story, slug)

    with pytest.raises(Changed), story.people.acting(slug) as actor:
        send(actor, story, ref)

    assert sent_by(story, slug) == before
