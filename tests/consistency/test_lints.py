"""Known traps of row policies, searched for in the catalogue; each search has its control.

The control takes the guard away, as the superuser in a database of its own, and the search must find it.
"""

import pytest

pytestmark = pytest.mark.usefixtures("own_database")

CHILD = (
    "SELECT a.attrelid FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid "
    "WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND NOT a.attisdropped "
    "AND a.attname IN ('child_file_id', 'child_ref') AND t.relname <> 'audit_event' "
    "UNION SELECT 'people_childfile'::regclass UNION SELECT 'disclosure_draft'::regclass"
)
"""Tables about a child; the log, on which the running system has no right at all, aside."""

OURS = "p.pronamespace IN ('vb'::regnamespace, 'public'::regnamespace)"
PUBLIC_WORK = r"'^(steering_|practice_modelversion$)'"
"""Tables that anybody may read: they hold nothing about a child (docs/security/walls.md)."""

RUNNING = "unnest(ARRAY['vb_app', 'vb_login', 'vb_seal', 'vb_audit', 'vb_notify', 'vb_worker']) AS r (role)"
FIRST = "(SELECT attname FROM pg_attribute WHERE attrelid = {table} AND attnum = {key}[1])"

SEARCHES = {
    "a table about a child whose owner passes": (
        f"SELECT oid::regclass FROM pg_class WHERE oid IN ({CHILD}) "
        "AND NOT (relrowsecurity AND relforcerowsecurity)",
        "ALTER TABLE people_guardian NO FORCE ROW LEVEL SECURITY",
    ),
    "a view that reads as its owner": (
        "SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace IN "
        "('public'::regnamespace, 'vb'::regnamespace, 'login'::regnamespace) "
        "AND NOT coalesce(reloptions @> '{security_invoker=true}', false)",
        "CREATE VIEW loose AS SELECT * FROM people_childfile",
    ),
    "a materialised view that a running role reads": (
        f"SELECT relname FROM pg_class, {RUNNING} WHERE relkind = 'm' "
        "AND has_table_privilege(role, oid, 'SELECT')",
        "CREATE MATERIALIZED VIEW loose AS SELECT count(*) FROM people_childfile; "
        "GRANT SELECT ON loose TO vb_app",
    ),
    "a key between rows about children that does not begin with the unit": (
        f"SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid IN ({CHILD}) "
        f"AND confrelid IN ({CHILD}) AND {FIRST.format(table='conrelid', key='conkey')} <> 'unit_id'",
        "ALTER TABLE plan_need ADD CONSTRAINT loose FOREIGN KEY (plan_id) REFERENCES plan_plan (id)",
    ),
    "a unique value over all units": (
        f"SELECT indexrelid::regclass FROM pg_index WHERE indisunique AND NOT indisprimary "
        f"AND indrelid IN ({CHILD}) AND (SELECT attname FROM pg_attribute WHERE attrelid = indrelid "
        "AND attnum = indkey[0]) NOT IN ('unit_id', 'person_id', 'public_id')",
        "CREATE UNIQUE INDEX loose ON people_identifier (value_hash)",
    ),
    "a key that the running system may choose": (
        f"SELECT a.attrelid::regclass FROM pg_attribute a WHERE a.attrelid IN ({CHILD}) "
        "AND a.attname = 'id' AND has_column_privilege('vb_app', a.attrelid, 'id', 'INSERT, UPDATE')",
        "GRANT INSERT (id) ON people_notice TO vb_app",
    ),
    "a row that can be moved to another unit or child": (
        f"SELECT a.attrelid::regclass, a.attname FROM pg_attribute a WHERE a.attrelid IN ({CHILD}) "
        "AND a.attname IN ('unit_id', 'child_file_id', 'person_id', 'child_ref') "
        "AND has_column_privilege('vb_app', a.attrelid, a.attname, 'UPDATE')",
        "GRANT UPDATE (unit_id) ON people_notice TO vb_app",
    ),
    "a cascade": (
        "SELECT conname FROM pg_constraint WHERE contype = 'f' AND confdeltype NOT IN ('a', 'r')",
        "ALTER TABLE plan_need ADD CONSTRAINT loose FOREIGN KEY (unit_id, plan_id) "
        "REFERENCES plan_plan (unit_id, id) ON DELETE CASCADE",
    ),
    "a right to delete": (
        f"SELECT relname FROM pg_class, {RUNNING} WHERE relkind = 'r' "
        "AND relnamespace = 'public'::regnamespace AND (has_table_privilege(role, oid, 'DELETE') "
        "OR has_table_privilege(role, oid, 'TRUNCATE'))",
        "GRANT DELETE ON people_notice TO vb_app",
    ),
    "two permissive policies that meet": (
        "SELECT a.tablename, a.policyname, b.policyname FROM pg_policies a JOIN pg_policies b "
        "ON a.tablename = b.tablename AND a.policyname < b.policyname AND a.roles && b.roles "
        "AND (a.cmd = b.cmd OR 'ALL' IN (a.cmd, b.cmd)) WHERE a.permissive = 'PERMISSIVE' "
        f"AND b.permissive = 'PERMISSIVE' AND a.tablename !~ {PUBLIC_WORK}",
        "CREATE POLICY loose ON people_notice TO vb_app USING (unit_id = (SELECT vb.unit()))",
    ),
    "a right on a sequence": (
        f"SELECT seqrelid::regclass FROM pg_sequence, {RUNNING} "
        "WHERE seqrelid::regclass::text !~ '^login' "
        "AND has_sequence_privilege(role, seqrelid, 'USAGE, SELECT, UPDATE')",
        "GRANT SELECT ON SEQUENCE people_childfile_id_seq TO vb_app",
    ),
    "a function said to leak nothing": (
        f"SELECT proname FROM pg_proc p WHERE proleakproof AND {OURS}",
        "ALTER FUNCTION vb.unit() LEAKPROOF",
    ),
    "a policy on the clock of the transaction": (
        "SELECT policyname FROM pg_policies WHERE concat(qual, with_check) "
        r"~* '\mnow\(\)|current_timestamp|current_date|localtime|transaction_timestamp'",
        "CREATE POLICY loose ON people_notice AS RESTRICTIVE TO vb_app USING (at <= now())",
    ),
    "a door on the clock of the transaction": (
        f"SELECT proname FROM pg_proc p WHERE prosecdef AND {OURS} "
        r"AND prosrc ~* '\mnow\(\)|current_timestamp|current_date|localtime'",
        "CREATE FUNCTION vb.loose() RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER AS "
        "'BEGIN RETURN now(); END'",
    ),
    "a door in another language than plpgsql": (
        "SELECT proname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang "
        "WHERE prosecdef AND lanname <> 'plpgsql'",
        "CREATE FUNCTION vb.loose() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
    ),
    "a door that the public may call": (
        "SELECT proname FROM pg_proc p WHERE prosecdef "
        "AND has_function_privilege('public', oid, 'EXECUTE')",
        "GRANT EXECUTE ON FUNCTION vb.sign(text) TO PUBLIC",
    ),
    "a function in whose search a temporary table comes first": (
        f"SELECT proname FROM pg_proc p WHERE {OURS} AND NOT EXISTS (SELECT FROM unnest(proconfig) c "
        r"WHERE c ~ '^search_path=.*\mpg_temp$')",
        "ALTER FUNCTION vb.unit() SET search_path = vb",
    ),
    "who acts, asked in a parallel worker": (
        "SELECT proname FROM pg_proc p WHERE pronamespace = 'vb'::regnamespace "
        "AND proname IN ('actor', 'person', 'unit', 'kind', 'duty', 'sign') AND proparallel <> 'r'",
        "ALTER FUNCTION vb.unit() PARALLEL SAFE",
    ),
    "a policy for everybody": (
        "SELECT policyname FROM pg_policies WHERE roles @> '{public}'",
        "CREATE POLICY loose ON people_notice AS RESTRICTIVE USING (unit_id = (SELECT vb.unit()))",
    ),
    "a policy that asks once a row": (
        r"SELECT policyname FROM pg_policies WHERE regexp_count(concat(qual, with_check), 'vb\.\w+\(') "
        r"<> regexp_count(concat(qual, with_check), 'SELECT vb\.\w+\(')",
        "CREATE POLICY loose ON people_notice AS RESTRICTIVE TO vb_app USING (unit_id = vb.unit())",
    ),
    "a policy that hands a column to a function": (
        "SELECT policyname FROM pg_policies WHERE concat(qual, with_check) "
        r"~ 'vb\.\w+\((?!\)|''[a-z]+''::text\))'",
        "CREATE POLICY loose ON people_notice AS RESTRICTIVE TO vb_app "
        "USING ((SELECT vb.is_involved(child_file_id)))",
    ),
    "a policy that lets everything through": (
        "SELECT tablename, policyname FROM pg_policies WHERE NOT roles <@ '{vb_definer,vb_owner,vb_seal,vb_audit}' "
        f"AND 'true' IN (qual, with_check) AND tablename !~ {PUBLIC_WORK}",
        "CREATE POLICY loose ON people_involvement FOR UPDATE TO vb_app USING (true)",
    ),
    "a probe that may become a fetch of the whole caseload": (
        f"SELECT tablename, policyname FROM pg_policies WHERE tablename !~ {PUBLIC_WORK} "
        r"AND regexp_count(concat(qual, with_check), 'EXISTS \(') "
        r"<> regexp_count(concat(qual, with_check), 'OFFSET 0')",
        "CREATE POLICY loose ON people_notice AS RESTRICTIVE TO vb_app USING (EXISTS (SELECT FROM "
        "people_involvement i WHERE i.unit_id = people_notice.unit_id))",
    ),
    "a trigger with a switch to turn it off": (
        f"SELECT proname FROM pg_proc p WHERE prorettype = 'trigger'::regtype AND {OURS} "
        "AND prosrc ~ 'current_setting'",
        "CREATE FUNCTION vb.loose() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN IF current_setting('vb.ignore') = 'on' THEN RETURN NEW; END IF; RETURN NULL; END$$",
    ),
    "another function that says who acts": (
        f"SELECT proname FROM pg_proc p WHERE {OURS} AND proname <> 'enter' "
        "AND prosrc ~ 'set_config'",
        "CREATE FUNCTION vb.act_as(person bigint) RETURNS text LANGUAGE plpgsql AS "
        "$$BEGIN RETURN set_config('vb.' || 'actor', act_as.person::text, true); END$$",
    ),
    "a right on logins, keys or anchors": (
        f"SELECT relname, role FROM pg_class, {RUNNING} WHERE relkind = 'r' "
        "AND (relnamespace = 'vb'::regnamespace "
        "OR relnamespace = 'login'::regnamespace AND role <> 'vb_login') "
        "AND has_table_privilege(role, oid, 'SELECT, INSERT, UPDATE, DELETE')",
        "GRANT INSERT ON vb.login TO vb_app",
    ),
    "a right of the log-in role on anything but logins": (
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
        "AND has_table_privilege('vb_login', oid, 'SELECT, INSERT, UPDATE, DELETE')",
        "GRANT SELECT ON people_childfile TO vb_login",
    ),
    "a right to make tables or temporary tables": (
        f"SELECT role FROM {RUNNING} WHERE has_database_privilege(role, current_database(), 'CREATE, TEMP') "
        "OR has_schema_privilege(role, 'public', 'CREATE') OR has_schema_privilege(role, 'vb', 'CREATE')",
        "DO $$BEGIN EXECUTE format('GRANT TEMP ON DATABASE %I TO vb_app', current_database()); END$$",
    ),
}
"""What is searched for: the search, and the statement that makes it find something."""


@pytest.mark.parametrize("search", SEARCHES)
def test_the_catalogue_holds_no(owner, search):
    assert owner.execute(SEARCHES[search][0]).fetchall() == []


@pytest.mark.parametrize("search", SEARCHES)
def test_the_search_finds_what_it_looks_for(owner, search):
    found_by, made_by = SEARCHES[search]
    owner.execute(made_by)

    assert len(owner.execute(found_by).fetchall()) >= 1
