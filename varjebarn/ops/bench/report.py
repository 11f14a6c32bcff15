"""What was found, as a table for a person and as one line of JSON for a program."""

import json
import os
from collections import Counter

from varjebarn.ops.bench.forms import Form
from varjebarn.ops.bench.requests import Timing
from varjebarn.ops.bench.rows import Ratio

NAMES = {
    "open_plan": "Öppna en plan, 60 insatser",
    "my_children": "Mina barn, 50 rader",
    "save_update": "Spara hur en insats går",
    "log": "Öppna en plan, med loggen och utan",
    "publish": "Skicka planen till fem verksamheter",
    "county_decisions": "Länets beslut, 2 000",
    "county_meetings": "Länets möten, 300",
    "county_meeting": "Ett möte, sju punkter",
    "county_search": "Sök bland 2 000 beslut",
    "county_annual": "Årsrapportens utkast",
}


def tell(
    pages: list[Timing],
    database: list[Ratio],
    plans: list[Form],
    *,
    children: int,
    json_wanted: bool,
) -> None:
    """Print everything; with `--json` the last line is the list."""
    print(f"\n{children} barn, {os.cpu_count()} kärnor, last {os.getloadavg()[0]:.1f}; tre rundor.")
    print("\nSidor, ms: mitten (lägst till högst av rundorna)")
    for page in pages:
        p50, p95 = ("{:.1f} ({:.1f} till {:.1f})".format(*one) for one in (page.p50, page.p95))
        print(
            f"  {NAMES[page.name]:38} {page.clients} klient(er)  p50 {p50:24}  p95 {p95:26}  "
            f"{len(page.statements)} satser"
        )
    print("\nDatabasdelen mot samma rader med handskriven SQL utan policyer, ms")
    for one in database:
        print(
            f"  {NAMES[one.name]:38} {one.children:6} barn  {one.walls:.2f} mot {one.by_hand:.2f}"
            f"  kvot {one.ratio:.2f}  {one.extra:+.2f} ms"
        )
    print("\nPlanens form, med värden och utan: det som skulle växa med antalet barn")
    for plan in plans:
        whole, by_unit = (
            ", ".join(tables) or "inga" for tables in (plan.read_whole, plan.read_by_unit)
        )
        print(
            f"  {NAMES[plan.name]:38} {plan.statements} satser  {plan.hashed} hashade delplaner"
            f"  stora tabeller som läses hela: {whole}; hela verksamheten: {by_unit}"
        )
    print("\nSatser, sida för sida")
    for page in pages:
        if page.clients == 1:
            print(f"  {NAMES[page.name]}")
            for statement, times in Counter(_short(text) for text in page.statements).items():
                print(f"    {times} x {statement}")
    if json_wanted:
        print(json.dumps(_lines(pages, database, children)))


def _lines(pages: list[Timing], database: list[Ratio], children: int) -> list[dict[str, object]]:
    ratios = {one.name: one for one in database if one.children == children}
    return [
        {
            "name": page.name if page.clients == 1 else f"{page.name}_{page.clients}_clients",
            "statements": len(page.statements),
            "p50_ms": round(page.p50[0], 2),
            "p95_ms": round(page.p95[0], 2),
            "ratio": round(ratios[page.name].ratio, 2) if page.name in ratios else None,
            "extra_ms": round(ratios[page.name].extra, 3) if page.name in ratios else None,
        }
        for page in pages
    ]


def _short(statement: str) -> str:
    """Keep what tells statements apart: the verb and what it is about."""
    role, _, text = statement.partition(": ")
    where = text.find(" FROM ")
    if text.startswith("SELECT") and where > 0:
        text = "SELECT … " + text[where + 1 :]
    return f"{role}: {text[:100]}"
