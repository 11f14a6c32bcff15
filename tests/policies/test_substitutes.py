"""Somebody in a guardian's place: acts, and suspends, in the registered matters and no others (R18)."""

from datetime import date, timedelta

import psycopg
import pytest

from varjebarn.disclosure.commands import (
    end_substitute,
    register_substitute,
    withdraw_consent,
)
from varjebarn.disclosure.matters import EVERYTHING, Matter
from varjebarn.disclosure.queries import deciding, family_deliveries, my_consents
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.substitutes import SubstituteKind, SubstituteWords
from varjebarn.kernel.decisions import Refused
from varjebarn.ops.world.logins import unit
from varjebarn.people.commands import join_files, open_file
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child

from tests.world.circle import MEDICAL, SCHOOL, SOCIAL, answer, send
from tests.world.two_guardians import JONAS, KARIN, SAMIR, ask, holding, of_seven
from tests.world.walls import assert_hidden

pytestmark = [pytest.mark.world.with_args(of_seven), pytest.mark.usefixtures("own_database")]

TODAY = date.today()
YES = dict.fromkeys((SCHOOL, MEDICAL, SOCIAL), "given")
NO_RIGHT = "42501"
CRIME = Matter.CRIME


def words(kind=SubstituteKind.SPECIAL_REPRESENTATIVE, matters=(CRIME.value,), **changes):
    said = {
        "kind": kind,
        "name": "Samir Rahimi",
        "matters": frozenset(matters),
        "source": "Växjö tingsrätt, mål Ä 12-26",
        "has_login": True,
        "replaces": 1,
        "first": TODAY,
    }
    return SubstituteWords(**(said | changes))


def register(people, alva, said, *, replaces=(JONAS,), person=SAMIR):
    with people.acting("principal") as lena:
        return register_substitute(
            lena,
            ChildFile.objects.get(public_id=alva),
            words=said,
            person_ref=people.persons[person] if person else None,
            replaces=[people.persons[slug] for slug in replaces],
        )


def end(people, alva, ref):
    with people.acting("principal") as lena:
        end_substitute(lena, ChildFile.objects.get(public_id=alva), ref=ref)


def stands(people, alva):
    with people.acting("principal") as lena:
        return holding(lena, alva)


def names(people, alva, matter):
    with people.acting("principal") as lena:
        child = ChildFile.objects.get(public_id=alva)
        return [one.name for one in deciding(lena, child, matter=matter)]


def requests(people, slug):
    with people.acting(slug) as actor:
        return len(family_deliveries(actor, kind="consent_request")), len(my_consents(actor))


@pytest.mark.rule("R18", case="allows")
def test_a_substitute_decides_in_its_matter_and_the_guardian_in_all_others(people, alva):
    register(people, alva, words())

    assert names(people, alva, CRIME.value) == ["Karin Lund", "Samir Rahimi"]
    assert names(people, alva, Matter.EVERYDAY.value) == ["Karin Lund", "Jonas Wester"]


@pytest.mark.rule("R18", case="allows")
def test_a_substitutes_answer_completes_a_consent_in_its_matter(people, alva):
    register(people, alva, words())
    ask(people, alva, matter=CRIME)
    answer(people, KARIN, YES)
    assert stands(people, alva) == (False, Reason.NEEDS_GUARDIAN)

    answer(people, SAMIR, YES)

    assert stands(people, alva) == (True, None)
    assert requests(people, JONAS) == (0, 0)


@pytest.mark.rule("R18", case="refuses")
def test_the_replaced_guardian_sees_and_answers_nothing_in_that_matter(people, alva, owner):
    ask(people, alva, matter=CRIME)
    ask(people, alva)
    answer(people, JONAS, YES)
    assert requests(people, JONAS) == (2, 6)

    made = register(people, alva, words())

    there = owner.execute(
        "SELECT 1 FROM disclosure_familydelivery WHERE matter = 'crime'"
    ).fetchall()
    with people.acting(JONAS) as jonas:
        seen = [copy for copy in family_deliveries(jonas) if copy.matter == "crime"]
        assert_hidden(there=there, seen=seen)
        assert {line.what for line in my_consents(jonas)} == {"given"}
    assert requests(people, KARIN) == (2, 6)

    end(people, alva, made)
    assert requests(people, JONAS) == (2, 6)


