"""Migration operations for tables about a child: keys that begin with the unit."""

from django.db.migrations.operations import RunSQL


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
