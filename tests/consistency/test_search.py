"""How children are looked for: by whole keys in one function, and by nothing that is written about them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "varjebarn"
ABOUT_CHILDREN = ("people", "disclosure", "wellbeing", "participation", "plan", "audit")

PATTERN = re.compile(
    r"([\w.]+|strpos\([^,]*)(?: NOT)? (?:I?LIKE|SIMILAR TO|~\*?|@@) "
    r"|\b(strpos|position|regexp_\w+|to_ts\w+|similarity)\(\(?(?:lower\()?([\w.]+)",
)
LOOKUP = re.compile(
    r"(\w+)__(?:i?contains|i?startswith|i?endswith|search|i?regex|iexact|trigram\w*)\b"
)
LOOKED_IN = {
    "act",  # what kind of event: a word of ours
    "proname",  # a function's name, when a database is prepared
    "source",  # whether a guardian came with another unit's consent: a sentence of ours
    "content",  # whether a copy holds the uuid of what is kept, or a place's name: before it is made
    "name",  # one's own list of children, by a part of the name
}
PICKED_BY = {
    "most", "before", "by", "since", "day", "on",  # how many, and when
    "key", "wanted",  # the whole keys of rules.search_keys
    "kind", "subject_ref", "delivery", "consent", "unit", "consenter",  # which of one's own papers
}  # fmt: skip
"""What may pick among several children's rows. Health, offences, measures and wellbeing may not."""
OF_NO_CHILD = ("varjebarn/steering/", "varjebarn/database/operations.py")
"""What searches in the county's own work and among its staff: nothing there is about a child."""
IN_ADDRESSES = {"lang", "klart", "fore", "till", "next", "before", "ny", "visa", "om", "forny"}
SENSITIVE = re.compile(
    r"health|diagnos|ethnic|religio|offen[cs]e|crime|measure|wellbeing|dimension|score|level|protection"
)


def looked_in(text: str) -> set[str]:
    """The columns that a text searches for a part of something."""
    found = (one.group(1) or one.group(3) for one in PATTERN.finditer(text))
    return {name.rpartition(".")[2] for name in found}


def sql() -> dict[str, str]:
    return {str(p.relative_to(ROOT)): p.read_text("utf-8") for p in sorted(PACKAGE.rglob("*.sql"))}


def python() -> dict[str, str]:
    return {str(p.relative_to(ROOT)): p.read_text("utf-8") for p in sorted(PACKAGE.rglob("*.py"))}


def reads() -> Iterator[ast.FunctionDef]:
    """The functions that read about several children: they are given who acts, and no child."""
    for app in ABOUT_CHILDREN:
        one = PACKAGE / app / "queries.py"
        for path in [one] if one.exists() else sorted((PACKAGE / app / "queries").glob("*.py")):
            yield from (
                node
                for node in ast.parse(path.read_text("utf-8")).body
                if isinstance(node, ast.FunctionDef)
                and not node.name.startswith("_")
                and [word.arg for word in node.args.args] == ["actor"]
            )


@pytest.mark.rule("R31")
def test_no_function_searches_in_what_is_written_about_a_child() -> None:
    found = {name: looked_in(text) for name, text in sql().items()}
    by_name = {name for name, columns in found.items() if "name" in columns}

    assert set().union(*found.values()) <= LOOKED_IN
    assert by_name == {"varjebarn/people/rls/20_search.sql"}


@pytest.mark.rule("R31")
def test_no_query_of_ours_does_either() -> None:
    found = {(name, column) for name, text in python().items() for column in LOOKUP.findall(text)}
    lexemes = re.compile(r"Search(Vector|Query)|to_ts(vector|query)|ts_headline")
    vectors = [name for name, text in python().items() if lexemes.search(text)]

    assert {one for name, one in found if not name.startswith(OF_NO_CHILD)} <= {"duties"}
    assert [name for name in vectors if not name.startswith(OF_NO_CHILD)] == []


@pytest.mark.parametrize(
    "line",
    [
        "WHERE s.words ILIKE wanted",
        "WHERE s.words ~* wanted",
        "WHERE to_tsvector(n.words) @@ q",
        "AND strpos(lower(n.words), wanted) > 0",
    ],
)
def test_the_search_for_searches_finds_them(line: str) -> None:
    assert looked_in(line) == {"words"}


@pytest.mark.rule("R31")
def test_no_index_and_no_column_is_made_for_searching_in_text(owner, fresh_database) -> None:
    """The county's own tables have them, so that the search for others has something to miss."""
    indexes = owner.execute(
        "SELECT t.relname FROM pg_class i JOIN pg_am m ON m.oid = i.relam "
        "JOIN pg_index x ON x.indexrelid = i.oid JOIN pg_class t ON t.oid = x.indrelid "
        "WHERE i.relnamespace = 'public'::regnamespace AND m.amname NOT IN ('btree', 'hash')"
    ).fetchall()
    columns = owner.execute(
        "SELECT attrelid::regclass::text FROM pg_attribute WHERE atttypid = 'tsvector'::regtype "
        "AND attrelid > 16384"
    ).fetchall()

    searched = {name for (name,) in [*indexes, *columns]}
    assert "steering_reportbackanswer" in searched
    assert {name for name in searched if not name.startswith("steering_")} == set()


@pytest.mark.rule("R32")
def test_no_list_of_children_is_picked_by_anything_sensitive() -> None:
    picked = {
        node.name: {word.arg for word in node.args.kwonlyargs}
        for node in reads()
        if node.returns and re.match(r"list|tuple|dict|Found", ast.unparse(node.returns))
    }

    assert {"my_children", "find_child", "inbox", "unseen_notices"} <= set(picked)
    assert {name: by - PICKED_BY for name, by in picked.items() if by - PICKED_BY} == {}


@pytest.mark.rule("R32")
def test_no_function_of_the_database_gives_rows_by_anything_sensitive(
    owner, fresh_database
) -> None:
    found = owner.execute(
        "SELECT proname, coalesce(proargnames[1:pronargs], '{}') FROM pg_proc "
        "WHERE pronamespace = 'vb'::regnamespace AND proretset "
        "AND has_function_privilege('vb_app', oid, 'EXECUTE')"
    ).fetchall()

    assert {"find_child", "my_log", "unit_log"} <= {name for name, _ in found}
    assert [(name, word) for name, words in found for word in words if SENSITIVE.search(word)] == [
        ("open_file", "protection")  # which makes a file
    ]


@pytest.mark.rule("R32")
@pytest.mark.rule("R42")
def test_what_stands_in_an_address_is_a_moment_a_language_or_a_place() -> None:
    found = {
        key
        for name, text in python().items()
        if name.startswith("varjebarn/web/") and "/county/" not in name
        for key in re.findall(r"GET(?:\.get\(|\[)\"(\w+)\"", text)
    }

    assert found <= IN_ADDRESSES
