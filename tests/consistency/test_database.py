"""The catalogue against the lists: every table, policy and door is one that somebody decided on."""

import re
from pathlib import Path

import psycopg
import pytest

from varjebarn.ops.readme.markdown import names

pytestmark = pytest.mark.usefixtures("fresh_database")

DOORS = Path(__file__).parents[2] / "docs" / "security" / "definer-functions.md"

PERSON = {
    "audit_familyline": "lines to one family member",
    "disclosure_draft": "what a family member is writing",
    "disclosure_familydelivery": "a family member's copy",
    "disclosure_suspension": "what a replaced guardian does not see for now",
    "people_familyaccess": "what a family member may open",
    "people_noticechoice": "how a family member hears that there is something new",
    "people_outboxrow": "that a family member is to be told, and nothing of what",
}
"""Tables whose compartment is a person."""

NO_CHILD = {
    "audit_event": "the log: no right for the running system at all",
    "audit_question": "what a family asks about a reading: reached through four functions alone",
    "audit_review": "the log's review: reached through its functions alone",
    "audit_reviewdraw": "when a sample was drawn, and by which lot",
    "audit_reviewentry": "what is written in a review: reached through its functions alone",
    "audit_reviewevent": "which events make a review",
    "audit_reviewmark": "how far a log has been looked through",
    "audit_reviewpolicy": "how logs are reviewed, from data",
    "audit_head": "the tree of the log after each sealing: numbers and hashes",
    "audit_seal": "each event's place in the tree: numbers and hashes",
    "disclosure_consentband": "the county's consent policy",
    "disclosure_dutyrow": "duties to inform, from data",
    "disclosure_groundrow": "grounds, from data",
    "django_migrations": "Django's own",
    "organisations_assignment": "who works where",
    "organisations_organisation": "organisations",
    "organisations_person": "who can log in; its policy shows staff and oneself",
    "organisations_secrecyunit": "units",
    "organisations_workplace": "workplaces",
    "people_leave": "who of the staff is away, and who stands in; seen by the unit's manager",
    "practice_modelversion": "practice models, from data",
}
"""Tables without a child's data, each with its reason; the steering side's are found by name."""

OPEN = re.compile(r"^steering_")
UNIT_AT_LEAST = 10
NO_RIGHT = "42501"


def rows(owner, query, *values):
    return owner.execute(query, values).fetchall()


@pytest.fixture
def tables(owner):
    return {
        name: (enabled, forced)
        for name, enabled, forced in rows(
            owner,
            "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class "
            "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
        )
    }


@pytest.fixture
def unit_tables(owner):
    """Tables whose rows are about a child: unit and file, never empty."""
    found = rows(
        owner,
        "SELECT c.relname FROM pg_class c "
        "JOIN pg_attribute u ON u.attrelid = c.oid AND u.attname = 'unit_id' AND u.attnotnull "
        "JOIN pg_attribute f ON f.attrelid = c.oid AND f.attname = 'child_file_id' AND f.attnotnull "
        "WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace",
    )
    return {row[0] for row in found} | {"people_childfile"}


def test_every_table_is_on_exactly_one_list(tables, unit_tables):
    open_tables = {name for name in tables if OPEN.match(name)}
    lists = [unit_tables, set(PERSON), set(NO_CHILD), open_tables]

    assert len(unit_tables) >= UNIT_AT_LEAST
    assert {name: sum(name in one for one in lists) for name in tables} == dict.fromkeys(tables, 1)


def test_every_table_about_a_child_or_a_person_forces_its_policies(tables, unit_tables):
    closed = (
        unit_tables
        | set(PERSON)
        | {"audit_event", "audit_head", "audit_seal", "organisations_person"}
        | {"audit_question", "audit_review", "audit_reviewentry", "audit_reviewevent"}
    )

    assert {name: tables[name] for name in closed} == dict.fromkeys(closed, (True, True))


@pytest.mark.rule("R40", case="refuses")
def test_the_running_system_may_delete_nothing(connect_as, tables):
    app = connect_as("vb_app")

    answers = {table: state_of(app, f"DELETE FROM {table}") for table in tables}

    assert answers == dict.fromkeys(tables, NO_RIGHT)


def state_of(app, statement):
    """Say how the database answered: its SQLSTATE, or nothing when it let the statement through."""
    try:
        app.execute(statement)
    except psycopg.Error as refused:
        return refused.sqlstate
    finally:
        app.rollback()
    return ""


def test_the_running_system_has_no_right_on_a_sequence(owner):
    found = rows(
        owner,
        "SELECT seqrelid::regclass FROM pg_sequence "
        "WHERE has_sequence_privilege('vb_app', seqrelid, 'USAGE, SELECT, UPDATE')",
    )

    assert found == []


def test_the_roles_bypass_nothing_and_own_nothing(owner):
    found = rows(
        owner,
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit "
        "FROM pg_roles WHERE rolname IN ('vb_app', 'vb_login', 'vb_seal', 'vb_audit', 'vb_notify', 'vb_worker', 'vb_definer', 'vb_owner')",
    )
    owns = rows(
        owner,
        "SELECT relname FROM pg_class WHERE relowner IN "
        "(SELECT oid FROM pg_roles WHERE rolname IN ('vb_app', 'vb_login', 'vb_seal', 'vb_audit', 'vb_notify', 'vb_worker'))",
    )

    assert {row[0]: row[1:] for row in found} == dict.fromkeys(
        (
            "vb_app",
            "vb_login",
            "vb_seal",
            "vb_audit",
            "vb_notify",
            "vb_worker",
            "vb_definer",
            "vb_owner",
        ),
        (False, False, False, False, False),
    )
    assert owns == []