@pytest.mark.rule("R18", case="refuses")
def test_a_suspended_yes_is_neither_taken_back_nor_counted(people, alva):
    ref = ask(people, alva, matter=CRIME)
    answer(people, KARIN, YES)
    answer(people, JONAS, YES)
    assert stands(people, alva) == (True, None)

    register(people, alva, words())

    assert stands(people, alva) == (False, Reason.NEEDS_GUARDIAN)
    with pytest.raises(Exception, match="nothing to withdraw") as no, people.acting(JONAS) as jonas:
        withdraw_consent(jonas, ref=ref, unit=unit(*MEDICAL).unit)
    assert isinstance(no.value.__cause__, psycopg.errors.InsufficientPrivilege)


@pytest.mark.rule("R18", case="allows")
def test_the_guardians_answer_in_another_matter_stands(people, alva):
    ask(people, alva)
    answer(people, KARIN, YES)
    answer(people, JONAS, YES)

    register(people, alva, words())

    assert stands(people, alva) == (True, None)


@pytest.mark.rule("R18", case="refuses")
def test_a_period_that_has_not_begun_or_has_passed_changes_nothing(people, alva):
    later = TODAY + timedelta(days=10)
    register(people, alva, words(first=later))
    assert names(people, alva, CRIME.value) == ["Karin Lund", "Jonas Wester"]

    made = register(people, alva, words())
    ask(people, alva, matter=CRIME)
    answer(people, KARIN, YES)
    answer(people, SAMIR, YES)
    end(people, alva, made)

    assert names(people, alva, CRIME.value) == ["Karin Lund", "Jonas Wester"]
    assert stands(people, alva) == (False, Reason.NEEDS_GUARDIAN)
    assert requests(people, SAMIR) == (0, 0)


@pytest.mark.rule("R18", case="allows")
def test_socialnamnden_answers_on_paper_and_a_god_man_in_everything(people, alva):
    board = words(
        SubstituteKind.SOCIAL_BOARD,
        (Matter.CARE.value, Matter.EVERYDAY.value),
        name="Socialnämnden, Växjö kommun",
        has_login=False,
    )
    register(people, alva, board, person=None)
    assert names(people, alva, Matter.EVERYDAY.value) == [
        "Karin Lund",
        "Socialnämnden, Växjö kommun",
    ]
    assert names(people, alva, Matter.HEALTH.value) == ["Karin Lund", "Jonas Wester"]

    register(people, alva, words(SubstituteKind.GOD_MAN, (EVERYTHING,)), replaces=(KARIN, JONAS))

    assert names(people, alva, Matter.HEALTH.value) == ["Samir Rahimi"]


@pytest.mark.rule("R18", case="refuses")
@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"matters": frozenset({Matter.EVERYDAY.value})}, Reason.SUBSTITUTE_OTHER_MATTERS),
        ({"matters": frozenset({EVERYTHING})}, Reason.SUBSTITUTE_OTHER_MATTERS),
        ({"matters": frozenset()}, Reason.SUBSTITUTE_NEEDS_MATTERS),
        ({"name": " "}, Reason.SUBSTITUTE_NEEDS_NAME),
        ({"source": ""}, Reason.SUBSTITUTE_NEEDS_SOURCE),
        ({"has_login": False}, Reason.SUBSTITUTE_NEEDS_LOGIN),
        ({"replaces": 0}, Reason.SUBSTITUTE_REPLACES_NOBODY),
        ({"last": TODAY - timedelta(days=1)}, Reason.SUBSTITUTE_ENDS_FIRST),
        ({"kind": SubstituteKind.SOCIAL_BOARD}, Reason.SUBSTITUTE_HAS_NO_LOGIN),
    ],
)
def test_what_the_rule_refuses(people, alva, said, reason):
    with pytest.raises(Refused) as no:
        register(people, alva, words(**said))

    assert no.value.reason is reason


