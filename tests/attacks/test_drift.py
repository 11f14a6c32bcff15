"""The list "my children" is derived: it says what involvement says, in both directions, and a drift is seen."""

import pytest

from tests.world.demo import told_cast

pytestmark = [pytest.mark.world.with_args(told_cast), pytest.mark.usefixtures("own_database")]

FROM_INVOLVEMENT = """
    SELECT i.unit_id, i.person_id, i.child_file_id, max(i.valid_to)
      FROM people_involvement i JOIN people_childfile f ON f.unit_id = i.unit_id AND f.id = i.child_file_id
     WHERE f.protection = 'none' AND i.valid_from <= now() AND i.valid_to > now()
       AND i.role <> 'break_glass' AND f.joined_into IS NULL
     GROUP BY 1, 2, 3
"""
LISTED = "SELECT unit_id, person_id, child_file_id, until FROM people_caseload WHERE until > now()"
DRIFT = f"""
    SELECT count(*) FROM (({LISTED} EXCEPT {FROM_INVOLVEMENT}) UNION ALL ({FROM_INVOLVEMENT} EXCEPT {LISTED})) x
"""


def test_the_list_says_what_involvement_says(owner, figure):
    lines = owner.execute(f"SELECT count(*) FROM ({LISTED}) x").fetchone()[0]
    drift = owner.execute(DRIFT).fetchone()[0]
    owner.execute("UPDATE people_caseload SET until = until - interval '1 day' WHERE until > now()")
    noticed = owner.execute(DRIFT).fetchone()[0]
    figure("G21", tried=lines, bad=drift, control=noticed)

    assert lines > 10
    assert drift == 0
    assert noticed > 0