def test_the_definer_functions_are_those_on_the_security_page(owner):
    found = rows(
        owner, "SELECT DISTINCT n.nspname || '.' || p.proname FROM pg_proc p "
        "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef"
    )  # fmt: skip

    assert {row[0] for row in found} == set(names(DOORS))


def test_the_definer_functions_are_shut_to_the_public_and_fixed_in_their_search(owner):
    found = rows(
        owner,
        "SELECT p.proname, r.rolname, l.lanname, p.proconfig, "
        "has_function_privilege('public', p.oid, 'EXECUTE') "
        "FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner JOIN pg_language l ON l.oid = p.prolang "
        "WHERE p.prosecdef",
    )
    faults = [
        (name, owned_by, language, config, public)
        for name, owned_by, language, config, public in found
        if owned_by != "vb_definer"
        or language != "plpgsql"
        or public
        or not any(re.fullmatch(r"search_path=.*\bpg_temp", line) for line in config or [])
    ]

    assert faults == []


def test_every_policy_names_a_role_and_asks_once_a_statement(owner):
    found = rows(
        owner, "SELECT tablename, policyname, roles::text[], qual, with_check FROM pg_policies"
    )
    faults = []
    for table, policy, roles, qual, check in found:
        text = f"{qual or ''} {check or ''}"
        if "public" in roles:
            faults.append((table, policy, "open to everybody"))
        if len(re.findall(r"vb\.\w+\(", text)) != len(re.findall(r"SELECT vb\.\w+\(", text)):
            faults.append((table, policy, "asks once a row"))
        if "now()" in text or "CURRENT_TIMESTAMP" in text:
            faults.append((table, policy, "the transaction's clock"))
        if "vb_app" in roles and (qual or "") == "true" and not OPEN.match(table):
            faults.append((table, policy, "true"))

    assert [fault for fault in faults if fault[0] != "practice_modelversion"] == []


def test_permissive_policies_never_meet(owner):
    """Two permissive policies open what either opens (pitfall 10)."""
    found = rows(
        owner,
        "SELECT a.tablename, a.policyname, b.policyname FROM pg_policies a JOIN pg_policies b "
        "ON a.tablename = b.tablename AND a.policyname < b.policyname AND a.roles && b.roles "
        "AND (a.cmd = b.cmd OR 'ALL' IN (a.cmd, b.cmd)) "
        "WHERE a.permissive = 'PERMISSIVE' AND b.permissive = 'PERMISSIVE'",
    )

    assert [row for row in found if not OPEN.match(row[0])] == []


def test_nothing_cascades(owner):
    found = rows(owner, "SELECT conname FROM pg_constraint WHERE contype = 'f' AND confdeltype <> 'a' "
                        "AND connamespace = 'public'::regnamespace")  # fmt: skip

    assert found == []


def test_every_row_about_a_child_is_tied_to_its_file_within_its_unit(owner, unit_tables):
    found = rows(
        owner,
        "SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' "
        "AND confrelid = 'people_childfile'::regclass AND cardinality(conkey) = 2",
    )

    assert {row[0] for row in found} == unit_tables - {"people_childfile"}


def test_every_index_on_a_childs_data_begins_with_the_unit(owner, unit_tables):
    """Keys by id and public id aside: they are never searched by, only found by."""
    found = rows(
        owner,
        "SELECT t.relname, i.relname, a.attname, x.indisprimary FROM pg_index x "
        "JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid "
        "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0] "
        "WHERE t.relname = ANY (%s)",
        sorted(unit_tables),
    )
    allowed = {"unit_id", "public_id", "from_unit_id", "ref"}
    odd = [
        (table, index, column)
        for table, index, column, primary in found
        if not primary and column not in allowed
    ]

    assert odd == []


def test_the_settings_of_the_running_role(owner):
    found = rows(owner, "SELECT unnest(rolconfig) FROM pg_roles WHERE rolname = 'vb_app'")

    assert {"jit=off", "search_path=public"} <= {row[0] for row in found}


def test_no_function_is_marked_leakproof_and_no_view_runs_as_its_owner(owner):
    leakproof = rows(
        owner,
        "SELECT proname FROM pg_proc WHERE proleakproof AND pronamespace IN "
        "('vb'::regnamespace, 'public'::regnamespace)",
    )
    views = rows(owner, "SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') "
                        "AND relnamespace IN ('vb'::regnamespace, 'public'::regnamespace)")  # fmt: skip

    assert (leakproof, views) == ([], [])


def test_the_migrations_say_what_the_models_say():
    from django.apps import apps  # noqa: PLC0415 - after django.setup()
    from django.db.migrations.autodetector import MigrationAutodetector  # noqa: PLC0415 - as above
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 - as above
    from django.db.migrations.state import ProjectState  # noqa: PLC0415 - as above

    loader = MigrationLoader(None)
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("varjebarn.")}

    found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    changes = found.changes(graph=loader.graph)

    assert {label for label in changes if label in ours} == set()


def test_migrations_are_linear():
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 - after django.setup()

    assert MigrationLoader(None).detect_conflicts() == {}
