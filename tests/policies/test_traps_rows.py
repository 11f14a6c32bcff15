"""Known traps of rows, keys and rights, as `vb_app` in straight SQL: each answers alike, or with nothing."""

import psycopg
import pytest

from varjebarn.ops.binaries import binaries

from tests.world.circle import alva_shared

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"
MISSING = 999_999_999
VALUES = {
    "bigint": "1",
    "integer": "1",
    "smallint": "1",
    "boolean": "true",
    "uuid": "gen_random_uuid()",
    "date": "'2026-01-01'",
    "timestamp with time zone": "clock_timestamp()",
    "jsonb": "'{}'",
    "bytea": "''",
    "ARRAY": "'{}'",
}


@pytest.fixture
def lena(enter):
    """The principal, who is involved with Alva at the school."""
    return enter("principal")


def rows(connection, query, values=()):
    return connection.execute(query, list(values)).fetchall()


def one(connection, query, values=()):
    return connection.execute(query, list(values)).fetchone()[0]


def answer(connection, statement, values=()):
    """Run it in a savepoint that is taken back; give what an attacker could tell apart."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(statement, list(values))
    except psycopg.Error as error:
        return error.sqlstate, error.diag.message_primary
    return "done", ""


def written_by_hand(owner):
    """Each table about a child that the running system may insert into, with what it must hold."""
    found = rows(
        owner,
        "SELECT t.relname, array_agg(c.column_name::text), array_agg(c.data_type::text) FROM pg_class t "
        "JOIN pg_attribute f ON f.attrelid = t.oid AND f.attname = 'child_file_id' "
        "JOIN information_schema.columns c ON c.table_schema = 'public' AND c.table_name = t.relname "
        "WHERE t.relkind = 'r' AND has_column_privilege('vb_app', t.oid, f.attnum, 'INSERT') "
        "AND c.is_nullable = 'NO' AND c.column_name <> 'id' GROUP BY t.relname",
    )
    return {table: dict(zip(names, types, strict=True)) for table, names, types in found}


def insertion(table, columns, *, unit, file):
    given = {"unit_id": str(unit), "child_file_id": str(file)}
    values = [given.get(name, VALUES.get(kind, "'x'")) for name, kind in columns.items()]
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(values)})"


def places(owner):
    """Alva's file at the school, one hidden in the same unit, and one of each other unit."""
    mine = rows(
        owner,
        "SELECT f.unit_id, f.id FROM people_childfile f JOIN organisations_secrecyunit u "
        "ON u.id = f.unit_id WHERE u.name = 'Skola' AND f.given_name = 'Alva'",
    )[0]
    hidden = one(
        owner,
        "INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, "
        "language, interpreter, protection, filed, opened) VALUES (gen_random_uuid(), %s, 'Dold', '', "
        "'Dold', '2018-01-01', 'sv', '', 'none', true, clock_timestamp()) RETURNING id",
        [mine[0]],
    )
    foreign = rows(owner, "SELECT unit_id, id FROM people_childfile WHERE unit_id <> %s", [mine[0]])
    assert len(foreign) >= 2
    return mine, hidden, foreign


def test_a_key_to_a_hidden_a_foreign_and_a_missing_child_gives_one_answer(lena, owner):
    """Pitfalls 5 and 8: in every table that can be written, whichever unit the row claims to be of."""
    (school, alva), hidden, foreign = places(owner)
    tables = written_by_hand(owner)
    assert len(tables) >= 15
    pairs = [
        (school, hidden),
        (school, MISSING),
        *foreign,
        *((school, file) for _, file in foreign),
    ]

    for table, columns in tables.items():
        answers = {answer(lena, insertion(table, columns, unit=u, file=f)) for u, f in pairs}
        assert {state for state, _ in answers} == {NO_RIGHT}, table
        assert len(answers) == 1, table
    notice = insertion("people_notice", tables["people_notice"], unit=school, file=alva)
    assert answer(lena, notice) == (
        "done",
        "",
    )  # where one is involved the same statement goes through


def test_a_taken_and_a_free_value_give_one_answer(lena, owner):
    """Pitfall 6: an identity number that another file has, and one that nobody has."""
    (school, alva), hidden, _ = places(owner)
    system, value = rows(owner, "SELECT system, value FROM people_identifier LIMIT 1")[0]
    statement = (
        "INSERT INTO people_identifier (unit_id, child_file_id, system, value, value_hash) "
        "VALUES (%s, %s, %s, %s, '')"
    )

    answers = {
        answer(lena, statement, [school, file, system, number])
        for file in (alva, hidden)
        for number in (value, "20180101TT01")
    }

    assert {state for state, _ in answers} == {NO_RIGHT}
    assert len(answers) == 1


def test_no_value_of_a_hidden_row_clashes_with_a_row_of_ones_own(owner):
    """Pitfall 6 inside the unit: what must be unique is random, or unique for one child or one parent."""
    found = rows(
        owner,
        "SELECT i.indrelid::regclass::text, array_agg(a.attname::text) FROM pg_index i "
        "JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) "
        "WHERE i.indisunique AND NOT i.indisprimary AND i.indrelid::regclass::text = ANY (%s) "
        "GROUP BY i.indexrelid, i.indrelid",
        [list(written_by_hand(owner))],
    )
    assert len(found) >= 15
    random = {"public_id", "id", "ref", "submission_ref", "received_ref"}
    parents = {"child_file_id", "plan_id", "signal_id", "disclosure_id", "notice_id"}

    assert [row for row in found if not (random | parents) & set(row[1])] == []