@pytest.mark.rule("R18", case="refuses")
def test_who_is_replaced_in_everyday_life_is_told_of_no_reading(people, alva, enter):
    ask(people, alva)
    log = "SELECT count(*) FROM vb.my_log(NULL, 100)"
    with people.acting("teacher") as tor:
        open_child(tor, alva)
    there = enter(KARIN).execute(log).fetchone()[0]

    made = register(
        people, alva, words(SubstituteKind.GOD_MAN, (EVERYTHING,)), replaces=(KARIN, JONAS)
    )

    assert_hidden(there=there, seen=enter(KARIN).execute(log).fetchone()[0])
    end(people, alva, made)
    assert enter(KARIN).execute(log).fetchone()[0] == there


@pytest.mark.rule("R18", case="refuses")
def test_a_unit_that_knows_a_guardian_by_the_consent_alone_shows_her_nothing_either(
    people, alva, owner
):
    ask(people, alva)
    for slug in (KARIN, JONAS, "child"):
        answer(people, slug, YES)
    send(people, alva, SOCIAL)
    register(people, alva, words(SubstituteKind.GOD_MAN, (EVERYTHING,)), replaces=(JONAS,))

    suspended = owner.execute(
        "SELECT DISTINCT u.name, p.given_name FROM disclosure_suspension s "
        "JOIN organisations_secrecyunit u ON u.id = s.unit_id "
        "JOIN organisations_person p ON p.id = s.person_id"
    ).fetchall()

    assert sorted(suspended) == sorted([(SCHOOL[1], "Jonas"), (SOCIAL[1], "Jonas")])


@pytest.mark.rule("R18", case="refuses")
def test_a_file_that_another_is_joined_to_keeps_who_is_replaced(people, alva, owner):
    register(people, alva, words(SubstituteKind.GOD_MAN, (EVERYTHING,)), replaces=(KARIN, JONAS))
    with people.acting("principal") as lena:
        older = ChildFile.objects.get(public_id=alva)
        file = open_file(
            lena, given_name="Alva", family_name="Lund", born=older.born, reason="Elev hos oss"
        )
        join_files(lena, file, older=older, reason="Samma barn, mamma visade passet")

    assert names(people, file.public_id, Matter.EVERYDAY.value) == ["Samir Rahimi"]
    suspended = "SELECT count(DISTINCT child_ref) FROM disclosure_suspension WHERE person_id = p.id"
    assert owner.execute(
        f"SELECT p.given_name, ({suspended}) FROM organisations_person p "
        "WHERE p.given_name IN ('Karin', 'Jonas') ORDER BY 1"
    ).fetchall() == [("Jonas", 2), ("Karin", 2)]


DOOR = (
    "SELECT vb.register_substitute(%s, %s, %s, 'Samir', %s, %s::uuid[], false, 'Beslut', now(), "
    "'9999-12-31', NULL)"
)


@pytest.mark.rule("R18", case="refuses")
@pytest.mark.parametrize(
    ("slug", "kind", "matters", "state"),
    [
        ("outsider", "god_man", ["everything"], NO_RIGHT),
        ("nurse", "god_man", ["everything"], NO_RIGHT),
        ("principal", "special_representative", ["everything"], "23514"),
        ("principal", "sheltered_guardian", ["everyday"], "23514"),
        ("principal", "nobody", ["everything"], "23514"),
    ],
)
def test_the_door_refuses_by_itself(enter, people, owner, slug, kind, matters, state):
    file = owner.execute("SELECT id FROM people_childfile").fetchone()[0]
    values = [file, kind, people.persons[SAMIR], matters, [people.persons[JONAS]]]

    with pytest.raises(psycopg.Error) as no:
        enter(slug).execute(DOOR, values)

    assert no.value.sqlstate == state


def test_nobody_writes_a_suspension_or_a_stand_in_without_the_door(enter):
    for table in ("disclosure_suspension", "disclosure_standin", "disclosure_substitute"):
        with pytest.raises(psycopg.Error) as no:
            enter("principal").execute(f"INSERT INTO {table} DEFAULT VALUES")
        assert no.value.sqlstate == NO_RIGHT
