"""What a question of consent rests on, before it is asked: for the asker to read and to change."""

from django.utils import timezone

from varjebarn.disclosure.catalogue import GUARDIAN, SELF
from varjebarn.disclosure.defaults import suggested, suggested_by_ground
from varjebarn.disclosure.models import Substitute
from varjebarn.disclosure.policy import default_policy
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile, Guardian

REQUEST = "consent_request"
THROUGH_ADULT = "consent_request_through_adult"
CHILD_VIEW = "child_view"
LANGUAGE = "sv"  # what is decided is written in the authority's language


def request_answers(actor: Actor, child: ChildFile) -> dict[str, dict[str, str]]:
    """Suggest what the question to each guardian with custody, and to the child, rests on.

    By ground, and only for those who get it here; a child without a login answers through an adult,
    and the sentence on the child's view then says so; from 18 on nobody else is asked. One statement,
    or two where no guardian stands on the file.
    """
    today, now = timezone.localdate(), timezone.now()
    of_file = {"unit_id": actor.unit_id, "child_file": child, "valid_to__gt": now}
    has_guardian = default_policy().band(child.born, today).guardians_asked and (
        Guardian.objects.filter(custody=True, valid_from__lte=now, **of_file).exists()
        or Substitute.objects.filter(person_ref__isnull=False, **of_file).exists()
    )
    used = {GUARDIAN: has_guardian, SELF: child.person_ref is not None}
    answers = suggested_by_ground(
        REQUEST, [ground for ground, is_used in used.items() if is_used], LANGUAGE
    )
    through_adult = suggested(THROUGH_ADULT, CHILD_VIEW)
    if has_guardian and child.person_ref is None and through_adult:
        answers[GUARDIAN][CHILD_VIEW] = through_adult.label(LANGUAGE)
    return answers
