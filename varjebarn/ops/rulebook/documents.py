"""What is made from data: in docs/law the rules and the grounds, in docs/security the known traps."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from varjebarn.disclosure.catalogue import Catalogue, Ground, LegalDuty
from varjebarn.disclosure.grounds import catalogue
from varjebarn.ops.places import ROOT
from varjebarn.ops.readme.markdown import page, table
from varjebarn.ops.rulebook.catalogue import Rule, load_rules
from varjebarn.ops.rulebook.pitfalls import PITFALLS, load_pitfalls, pitfalls_page

LAW = ROOT / "docs" / "law"
MADE = "<!-- Made by `python3 run.py rules --write`. Change the data, not this page. -->"
COMMAND = (
    "`python3 run.py rules` prints the tests that name each of them,\n"
    "and fails while a claimed rule is not kept."
)
COUNTED = (
    "A rule counts as kept when a test shows what it lets through, and a test shows what it stops and\n"
    "asserts the named reason, and a mutant shows that they would notice if the guard were gone\n"
    "(`python3 run.py mutants`). Where it says *database*, the no is the second wall's own and has no\n"
    "reason to tell: that test asserts the wall's answer, which is the database's error or no row at all.\n"
    "What a rule asks for beyond its tests is not promised by a *yes*; what is known to be missing\n"
    "stands at the end of CONTRIBUTING.md."
)
NO_ADVICE = (
    "An engineering reference, not legal advice. A county's lawyers read it again before the system\n"
    "is used for real."
)


def written() -> dict[Path, str]:
    """Give each document that is made from data, by its path."""
    return {
        LAW / "rules.md": rules_page(load_rules()),
        LAW / "grounds.md": grounds_page(catalogue()),
        PITFALLS: pitfalls_page(load_pitfalls(), made=MADE),
    }


def rules_page(rules: Sequence[Rule]) -> str:
    """Give the rules as one page, by area."""
    claimed = sum(rule.claimed for rule in rules)
    parts = [
        "# The rules the system keeps",
        MADE,
        f"{len(rules)} rules; {claimed} are claimed today. {COMMAND}",
        COUNTED,
        NO_ADVICE,
    ]
    for area in dict.fromkeys(rule.area for rule in rules):
        parts.append(f"## {area.capitalize()}")
        parts.append(
            table(
                ("Rule", "What", "Source", "Level", "Phase", "Who says no", "Claimed"),
                (_rule_row(rule) for rule in rules if rule.area == area),
            )
        )
    return page(parts)


def grounds_page(known: Catalogue) -> str:
    """Give the grounds, the duties and the areas as one page."""
    working = len(known.working())
    return page(
        [
            "# The grounds for disclosing information about a child",
            MADE,
            f"Law as consolidated on {known.law_status.isoformat()}. {NO_ADVICE}",
            f"{working} of {len(known.grounds)} grounds can be decided on here; of the others the page "
            "on sharing says what one does instead.\nA disclosure names exactly one ground. Always needed: "
            + ", ".join(_code(field) for field in known.always)
            + ".",
            "## Grounds",
            table(
                ("Ground", "Provision", "From", "Never from", "To", "Asked for", "Under", "Today"),
                (_ground_row(ground) for ground in known.grounds.values()),
            ),
            "## Notes and policy",
            *(_ground_note(ground) for ground in known.grounds.values()),
            "## Duties to inform, for the ground DUTY",
            table(
                ("Duty", "Provision", "From", "Never from", "To", "On request", "Weighed", "Clock"),
                (_duty_row(duty) for duty in known.duties.values()),
            ),
            "## What protects it where it is held",
            table(
                ("Area", "Swedish", "Provision", "Strength", "Years"),
                (
                    (
                        _code(area.code),
                        area.title.sv,
                        area.provision or "–",
                        area.strength_words.en,
                        str(area.years or "–"),
                    )
                    for area in known.areas.values()
                ),
            ),
            "## Acts",
            table(("Short", "Act"), ((_code(a), name) for a, name in known.acts.items())),
        ]
    )


def _rule_row(rule: Rule) -> tuple[str, ...]:
    what = f"**{rule.title}.** {rule.text}"
    claimed = "yes" if rule.claimed else "not yet"
    who = rule.wall or "rule"
    return (rule.id, what, rule.source, rule.level, str(rule.phase), who, claimed)


def _ground_row(ground: Ground) -> tuple[str, ...]:
    return (
        f"{_code(ground.code)}<br>{ground.title.sv}",
        ground.provision,
        _codes(ground.sources),
        _codes(sorted(ground.never_from)),
        _codes(ground.targets),
        _codes(ground.fields),
        f"{ground.under} ({ground.age_of})" if ground.under else "–",
        "here" if ground.working else ground.elsewhere if ground.enabled else "switched off",
    )


def _ground_note(ground: Ground) -> str:
    policy = f" Policy: {ground.policy}" if ground.policy else ""
    return f"- {_code(ground.code)}: {ground.note}{policy}"


def _duty_row(duty: LegalDuty) -> tuple[str, ...]:
    return (
        f"{_code(duty.code)}<br>{duty.title.sv}",
        duty.provision,
        _codes(duty.sources),
        _codes(sorted(duty.never_from)),
        _codes(duty.targets),
        "yes" if duty.on_request else "no",
        "yes" if duty.weighed_in else "no",
        duty.clock or "–",
    )


def _code(word: str) -> str:
    return f"`{word}`"


def _codes(words: Iterable[str]) -> str:
    return ", ".join(_code(word) for word in words) or "–"
