"""What is measured by other means than a test that counts: files, the bench, the lints, the mutants."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping

from varjebarn.ops import places
from varjebarn.ops.figures.catalogue import Counted
from varjebarn.ops.mutants.catalogue import load_mutants, mutated_rules
from varjebarn.ops.rulebook.catalogue import load_rules
from varjebarn.ops.rulebook.marks import named_tests
from varjebarn.ops.rulebook.verdict import verdicts

MOST_RATIO, MOST_EXTRA_MS = 1.25, 0.15
MOST_PACKAGES = 40
LINTS = ("tests/consistency/test_lints.py", "tests/consistency/test_database.py")
BENCH_CHILDREN = "2000"


def packages(*, long: bool) -> Counted:
    """Count the packages that run: more than forty, or one without a hash, is bad."""
    del long
    text = (places.ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]
    bare = [pin for pin in pins if "--hash=sha256:" not in pin]
    return Counted(
        tried=len(pins),
        bad=len(bare) + max(0, len(pins) - MOST_PACKAGES),
        control=1,
        words=f"{len(pins)} paket",
    )


def review(*, long: bool) -> Counted:
    """Ask the rulebook whether log review is claimed and kept by tests."""
    del long
    rule = next(rule for rule in load_rules() if rule.id == "R27")
    verdict = verdicts([rule], named_tests(places.ROOT / "tests"), mutated=mutated_rules())[0]
    kept = rule.claimed and verdict.is_kept
    return Counted(
        tried=1,
        bad=int(not kept),
        control=len(verdict.tests),
        words="R27 hålls" if kept else f"R27: {verdict.lacks or 'hålls men är inte utlovad'}",
    )


def lints(*, long: bool) -> Counted:
    """Run the lints of the database's catalogue."""
    del long
    done = _python("-m", "pytest", "-q", "-n0", "--tb=no", *LINTS)
    passed, failed = (_number(done.stdout, word) for word in ("passed", "failed"))
    return Counted(tried=passed + failed, bad=failed, control=passed, words=f"{passed} lintar")


def mutants(*, long: bool) -> Counted:
    """Run the mutants with `--long`; otherwise count those that still apply."""
    known = load_mutants()
    if not long:
        bad = sum(not one.applies for one in known)
        words = f"{len(known)} finns och går att sätta in; körs med --long"
        return Counted(tried=len(known), bad=bad, control=1, words=words)
    done = _python("-m", "varjebarn", "mutants")
    found = re.search(r"(\d+) of (\d+) mutants are killed", done.stdout)
    killed, tried = (int(found[1]), int(found[2])) if found else (0, len(known))
    return Counted(tried=tried, bad=tried - killed, control=killed, words=f"{killed} av {tried}")


def walls(*, long: bool) -> Counted:
    """Measure the walls against hand-written SQL, by the bench."""
    children = "10000" if long else BENCH_CHILDREN
    done = _python("-m", "varjebarn", "bench", "--children", children, "--json")
    lines = [line for line in done.stdout.splitlines() if line.startswith("[")]
    acts = [one for line in lines[-1:] for one in json.loads(line) if one["ratio"] is not None]
    dear = [
        act["name"]
        for act in acts
        if act["name"] in {"open_plan", "my_children"}
        and act["ratio"] > MOST_RATIO
        and act["extra_ms"] > MOST_EXTRA_MS
    ]
    told = (f"{act['name']} {act['ratio']} ({act['extra_ms']:+.2f} ms)" for act in acts)
    return Counted(tried=len(acts), bad=len(dear), control=len(acts), words=", ".join(told))


MEASURES: Mapping[str, Callable[..., Counted]] = {
    "packages": packages,
    "review": review,
    "lints": lints,
    "mutants": mutants,
    "walls": walls,
}


def _python(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=places.ROOT, text=True, capture_output=True, check=False
    )


def _number(text: str, word: str) -> int:
    found = re.search(rf"(\d+) {word}", text)
    return int(found[1]) if found else 0
