"""The journey: from what a teacher notices to a plan that everybody around the child shares.

One script, told twice, each time to a world of its own: with JavaScript (`test_with_scripts.py`)
and without (`test_without_scripts.py`). The same clicks, the same words.
"""

from collections.abc import Callable
from pathlib import Path

from tests.journeys import family, school, together
from tests.journeys.traveller import Traveller

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


def a_concern_becomes_a_plan_that_everybody_shares(
    travellers: Callable[[str], Traveller], pictures: Path | None = None
) -> list[str]:
    """Go the whole way; give everything that anybody's browser complained of."""
    tor, lena = travellers("teacher"), travellers("principal")

    school.when_the_teacher_notices_and_hands_it_on(tor)
    school.when_the_principal_judges_together_and_asks(lena)
    family.when_the_guardian_reads_and_says_yes_but_not_to_the_police(travellers("guardian"))
    school.when_the_principal_asks_the_child(lena)
    family.when_the_child_answers_with_faces_and_words(travellers("child"))
    school.when_the_principal_begins_the_plan_and_invites(lena)
    together.when_the_nurse_adds_her_part(travellers("nurse"))
    school.when_the_principal_makes_the_plan_and_sends_it(lena)
    school.then_the_teacher_knows_what_became_of_it(tor)
    together.when_the_social_worker_opens_and_answers(travellers("social-worker"))
    school.then_the_lead_sees_the_answer_at_once(lena)
    together.then_the_nurses_copy_lacks_what_she_was_not_given(travellers("nurse"))
    family.then_guardian_and_child_read_the_plan(travellers("guardian"), travellers("child"))
    family.then_who_has_read_names_the_units(travellers("guardian"), pictures)
    family.when_the_guardian_takes_back_one_yes(travellers("guardian"))
    school.when_the_principal_sends_the_next_version(lena, pictures)
    together.then_the_social_worker_keeps_what_she_has_and_gets_no_more(travellers("social-worker"))
    together.then_outsiders_find_nothing(travellers)
    together.then_the_log_reviewer_sees_every_step(travellers("log-reviewer"))
    if pictures:
        together.take_the_first_picture(travellers("guardian"), pictures)

    return [word for one in travellers.met.values() for word in one.complaints()]  # type: ignore[attr-defined] # see the fixture
