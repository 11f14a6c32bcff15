"""Migration operations: keys that begin with the unit, changes that are seen, columns to search in."""

from collections.abc import Sequence

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython, RunSQL


class NothingChanged(Exception):  # noqa: N818 - a state of things, said in one sentence
    """A change of data met policies that hide the rows, or changed none of those that are there."""


def belongs_to(table: str, column: str, parent: str) -> RunSQL:
    """Tie a row to its parent in the same unit: (unit_id, column) -> (unit_id, id).

    A one-column key would let somebody find out which rows of other units exist.
    """
    name = f"{table}_{column}_same_unit"
    return RunSQL(
        sql=(
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" '
            f'FOREIGN KEY (unit_id, "{column}") REFERENCES "{parent}" (unit_id, id) '
            "DEFERRABLE INITIALLY DEFERRED"
        ),
        reverse_sql=f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )


def keeps_lexemes(table: str, *, titles: Sequence[str], texts: Sequence[str] = ()) -> RunSQL:
    """Let the database keep a column of what can be found in a row, titles before texts, and index it.

    For tables of the county's work alone: nothing that is written about a child is searched (R31).
    Each word stands as it is stemmed in Swedish, and once more without dots and rings. Django does
    not know the column, so that no page reads it.
    """
    parts = [
        f"setweight(to_tsvector('pg_catalog.swedish', {form}), '{weight}')"
        for columns, weight in ((titles, "A"), (texts, "B"))
        if columns
        for text in [" || ' ' || ".join(f"coalesce(\"{column}\"::text, '')" for column in columns)]
        for form in (text, f"translate(lower({text}), 'åäöéèüæø', 'aaoeeuao')")
    ]
    return RunSQL(
        sql=(
            f'ALTER TABLE "{table}" ADD COLUMN lexemes tsvector '
            f"GENERATED ALWAYS AS ({' || '.join(parts)}) STORED; "
            f'CREATE INDEX "{table}_lexemes" ON "{table}" USING gin (lexemes)'
        ),
        reverse_sql=f'ALTER TABLE "{table}" DROP COLUMN lexemes',
    )


def changes_rows(table: str, statement: str) -> RunPython:
    """Change data in a table, aloud: the owner under forced policies would change 0 rows and succeed.

    Raises NothingChanged while policies hide the rows from the role that migrates, and when the table
    has rows but the statement changed none.
    """

    def change(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        with editor.connection.cursor() as cursor:
            cursor.execute("SELECT row_security_active(%s)", [table])
            if cursor.fetchone() == (True,):
                raise NothingChanged(f"policies hide the rows of {table} from who migrates")
            cursor.execute(statement)
            changed = cursor.rowcount
            quoted = editor.connection.ops.quote_name(table)
            cursor.execute(f"SELECT EXISTS (SELECT FROM {quoted})")  # noqa: S608 - a name, quoted
            if not changed and cursor.fetchone() == (True,):
                raise NothingChanged(f"no row of {table} was changed")

    return RunPython(change, RunPython.noop, hints={"table": table})
