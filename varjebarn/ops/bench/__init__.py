"""Measures the system as it is used: through the real server, behind both walls, as real people.

`python3 run.py bench [--children N] [--rounds N] [--json]`. What is aimed at, and what was found: docs/performance.md.
"""

import argparse
import contextlib
import socket
from collections.abc import Iterator

from varjebarn.ops import setup
from varjebarn.ops.bench import county, forms, report, requests, rows
from varjebarn.ops.bench.place import bench_server
from varjebarn.ops.demo import server

ORDINARY = 10_000
SMALL = 1_000
ROUNDS = 3


def run(words: list[str]) -> int:
    """Make the data, measure, and tell. The last line is JSON if that was asked for."""
    parser = argparse.ArgumentParser(prog="run.py bench")
    parser.add_argument("--children", type=int, default=ORDINARY)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true")
    wishes = parser.parse_args(words)
    setup.prepare_pages()
    with bench_server() as place:
        print(f"Gör {wishes.children} påhittade barn.")
        large = place.make("bench", wishes.children)
        small = place.make("bench_small", SMALL) if wishes.children != SMALL else None
        print("Mäter databasen.")
        worlds = [world for world in (large, small) if world]
        taken = [rows.take_down(place, world) for world in worlds]
        database = rows.measure(place, taken, rounds=wishes.rounds)
        plans = forms.measure(place, taken[0])
        with _web(place.environment(large)) as port:
            print("Mäter sidorna.")
            pages = requests.measure(port, large, place.log, rounds=wishes.rounds)
            print("Mäter länets listor.")
            pages += county.measure(port, large.meeting, place.log, rounds=wishes.rounds)
        report.tell(pages, database, plans, children=wishes.children, json_wanted=wishes.json)
    return 0


@contextlib.contextmanager
def _web(environment: dict[str, str]) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with server(port, environment):
        yield port
