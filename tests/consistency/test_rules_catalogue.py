"""The catalogue of rules is whole, every claim in it is kept by tests, and docs/law says the same."""

from collections import Counter
from pathlib import Path

import pytest

from varjebarn.ops.mutants.catalogue import mutated_rules
from varjebarn.ops.rulebook import run
from varjebarn.ops.rulebook.catalogue import Rule, load_rules
from varjebarn.ops.rulebook.documents import written
from varjebarn.ops.rulebook.marks import named_tests
from varjebarn.ops.rulebook.verdict import broken, verdicts

TESTS = Path(__file__).resolve().parents[1]
AREAS = {
    "access",
    "accessibility",
    "audit",
    "consent",
    "disclosure",
    "guardians",
    "identity",
    "indicators",
    "operations",
    "participation",
    "protected",
    "research",
    "retention",
    "sip",
}

SHIPPED = '''
import pytest

CASES = [("police", Reason.AGE_REACHED)]


@pytest.mark.rule("R07", case="allows")
def test_it_lets_through():
    assert may_disclose(facts) == ALLOWED


@pytest.mark.rule("R07", case="refuses")
@pytest.mark.parametrize(("recipient", "reason"), CASES)
def test_it_stops(recipient, reason):
    assert may_disclose(facts).reason is reason


@pytest.mark.rule("R08", case="refuses")
def test_it_stops_without_saying_why():
    assert not may_disclose(facts)


@pytest.mark.rule("R08")
class TestTogether:
    @pytest.mark.rule("R09", case="refuses")
    def test_inside(self):
        with pytest.raises(Refused):
            disclose(Reason.NO_LIVE_CONSENT)

    def helper(self):
        """Not a test."""


@pytest.mark.rule("R10", case="allows")
@pytest.mark.rule("R10", case="refuses")
def test_the_wall(enter):
    assert_hidden(there=count(enter("principal")), seen=count(enter("outsider")))


@pytest.mark.rule("R11", case="allows")
@pytest.mark.rule("R11", case="refuses")
def test_the_door(enter):
    assert refused(enter("outsider")) == NO_RIGHT


@pytest.mark.rule("R12", case="allows")
@pytest.mark.rule("R12", case="refuses")
def test_an_empty_list_alone(enter):
    assert rows(enter("outsider")) == []
    assert count(enter("outsider")) == 0
    assert status(enter("outsider")) == 404
'''


@pytest.fixture
def tests(tmp_path: Path) -> Path:
    """A folder of tests that name some rules."""
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_borders.py").write_text(SHIPPED, encoding="utf-8")
    return folder


def rule(rule_id: str, *, claimed: bool, wall: str = "") -> Rule:
    return Rule(
        id=rule_id,
        title="",
        text="",
        source="",
        area="access",
        level="must",
        phase=1,
        claimed=claimed,
        wall=wall,
    )


def test_the_catalogue_holds_the_sixty_two_rules() -> None:
    rules = load_rules()

    assert sorted(rule.id for rule in rules) == [f"R{number:02}" for number in range(1, 63)]
    assert {rule.area for rule in rules} == AREAS
    assert {rule.level for rule in rules} == {"must", "should"}
    assert {rule.phase for rule in rules} == {1, 2}
    assert {rule.wall for rule in rules} == {"", "database"}
    assert [rule.id for rule in rules if not (rule.title and rule.text and rule.source)] == []


def test_every_claim_is_kept_by_the_tests() -> None:
    failing = broken(
        verdicts(load_rules(), named_tests(TESTS), mutated=mutated_rules()), every=False
    )

    assert [f"{one.rule.id} {one.lacks}" for one in failing] == []


def test_no_test_names_a_rule_that_is_in_no_catalogue() -> None:
    known = {rule.id for rule in load_rules()}

    assert [test for test in named_tests(TESTS) if test.rule not in known] == []


