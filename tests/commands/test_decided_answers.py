"""A decision to disclose rests on what its decider has read: a command fills in nothing by itself."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import timedelta
from uuid import UUID

import pytest

from varjebarn.disclosure.commands import CircleMember, ask_consent
from varjebarn.disclosure.defaults import Answers
from varjebarn.disclosure.models import Consent, Delivery, Disclosure
from varjebarn.disclosure.queries import request_answers
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import unit
from varjebarn.people.queries import open_child
from varjebarn.plan import commands, queries

from tests.commands.plan_story import (
    TODAY,
    Story,
    drafted,
    file_of,
    hear_alva,
    own_story,
    previewed,
)
from tests.world.circle import SCHOOL, SOCIAL

pytestmark = pytest.mark.world.with_args(drafted)

CHANGED = "Alva är tillfrågad i dag och vill att det blir så."
Act = Callable[[Actor, Story, Answers], object]
Suggest = Callable[[Actor, Story], Answers]


@pytest.fixture
def story(databases, made) -> Iterator[Story]:
    with own_story(databases, made) as own:
        hear_alva(own)
        yield own


def ask(actor: Actor, story: Story, answers: Answers) -> None:
    ask_consent(
        actor,
        open_child(actor, story.alva),
        purpose="Att ge Alva ro",
        last_day=TODAY + timedelta(days=30),
        circle=[
            CircleMember(unit=unit(*place).unit, parts=frozenset({"why"}))
            for place in (SCHOOL, SOCIAL)
        ],
        answers=answers,
    )


def invite(actor: Actor, story: Story, answers: Answers) -> None:
    plan = story.plan(actor)
    shown = queries.invitation_preview(actor, plan, TODAY).digest
    commands.invite_team(
        actor, plan, asked="Kan ni vara med?", shown=shown, on=TODAY, answers=answers
    )


def publish(actor: Actor, story: Story, answers: Answers) -> None:
    plan = story.plan(actor)
    shown = queries.recipients_preview(actor, plan, TODAY).digest
    commands.publish_version(actor, plan, shown=shown, on=TODAY, answers=answers)


def contribute(actor: Actor, _: Story, answers: Answers) -> None:
    ref = plan_held(actor)
    commands.contribute(
        actor,
        file_of(actor, ref),
        plan_ref=ref,
        shown=previewed(actor, ref)["shown"],
        on=TODAY,
        answers=answers,
        note="Vi är med.",
    )


def plan_held(actor: Actor) -> UUID:
    """Give the ref of the plan that a unit has been invited to."""
    invitation = Delivery.objects.get(unit_id=actor.unit_id, content_kind="invitation")
    assert invitation.subject_ref is not None
    return invitation.subject_ref


DECISIONS: dict[str, tuple[str, Act, Suggest]] = {
    "consent_request": (
        "principal",
        ask,
        lambda actor, story: request_answers(actor, open_child(actor, story.alva)),
    ),
    "invitation": (
        "principal",
        invite,
        lambda actor, story: queries.invitation_preview(actor, story.plan(actor), TODAY).answers,
    ),
    "plan_version": (
        "principal",
        publish,
        lambda actor, story: queries.recipients_preview(actor, story.plan(actor), TODAY).answers,
    ),
    "contribution": (
        "nurse",
        contribute,
        lambda actor, _: previewed(actor, plan_held(actor))["answers"],
    ),
}
MISSING = (
    ("consent_request", "SELF", "purpose", Reason.NO_PURPOSE),
    ("consent_request", "SELF", "identity_verified", Reason.FIELD_MISSING),
    ("consent_request", "GUARDIAN", "purpose", Reason.NO_PURPOSE),
    ("consent_request", "GUARDIAN", "child_view", Reason.FIELD_MISSING),
    ("consent_request", "GUARDIAN", "harm_assessment", Reason.WEIGHING_MISSING),
    ("invitation", "CONSENT", "child_view", Reason.FIELD_MISSING),
    ("plan_version", "CONSENT", "child_view", Reason.FIELD_MISSING),
    ("plan_version", "GUARDIAN", "harm_assessment", Reason.WEIGHING_MISSING),
    ("plan_version", "SELF", "third_party_check", Reason.FIELD_MISSING),
    ("contribution", "CONSENT", "child_view", Reason.FIELD_MISSING),
)


def sent(story: Story, slug: str, kind: str) -> list[Disclosure]:
    with story.people.acting(slug) as actor:
        rows = Disclosure.objects.filter(unit_id=actor.unit_id, content_kind=kind)
        return list(rows.order_by("pk"))


@pytest.mark.parametrize("kind", DECISIONS)
def test_the_deciders_own_sentence_is_what_is_kept(story: Story, kind: str) -> None:
    slug, act, suggest = DECISIONS[kind]
    before = len(sent(story, slug, kind))
    with story.people.acting(slug) as actor:
        answers = {
            ground: {**said, **({"child_view": CHANGED} if "child_view" in said else {})}
            for ground, said in suggest(actor, story).items()
        }

    with story.people.acting(slug) as actor:
        act(actor, story, answers)

    made = sent(story, slug, kind)[before:]
    kept = {row.ground: row.answers.get("child_view") for row in made}
    assert kept == {ground: said.get("child_view") for ground, said in answers.items()}
    assert CHANGED in kept.values()


@pytest.mark.parametrize(("kind", "ground", "field", "reason"), MISSING)
@pytest.mark.parametrize("how", ["absent", "blank"])
@pytest.mark.rule("R04", case="refuses")
def test_a_sentence_that_is_missing_is_refused_and_never_filled_in(
    story: Story, kind: str, ground: str, field: str, reason: Reason, how: str
) -> None:
    slug, act, suggest = DECISIONS[kind]
    before = len(sent(story, slug, kind))
    with story.people.acting(slug) as actor:
        answers = {key: {**said} for key, said in suggest(actor, story).items()}
    left_out = answers[ground].pop(field)
    if how == "blank":
        answers[ground][field] = "  "

    with pytest.raises(Refused) as refusal, story.people.acting(slug) as actor:
        act(actor, story, answers)

    assert left_out
    assert refusal.value.reason is reason
    assert len(sent(story, slug, kind)) == before


@pytest.mark.parametrize("kind", DECISIONS)
def test_no_answers_at_all_send_nothing(story: Story, kind: str) -> None:
    slug, act, _ = DECISIONS[kind]
    before = len(sent(story, slug, kind))

    with pytest.raises(Refused), story.people.acting(slug) as actor:
        act(actor, story, {})

    assert len(sent(story, slug, kind)) == before


def test_a_refused_question_leaves_no_consent_to_answer(story: Story) -> None:
    with story.people.acting("principal") as lena:
        before = Consent.objects.filter(unit_id=lena.unit_id).count()

    with pytest.raises(Refused), story.people.acting("principal") as lena:
        ask(lena, story, {})

    with story.people.acting("principal") as lena:
        assert Consent.objects.filter(unit_id=lena.unit_id).count() == before == 1


def test_a_question_is_answered_for_only_where_it_goes(story: Story) -> None:
    with story.people.acting("principal") as lena:
        child = open_child(lena, story.alva)
        with_login = request_answers(lena, child)
        alone = deepcopy(child)
        alone.person_ref = None
        without = request_answers(lena, alone)

    assert list(with_login) == ["GUARDIAN", "SELF"]
    assert list(without) == ["GUARDIAN"]
    assert all(sentence for said in with_login.values() for sentence in said.values())
    assert with_login["GUARDIAN"]["child_view"].startswith("Barnet får samma fråga")
    assert without["GUARDIAN"]["child_view"].startswith("Barnet har ingen egen inloggning")
