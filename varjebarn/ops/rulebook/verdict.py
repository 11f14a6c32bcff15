"""Whether a rule is kept: an allowing case, a refusing case that says which no it is, and a mutant.

A rule judged in Python says its Reason; a rule whose no is the database's own shows the wall's answer.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from varjebarn.ops.rulebook.catalogue import Rule
from varjebarn.ops.rulebook.marks import ALLOWS, REFUSES, NamedTest

DATABASE = "database"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A rule, the tests that name it, and whether a mutant shows that they would notice."""

    rule: Rule
    tests: tuple[NamedTest, ...]
    has_mutant: bool

    @property
    def allowing(self) -> int:
        """How many tests show what the rule lets through."""
        return sum(test.case == ALLOWS for test in self.tests)

    @property
    def refusing(self) -> int:
        """How many tests show what it stops, and say why."""
        return sum(test.case == REFUSES and self.says_which(test) for test in self.tests)

    def says_which(self, test: NamedTest) -> bool:
        """Whether a refusing test says which no it met."""
        return test.asserts_reason or (self.rule.wall == DATABASE and test.asserts_wall)

    @property
    def is_kept(self) -> bool:
        """Whether nothing is missing."""
        return not self.lacks

    @property
    def lacks(self) -> str:
        """Say what is missing, or nothing when the rule is kept."""
        if not self.tests:
            return "no test names it"
        missing = [] if self.allowing else ["an allowing case"]
        answer = "the wall's answer" if self.rule.wall else "its Reason"
        missing += [] if self.refusing else [f"a refusing case that asserts {answer}"]
        missing += [] if self.has_mutant else ["a mutant"]
        return "lacks " + " and ".join(missing) if missing else ""


def verdicts(
    rules: Iterable[Rule], tests: Iterable[NamedTest], *, mutated: Collection[str]
) -> tuple[Verdict, ...]:
    """Put each rule together with the tests that name it; `mutated` are the rules with a mutant."""
    by_rule: dict[str, list[NamedTest]] = {}
    for test in tests:
        by_rule.setdefault(test.rule, []).append(test)
    return tuple(
        Verdict(rule=rule, tests=tuple(by_rule.get(rule.id, ())), has_mutant=rule.id in mutated)
        for rule in rules
    )


def broken(found: Iterable[Verdict], *, every: bool) -> tuple[Verdict, ...]:
    """Give the rules that must be kept and are not: the claimed ones, or every one that was asked for."""
    return tuple(one for one in found if (every or one.rule.claimed) and not one.is_kept)
