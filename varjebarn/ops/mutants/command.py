"""The command: take each guard away in a copy, run the tests that must notice, say which did."""

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from varjebarn.ops import roles, setup
from varjebarn.ops.mutants.catalogue import Mutant, load_mutants
from varjebarn.ops.mutants.scratch import BASE, PASSED, Server, copied, server, tested

AT_ONCE = 2
KILLED, SURVIVED, NOT_JUDGED = "killed", "SURVIVED", "NOT JUDGED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a mutant, by which test or why not, in how many seconds."""

    mutant: Mutant
    state: str
    why: str
    seconds: float = 0.0


def run(words: Sequence[str]) -> int:
    """Answer 0 when every mutant that was asked for is killed, 1 otherwise, 2 when asked wrongly."""
    parser = argparse.ArgumentParser(prog="run.py mutants", description=__doc__)
    parser.add_argument("--only", default="", help="only these ids or rules, separated by commas")
    parser.add_argument("--list", action="store_true", help="say what there is, and run nothing")
    asked = parser.parse_args(list(words))
    wanted = {word.strip() for word in asked.only.split(",") if word.strip()}
    chosen = [m for m in load_mutants() if not wanted or {m.id, m.rule} & wanted]
    if not chosen:
        print("No mutant has that id or rule.", file=sys.stderr)
        return 2
    if asked.list:
        for one in chosen:
            print(f"{one.id}  {one.rule:5} {one.what}  ({one.file})")
        return 0
    verdicts = judge(chosen)
    killed = sum(one.state == KILLED for one in verdicts)
    print(f"\n{killed} of {len(verdicts)} mutants are killed.")
    return 0 if killed == len(verdicts) else 1


def judge(chosen: Sequence[Mutant]) -> list[Verdict]:
    """Judge them two at a time, after a control: without a mutant the same tests pass."""
    setup.prepare_pages()
    with server() as place:
        unfit = _control(chosen, place)
        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            return list(pool.map(lambda one: _judged(one, place, unfit), chosen))


def _control(chosen: Sequence[Mutant], place: Server) -> set[str]:
    """Name the tests that fail as it is: they would notice anything, and so prove nothing."""
    needed = sorted({test for one in chosen for test in one.tests})
    with copied(None) as folder:
        whole = tested(folder, tuple(needed), admin_url=place.admin_url, database=BASE)
        if whole.code == PASSED:
            print(f"Control: {len(needed)} modules pass as they are.")
            return set()
        unfit = {
            test
            for test in needed
            if tested(folder, (test,), admin_url=place.admin_url, database=BASE).code != PASSED
        }
    print(f"Control: these fail as it is, and prove nothing: {', '.join(sorted(unfit))}.")
    return unfit


def _judged(mutant: Mutant, place: Server, unfit: set[str]) -> Verdict:
    started = time.monotonic()
    state, why = _state(mutant, place, unfit)
    found = Verdict(mutant=mutant, state=state, why=why, seconds=time.monotonic() - started)
    print(f"{mutant.id}  {mutant.rule:5} {state:10} {found.seconds:5.1f} s  {mutant.what}: {why}")
    return found


def _state(mutant: Mutant, place: Server, unfit: set[str]) -> tuple[str, str]:
    fit = tuple(test for test in mutant.tests if test not in unfit)
    if not mutant.applies:
        return NOT_JUDGED, f"the text is not once in {mutant.file}"
    if not fit:
        return NOT_JUDGED, "its tests fail as it is"
    name = f"mutant_{mutant.id.lower()}"
    with copied(mutant) as folder:
        try:
            database = place.with_sql_of(folder, name) if mutant.is_sql else BASE
        except roles.SetUpRefused as refusal:
            return NOT_JUDGED, str(refusal)
        needed = database if mutant.needs_database else ""
        outcome = tested(folder, fit, admin_url=place.admin_url, database=needed)
        roles.drop_database(place.admin_url, name)
    if outcome.noticed:
        return KILLED, outcome.first
    if outcome.code == PASSED:
        return SURVIVED, "no test noticed"
    return NOT_JUDGED, outcome.words.strip().splitlines()[-1] if outcome.words.strip() else "?"
