"""A random walk through the doors, compared with a small model of who may see what.

The model knows nothing of SQL or of the rules in Python: it is written from design 4 and R01, R10.
"""

from contextlib import ExitStack
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from varjebarn.disclosure.commands import withdraw_consent
from varjebarn.disclosure.models import Consent, Delivery
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import People
from varjebarn.people.commands import involve, release
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import involved

from tests.world.cast import people_of
from tests.world.circle import (
    ANSWERS,
    MEDICAL,
    POLICE,
    SOCIAL,
    alva_shared,
    answer,
    ask,
    send,
    unit,
)
from tests.world.cluster import pointed_at

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("fresh_database")]

UNITS = {MEDICAL: "nurse", SOCIAL: "social-worker", POLICE: "police"}
SCHOOL_STAFF = ("teacher", "lead", "outsider")


class Doors(RuleBasedStateMachine):
    """Disclose, withdraw, ask again, involve, release; after each step everybody looks."""

    people: People
    alva: UUID

    def __init__(self):
        super().__init__()
        self.holds = {where: what == "given" for where, what in ANSWERS.items()}
        self.copies = {MEDICAL: 1, SOCIAL: 1, POLICE: 0}
        self.let_in = {"teacher"}
        self.number = 1
        type(self).restore()

    restore = staticmethod(lambda: None)

    @rule(to=st.sampled_from(sorted(UNITS)))
    def disclose(self, to):
        self.number += 1
        try:
            send(self.people, self.alva, to, number=self.number, parts=frozenset({"actions"}))
            sent = True
        except Refused:
            sent = False
        assert sent == self.holds[to]
        self.copies[to] += sent

    @rule(to=st.sampled_from(sorted(UNITS)))
    def take_back(self, to):
        with self.people.acting("principal"):
            ref = _newest_consent(self.alva)
        if self.holds[to]:
            with self.people.acting("guardian") as karin:
                withdraw_consent(karin, ref=ref, unit=unit(*to).unit)
        self.holds[to] = False

    @rule(yes=st.sets(st.sampled_from(sorted(UNITS))))
    def ask_again(self, yes):
        ask(self.people, self.alva)
        answers = {where: "given" if where in yes else "refused" for where in UNITS}
        answer(self.people, "guardian", {**answers, ("Växjö kommun", "Skola"): "given"})
        self.holds = {where: where in yes for where in UNITS}

    @rule(who=st.sampled_from(SCHOOL_STAFF))
    def let_somebody_in(self, who):
        with self.people.acting("principal") as lena:
            child = ChildFile.objects.get(public_id=self.alva)
            involve(lena, child, person=self.people.persons[who], role="team", reason="stöd")
        self.let_in.add(who)

    @precondition(lambda self: self.let_in)
    @rule(data=st.data())
    def let_somebody_go(self, data):
        who = data.draw(st.sampled_from(sorted(self.let_in)))
        with self.people.acting("principal") as lena:
            child = ChildFile.objects.get(public_id=self.alva)
            for line in involved(lena, child):
                if line.person == self.people.persons[who]:
                    release(lena, involvement=line.involvement, reason="klart")
        self.let_in.discard(who)

    @invariant()
    def everybody_sees_what_the_model_says(self):
        for where, slug in UNITS.items():
            with self.people.acting(slug):
                assert Delivery.objects.count() == self.copies[where], slug
        for slug in SCHOOL_STAFF:
            with self.people.acting(slug):
                assert ChildFile.objects.count() == (slug in self.let_in), slug
        with self.people.acting("outsider-elsewhere"):
            assert ChildFile.objects.count() == 0
            assert Delivery.objects.count() == 0


def _newest_consent(alva):
    return Consent.objects.filter(child_file__public_id=alva).latest("asked_at").ref


def test_the_doors_agree_with_the_model(world, databases, made, pytestconfig):
    ways = []

    def restore():
        """Begin each example from the same database."""
        while ways:
            ways.pop().close()
        way = ExitStack()
        copy = way.enter_context(databases.copy("machine", template=made[0]))
        way.enter_context(pointed_at(copy))
        Doors.people = people_of(world)
        ways.append(way)

    Doors.alva = UUID(str(world["alva"]))
    Doors.restore = staticmethod(restore)
    long = pytestconfig.option.long
    try:
        Doors.TestCase.settings = settings(
            max_examples=200 if long else 6,
            stateful_step_count=40 if long else 12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        Doors.TestCase("runTest").runTest()
    finally:
        while ways:
            ways.pop().close()