def test_on_conflict_tells_no_third_answer(lena, owner):
    """Pitfall 7."""
    (school, _), hidden, _ = places(owner)
    taken = one(
        owner,
        "INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, at) "
        "VALUES (gen_random_uuid(), %s, %s, 'x', now()) RETURNING public_id",
        [school, hidden],
    )
    statement = (
        "INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, at) VALUES "
        "(%s, %s, %s, 'x', now()) ON CONFLICT (public_id) DO UPDATE SET seen = now()"
    )

    answers = {
        answer(lena, statement, [ref, school, file])
        for ref in (taken, "00000000-0000-4000-8000-000000000001")
        for file in (hidden, MISSING)
    }

    assert {state for state, _ in answers} == {NO_RIGHT}
    assert len(answers) == 1


def test_nothing_is_deleted_from_any_table(lena, owner):
    """Pitfall 9."""
    tables = [
        row[0] for row in rows(owner, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    ]
    assert len(tables) >= 30

    states = {table: answer(lena, f"DELETE FROM {table}")[0] for table in tables}

    assert states == dict.fromkeys(tables, NO_RIGHT)


def test_copy_takes_out_what_is_seen_and_puts_nothing_in(lena, owner):
    """Pitfall 21."""
    assert one(owner, "SELECT count(*) FROM people_childfile") > 1

    with lena.cursor().copy("COPY people_childfile (given_name) TO STDOUT") as copy:
        taken = [bytes(line).decode().strip() for line in copy]

    assert taken == ["Alva"]
    with (
        pytest.raises(psycopg.Error) as error,
        lena.cursor().copy("COPY people_childfile FROM STDIN"),
    ):
        pass
    assert error.value.sqlstate in {NO_RIGHT, "0A000"}


def test_row_security_is_not_switched_off(lena):
    """Pitfall 23: the setting may be changed; what it then gives is an error."""
    lena.execute("SET LOCAL row_security = off")

    assert answer(lena, "SELECT * FROM people_childfile")[0] == NO_RIGHT


def test_a_new_file_is_made_by_its_door_alone(lena):
    """Pitfall 37: Django's own insert would be refused, since nobody is involved yet."""
    state, _ = answer(
        lena,
        "INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, "
        "language, interpreter, protection, filed, opened) VALUES (gen_random_uuid(), vb.unit(), 'X', '', "
        "'Y', '2018-01-01', 'sv', '', 'none', true, now()) RETURNING id",
    )
    made = rows(
        lena,
        "SELECT id FROM vb.open_file('X', '', 'Y', '2018-01-01', 'sv', '', 'none', '[]', NULL, 'ny', NULL)",
    )

    assert state == NO_RIGHT
    assert rows(lena, "SELECT id FROM people_childfile WHERE given_name = 'X'") == made


def test_every_policy_can_be_asked(lena, owner):
    """Pitfall 38: policies that point at each other answer 42P17, and only when they are asked."""
    may = rows(
        owner,
        "SELECT t.relname, r.right FROM pg_class t, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) r (\"right\") "
        "WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace "
        "AND has_any_column_privilege('vb_app', t.oid, r.right)",
    )
    assert len(may) >= 60
    ask = {
        "SELECT": "SELECT FROM {0}",
        "INSERT": "EXPLAIN INSERT INTO {0} ({1}) VALUES (NULL)",
        "UPDATE": "EXPLAIN UPDATE {0} SET {1} = NULL",
    }
    faults = []
    for table, right in may:
        columns = rows(
            owner,
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
            "AND has_column_privilege('vb_app', attrelid, attnum, %s)",
            [table, right],
        )
        said = answer(lena, ask[right].format(table, columns[0][0]))
        if said[0] != "done":
            faults.append((table, right, said))

    assert faults == []


def test_the_owner_sees_no_row_and_changes_none_without_a_word(owner):
    """Pitfall 1: this is why a change of data goes through `changes_rows`, which refuses to be silent."""
    owner.execute("SET ROLE vb_owner")

    assert one(owner, "SELECT count(*) FROM people_guardian") == 0
    assert owner.execute("UPDATE people_guardian SET source = 'x'").rowcount == 0
    owner.execute("RESET ROLE")
    assert one(owner, "SELECT count(*) FROM people_guardian") > 0


def test_the_running_system_takes_no_dump(databases, own_database):
    """Pitfall 22: it would be a dump of what nobody sees; it stops instead. The control is the superuser's."""
    words = ("--data-only", "--table=people_childfile")

    mine = binaries().run("pg_dump", *words, databases.addresses(own_database).app, check=False)
    whole = binaries().run("pg_dump", *words, databases.owner_url(own_database))

    assert "Alva" in whole.stdout
    assert mine.returncode != 0
    assert "Alva" not in mine.stdout + mine.stderr
