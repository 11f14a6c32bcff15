"""Migration operations for tables about a child: keys that begin with the unit, changes that are seen."""

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
