"""Every table with personal data stands under exactly one processing of the register (R62)."""

import pytest

from varjebarn.disclosure.processing import register

pytestmark = pytest.mark.usefixtures("fresh_database")

PERSONAL = (
    "SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
    "WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname !~ '^steering_' "
    "AND a.attname IN ('child_file_id', 'child_ref', 'person_id', 'person_ref', 'given_name')"
)


@pytest.mark.rule("R62", case="allows")
def test_every_table_with_personal_data_has_its_processing(owner):
    tables = {row[0] for row in owner.execute(PERSONAL).fetchall()}
    found = {table: register().processing(table) for table in tables}

    assert len(tables) > 20
    assert {table for table, one in found.items() if one is None} == set()
    assert {one.key for one in found.values() if one} == {one.key for one in register().processings}
