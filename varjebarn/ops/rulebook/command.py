"""The command: print rule by rule the tests that name it, and fail where a promise is not kept."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from varjebarn.ops.mutants.catalogue import load_mutants, mutated_rules
from varjebarn.ops.places import ROOT
from varjebarn.ops.rulebook.catalogue import Rule, load_rules
from varjebarn.ops.rulebook.documents import written
from varjebarn.ops.rulebook.marks import REFUSES, NamedTest, named_tests
from varjebarn.ops.rulebook.verdict import Verdict, broken, verdicts

TESTS = ROOT / "tests"


def run(words: Sequence[str], *, tests: Path = TESTS) -> int:
    """Answer 0 when every rule that must be kept is, 1 when one is not, 2 when asked wrongly."""
    asked = _asked(words)
    if asked.write:
        for path, text in written().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
        return 0
    rules = sorted(load_rules(), key=lambda rule: rule.id)
    chosen = tuple(rule for rule in rules if _is_chosen(rule, asked))
    if not chosen:
        areas = ", ".join(sorted({rule.area for rule in rules}))
        print(f"No rule has that area and phase. Areas: {areas}.", file=sys.stderr)
        return 2
    named = named_tests(tests)
    found = verdicts(chosen, named, mutated=mutated_rules())
    for verdict in found:
        print(_told(verdict))
    is_narrowed = bool(asked.area or asked.phase)
    failing = broken(found, every=is_narrowed)
    unknown = sorted({test.rule for test in named} - {rule.id for rule in rules})
    print(_summary(found, failing, unknown))
    return 1 if failing or unknown else 0


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py rules", description=__doc__)
    parser.add_argument("--area", default="", help="only these areas, separated by commas")
    parser.add_argument("--phase", type=int, default=0, help="only this phase")
    parser.add_argument("--write", action="store_true", help="write the pages made from data")
    return parser.parse_args(list(words))


def _is_chosen(rule: Rule, asked: argparse.Namespace) -> bool:
    areas = {area.strip() for area in asked.area.split(",") if area.strip()}
    return (not areas or rule.area in areas) and asked.phase in {0, rule.phase}


def _told(verdict: Verdict) -> str:
    rule = verdict.rule
    state = "kept" if verdict.is_kept else verdict.lacks
    claim = "claimed" if rule.claimed else "not claimed"
    head = f"{rule.id}  {rule.title}  [{rule.area}, {rule.level}, phase {rule.phase}, {claim}]: {state}"
    mutants = [f"      mutant    {m.id}  {m.what}" for m in load_mutants() if m.rule == rule.id]
    return "\n".join([head, *(_line(verdict, test) for test in verdict.tests), *mutants])


def _line(verdict: Verdict, test: NamedTest) -> str:
    word = test.case or "names it"
    silent = test.case == REFUSES and not verdict.says_which(test)
    return f"      {word:9} {test.test}{'  (says not which no)' if silent else ''}"


def _summary(found: Sequence[Verdict], failing: Sequence[Verdict], unknown: Sequence[str]) -> str:
    kept = sum(verdict.is_kept for verdict in found)
    claimed = sum(verdict.rule.claimed for verdict in found)
    lines = [f"\n{kept} of {len(found)} rules are kept, {claimed} are claimed."]
    lines += [f"Not kept: {verdict.rule.id} {verdict.lacks}." for verdict in failing]
    lines += [f"Named by a test but in no catalogue: {rule_id}." for rule_id in unknown]
    return "\n".join(lines)
