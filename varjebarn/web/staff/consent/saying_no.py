"""Why a consent does not hold, in words; the same wherever it is said."""

from django.utils.translation import gettext as _

from varjebarn.disclosure.queries import Covered
from varjebarn.disclosure.reasons import Reason
from varjebarn.web.shared.reasons import sentence


def why_not(unit: Covered) -> str:
    """Say why a consent does not hold; a yes that was taken back is no no from the beginning."""
    if unit.why_not is None:
        return ""
    said = {answer.what for answer in unit.answers}
    if unit.why_not is Reason.GUARDIAN_SAID_NO and "withdrawn" in said and "refused" not in said:
        return _("Ett ja har tagits tillbaka.")
    return sentence(unit.why_not)
