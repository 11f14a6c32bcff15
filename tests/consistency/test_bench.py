"""The bench measures every page it promises, on a database that it makes and removes itself."""

import json
import os
import subprocess
import sys

import pytest

from varjebarn.ops import places

pytestmark = pytest.mark.long

AGAINST_HAND_WRITTEN = {"open_plan", "my_children", "save_update", "publish"}
OF_THE_COUNTY = {"decisions", "meetings", "meeting", "search", "annual"}
MOST = {"open_plan": 10, "my_children": 10, "save_update": 10, "county_decisions": 10}
"""Statements that a page may cost, whatever its length (docs/performance.md)."""


@pytest.fixture(scope="module")
def told() -> list[dict[str, object]]:
    environment = {name: text for name, text in os.environ.items() if "DATABASE_URL" not in name}
    words = ["bench", "--children", "1000", "--rounds", "1", "--json"]
    done = subprocess.run(
        [sys.executable, "run.py", *words], cwd=places.ROOT, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_every_page_is_measured_with_one_client_and_with_four(told):
    pages = AGAINST_HAND_WRITTEN | {f"county_{name}" for name in OF_THE_COUNTY}

    assert {str(one["name"]) for one in told} == pages | {f"{name}_4_clients" for name in pages}
    assert all(0 < one["p50_ms"] <= one["p95_ms"] for one in told)


def test_the_database_part_is_held_against_hand_written_sql(told):
    compared = {str(one["name"]).removesuffix("_4_clients") for one in told if one["ratio"]}

    assert compared == AGAINST_HAND_WRITTEN


def test_no_page_costs_more_statements_than_it_may(told):
    counted = {one["name"]: one["statements"] for one in told}

    assert {name for name, most in MOST.items() if not 0 < counted[name] <= most} == set()
