"""What is noticed about a two-year-old goes to a contact in another authority, and an answer comes back.

Told twice from the same script: with JavaScript and without.
"""

import pytest

from tests.journeys import to_another_authority as way
from tests.journeys.stage import WAYS, Stage
from tests.world.another_contact import MOTHER, tove_and_both_her_parents

pytestmark = pytest.mark.world.with_args(tove_and_both_her_parents)


@pytest.mark.parametrize("javascript", WAYS)
def test_a_signal_reaches_the_contact_in_another_authority(stage: Stage, javascript: bool) -> None:  # noqa: FBT001 - pytest gives it by name
    way.when_she_notices_something_about_a_two_year_old(stage)
    way.when_she_asks_whether_the_centre_may_be_told(stage)
    way.when_a_parent_answers(stage, way.FATHER, word="Ja")
    way.then_one_yes_is_not_enough(stage)
    way.when_a_parent_answers(stage, MOTHER, word="Ja")
    way.when_she_sends_it(stage)

    way.when_the_intake_files_it_and_names_who_takes_it(stage)
    way.then_she_learns_who_the_contact_is(stage)
    way.when_the_contact_judges_by_the_tree_and_answers(stage)
    way.then_she_reads_what_became_of_it(stage)

    way.then_the_intake_is_out_of_it_again(stage)
    way.then_outsiders_find_nothing_at_any_address(stage)
    assert stage.said == [], "nothing in the console, and no report of the CSP"
