"""Ties a plan to the child's file, and its rows to the plan of that same child, in one unit."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations import RunSQL

from varjebarn.database.operations import belongs_to

FILE = "people_childfile"
ROWS = (
    "plan_need",
    "plan_goal",
    "plan_action",
    "plan_teammember",
    "plan_disagreement",
    "plan_otherplan",
    "plan_childviewreason",
    "plan_planversion",
)


def of_one_child(table: str) -> RunSQL:
    """Tie a row to a plan of the row's own child: a two-column key would let it name another's."""
    name = f"{table}_plan_of_its_child"
    return RunSQL(
        sql=(
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" '
            "FOREIGN KEY (unit_id, child_file_id, plan_id) "
            "REFERENCES plan_plan (unit_id, child_file_id, id) DEFERRABLE INITIALLY DEFERRED"
        ),
        reverse_sql=f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("plan", "0001_initial"),
        ("people", "0002_keys_begin_with_the_unit"),
    ]
    operations: ClassVar = [
        belongs_to("plan_plan", "child_file_id", FILE),
        *(belongs_to(table, "child_file_id", FILE) for table in ROWS),
        *(of_one_child(table) for table in ROWS),
        belongs_to("plan_goal", "need_id", "plan_need"),
        belongs_to("plan_action", "need_id", "plan_need"),
        belongs_to("plan_action", "goal_id", "plan_goal"),
    ]
