"""Alva's story from the first concern to a plan that everybody around her shares, by clicking.

Told twice from the same script: with JavaScript and without.
"""

import pytest

from tests.journeys import at_school, in_other_units, in_the_family, outside
from tests.journeys.stage import DESK, PHONE, Stage
from tests.world.cast import two_children

pytestmark = pytest.mark.world.with_args(two_children)


def given_anybody_can_read_the_first_page(stage: Stage) -> None:
    for screen in (PHONE, DESK):
        visitor = stage.somebody(screen)
        visitor.arrive("/")
        visitor.sees("Barnens bästa gäller!", "Så går det till", "Är ett barn i fara nu?")
        if screen is DESK:
            visitor.take_picture("forsta-sidan")
        visitor.context.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
def test_from_a_first_concern_to_a_plan_that_all_share(stage: Stage, javascript: bool) -> None:  # noqa: FBT001 - pytest gives it by name
    given_anybody_can_read_the_first_page(stage)

    at_school.when_the_teacher_notices_two_challenges_and_a_strength(stage)
    at_school.when_he_hands_it_to_the_contact(stage)
    at_school.when_the_principal_judges_that_several_act_together(stage)
    at_school.when_she_asks_for_consent(stage)
    in_the_family.when_the_guardian_reads_what_the_question_means(stage)
    in_the_family.when_she_says_yes_to_three_and_no_to_the_police(stage)
    at_school.when_she_asks_the_child_three_questions(stage)
    in_the_family.when_the_child_answers_in_faces_and_words(stage)
    at_school.when_she_takes_in_the_childs_words(stage)

    at_school.when_she_begins_a_plan_and_invites_the_nurse(stage)
    in_other_units.when_the_school_nurse_adds_her_part(stage)
    at_school.when_she_writes_two_goals_and_three_actions(stage)
    at_school.when_she_publishes(stage)
    at_school.then_the_teacher_is_told_what_became_of_it(stage)
    in_other_units.when_the_social_worker_answers_that_hers_has_begun(stage)
    at_school.then_the_lead_sees_at_once_that_it_has_begun(stage)
    in_other_units.then_the_nurses_copy_lacks_what_she_was_not_given(stage)
    in_the_family.then_the_guardian_reads_the_plan_in_her_view(stage)
    in_the_family.then_the_child_reads_the_plan_in_hers(stage)
    in_the_family.then_both_see_who_has_read(stage)

    in_the_family.when_the_guardian_withdraws_for_social_services(stage)
    at_school.when_she_tells_what_came_of_it_and_publishes_again(stage)
    in_other_units.then_the_social_worker_is_told_that_it_has_ended(stage)
    in_other_units.then_the_nurse_gets_the_next_version(stage)
    in_the_family.then_the_guardian_reads_what_has_happened_since(stage)

    outside.then_outsiders_find_nothing_at_any_address(stage)
    outside.then_outsiders_see_nothing_in_lists_counts_and_log(stage)
    outside.then_the_log_reviewer_sees_every_step(stage)
    assert stage.said == [], "nothing in the console, and no report of the CSP"