@pytest.mark.parametrize("path", written(), ids=lambda path: path.name)
def test_the_law_pages_are_what_the_data_says(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == written()[path]


def test_a_test_is_read_by_its_marks(tests: Path) -> None:
    found = [(test.rule, test.test, test.case, test.asserts_reason) for test in named_tests(tests)]
    at_the_wall = [test.rule for test in named_tests(tests) if test.asserts_wall]

    file = "tests/test_borders.py"
    assert found == [
        ("R07", f"{file}::test_it_lets_through", "allows", False),
        ("R07", f"{file}::test_it_stops", "refuses", True),
        ("R08", f"{file}::test_it_stops_without_saying_why", "refuses", False),
        ("R08", f"{file}::TestTogether::test_inside", "", True),
        ("R09", f"{file}::TestTogether::test_inside", "refuses", True),
        ("R10", f"{file}::test_the_wall", "allows", False),
        ("R10", f"{file}::test_the_wall", "refuses", False),
        ("R11", f"{file}::test_the_door", "allows", False),
        ("R11", f"{file}::test_the_door", "refuses", False),
        ("R12", f"{file}::test_an_empty_list_alone", "allows", False),
        ("R12", f"{file}::test_an_empty_list_alone", "refuses", False),
    ]
    assert at_the_wall == ["R10", "R10", "R11", "R11"]


def test_a_rule_is_kept_when_both_sides_are_shown_and_the_no_says_why(tests: Path) -> None:
    rules = [rule(rule_id, claimed=True) for rule_id in ("R07", "R08", "R09", "R13")]

    found = verdicts(rules, named_tests(tests), mutated={"R07", "R08", "R09"})

    assert [one.lacks for one in found] == [
        "",
        "lacks an allowing case and a refusing case that asserts its Reason",
        "lacks an allowing case",
        "no test names it",
    ]


def test_a_no_of_the_walls_own_needs_no_reason_but_the_walls_answer(tests: Path) -> None:
    named = named_tests(tests)
    ruled = ("R08", "R10", "R11", "R12")
    at_the_wall = [rule(one, claimed=True, wall="database") for one in ruled]
    in_python = [rule(one, claimed=True) for one in ("R10", "R11")]

    assert [one.lacks for one in verdicts(at_the_wall, named, mutated=ruled)] == [
        "lacks an allowing case and a refusing case that asserts the wall's answer",
        "",
        "",
        "lacks a refusing case that asserts the wall's answer",
    ]
    assert {one.lacks for one in verdicts(in_python, named, mutated=ruled)} == {
        "lacks a refusing case that asserts its Reason"
    }


def test_a_rule_is_not_kept_while_nothing_shows_that_its_tests_would_notice(tests: Path) -> None:
    found = verdicts([rule("R07", claimed=True)], named_tests(tests), mutated={"R08"})

    assert [one.lacks for one in broken(found, every=False)] == ["lacks a mutant"]


def test_only_a_claimed_rule_fails_unless_an_area_was_asked_for(tests: Path) -> None:
    rules = [rule("R08", claimed=False), rule("R12", claimed=True)]

    found = verdicts(rules, named_tests(tests), mutated=())

    assert [one.rule.id for one in broken(found, every=False)] == ["R12"]
    assert [one.rule.id for one in broken(found, every=True)] == ["R08", "R12"]


def test_the_command_says_what_is_kept_and_answers_zero(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run([])

    said = capsys.readouterr().out
    assert code == 0
    assert Counter(line[:3] for line in said.splitlines() if line[:1] == "R") == Counter(
        f"R{number:02}" for number in range(1, 63)
    )


def test_without_tests_a_claim_is_broken_and_the_command_answers_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run([], tests=tmp_path)

    assert code == 1
    assert "Not kept: R08 no test names it." in capsys.readouterr().out


def test_an_area_that_is_asked_for_must_be_kept_whole(
    tests: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["--area", "research", "--phase", "2"], tests=tests)

    assert code == 1
    assert "Not kept: R47 no test names it." in capsys.readouterr().out


def test_an_area_that_no_rule_has_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--area", "weather"]) == 2
    assert "No rule has that area" in capsys.readouterr().err
