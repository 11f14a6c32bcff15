"""A child of fourteen who is judged to decide alone; and one of sixteen, whom telling would harm."""

from datetime import date

import pytest

from varjebarn.disclosure.commands import assess_maturity
from varjebarn.disclosure.departing import MaturityWords
from varjebarn.disclosure.models import Consent
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.ages import birthday
from varjebarn.kernel.decisions import Refused
from varjebarn.people.models import ChildFile

from tests.world.circle import MEDICAL, SCHOOL, SOCIAL, answer
from tests.world.two_guardians import KARIN, ask, holding, of_fourteen

pytestmark = [pytest.mark.world.with_args(of_fourteen), pytest.mark.usefixtures("own_database")]

TODAY = date.today()
YES = dict.fromkeys((SCHOOL, MEDICAL, SOCIAL), "given")
MATURE = MaturityWords(
    matter="att skolsköterskan får veta",
    why="hon förstår vem som läser",
    assessed_by="Lena, rektor",
    assessed_on=TODAY,
    understands="säger det med egna ord",
    second_person="Noor, skolsköterska",
)
HARM = MaturityWords(
    matter="att skolsköterskan får veta",
    why="hon har berättat om hot",
    assessed_by="Lena, rektor",
    assessed_on=TODAY,
    harm_if_told="hon hotas hemma",
)


def assess(people, alva, words):
    with people.acting("principal") as lena:
        child = ChildFile.objects.get(public_id=alva)
        assess_maturity(lena, child, Consent.objects.get(child_file=child), words=words)


def stands(people, alva):
    with people.acting("principal") as lena:
        return holding(lena, alva)


@pytest.mark.rule("R11", case="allows")
def test_a_child_judged_mature_decides_alone_with_its_own_yes(people, alva):
    ask(people, alva)
    assess(people, alva, MATURE)
    assert stands(people, alva) == (False, Reason.NEEDS_GUARDIAN)

    answer(people, "child", YES)

    assert stands(people, alva) == (True, None)


@pytest.mark.rule("R11", case="refuses")
def test_without_it_the_childs_yes_is_not_enough(people, alva):
    ask(people, alva)
    answer(people, "child", YES)
    answer(people, KARIN, YES)

    assert stands(people, alva) == (False, Reason.NEEDS_GUARDIAN)
    with pytest.raises(Refused) as no:
        assess(people, alva, HARM)
    assert no.value.reason is Reason.HARM_NOT_AT_THIS_AGE


@pytest.mark.rule("R11", case="allows")
def test_at_sixteen_that_telling_would_harm_is_enough(people, alva, owner):
    owner.execute("UPDATE people_childfile SET born = %s", [birthday(TODAY, -16)])
    ask(people, alva)
    answer(people, "child", YES)
    assert stands(people, alva) == (False, Reason.NEEDS_GUARDIAN)

    assess(people, alva, HARM)

    assert stands(people, alva) == (True, None)
